import { describe, expect, it } from '@jest/globals';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { NodeWeighing } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { computeWeights } from '../../systems/weight/weight-version.model.js';
import { compareMethods } from './comparison.model.js';

const leaf = {
  kind: 'survey',
  scaleMin: 0,
  scaleMax: 100,
  direction: 'max',
  function: 'service',
  business: 'culture',
} as const;

const tree: IndicatorNode[] = [
  { key: 'people', name: 'people', parentKey: null, leaf: null },
  { key: 'cost', name: 'cost', parentKey: null, leaf },
  { key: 'liked', name: 'liked', parentKey: 'people', leaf },
  { key: 'again', name: 'again', parentKey: 'people', leaf },
];
const input: NodeWeighing[] = [
  { parentKey: null, method: 'ahp', upper: [['3']] },
  { parentKey: 'people', method: 'direct', weights: [1, 1] },
];

function comparedWith(values: readonly (readonly [string, readonly (number | null)[]])[]) {
  const { nodes } = computeWeights(tree, input);
  return compareMethods({ tree, nodes, input, values: new Map(values) });
}

describe('methods side by side', () => {
  it('are those that there is something to compute from', () => {
    const { groups } = comparedWith([
      ['cost', []],
      ['liked', []],
      ['again', []],
    ]);
    expect(
      groups.map(({ parentKey, rows, methods }) => [parentKey, rows, methods.map(({ method }) => method)]),
    ).toEqual([
      [null, 0, ['version', 'equal', 'eigenvector', 'geometricMean']],
      ['people', 0, ['version', 'equal', 'direct']],
    ]);
  });

  it('read measured values of the scores, where all items have one', () => {
    const { groups } = comparedWith([
      ['cost', [50, 50, 50]],
      ['liked', [20, 60, null]],
      ['again', [40, 80, 10]],
    ]);
    const [top, people] = groups;
    // The third is missing one of the two below “people”, which then rests on the other.
    expect([top?.rows, people?.rows]).toEqual([3, 2]);
    // Cost never differs, so all the weight by data is with people: 30, 70 and 10.
    const byMethod = new Map(top?.methods.map(({ method, weights }) => [method, weights]));
    expect(byMethod.get('entropy')).toEqual([1, 0]);
    expect(byMethod.get('critic')).toEqual([1, 0]);
    // ¾ and ¼ judged: ½ · (¾, ¼) + ½ · (1, 0); ¾ · 1 : ¼ · 0
    expect(byMethod.get('additive')).toEqual([expect.closeTo(0.875, 12), expect.closeTo(0.125, 12)]);
    expect(byMethod.get('multiplicative')).toEqual([1, 0]);
  });

  it('go down the whole tree, a group without the method keeping its weights', () => {
    const { wholes } = comparedWith([
      ['cost', []],
      ['liked', []],
      ['again', []],
    ]);
    const whole = (method: string) =>
      wholes
        .find((one) => one.method === method)
        ?.indicators.map(({ key, weight }) => [key, Number(weight.toFixed(9))]);
    expect(whole('equal')).toEqual([
      ['liked', 0.25],
      ['again', 0.25],
      ['cost', 0.5],
    ]);
    // Judged at the top alone: ¾ · ½, ¾ · ½, ¼
    expect(whole('geometricMean')).toEqual([
      ['liked', 0.375],
      ['again', 0.375],
      ['cost', 0.25],
    ]);
  });
});
