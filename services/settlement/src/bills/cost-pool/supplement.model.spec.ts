import { describe, expect, it } from '@jest/globals';
import { DomainError, sum } from '@gongxiang/domain';
import fc from 'fast-check';
import type { SplitRule } from '../../splits/split/rule.model.js';
import { splitCost } from '../../splits/split/split.model.js';
import { type EarlierPool, type SplitTerms, termsAfter } from './supplement.model.js';

const parties = ['A', 'B', 'C'];
const equal: SplitRule = { kind: 'equal' };
const terms = (rule: SplitRule, more: Partial<SplitTerms> = {}): SplitTerms => ({
  rule,
  caps: {},
  floors: {},
  ...more,
});

interface Split {
  readonly total: bigint;
  readonly shares: readonly bigint[];
  readonly subsidy: bigint;
}

/** Splits one pool after another, each by what the ones before it have left of the terms. */
function chain(of: SplitTerms, totals: readonly bigint[], heads: readonly number[] = [1, 1, 1]): Split[] {
  const earlier: EarlierPool[] = [];
  return totals.map((total, rotation) => {
    const left = termsAfter(of, earlier);
    const people = parties.map((id, index) => ({ id, headcount: heads[index] ?? 0, usage: null }));
    const result = splitCost({ ...left, total, rotation, parties: people });
    const subsidy = result.subsidy ?? 0n;
    const borne = new Map(result.shares.map(({ party, amount }) => [party, amount]));
    earlier.push({ id: String(rotation), total, subsidy, subsidyReturned: 0n, borne });
    return { total, shares: result.shares.map(({ amount }) => amount), subsidy };
  });
}

const amounts = (splits: readonly Split[]) => splits.map(({ shares }) => shares.map(Number));

describe('a supplement', () => {
  it.each<[string, SplitTerms, bigint[], number[][]]>([
    // 600 in three: 200 each, C stops at 150, A and B take 225; C has nothing left, so 90 is 45 and 45.
    [
      'takes no more of a party than its cap leaves',
      terms(equal, { caps: { C: 150n } }),
      [600n, 90n],
      [
        [225, 225, 150],
        [45, 45, 0],
      ],
    ],
    // C's cap of 150 leaves 50 after 300; 240 would be 80 each: C takes 50, A and B 95.
    [
      'takes of a cap what is left of it',
      terms(equal, { caps: { C: 150n } }),
      [300n, 240n],
      [
        [100, 100, 100],
        [95, 95, 50],
      ],
    ],
    // A's floor of 200 is met by the first, so 90 is 30 each.
    [
      'asks for a floor once',
      terms(equal, { floors: { A: 200n } }),
      [300n, 90n],
      [
        [200, 50, 50],
        [30, 30, 30],
      ],
    ],
    // A has paid its fixed 120 by the first; 180 in three is 60 each, and 90 is 30 each.
    [
      'does not take a fixed amount twice',
      terms({ kind: 'fixed', amounts: { A: 120n }, rest: equal }),
      [300n, 90n],
      [
        [180, 60, 60],
        [30, 30, 30],
      ],
    ],
    // The host bears half of each: 150 of 300, 45 of 90.
    [
      'takes the share of the host of itself',
      terms({ kind: 'hostShare', party: 'A', percent: '50', rest: equal }),
      [300n, 90n],
      [
        [150, 75, 75],
        [45, 23, 22],
      ],
    ],
    // Up to 400 A alone. 300 leave 100 of the tier: of 190 A takes 100, and 90 is 30 each.
    [
      'goes on in the tier that the first had come to',
      terms({
        kind: 'tiers',
        tiers: [
          { upTo: 400n, rule: { kind: 'ratio', weights: { A: 1 } } },
          { upTo: null, rule: equal },
        ],
      }),
      [300n, 190n],
      [
        [300, 0, 0],
        [130, 30, 30],
      ],
    ],
  ])('%s', (_name, of, totals, expected) => {
    expect(amounts(chain(of, totals))).toEqual(expected);
  });

  it('takes of the subsidy what is left of its limit', () => {
    const rule: SplitRule = { kind: 'subsidyFirst', source: 'S', percent: '50', upTo: 180n, rest: equal };
    // 150 of 300; 30 are left of 180, though half of 120 would be 60.
    const [first, second] = chain(terms(rule), [300n, 120n]);
    expect([first?.subsidy, second?.subsidy]).toEqual([150n, 30n]);
    expect(amounts([second as Split])).toEqual([[30, 30, 30]]);
  });

  it('counts what was refunded as not borne: it frees a cap and the limit of a subsidy', () => {
    const rule: SplitRule = { kind: 'subsidyFirst', source: 'S', upTo: 100n, rest: equal };
    const borne = new Map([
      ['A', 100n],
      ['B', 100n],
      ['C', 60n],
    ]);
    const left = termsAfter(terms(rule, { caps: { A: 100n, C: 100n }, floors: { C: 80n } }), [
      { id: 'first', total: 400n, subsidy: 100n, subsidyReturned: 40n, borne },
    ]);
    expect(left).toEqual({
      rule: { ...rule, upTo: 40n },
      caps: { A: 0n, C: 40n },
      floors: { C: 20n },
    });
  });
});

const leaf = fc.oneof(
  fc.constant<SplitRule>({ kind: 'equal' }),
  fc.constant<SplitRule>({ kind: 'headcount', else: { kind: 'equal' } }),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9))
    .map(([A, B, C]): SplitRule => ({ kind: 'ratio', weights: { A, B, C } })),
);
const fen = fc.bigInt({ min: 0n, max: 50_000n });
const node = fc.oneof(
  leaf,
  fc.tuple(fen, fen, leaf).map(([A, B, rest]): SplitRule => ({ kind: 'fixed', amounts: { A, B }, rest })),
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), leaf)
    .map(([percent, rest]): SplitRule => ({ kind: 'hostShare', party: 'B', percent: `${percent}`, rest })),
  fc.tuple(fc.bigInt({ min: 1n, max: 50_000n }), leaf, leaf).map(([upTo, low, high]): SplitRule => ({
    kind: 'tiers',
    tiers: [
      { upTo, rule: low },
      { upTo: null, rule: high },
    ],
  })),
);
const anyRule = fc.oneof(
  node,
  fc.tuple(fc.integer({ min: 0, max: 100 }), fen, node).map(([percent, upTo, rest]): SplitRule => ({
    kind: 'subsidyFirst',
    source: 'S',
    percent: `${percent}`,
    upTo,
    rest,
  })),
);
const totalsOf = fc.array(fc.bigInt({ min: 1n, max: 200_000n }), { minLength: 1, maxLength: 5 });
const headsOf = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50));
const boundsOf = fc.record({
  caps: fc.dictionary(fc.constantFrom('A', 'C'), fc.bigInt({ min: 30_000n, max: 200_000n })),
  floors: fc.dictionary(fc.constantFrom('B', 'C'), fc.bigInt({ min: 0n, max: 20_000n })),
});
const totalOf = (splits: readonly Split[]): Split =>
  splits.reduce((left, right) => ({
    total: left.total + right.total,
    shares: left.shares.map((share, index) => share + (right.shares[index] ?? 0n)),
    subsidy: left.subsidy + right.subsidy,
  }));

/** A rule may refuse an amount, as where fixed amounts are more than there is: what is refused is no chain. */
function made<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

describe('over random chains of pools', () => {
  it('E66: each makes its total, and no share is below zero', () => {
    fc.assert(
      fc.property(anyRule, totalsOf, headsOf, (rule, totals, heads) => {
        for (const { total, shares, subsidy } of made(() => chain(terms(rule), totals, heads)) ?? []) {
          expect(sum(shares) + subsidy).toBe(total);
          expect(shares.every((share) => share >= 0n) && subsidy >= 0n).toBe(true);
        }
      }),
    );
  });

  it('E72: caps and floors hold for the sum of all of them', () => {
    const rule = fc.oneof(
      leaf,
      fc.tuple(fen, leaf).map(([A, rest]): SplitRule => ({ kind: 'fixed', amounts: { A }, rest })),
    );
    fc.assert(
      fc.property(rule, boundsOf, totalsOf, headsOf, (one, bounds, totals, heads) => {
        const splits = made(() => chain(terms(one, bounds), totals, heads));
        fc.pre(splits !== null);
        const { shares } = totalOf(splits);
        for (const [party, cap] of Object.entries(bounds.caps))
          expect((shares[parties.indexOf(party)] ?? 0n) <= cap).toBe(true);
        for (const [party, floor] of Object.entries(bounds.floors))
          expect((shares[parties.indexOf(party)] ?? 0n) >= floor).toBe(true);
      }),
    );
  });

  it('all together come to what one pool of the whole would have, but for the odd fen', () => {
    fc.assert(
      fc.property(anyRule, totalsOf, headsOf, (rule, totals, heads) => {
        // For a percentage with a limit the order matters little; for fixed amounts and tiers it does not matter.
        const splits = made(() => chain(terms(rule), totals, heads));
        const whole = made(() => chain(terms(rule), [sum(totals)], heads)[0]);
        fc.pre(splits !== null && whole !== null && whole !== undefined);
        const all = totalOf(splits);
        // Every pool rounds once in each of at most four places on the way to a share.
        const odd = BigInt(4 * totals.length);
        all.shares.forEach((share, index) => {
          const difference = share - (whole.shares[index] ?? 0n);
          expect(difference <= odd && -difference <= odd).toBe(true);
        });
      }),
    );
  });
});
