import { describe, expect, it } from '@jest/globals';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { NodeWeighing } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { DomainError } from '@gongxiang/domain';
import { computeWeights, requireConsistent } from './weight-version.model.js';

function node(key: string, parentKey: string | null, isLeaf: boolean): IndicatorNode {
  const leaf = {
    kind: 'survey',
    scaleMin: 1,
    scaleMax: 5,
    direction: 'max',
    function: 'service',
    business: 'culture',
  } as const;
  return { key, name: key, parentKey, leaf: isLeaf ? leaf : null };
}

const tree = [
  node('people', null, false),
  node('cost', null, true),
  node('liked', 'people', true),
  node('again', 'people', true),
];
const top: NodeWeighing = { parentKey: null, method: 'direct', weights: [3, 1] };

function pointerOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as DomainError).errors[0]?.pointer;
  }
}

describe('a weight version', () => {
  it('multiplies local weights down the tree', () => {
    const { indicators, acceptable } = computeWeights(tree, [
      top,
      { parentKey: 'people', method: 'ahp', upper: [['3']] },
    ]);
    // 3 : 1 at the top; below it 3 : 1 again: ¾ · ¾, ¾ · ¼, ¼
    expect(indicators.map(({ key, weight }) => [key, Number(weight.toFixed(12))])).toEqual([
      ['liked', 0.5625],
      ['again', 0.1875],
      ['cost', 0.25],
    ]);
    expect(acceptable).toBe(true);
  });

  it('needs an entry for every node with several below it, and for no other', () => {
    expect(() => computeWeights(tree, [top])).toThrow('NODE_WEIGHTS_MISSING');
    expect(() => computeWeights(tree, [top, { parentKey: 'cost', method: 'direct', weights: [] }])).toThrow(
      'INDICATOR_UNKNOWN',
    );
    expect(() => computeWeights(tree, [top, top])).toThrow('DUPLICATE_ID');
    expect(computeWeights([node('only', null, true)], []).indicators).toEqual([
      { key: 'only', weight: 1, path: ['only'] },
    ]);
  });

  it('points into the entry that is wrong', () => {
    const wrong: NodeWeighing = { parentKey: 'people', method: 'ahp', upper: [['x']] };
    expect(pointerOf(() => computeWeights(tree, [top, wrong]))).toBe('/nodes/1/upper/0/0');
    const others: NodeWeighing = {
      parentKey: 'people',
      method: 'direct',
      items: ['liked', 'cost'],
      weights: [1, 1],
    };
    expect(pointerOf(() => computeWeights(tree, [top, others]))).toBe('/nodes/1/items');
  });

  it('mixes judged weights with measured ones', () => {
    const flat = ['a', 'b'].map((key) => node(key, null, true));
    // Entropy gives all the weight to the column that varies: 1 and 0.
    const rows = [
      [1, 5],
      [3, 5],
    ];
    const mixed = (change: Partial<NodeWeighing>) => {
      const base: NodeWeighing = {
        parentKey: null,
        method: 'mixture',
        objective: 'entropy',
        rows,
        weights: [1, 3],
      };
      return computeWeights(flat, [{ ...base, ...change }]).nodes[0]?.weights;
    };
    // 0.4 · (¼, ¾) + 0.6 · (1, 0); and ¼ · 1 : ¾ · 0
    expect(mixed({ mixture: 'additive', coefficient: 0.4 })).toEqual([0.7, expect.closeTo(0.3, 12)]);
    expect(mixed({ mixture: 'multiplicative' })).toEqual([1, 0]);
    expect(mixed({ mixture: 'multiplicative', upper: [['1/3']] })).toEqual([1, 0]);
    expect(() => mixed({})).toThrow('VALIDATION_FAILED');
  });

  it('joins several judges by their geometric mean, and tells how consistent each of them is', () => {
    const flat = ['a', 'b', 'c'].map((key) => node(key, null, true));
    const weighed = (judges: NodeWeighing['judges'], change: Partial<NodeWeighing> = {}) =>
      computeWeights(flat, [{ parentKey: null, method: 'ahp', ...(judges && { judges }), ...change }])
        .nodes[0];
    const circle = { judge: 2, upper: [['9', '1/9'], ['9']] };
    const against = { judge: 7, upper: [['1/9', '9'], ['1/9']] };
    // One goes round the other way: together they say nothing at all, and agree.
    const together = weighed([circle, against]);
    expect(together?.weights.map((weight) => Number(weight.toFixed(9)))).toEqual(
      [1, 1, 1].map((one) => Number((one / 3).toFixed(9))),
    );
    expect(together).toMatchObject({ acceptable: true, mend: null });
    // 1 + 9 + 1/9 less 3, halved, over 0.58
    expect(together?.judges).toEqual(
      [2, 7].map((judge) => ({ judge, consistencyRatio: expect.closeTo(6.1303, 4) })),
    );
    const half = { judge: 1, upper: [['3', null], [null]] };
    expect(weighed([half, { judge: 2, upper: [[null, null], ['2']] }])?.judges).toEqual(
      [1, 2].map((judge) => ({ judge, consistencyRatio: null })),
    );
    expect(() => weighed([circle, circle])).toThrow('DUPLICATE_ID');
    expect(() => weighed([])).toThrow('VALIDATION_FAILED');
    expect(() => weighed([circle], { upper: circle.upper })).toThrow('VALIDATION_FAILED');
    const broken = { judge: 3, upper: [['x', '1'], ['1']] };
    expect(pointerOf(() => weighed([circle, broken]))).toBe('/nodes/0/judges/1/upper/0/0');
  });

  it('E134: names the node and the judgement that contradicts the others most', () => {
    const flat = ['a', 'b', 'c'].map((key) => node(key, null, true));
    // a over b 9, b over c 9, yet c over a 9: a circle.
    const { nodes, acceptable } = computeWeights(flat, [
      { parentKey: null, method: 'ahp', upper: [['9', '1/9'], ['9']] },
    ]);
    expect(acceptable).toBe(false);
    expect(() => requireConsistent(nodes)).toThrow('CONSISTENCY_TOO_LOW');
  });
});
