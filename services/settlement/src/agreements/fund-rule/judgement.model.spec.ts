import { describe, expect, it } from '@jest/globals';
import { sum } from '@gongxiang/domain';
import fc from 'fast-check';
import type { CostUse } from './cost-use.model.js';
import type { FundRule } from './fund-rule.model.js';
import { type FundFigures, type FundLine, judgeFunds } from './judgement.model.js';

const figures: FundFigures = {
  heads: 100,
  days: 1,
  spent: () => 0n,
  members: () => 10,
  budgetFen: () => 1_000_000n,
};

function line(amountFen: bigint, use: CostUse | null, more: Partial<FundLine> = {}): FundLine {
  return { place: 'i1', unionId: 'u', amountFen, incomeKind: 'allotment', expenseCode: '1.2', use, ...more };
}

function judge(rule: FundRule, lines: readonly FundLine[], known: Partial<FundFigures> = {}) {
  return judgeFunds(lines, () => [{ setId: 's', rule }], { ...figures, ...known });
}

function overOf(rule: FundRule, lines: readonly FundLine[], known: Partial<FundFigures> = {}): bigint {
  return sum(judge(rule, lines, known).breaches.map(({ overFen }) => overFen));
}

const prize = (count: number, unit: bigint, recipients = count): CostUse => ({
  kind: 'prize',
  recipients,
  prizes: [{ grade: 'first', count, unit }],
});
const twoThirds: FundRule = { key: 'r', kind: 'prizeShare', share: { numerator: 2, denominator: 3 } };

describe('prizes to a share of those who came', () => {
  it.each([
    // 100 · 2/3 = 66.67, so 66.
    { recipients: 66, over: 0n },
    // One of 67 is too many: 67 prizes of 10.00, a 67th of them.
    { recipients: 67, over: 1_000n },
    { recipients: 100, over: 34_000n },
  ])('$recipients of 100 are $over fen over two thirds', ({ recipients, over }) => {
    expect(overOf(twoThirds, [line(BigInt(recipients) * 1_000n, prize(recipients, 1_000n))])).toBe(over);
  });

  it('nobody came: no prize at all', () => {
    expect(judge(twoThirds, [line(1_000n, prize(1, 1_000n))], { heads: 0 }).breaches).toMatchObject([
      { measure: 'heads', allowed: 0n, actual: 1n, overFen: 1_000n },
    ]);
  });

  it('counts the prizes of all who pay, and names the last bill of who stands under the rule', () => {
    const lines = [
      line(40_000n, prize(40, 1_000n), { place: 'i1' }),
      line(40_000n, prize(40, 1_000n), { place: 'i2', unionId: 'other' }),
    ];
    const rulesOf = (unionId: string) => (unionId === 'u' ? [{ setId: 's', rule: twoThirds }] : []);
    // 80 of 66: 14/80 of 800.00 are 140.00.
    expect(judgeFunds(lines, rulesOf, figures).breaches).toMatchObject([
      { place: 'i1', allowed: 66n, actual: 80n, overFen: 14_000n },
    ]);
  });

  it('waits for the facts, but only where prizes are given', () => {
    const unknown = { heads: null };
    expect(judge(twoThirds, [line(1n, prize(1, 1n))], unknown)).toMatchObject({
      breaches: [],
      unjudged: [{ missing: 'heads' }],
    });
    expect(judge(twoThirds, [line(1n, null)], unknown).unjudged).toEqual([]);
  });
});

describe('what one thing may cost', () => {
  const single: FundRule = { key: 'r', kind: 'prizeAmount', amount: 60_000n, grade: null };
  const second: FundRule = { ...single, kind: 'prizeAmount', grade: 'second' };
  const souvenir: FundRule = {
    key: 'r',
    kind: 'souvenirAmount',
    amount: 10_000n,
    onlyWithoutPrizes: true,
  };
  const souvenirs = (heads: number, unit: bigint): CostUse => ({ kind: 'souvenir', heads, unit });
  const meal: FundRule = { key: 'r', kind: 'mealAmount', amount: 5_000n };
  const lodging: FundRule = { key: 'r', kind: 'lodgingAmount', amount: 30_000n };
  const fee: FundRule = { key: 'r', kind: 'feeAmount', amount: 50_000n };
  const ate = (heads: number, days: number): CostUse => ({ kind: 'meal', heads, days });

  it.each<{ what: string; rule: FundRule; lines: FundLine[]; over: bigint }>([
    { what: 'a prize at the limit', rule: single, lines: [line(180_000n, prize(3, 60_000n))], over: 0n },
    { what: 'three a fen over', rule: single, lines: [line(180_003n, prize(3, 60_001n))], over: 3n },
    { what: 'another grade', rule: second, lines: [line(90_000n, prize(1, 90_000n))], over: 0n },
    {
      what: 'souvenirs at the limit',
      rule: souvenir,
      lines: [line(1_000_000n, souvenirs(100, 10_000n))],
      over: 0n,
    },
    {
      what: 'souvenirs a fen over',
      rule: souvenir,
      lines: [line(1_000_001n, souvenirs(100, 10_001n))],
      over: 1n,
    },
    // 110 are stated and 100 attended: 10 times 100.00.
    {
      what: 'souvenirs for more than came',
      rule: souvenir,
      lines: [line(1_100_000n, souvenirs(110, 10_000n))],
      over: 100_000n,
    },
    {
      what: 'two bills for the same people',
      rule: souvenir,
      lines: [
        line(1_000_000n, souvenirs(100, 10_000n)),
        line(500_000n, souvenirs(100, 5_000n), { place: 'i2' }),
      ],
      over: 500_000n,
    },
    {
      what: 'souvenirs beside prizes',
      rule: souvenir,
      lines: [line(100n, souvenirs(100, 1n)), line(1_000n, prize(1, 1_000n), { place: 'i2' })],
      over: 100n,
    },
    { what: 'souvenirs for nobody', rule: souvenir, lines: [line(1n, souvenirs(0, 1n))], over: 1n },
    { what: 'meals at the limit', rule: meal, lines: [line(500_000n, ate(100, 1))], over: 0n },
    { what: 'meals a fen over', rule: meal, lines: [line(500_001n, ate(100, 1))], over: 1n },
    // Two days are stated for an activity of one day: 100 heads times one day.
    {
      what: 'meals of more days than there were',
      rule: meal,
      lines: [line(900_000n, ate(100, 2))],
      over: 400_000n,
    },
    {
      what: 'a night of lodging a fen over',
      rule: lodging,
      lines: [line(300_001n, { kind: 'lodging', heads: 10, days: 1 })],
      over: 1n,
    },
    // 90 minutes at 500.00 an hour are 750.00.
    { what: 'a fee at the limit', rule: fee, lines: [line(75_000n, { kind: 'fee', minutes: 90 })], over: 0n },
    { what: 'a fee a fen over', rule: fee, lines: [line(75_001n, { kind: 'fee', minutes: 90 })], over: 1n },
    { what: 'a bill of which nobody said what for', rule: meal, lines: [line(9_999_999n, null)], over: 0n },
  ])('$what: $over fen over', ({ rule, lines, over }) => {
    expect(overOf(rule, lines)).toBe(over);
  });

  it('meals of a stay of two days have both days', () => {
    expect(overOf(meal, [line(900_000n, ate(100, 2))], { days: 2 })).toBe(0n);
  });
});

describe('what is not spent at all', () => {
  const cash: FundRule = { key: 'r', kind: 'giftNotCash' };
  const sameDay: FundRule = { key: 'r', kind: 'outingSameDay' };
  const barred: FundRule = {
    key: 'r',
    kind: 'expenseBarred',
    incomeKind: 'allotment',
    expenseCodes: ['1.2', '4'],
  };

  it.each([
    { isCash: true, over: 500n },
    { isCash: false, over: 0n },
  ])('a gift, in cash: $isCash, is $over fen over', ({ isCash, over }) => {
    expect(overOf(cash, [line(500n, { kind: 'gift', heads: 5, isCash })])).toBe(over);
  });

  it.each([
    { from: '2028-02-29', to: '2028-02-29', days: null },
    { from: '2028-02-28', to: '2028-02-29', days: 2n },
    // A leap day lies between them.
    { from: '2028-02-28', to: '2028-03-01', days: 3n },
    { from: '2027-02-28', to: '2027-03-01', days: 2n },
  ])('an outing from $from to $to touches $days days', ({ from, to, days }) => {
    const { breaches } = judge(sameDay, [line(500n, { kind: 'outing', from, to })]);
    expect(breaches.map(({ actual, overFen }) => [actual, overFen])).toEqual(
      days === null ? [] : [[days, 500n]],
    );
  });

  it.each([
    { what: 'this money on this code', more: {}, over: 500n },
    { what: 'other money', more: { incomeKind: 'dues' as const }, over: 0n },
    { what: 'another code', more: { expenseCode: '1.1' }, over: 0n },
  ])('$what: $over fen over', ({ more, over }) => {
    expect(overOf(barred, [line(500n, null, more)])).toBe(over);
  });
});

describe('what is spent in a year', () => {
  const welfare: FundRule = { key: 'r', kind: 'welfareAmount', amount: 100_000n };
  const share: FundRule = {
    key: 'r',
    kind: 'budgetShare',
    share: { numerator: 3, denominator: 10 },
    expenseCodes: ['1.2', '1.4'],
  };
  const gift = (fen: bigint) => line(fen, null, { expenseCode: '1.4' });

  it.each([
    // Ten members at 1,000.00 are 10,000.00.
    { spent: 0n, now: 1_000_000n, over: 0n },
    { spent: 0n, now: 1_000_001n, over: 1n },
    { spent: 999_999n, now: 2n, over: 1n },
    // What was over before is not this bill's.
    { spent: 2_000_000n, now: 5n, over: 5n },
  ])('welfare of $now after $spent is $over fen over', ({ spent, now, over }) => {
    expect(overOf(welfare, [gift(now)], { spent: () => spent })).toBe(over);
  });

  it.each([
    // 3/10 of 10,000.00.
    { spent: 100_000n, now: 100_000n, over: 0n },
    { spent: 100_001n, now: 100_000n, over: 100_000n - 99_998n },
  ])('$now after $spent of each of two codes is $over fen over a budget', ({ spent, now, over }) => {
    expect(overOf(share, [gift(now)], { spent: () => spent })).toBe(over);
  });

  it('each union is counted by itself, and what is not known is not judged', () => {
    const lines = [gift(1_000_000n), { ...gift(1_000_001n), unionId: 'v', place: 'i2' }];
    expect(judge(welfare, lines).breaches).toMatchObject([{ place: 'i2', overFen: 1n }]);
    expect(judge(welfare, lines, { members: () => null })).toMatchObject({
      breaches: [],
      unjudged: [{ missing: 'members' }],
    });
    expect(judge(share, lines, { budgetFen: () => null }).unjudged).toMatchObject([{ missing: 'budget' }]);
  });
});

it('of two tiers both rules hold, so the stricter one decides', () => {
  const rulesOf = () => [
    { setId: 'city', rule: { key: 'r', kind: 'prizeAmount', amount: 80_000n, grade: null } as const },
    { setId: 'district', rule: { key: 'r', kind: 'prizeAmount', amount: 40_000n, grade: null } as const },
  ];
  const breachesOf = (unit: bigint) =>
    judgeFunds([line(unit, prize(1, unit))], rulesOf, figures).breaches.map(({ setId }) => setId);
  expect([breachesOf(40_000n), breachesOf(40_001n), breachesOf(80_001n)]).toEqual([
    [],
    ['district'],
    ['city', 'district'],
  ]);
});

const fenOf = fc.bigInt(1n, 2_000_000n);
const heads = fc.integer({ min: 0, max: 120 });
const uses: fc.Arbitrary<CostUse | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant('prize' as const),
    recipients: fc.integer({ min: 1, max: 120 }),
    prizes: fc.array(
      fc.record({
        grade: fc.constantFrom('first', 'other'),
        count: fc.integer({ min: 1, max: 50 }),
        unit: fenOf,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ kind: fc.constant('souvenir' as const), heads, unit: fenOf }),
  fc.record({
    kind: fc.constantFrom('meal' as const, 'lodging' as const),
    heads,
    days: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('fee' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
);
const amountKinds = ['mealAmount', 'lodgingAmount', 'feeAmount', 'welfareAmount'] as const;

/** A rule by the one figure that makes it stricter. */
function ruleAt(kind: (typeof kinds)[number], limit: number): FundRule {
  const share = { numerator: limit, denominator: 1_000 };
  if (kind === 'prizeShare') return { key: 'r', kind, share };
  if (kind === 'budgetShare') return { key: 'r', kind, share, expenseCodes: ['1.2', '1.4'] };
  const amount = BigInt(limit) * 100n;
  if (kind === 'prizeAmount') return { key: 'r', kind, amount, grade: null };
  if (kind === 'souvenirAmount') return { key: 'r', kind, amount, onlyWithoutPrizes: false };
  return { key: 'r', kind, amount } as FundRule;
}
const kinds = ['prizeShare', 'budgetShare', 'prizeAmount', 'souvenirAmount', ...amountKinds] as const;

it.each(kinds)('%s: a stricter limit never lets more through, of any bill', (kind) => {
  const bills = fc.array(
    fc.record({ amountFen: fenOf, use: uses, expenseCode: fc.constantFrom('1.2', '1.4') }),
    { maxLength: 6 },
  );
  const limit = fc.integer({ min: 0, max: 1_000 });
  fc.assert(
    fc.property(bills, limit, limit, heads, (drafts, one, other, came) => {
      const lines = drafts.map((draft, index) =>
        line(draft.amountFen, draft.use, { ...draft, place: `i${index}` }),
      );
      const overAt = (figure: number) =>
        new Map(
          judge(ruleAt(kind, figure), lines, { heads: came }).breaches.map(({ place, overFen }) => [
            place,
            overFen,
          ]),
        );
      const [strict, lax] = [overAt(Math.min(one, other)), overAt(Math.max(one, other))];
      for (const [place, overFen] of lax) expect(strict.get(place) ?? -1n).toBeGreaterThanOrEqual(overFen);
    }),
  );
});
