import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import fc from 'fast-check';
import type { SplitInput, SplitRule } from './rule.model.js';
import { splitCost } from './split.model.js';
import { treeOf } from './split-tree.model.js';

const ids = [...'ABCDEF'];
const equal: SplitRule = { kind: 'equal' };
const totals = fc.bigInt({ min: 0n, max: 10n ** 12n });

const weightsOf = (weights: readonly number[]): Record<string, number> =>
  Object.fromEntries(weights.map((weight, index) => [ids[index], weight]));

/** A rule of any kind, nested to some depth; it always finds a weight. */
const rules: fc.Arbitrary<SplitRule> = fc.letrec<{ rule: SplitRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<SplitRule>(
      equal,
      { kind: 'ratio', weights: { A: 3, B: 5, C: 1 } },
      { kind: 'headcount', else: equal },
      { kind: 'usage', else: equal },
    ),
    fc.record({ kind: fc.constant('fixed' as const), amounts: fc.constant({ A: 0n }), rest: tie('rule') }),
    fc.record({
      kind: fc.constant('hostShare' as const),
      party: fc.constant('A'),
      percent: fc.constantFrom('0', '10', '33.3333'),
      rest: tie('rule'),
    }),
    fc.record({
      kind: fc.constant('tiers' as const),
      tiers: fc.tuple(
        fc.record({ upTo: fc.bigInt({ min: 1n, max: 10n ** 9n }), rule: tie('rule') }),
        fc.record({ upTo: fc.constant(null), rule: tie('rule') }),
      ),
    }),
  ),
})).rule;

const parties = ids.slice(0, 3).map((id, index) => ({ id, headcount: 2 * index, usage: 3 - index }));

describe('any rule of any depth', () => {
  it('is a tree whose nodes give what came to them, to the fen, and whose gifts are the shares', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 100n, max: 10n ** 12n }), rules, fc.nat(9), (total, rest, rotation) => {
        const rule: SplitRule = { kind: 'subsidyFirst', source: 'X', percent: '12.5', rest };
        const input: SplitInput = { total, parties, rotation, rule };
        const result = splitCost(input);
        const nodes = treeOf({ ...input, ...result });
        for (const node of nodes) {
          const inner = nodes.filter(
            ({ pointer, depth }) => pointer.startsWith(`${node.pointer}/`) && depth === node.depth + 1,
          );
          const assigned = node.assignments.reduce((sum, { amount }) => sum + amount, 0n);
          const passed = inner.reduce((sum, { reached }) => sum + (reached ?? 0n), 0n);
          if (node.reached !== null) expect(assigned + passed).toBe(node.reached);
          else expect(node.assignments).toEqual([]);
        }
        const byParty = (party: string): bigint =>
          nodes
            .flatMap(({ assignments }) => assignments)
            .reduce((sum, gift) => sum + (gift.party === party ? gift.amount : 0n), 0n);
        for (const { party, amount } of result.shares) expect(byParty(party)).toBe(amount);
        expect(byParty('X')).toBe(result.subsidy);
      }),
    );
  });
});

describe('E67: the order of the parties', () => {
  it('decides nothing but which of equal remainders gets the odd fen', () => {
    const weightLists = fc.array(fc.nat(1_000), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const rule: SplitRule = { kind: 'ratio', weights: weightsOf(weights) };
        const list = weights.map((_weight, index) => ({ id: ids[index] ?? '' }));
        const shareOf = (order: readonly { id: string }[]): Map<string, bigint> =>
          new Map(
            splitCost({ total, rotation: 0, rule, parties: [...order] }).shares.map((one) => [
              one.party,
              one.amount,
            ]),
          );
        const [forth, back] = [shareOf(list), shareOf([...list].reverse())];
        const sum = BigInt(weights.reduce((all, weight) => all + weight, 0));
        const moved = weights.flatMap((weight, index) => {
          const id = ids[index] ?? '';
          const difference = (forth.get(id) ?? 0n) - (back.get(id) ?? 0n);
          if (difference === 0n) return [];
          expect([1n, -1n]).toContain(difference);
          return [(total * BigInt(weight)) % sum];
        });
        // A party that gained a fen had the same remainder as the party that lost it.
        expect(new Set(moved).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('caps and floors', () => {
  const refusals = ['CAPS_BELOW_TOTAL', 'FLOORS_ABOVE_TOTAL', 'AMOUNT_ABOVE_CAP', 'AMOUNT_BELOW_FLOOR'];

  it('hold for the whole share under whatever is given first, or the split is refused with how much is wrong', () => {
    const bound = fc.bigInt({ min: 0n, max: 400n });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 600n }),
        bound,
        bound,
        fc.nat(9),
        (total, cap, floor, rotation) => {
          const input: SplitInput = {
            total,
            parties,
            rotation,
            caps: { B: cap },
            floors: { C: floor },
            rule: {
              kind: 'hostShare',
              party: 'A',
              percent: '20',
              rest: { kind: 'fixed', amounts: { B: 1n }, rest: equal },
            },
          };
          try {
            const share = new Map(splitCost(input).shares.map((one) => [one.party, one.amount]));
            expect(share.get('B')).toBeLessThanOrEqual(cap);
            expect(share.get('C')).toBeGreaterThanOrEqual(floor);
            expect([...share.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(total);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            expect([...refusals, 'FIXED_ABOVE_TOTAL']).toContain(error.code);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
