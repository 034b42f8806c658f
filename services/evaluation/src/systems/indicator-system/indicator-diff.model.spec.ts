import { describe, expect, it } from '@jest/globals';
import type {
  IndicatorLeaf,
  IndicatorNode,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { compareTrees } from './indicator-diff.model.js';

const leaf: IndicatorLeaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};
const group = (key: string, parentKey: string | null = null): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf: null,
});
const one = (key: string, parentKey: string, change: Partial<IndicatorLeaf> = {}): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf: { ...leaf, ...change },
});

/** a(a1 a2 a3) b(b1) */
const tree = [group('a'), one('a1', 'a'), one('a2', 'a'), one('a3', 'a'), group('b'), one('b1', 'b')];

/** `a2 moved`, `a1 changed target,unit`, one line for each node that differs. */
function lines(before: readonly IndicatorNode[], after: readonly IndicatorNode[]): string[] {
  return compareTrees(before, after).differences.map(({ key, marks, fields }) =>
    [key, marks.join('+'), fields.join(',')].filter((word) => word !== '').join(' '),
  );
}

const without = (key: string): IndicatorNode[] => tree.filter((node) => node.key !== key);
const replaced = (node: IndicatorNode): IndicatorNode[] =>
  tree.map((old) => (old.key === node.key ? node : old));

describe('two versions of a tree', () => {
  it.each<[string, readonly IndicatorNode[], readonly string[]]>([
    ['that are alike', [...tree], []],
    ['with one more', [...tree, one('b2', 'b')], ['b2 added']],
    ['with one less', without('a2'), ['a2 removed']],
    ['with another name', replaced({ ...one('a1', 'a'), name: '满意度' }), ['a1 renamed']],
    ['with one below another parent', [...without('a2'), one('a2', 'b')], ['a2 moved']],
    // Of a1 a2 a3 the last is now first: it has moved, and not the two others.
    [
      'with one before its siblings',
      [group('a'), one('a3', 'a'), one('a1', 'a'), one('a2', 'a'), group('b'), one('b1', 'b')],
      ['a3 moved'],
    ],
    ['with its groups turned round', [...tree.slice(4), ...tree.slice(0, 4)], ['a moved']],
    [
      'with another leaf',
      replaced(one('a1', 'a', { target: 4, unit: '分', business: 'education' })),
      ['a1 changed business,target,unit'],
    ],
    [
      'with a group that became an indicator',
      [...tree.slice(0, 4), { ...group('b'), leaf }],
      ['b changed leaf', 'b1 removed'],
    ],
    [
      'with one that differs in every way',
      [...without('a1'), { ...one('a1', 'b', { scaleMax: 7 }), name: '新名' }],
      ['a1 moved+renamed+changed scaleMax'],
    ],
  ])('%s', (_how, after, expected) => {
    expect(lines(tree, after)).toEqual(expected);
  });

  it('counts what is alike', () => {
    expect(compareTrees(tree, without('a2')).unchanged).toBe(5);
  });

  it('takes null for absent, and a question for one by scale', () => {
    const said = replaced(one('a1', 'a', { item: 'likert', fact: null, target: null, axes: null }));
    expect(lines(tree, said)).toEqual([]);
  });

  it('compares choices and axes by what they hold, in whichever order their fields were kept', () => {
    const choices = [
      { key: 'no', text: '否', value: 1 },
      { key: 'yes', text: '是', value: 5 },
    ];
    const turned = choices.map(({ key, text, value }) => ({ value, text, key }));
    const chosen = replaced(one('a1', 'a', { item: 'choice', choices }));
    expect(lines(chosen, replaced(one('a1', 'a', { item: 'choice', choices: turned })))).toEqual([]);
    const fewer = choices.map((choice) => ({ ...choice, value: 2 }));
    expect(lines(chosen, replaced(one('a1', 'a', { item: 'choice', choices: fewer })))).toEqual([
      'a1 changed choices',
    ]);
  });
});
