import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import fc from 'fast-check';
import type { SplitInput, SplitRule } from './rule.model.js';
import { splitCost } from './split.model.js';
import { traceText } from './split-trace.model.js';

const names = [...'ABCDEFGHIJ'];
const equal: SplitRule = { kind: 'equal' };

function input(total: bigint, rule: SplitRule, more: Partial<SplitInput> = {}): SplitInput {
  return { total, rule, rotation: 0, parties: ['A', 'B', 'C'].map((id) => ({ id })), ...more };
}

function amounts(split: SplitInput): Record<string, number> {
  return Object.fromEntries(splitCost(split).shares.map(({ party, amount }) => [party, Number(amount)]));
}

function ratio(weights: readonly number[]): SplitRule {
  return {
    kind: 'ratio',
    weights: Object.fromEntries(weights.map((weight, index) => [names[index], weight])),
  };
}

function problemOf(split: SplitInput): object {
  try {
    splitCost(split);
  } catch (error) {
    if (error instanceof DomainError) {
      return { code: error.code, pointer: error.errors[0]?.pointer, params: error.params };
    }
    throw error;
  }
  return {};
}

const people = (...ids: string[]) => ids.map((id) => ({ id }));

describe('a split', () => {
  it.each([
    // 100 / 3 = 33 1/3 each: one odd fen, to the first.
    { name: 'E66', total: 100n, weights: [1, 1, 1], rotation: 0, shares: [34, 33, 33] },
    // 3000 / 7 = 428 4/7 each: four odd fen.
    {
      name: 'E68',
      total: 3000n,
      weights: [1, 1, 1, 1, 1, 1, 1],
      rotation: 0,
      shares: [429, 429, 429, 429, 428, 428, 428],
    },
    // 10,000 yuan by 47, 31 and 9 of 87: remainders .8046, .7816, .4138 of a fen; two odd fen to the first two.
    {
      name: 'E66',
      total: 1_000_000n,
      weights: [47, 31, 9],
      rotation: 0,
      shares: [540_230, 356_322, 103_448],
    },
    // 3.5 and 1.5: both remainders are one half, the first named party wins the tie.
    { name: 'E67', total: 5n, weights: [70, 30], rotation: 0, shares: [4, 1] },
    // The same tie with the order rotated by one; 3 ≡ 1 modulo 2.
    { name: 'E67', total: 5n, weights: [70, 30], rotation: 1, shares: [3, 2] },
    { name: 'E67', total: 5n, weights: [70, 30], rotation: 3, shares: [3, 2] },
    { name: 'E66', total: 1n, weights: [1, 1, 1], rotation: 0, shares: [1, 0, 0] },
    { name: 'E66', total: 0n, weights: [1, 1], rotation: 0, shares: [0, 0] },
  ])(
    '$name: $total fen by $weights rotated by $rotation is $shares',
    ({ total, weights, rotation, shares }) => {
      const parties = weights.map((_, index) => ({ id: names[index] ?? '' }));
      expect(Object.values(amounts({ total, parties, rotation, rule: ratio(weights) }))).toEqual(shares);
    },
  );

  it('E67: rotates the order of all parties, and skips those outside the leaf', () => {
    // The order rotated by 2: C D A B. A is the host and outside; 2 fen of 3: one each for C and D, none for B.
    const rule: SplitRule = { kind: 'hostShare', party: 'A', percent: '0', rest: equal };
    const parties = people('A', 'B', 'C', 'D');
    expect(amounts({ total: 2n, parties, rotation: 2, rule })).toEqual({ A: 0, B: 0, C: 1, D: 1 });
    // Rotated by 3: D A B C, so D and B.
    expect(amounts({ total: 2n, parties, rotation: 3, rule })).toEqual({ A: 0, B: 1, C: 0, D: 1 });
  });

  it('E94: refuses a negative total, as a refund reverses what was posted and is never split again', () => {
    expect(problemOf(input(-100n, equal))).toMatchObject({ code: 'TOTAL_NEGATIVE', pointer: '/total' });
  });

  it.each<{ name: string; split: SplitInput; shares: Record<string, number>; subsidy?: bigint }>([
    {
      // A has 400 fixed; 600 left, 200 for each, A too.
      name: 'fixed, then the rest among all',
      split: input(1000n, { kind: 'fixed', amounts: { A: 400n }, rest: equal }),
      shares: { A: 600, B: 200, C: 200 },
    },
    {
      // 33.3 % of 1000 is 333; 667 among two: 333.5 each, the odd fen to B.
      name: 'host share, then the rest among the others',
      split: input(1000n, { kind: 'hostShare', party: 'A', percent: '33.3', rest: equal }),
      shares: { A: 333, B: 334, C: 333 },
    },
    {
      // 50 % of 999 is 499.5, down to 499; 500 left: 166 2/3 each.
      name: 'a subsidy by percent, rounded down',
      split: input(999n, { kind: 'subsidyFirst', source: 'D', percent: '50', upTo: null, rest: equal }),
      shares: { A: 167, B: 167, C: 166 },
      subsidy: 499n,
    },
    {
      name: 'a subsidy by percent, at most its bound',
      split: input(1000n, { kind: 'subsidyFirst', source: 'D', percent: '50', upTo: 100n, rest: equal }),
      shares: { A: 300, B: 300, C: 300 },
      subsidy: 100n,
    },
    {
      name: 'a subsidy by bound alone that covers all',
      split: input(90n, { kind: 'subsidyFirst', source: 'D', percent: null, upTo: 100n, rest: equal }),
      shares: { A: 0, B: 0, C: 0 },
      subsidy: 90n,
    },
    {
      name: 'a subsidy that covers all, of heads where nobody came',
      split: input(
        90n,
        {
          kind: 'subsidyFirst',
          source: 'D',
          percent: '100',
          upTo: null,
          rest: { kind: 'headcount' },
        },
        { parties: ['A', 'B', 'C'].map((id) => ({ id, headcount: 0 })) },
      ),
      shares: { A: 0, B: 0, C: 0 },
      subsidy: 90n,
    },
    {
      // Up to 300 equally: 100 each; the next 200 by 3 : 1 : 0 = 150, 50, 0; the last 100 to C.
      name: 'tiers',
      split: input(600n, {
        kind: 'tiers',
        tiers: [
          { upTo: 300n, rule: equal },
          { upTo: 500n, rule: ratio([3, 1]) },
          { upTo: null, rule: ratio([0, 0, 1]) },
        ],
      }),
      shares: { A: 250, B: 150, C: 200 },
    },
    {
      name: 'zero headcounts go to the other rule',
      split: input(
        90n,
        { kind: 'headcount', else: equal },
        { parties: names.slice(0, 3).map((id) => ({ id, headcount: 0 })) },
      ),
      shares: { A: 30, B: 30, C: 30 },
    },
    {
      // A is the host, so only B and C need a usage: 100 by 3 : 1.
      name: 'usage among those in the leaf',
      split: input(
        100n,
        { kind: 'hostShare', party: 'A', percent: '0', rest: { kind: 'usage' } },
        { parties: [{ id: 'A' }, { id: 'B', usage: 3 }, { id: 'C', usage: 1 }] },
      ),
      shares: { A: 0, B: 75, C: 25 },
    },
  ])('splits $name', ({ split, shares, subsidy }) => {
    expect(amounts(split)).toEqual(shares);
    expect(splitCost(split).subsidy).toBe(subsidy ?? null);
  });

  it.each<{ name: string; split: SplitInput; shares: Record<string, number> }>([
    {
      // 900 by 7 : 1 : 1; A is held at 400, so 500 by 1 : 1.
      name: 'a cap',
      split: input(900n, ratio([7, 1, 1]), { caps: { A: 400n } }),
      shares: { A: 400, B: 250, C: 250 },
    },
    {
      // 900 by 7 : 1 : 1; C is raised to 250, so 650 by 7 : 1: 568.75 and 81.25.
      name: 'a floor',
      split: input(900n, ratio([7, 1, 1]), { floors: { C: 250n } }),
      shares: { A: 569, B: 81, C: 250 },
    },
    {
      // λ = 100: A 2λ = 200, B min(3λ, 50) = 50, C max(0λ, 50) = 50.
      name: 'a cap and a floor by one common λ, a floor without weight too',
      split: input(300n, ratio([2, 3, 0]), { caps: { B: 50n }, floors: { C: 50n } }),
      shares: { A: 200, B: 50, C: 50 },
    },
    {
      // A has 300 of its cap of 350, so the leaf of 600 gives A 50, the others 275 each.
      name: 'the whole share, with what was fixed before',
      split: input(900n, { kind: 'fixed', amounts: { A: 300n }, rest: equal }, { caps: { A: 350n } }),
      shares: { A: 350, B: 275, C: 275 },
    },
    {
      // A is capped at 33; 67 by 1 : 1 are 33.5 each: the odd fen to C, as the order is C A B.
      name: 'the odd fen between the bounds, in rotated order',
      split: input(100n, equal, { caps: { A: 33n }, rotation: 2 }),
      shares: { A: 33, B: 33, C: 34 },
    },
  ])('binds $name', ({ split, shares }) => {
    expect(amounts(split)).toEqual(shares);
  });

  it.each<{ name: string; split: SplitInput; problem: object }>([
    {
      name: 'fixed amounts above what is there (E76)',
      split: input(100n, { kind: 'fixed', amounts: { A: 60n, B: 41n }, rest: equal }),
      problem: { code: 'FIXED_ABOVE_TOTAL', pointer: '/rule/amounts', params: { excessFen: '1' } },
    },
    {
      name: 'caps that hold too little',
      split: input(100n, equal, { caps: { A: 33n, B: 33n, C: 33n } }),
      problem: { code: 'CAPS_BELOW_TOTAL', pointer: '/caps', params: { missingFen: '1' } },
    },
    {
      name: 'floors that ask too much',
      split: input(100n, equal, { floors: { A: 60n, B: 42n } }),
      problem: { code: 'FLOORS_ABOVE_TOTAL', pointer: '/floors', params: { excessFen: '2' } },
    },
    {
      name: 'a fixed amount above its cap',
      split: input(100n, { kind: 'fixed', amounts: { A: 60n }, rest: equal }, { caps: { A: 50n } }),
      problem: { code: 'AMOUNT_ABOVE_CAP', pointer: '/caps/A' },
    },
    {
      name: 'a host amount below its floor',
      split: input(
        100n,
        { kind: 'hostShare', party: 'A', percent: '10', rest: equal },
        { floors: { A: 11n } },
      ),
      problem: { code: 'AMOUNT_BELOW_FLOOR', pointer: '/floors/A', params: { missingFen: '1' } },
    },
    {
      name: 'a floor above its cap',
      split: input(100n, equal, { caps: { A: 1n }, floors: { A: 2n } }),
      problem: { code: 'FLOOR_ABOVE_CAP', pointer: '/floors/A' },
    },
    {
      name: 'caps with tiers',
      split: input(100n, { kind: 'tiers', tiers: [{ upTo: null, rule: equal }] }, { caps: { A: 50n } }),
      problem: { code: 'CAPS_WITH_TIERS', pointer: '/caps' },
    },
    {
      name: 'a cap of nobody',
      split: input(100n, equal, { caps: { 'X/~': 50n } }),
      problem: { code: 'UNKNOWN_PARTY', pointer: '/caps/X~1~0' },
    },
    {
      name: 'a weight of nobody',
      split: input(100n, { kind: 'ratio', weights: { Z: 1 } }),
      problem: { code: 'UNKNOWN_PARTY', pointer: '/rule/weights/Z', params: { party: 'Z' } },
    },
    {
      name: 'a weight that is no whole number',
      split: input(100n, { kind: 'fixed', amounts: {}, rest: ratio([1, 1.5]) }),
      problem: { code: 'WEIGHT_INVALID', pointer: '/rule/rest/weights/B' },
    },
    {
      name: 'a weight above a thousand million',
      split: input(100n, ratio([1_000_000_001])),
      problem: { code: 'WEIGHT_INVALID', pointer: '/rule/weights/A' },
    },
    {
      name: 'no weight at all',
      split: input(100n, ratio([0, 0, 0])),
      problem: { code: 'NO_WEIGHT', pointer: '/rule' },
    },
    {
      name: 'no weight in the other rule',
      split: input(1n, { kind: 'usage', else: ratio([]) }, { parties: [{ id: 'A', usage: 0 }] }),
      problem: { code: 'NO_WEIGHT', pointer: '/rule/else' },
    },
    {
      name: 'a missing headcount',
      split: input(100n, { kind: 'headcount' }, { parties: [{ id: 'A', headcount: 1 }, { id: 'B' }] }),
      problem: { code: 'HEADCOUNT_REQUIRED', pointer: '/parties/1/headcount' },
    },
    {
      name: 'a missing usage',
      split: input(100n, { kind: 'usage' }, { parties: [{ id: 'A', usage: null }] }),
      problem: { code: 'USAGE_REQUIRED', pointer: '/parties/0/usage' },
    },
    {
      name: 'a party twice',
      split: input(100n, equal, { parties: people('A', 'A') }),
      problem: { code: 'PARTY_DUPLICATE', pointer: '/parties/1/id' },
    },
    {
      name: 'no party',
      split: input(100n, equal, { parties: [] }),
      problem: { code: 'PARTIES_REQUIRED', pointer: '/parties' },
    },
    {
      name: 'too many parties',
      split: input(100n, equal, {
        parties: Array.from({ length: 1_001 }, (_, index) => ({ id: `P${index}` })),
      }),
      problem: { code: 'TOO_MANY', pointer: '/parties', params: { max: 1_000 } },
    },
    {
      name: 'a rotation below zero',
      split: input(100n, equal, { rotation: -1 }),
      problem: { code: 'ROTATION_INVALID', pointer: '/rotation' },
    },
    {
      name: 'a subsidy from a party',
      split: input(100n, { kind: 'subsidyFirst', source: 'A', percent: '1', rest: equal }),
      problem: { code: 'SUBSIDY_SOURCE_IS_PARTY', pointer: '/rule/source' },
    },
    {
      name: 'a subsidy without limit',
      split: input(100n, { kind: 'subsidyFirst', source: 'D', rest: equal }),
      problem: { code: 'SUBSIDY_LIMIT_REQUIRED', pointer: '/rule' },
    },
    {
      name: 'a subsidy further down',
      split: input(100n, {
        kind: 'fixed',
        amounts: {},
        rest: { kind: 'subsidyFirst', source: 'D', percent: '1', rest: equal },
      }),
      problem: { code: 'SUBSIDY_NOT_AT_ROOT', pointer: '/rule/rest' },
    },
    {
      name: 'a percentage above a hundred',
      split: input(100n, { kind: 'hostShare', party: 'A', percent: '101', rest: equal }),
      problem: { code: 'PERCENT_FORMAT', pointer: '/rule/percent' },
    },
    {
      name: 'a host share of everything with nobody else left',
      split: input(
        100n,
        { kind: 'hostShare', party: 'A', percent: '99', rest: equal },
        { parties: people('A') },
      ),
      problem: { code: 'NO_WEIGHT', pointer: '/rule/rest' },
    },
    {
      name: 'tiers that don’t rise',
      split: input(100n, {
        kind: 'tiers',
        tiers: [
          { upTo: 5n, rule: equal },
          { upTo: 5n, rule: equal },
          { upTo: null, rule: equal },
        ],
      }),
      problem: { code: 'TIERS_NOT_RISING', pointer: '/rule/tiers/1/upTo' },
    },
    {
      name: 'tiers that end',
      split: input(100n, { kind: 'tiers', tiers: [{ upTo: 5n, rule: equal }] }),
      problem: { code: 'LAST_TIER_OPEN', pointer: '/rule/tiers/0/upTo' },
    },
    {
      name: 'nine levels',
      split: input(100n, nested(9)),
      problem: { code: 'RULE_TOO_DEEP', pointer: `/rule${'/rest'.repeat(8)}` },
    },
  ])('refuses $name', ({ split, problem }) => {
    expect(problemOf(split)).toMatchObject(problem);
  });

  it('allows eight levels, and a host share of everything by a single party', () => {
    expect(amounts(input(100n, nested(8)))).toEqual({ A: 34, B: 33, C: 33 });
    const alone: SplitRule = { kind: 'hostShare', party: 'A', percent: '100', rest: equal };
    expect(amounts(input(100n, alone, { parties: people('A') }))).toEqual({ A: 100 });
  });

  it('tells of heads that count for nobody where a share goes by heads, and nowhere else', () => {
    const texts = (rule: SplitRule, parties = people('A', 'B')) =>
      splitCost(input(100n, rule, { parties, headsOutside: 5 })).shares[0]?.trace.map(({ code }) => code);
    const counted = people('A', 'B').map((party) => ({ ...party, headcount: 1 }));
    expect(texts({ kind: 'headcount' }, counted)).toEqual(['HEADS_OUTSIDE', 'HEADCOUNT_SHARE']);
    const nobody = people('A', 'B').map((party) => ({ ...party, headcount: 0 }));
    expect(texts({ kind: 'headcount', else: equal }, nobody)).toEqual([
      'HEADS_OUTSIDE',
      'ELSE_HEADCOUNT',
      'EQUAL_SHARE',
    ]);
    expect(texts(equal)).toEqual(['EQUAL_SHARE']);
    const step = { code: 'HEADS_OUTSIDE', params: { heads: 5 } } as const;
    expect(traceText(step, 'en')).toBe(
      '5 more were present whose unions are no party and below none: they do not count',
    );
  });

  it('explains each share in both languages', () => {
    const rule: SplitRule = { kind: 'hostShare', party: 'A', percent: '30', rest: equal };
    const [host, guest] = splitCost(input(1_001n, rule)).shares;
    expect(host?.trace.map((step) => traceText(step, 'zh-CN'))).toEqual(['主办方承担¥10.01的30%：¥3.00']);
    // 7.01 between two: 3.505, the odd fen to B.
    expect(guest?.trace.map((step) => traceText(step, 'en'))).toEqual([
      '¥7.01 split equally among 2: ¥3.51',
      'One fen of it is the odd one, which goes by largest remainder',
    ]);
  });
});

function nested(levels: number): SplitRule {
  return levels === 1 ? equal : { kind: 'fixed', amounts: {}, rest: nested(levels - 1) };
}

const weightLists = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 10 });
const totals = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('any split', () => {
  it('sums to the total together with the subsidy', () => {
    fc.assert(
      fc.property(totals, weightLists, fc.nat(), rules, (total, weights, rotation, wrap) => {
        fc.pre(weights.some((weight) => weight > 0));
        const parties = weights.map((_, index) => ({ id: names[index] ?? '' }));
        const { shares, subsidy } = splitCost({ total, parties, rotation, rule: wrap(ratio(weights)) });
        expect(shares.reduce((sum, { amount }) => sum + amount, subsidy ?? 0n)).toBe(total);
        expect(shares.every(({ amount }) => amount >= 0n)).toBe(true);
      }),
    );
  });

  it('never lets a larger weight pay less', () => {
    fc.assert(
      fc.property(totals, weightLists, fc.nat(), (total, weights, rotation) => {
        fc.pre(weights.some((weight) => weight > 0));
        const parties = weights.map((_, index) => ({ id: names[index] ?? '' }));
        const { shares } = splitCost({ total, parties, rotation, rule: ratio(weights) });
        const rising = weights
          .map((weight, index) => ({ weight, amount: shares[index]?.amount ?? 0n }))
          .sort((left, right) => left.weight - right.weight);
        for (const [index, { weight, amount }] of rising.entries()) {
          const next = rising[index + 1];
          if (next !== undefined && next.weight > weight) expect(next.amount).toBeGreaterThanOrEqual(amount);
        }
      }),
    );
  });

  it('keeps caps and floors, sums to the total, and has one λ that explains every share', () => {
    const places = fc.record({ weight: fc.nat(20), floor: fc.nat(50), room: fc.nat(80) });
    fc.assert(
      fc.property(
        fc.array(places, { minLength: 1, maxLength: 8 }),
        fc.nat(100),
        fc.nat(9),
        (list, percent, rotation) => {
          fc.pre(list.some(({ weight }) => weight > 0));
          const low = list.reduce((sum, { floor }) => sum + floor, 0);
          const room = list.reduce((sum, place) => sum + (place.weight > 0 ? place.room : 0), 0);
          const total = low + Math.floor((room * percent) / 100);
          const byName = (value: (place: (typeof list)[number]) => number) =>
            Object.fromEntries(list.map((place, index) => [names[index] ?? '', BigInt(value(place))]));
          const caps = byName(({ floor, room: above }) => floor + above);
          const floors = byName(({ floor }) => floor);
          const parties = list.map((_, index) => ({ id: names[index] ?? '' }));
          const rule = ratio(list.map(({ weight }) => weight));
          const shares = Object.values(
            amounts({ total: BigInt(total), parties, rotation, rule, caps, floors }),
          );
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
          // λ by bisection in doubles: an oracle that shares nothing with the exact search.
          const clamped = (lambda: number) =>
            list.map(({ weight, floor, room: above }) =>
              Math.min(Math.max(lambda * weight, floor), floor + above),
            );
          let [from, to] = [0, 1_000];
          for (let step = 0; step < 200; step += 1) {
            const middle = (from + to) / 2;
            if (clamped(middle).reduce((sum, share) => sum + share, 0) < total) from = middle;
            else to = middle;
          }
          for (const [index, exact] of clamped(to).entries()) {
            expect(Math.abs((shares[index] ?? 0) - exact)).toBeLessThan(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

type Wrap = (rest: SplitRule) => SplitRule;
const rules = fc.constantFrom<Wrap>(
  (rest) => rest,
  (rest) => ({ kind: 'subsidyFirst', source: 'union above', percent: '12.3456', upTo: 1_000_000n, rest }),
  (rest) => ({ kind: 'fixed', amounts: { A: 0n }, rest }),
  (rest) => ({
    kind: 'tiers',
    tiers: [
      { upTo: 10n, rule: { kind: 'equal' } },
      { upTo: 1_001n, rule: rest },
      { upTo: null, rule: rest },
    ],
  }),
);
