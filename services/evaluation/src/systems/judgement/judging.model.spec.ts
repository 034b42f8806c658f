import { describe, expect, it } from '@jest/globals';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { GivenJudgements } from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import type { DomainError } from '@gongxiang/domain';
import {
  groupResult,
  judgedCount,
  judgedGroups,
  type Judging,
  pairCount,
  weighingsOf,
  mergeJudgements,
} from './judging.model.js';

const leaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
} as const;

function nodes(
  parentKey: string | null,
  keys: readonly string[],
  inner: readonly string[] = [],
): IndicatorNode[] {
  return keys.map((key) => ({ key, name: key, parentKey, leaf: inner.includes(key) ? null : leaf }));
}

const tree = [
  ...nodes(null, ['a', 'b', 'c'], ['a', 'b']),
  ...nodes('a', ['a1', 'a2']),
  ...nodes('b', ['only']),
];
const group = { parentKey: null, items: ['a', 'b', 'c'] };

function problemOf(work: () => unknown): readonly [string, string | undefined] {
  try {
    work();
    return ['accepted', undefined];
  } catch (error) {
    const { code, errors } = error as DomainError;
    return [code, errors[0]?.pointer];
  }
}

describe('what a round asks about', () => {
  it('is every group of two to nine where nothing is said', () => {
    expect(judgedGroups(tree, undefined)).toEqual([group, { parentKey: 'a', items: ['a1', 'a2'] }]);
  });

  it('is the groups that are named, each once', () => {
    expect(judgedGroups(tree, [{ parentKey: 'a' }])).toEqual([{ parentKey: 'a', items: ['a1', 'a2'] }]);
    const ten = nodes(null, [...'abcdefghij']);
    expect(problemOf(() => judgedGroups(tree, [{ parentKey: 'x' }]))).toEqual([
      'INDICATOR_UNKNOWN',
      '/nodes/0/parentKey',
    ]);
    expect(problemOf(() => judgedGroups(tree, [{ parentKey: null }, { parentKey: null }]))).toEqual([
      'DUPLICATE_ID',
      '/nodes/1/parentKey',
    ]);
    expect(problemOf(() => judgedGroups(tree, [{ parentKey: 'b' }]))).toEqual([
      'ROUND_NODE',
      '/nodes/0/parentKey',
    ]);
    expect(problemOf(() => judgedGroups(ten, [{ parentKey: null }]))[0]).toBe('ROUND_NODE');
    expect(problemOf(() => judgedGroups(ten, undefined))[0]).toBe('ROUND_EMPTY');
  });

  it('is so many pairs', () => {
    // 2·1/2, 3·2/2, 9·8/2
    expect([['a', 'b'], group.items, [...'abcdefghi']].map(pairCount)).toEqual([1, 3, 36]);
  });
});

describe('what a judge says', () => {
  const top: GivenJudgements = { parentKey: null, upper: [['3', null], ['1/2']] };

  it('takes the place of what the judge said of the same group, and leaves the others', () => {
    const groups = judgedGroups(tree, undefined);
    const lower: GivenJudgements = { parentKey: 'a', upper: [['5']] };
    const first = mergeJudgements(groups, [], [lower]);
    const second = mergeJudgements(groups, first, [top]);
    expect(second).toEqual([top, lower]);
    expect(judgedCount(second)).toBe(3);
    const taken = mergeJudgements(groups, second, [{ parentKey: 'a', upper: [[null]] }]);
    expect(judgedCount(taken)).toBe(2);
  });

  it.each<[string, GivenJudgements[], string, string]>([
    [
      'a group that was not asked',
      [{ parentKey: 'b', upper: [] }],
      'INDICATOR_UNKNOWN',
      '/groups/0/parentKey',
    ],
    ['a group twice', [top, top], 'DUPLICATE_ID', '/groups/1/parentKey'],
    ['another shape', [{ parentKey: null, upper: [['3']] }], 'MATRIX_SHAPE', '/groups/0/upper'],
    [
      'no number',
      [{ parentKey: null, upper: [['3', 'x'], ['2']] }],
      'JUDGEMENT_FORMAT',
      '/groups/0/upper/0/1',
    ],
    [
      'beyond nine',
      [{ parentKey: null, upper: [['3', '2'], ['10']] }],
      'JUDGEMENT_RANGE',
      '/groups/0/upper/1/0',
    ],
  ])('is refused: %s', (_what, given, code, pointer) => {
    expect(problemOf(() => mergeJudgements([group], [], given))).toEqual([code, pointer]);
  });
});

const judging = (judgeId: string, upper: (string | null)[][]): Judging => ({
  judgeId,
  name: judgeId,
  judgements: [{ parentKey: null, upper }],
});

describe('what comes of a round', () => {
  const one = judging('one', [['4', '8'], ['2']]);
  const two = judging('two', [['1', '2'], ['2']]);
  const silent = judging('silent', [[null, null], [null]]);

  it('is the geometric mean of those who judged, each with a consistency of their own', () => {
    const result = groupResult(group, [one, two, silent]);
    // √(4·1) = 2, √(8·2) = 4, 2: consistent, 4/7, 2/7, 1/7
    expect(result.weights?.map((weight) => Number(weight.toFixed(9)))).toEqual(
      [4 / 7, 2 / 7, 1 / 7].map((weight) => Number(weight.toFixed(9))),
    );
    expect(result.judges.map(({ name, acceptable }) => [name, acceptable])).toEqual([
      ['one', true],
      ['two', true],
    ]);
    // ln 4 and ln 1: s = √2 · ln 2
    expect(result.spread[0]?.[0]).toBeCloseTo(Math.exp(Math.SQRT2 * Math.LN2), 12);
    expect(result.spread[1]?.[0]).toBeCloseTo(1, 12);
  });

  it('E134: names the judge whose judgements go in a circle, and what would mend them', () => {
    const { judges } = groupResult(group, [judging('round', [['9', '1/9'], ['9']])]);
    expect(judges[0]).toMatchObject({ acceptable: false, worst: { row: 0, column: 1 } });
    expect(judges[0]?.mend?.consistencyRatio).toBeLessThan(judges[0]?.consistencyRatio ?? 0);
  });

  it('is nothing yet where items are unrelated, or nobody judged', () => {
    for (const judges of [[], [silent], [judging('half', [['3', null], [null]])]]) {
      expect(groupResult(group, judges)).toMatchObject({
        weights: null,
        consistencyRatio: null,
        acceptable: null,
      });
    }
  });

  it('weighs with numbers in place of names; gaps of one are filled by others', () => {
    const half = judging('half', [['3', null], [null]]);
    const other = judging('other', [[null, null], ['2']]);
    const weighings = weighingsOf([group], [silent, half, other], { solver: 'eigenvector' });
    expect(weighings).toEqual([
      {
        parentKey: null,
        method: 'ahp',
        items: ['a', 'b', 'c'],
        solver: 'eigenvector',
        judges: [
          { judge: 2, upper: [['3', null], [null]] },
          { judge: 3, upper: [[null, null], ['2']] },
        ],
      },
    ]);
    expect(problemOf(() => weighingsOf([group], [silent], {}))[0]).toBe('JUDGES_MISSING');
    expect(problemOf(() => weighingsOf([group], [half], {}))[0]).toBe('JUDGEMENTS_DISCONNECTED');
  });
});
