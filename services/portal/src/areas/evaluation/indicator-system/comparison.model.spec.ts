import { describe, expect, it } from '@jest/globals';
import { comparedNodes, type Difference, fieldTextOf } from './comparison.model.js';
import { surveyLeaf } from './indicator-leaf.model.js';
import type { IndicatorNode } from './indicator-tree.model.js';

const node = (
  key: string,
  parentKey: string | null,
  leaf: IndicatorNode['leaf'] = surveyLeaf,
): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf,
});
const removed = (before: IndicatorNode): Difference => ({
  key: before.key,
  marks: ['removed'],
  before,
  after: null,
  fields: [],
});

describe('two versions as one tree', () => {
  it('shows what is gone where it stood, and at the top where its group is gone, too', () => {
    const later = [node('a', null, null), node('a1', 'a')];
    const gone = [removed(node('a2', 'a')), removed(node('b1', 'b'))];
    expect(
      comparedNodes(later, gone).map(({ node: one, difference }) => [
        one.key,
        one.parentKey,
        difference?.marks,
      ]),
    ).toEqual([
      ['a', null, undefined],
      ['a1', 'a', undefined],
      ['a2', 'a', ['removed']],
      ['b1', null, ['removed']],
    ]);
  });

  it('writes each field as what it is', () => {
    const leaf = {
      ...surveyLeaf,
      target: 4.5,
      choices: [{ key: 'c1', text: '经常', value: 5 }],
      axes: [{ axis: '阶段', value: '现场' }],
    };
    expect(
      ['target', 'unit', 'direction', 'choices', 'axes'].map((field) => fieldTextOf(leaf, field)),
    ).toEqual([
      { kind: 'number', number: 4.5 },
      { kind: 'none' },
      { kind: 'plain', text: 'max' },
      { kind: 'plain', text: '经常 = 5' },
      { kind: 'plain', text: '阶段: 现场' },
    ]);
  });
});
