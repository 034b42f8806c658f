import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SplitInput, SplitRule } from '../../splits/split/rule.model.js';
import { splitCost } from '../../splits/split/split.model.js';
import { treeOf } from '../../splits/split/split-tree.model.js';
import { reproduce, nodesFor, tieOrderOf } from './share-explanation.model.js';

const equal: SplitRule = { kind: 'equal' };
const parties = ['A', 'B', 'C'].map((id, index) => ({ id, headcount: index, usage: 3 - index }));

describe('the order of equal remainders', () => {
  it.each([
    [0, ['A', 'B', 'C']],
    [1, ['B', 'C', 'A']],
    [4, ['B', 'C', 'A']], // modulo the whole list
  ])('rotated by %d', (rotation, order) => {
    expect(tieOrderOf(['A', 'B', 'C'], rotation)).toEqual(order);
  });

  it('of nobody is empty', () => {
    expect(tieOrderOf([], 3)).toEqual([]);
  });
});

describe('E75: a split that is read again', () => {
  const rules: Record<SplitRule['kind'], SplitRule> = {
    equal,
    ratio: { kind: 'ratio', weights: { A: 3, C: 5 } },
    headcount: { kind: 'headcount', else: equal },
    usage: { kind: 'usage', else: null },
    fixed: { kind: 'fixed', amounts: { B: 1n }, rest: { kind: 'headcount' } },
    hostShare: { kind: 'hostShare', party: 'A', percent: '33.3333', rest: equal },
    subsidyFirst: { kind: 'subsidyFirst', source: 'D', percent: '50', upTo: 300n, rest: { kind: 'usage' } },
    tiers: {
      kind: 'tiers',
      tiers: [
        { upTo: 100n, rule: equal },
        { upTo: null, rule: { kind: 'hostShare', party: 'C', percent: '10', rest: { kind: 'usage' } } },
      ],
    },
  };

  it.each(Object.entries(rules))('%s comes to the same fen', (_kind, rule) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(9), (total, rotation) => {
        const input: SplitInput = { total, rotation, parties, rule };
        const { shares } = splitCost(input);
        // As stored in the database: through JSON, without pointers.
        const stored = shares.map((share) => ({
          ...share,
          trace: share.trace.map(({ code, params }) => ({ code, params })),
        }));
        expect(reproduce(input, stored)).toEqual(shares);
      }),
      { numRuns: 50 },
    );
  });

  it('that was changed since is told as such', () => {
    const input: SplitInput = { total: 100n, rotation: 0, parties, rule: equal };
    const [first, ...others] = splitCost(input).shares;
    expect(first?.amount).toBe(34n);
    expect(reproduce(input, [{ party: 'A', amount: 33n, trace: [] }, ...others])).toBeNull();
    expect(reproduce({ ...input, rule: { kind: 'ratio', weights: {} } }, others)).toBeNull();
  });
});

describe('a tree that one party looks at', () => {
  it('says of the source of a subsidy what it gave, and nothing else', () => {
    // 100: half of it, at most 30, by D; 70 among A, B and C by use 3 : 2 : 1 of 6: 35, 23.3, 11.7.
    const rest: SplitRule = { kind: 'usage' };
    const rule: SplitRule = { kind: 'subsidyFirst', source: 'D', percent: '50', upTo: 30n, rest };
    const input: SplitInput = { total: 100n, rotation: 0, parties, rule };
    const nodes = treeOf({ ...input, ...splitCost(input) });
    expect(nodesFor('D', nodes)).toMatchObject([
      { pointer: '/rule', reached: 100n, mine: 30n, others: 0n },
      { pointer: '/rule/rest', reached: 70n, mine: null, others: 70n },
    ]);
    expect(nodesFor('A', nodes)[0]).toMatchObject({ mine: null, others: 30n });
  });

  it('has what each node gave it, and all others together', () => {
    // 100: A 30 as the host; 70 between B and C: 35 each.
    const input: SplitInput = {
      total: 100n,
      rotation: 0,
      parties,
      rule: { kind: 'hostShare', party: 'A', percent: '30', rest: equal },
    };
    const result = splitCost(input);
    const [host, rest] = nodesFor('B', treeOf({ ...input, ...result }));
    expect(host).toMatchObject({ pointer: '/rule', reached: 100n, mine: null, others: 30n });
    expect(rest).toMatchObject({ reached: 70n, mine: 35n, others: 35n, weight: '1', weightSum: '2' });
  });
});
