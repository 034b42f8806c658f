import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WeightNode } from './hierarchy.model.js';
import { synthesiseWeights } from './hierarchy.model.js';

const leaf = (id: string, weight: number): WeightNode => ({ id, weight, children: [] });

const treeArbitrary = fc.letrec<{ node: WeightNode; siblings: WeightNode[] }>((tie) => ({
  node: fc.record({
    id: fc.uuid(),
    weight: fc.integer({ min: 1, max: 9 }),
    children: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constant([]), tie('siblings')),
  }),
  siblings: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
})).siblings;

describe('synthesiseWeights', () => {
  it('multiplies along the path, after siblings are made to sum 1', () => {
    const leaves = synthesiseWeights([
      { id: 'efficacy', weight: 3, children: [leaf('satisfaction', 60), leaf('identification', 40)] },
      leaf('cost', 1),
    ]);
    // ¾ · 0.6, ¾ · 0.4, ¼
    expect(leaves.map(({ id }) => id)).toEqual(['satisfaction', 'identification', 'cost']);
    [0.45, 0.3, 0.25].forEach((weight, index) => expect(leaves[index]?.weight).toBeCloseTo(weight, 12));
    expect(leaves[1]?.path).toEqual(['efficacy', 'identification']);
  });

  it('refuses siblings without weight, a name used twice, and a tree without a bottom', () => {
    expect(() => synthesiseWeights([])).toThrow('NO_WEIGHT');
    expect(() => synthesiseWeights([leaf('a', 0)])).toThrow('NO_WEIGHT');
    expect(() => synthesiseWeights([leaf('a', 1), leaf('a', 2)])).toThrow('DUPLICATE_ID');
    let deep = leaf('bottom', 1);
    for (let level = 0; level < 8; level += 1) deep = { id: `level ${level}`, weight: 1, children: [deep] };
    expect(() => synthesiseWeights([deep])).toThrow('TREE_TOO_DEEP');
  });

  it('leaves sum to 1', () => {
    fc.assert(
      fc.property(treeArbitrary, (roots) => {
        const total = synthesiseWeights(roots).reduce((sum, { weight }) => sum + weight, 0);
        expect(total).toBeCloseTo(1, 12);
      }),
    );
  });
});
