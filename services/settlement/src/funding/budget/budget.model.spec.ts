import { describe, expect, it } from '@jest/globals';
import { type BudgetState, budgetStates } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { DomainError, sum } from '@gongxiang/domain';
import fc from 'fast-check';
import type { Movement } from '../spending/spending.model.js';
import { type BudgetVerb, checkLines, compareLines, nextState } from './budget.model.js';
import { reportOf, type ReportFacts } from './budget-report.model.js';
import { daysOf, yearEndOf } from './what-if.model.js';

const codeOf = (act: () => unknown): string => {
  try {
    return String(act());
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};
const line = (expenseCode: string, amount: bigint) => ({ expenseCode, amount, note: null });

describe('the life of a budget', () => {
  const allowed: Record<BudgetVerb, Partial<Record<BudgetState, BudgetState>>> = {
    change: { draft: 'draft' },
    submit: { draft: 'submitted' },
    return: { submitted: 'draft' },
    adopt: { submitted: 'adopted' },
    amend: { adopted: 'adopted' },
    supersede: { adopted: 'superseded' },
  };
  const rows = (Object.keys(allowed) as BudgetVerb[]).flatMap((verb) =>
    budgetStates.map((state) => {
      const refusal = verb === 'change' || verb === 'submit' ? 'BUDGET_NOT_DRAFT' : 'ILLEGAL_TRANSITION';
      return [verb, state, allowed[verb][state] ?? refusal] as const;
    }),
  );
  it.each(rows)('%s of one that is %s: %s', (verb, state, expected) => {
    expect(codeOf(() => nextState(state, verb))).toBe(expected);
  });
});

describe('the lines of a budget', () => {
  it.each([
    ['a code twice', [line('1.2', 1n), line('1.2', 2n)], 'EXPENSE_CODE_TWICE'],
    ['an amount below zero', [line('1.2', -1n)], 'AMOUNT_NEGATIVE'],
    ['zero, which says that nothing is planned', [line('1.2', 0n)], 'undefined'],
  ])('with %s: %s', (_name, lines, expected) => {
    expect(codeOf(() => checkLines(lines))).toBe(expected);
  });

  it('are set against those of the version before, in the order of the codes', () => {
    const compared = compareLines(
      [line('2.1', 50n), line('1.2', 300n)],
      [line('1.2', 200n), line('1.1', 80n)],
    );
    expect(compared.map((one) => [one.expenseCode, one.amount, one.before, one.difference])).toEqual([
      ['1.1', 0n, 80n, -80n],
      ['1.2', 300n, 200n, 100n],
      ['2.1', 50n, 0n, 50n],
    ]);
    expect(compareLines([line('1.2', 300n)], null)).toMatchObject([{ before: null, difference: 300n }]);
  });
});

const moved = (
  on: string,
  matterId: string | null,
  spent: readonly (readonly [string, bigint])[],
): Movement => ({
  matterId,
  on,
  spent: spent.map(([expenseCode, amount]) => ({ expenseCode, incomeKind: 'dues', amount })),
});
const factsOf = (facts: Partial<ReportFacts>): ReportFacts => ({
  lines: [],
  movements: [],
  lastYear: [],
  heads: new Map(),
  scores: new Map(),
  ...facts,
});

describe('a budget against what was borne', () => {
  const report = reportOf(
    factsOf({
      lines: [line('1.2', 100_000n), line('1.5', 10_000n)],
      movements: [
        moved('2026-02-10', 'games', [
          ['1.2', 60_000n],
          ['1.5', 12_000n],
        ]),
        moved('2026-05-01', 'books', [['1.2', 10_000n]]),
        moved('2026-05-02', 'undone', [['1.2', 7_000n]]),
        moved('2026-06-02', 'undone', [['1.2', -7_000n]]),
        moved('2026-06-30', 'talk', [['3.1', 5_000n]]),
      ],
      lastYear: [moved('2025-02-10', 'games25', [['1.2', 55_000n]])],
      heads: new Map([
        ['games', 48],
        ['books', 20],
        ['undone', 99],
      ]),
      scores: new Map([
        ['games', 90],
        ['talk', 62.5],
      ]),
    }),
  );

  it('says by code what is left, and where it is over, also of what nobody had planned', () => {
    expect(
      report.codes.map((one) => [
        one.expenseCode,
        one.planned,
        one.borne,
        one.left,
        one.isOver,
        one.lastYear,
      ]),
    ).toEqual([
      ['1.2', 100_000n, 70_000n, 30_000n, false, 55_000n],
      ['1.5', 10_000n, 12_000n, -2_000n, true, 0n],
      ['3.1', 0n, 5_000n, -5_000n, true, 0n],
    ]);
    expect(report.total).toMatchObject({ planned: 110_000n, borne: 87_000n, left: 23_000n, isOver: false });
  });

  it('says what a head and a point of score have cost, leaving out what was taken back', () => {
    // 720.00 for 48 heads and 90 points: 15.00 a head, 8.00 a point.
    expect(report.activities[0]).toMatchObject({
      matterId: 'games',
      heads: 48,
      perHead: 1_500n,
      perPoint: 800n,
    });
    expect(report.activities.map(({ matterId }) => matterId)).toEqual(['games', 'books', 'talk']);
    // 50.00 for 62.50 points, and nobody of this union: 0.80 a point.
    expect(report.activities[2]).toMatchObject({ heads: 0, perHead: null, perPoint: 80n });
    // 870.00 for 68 heads: 12.794. 770.00 for 152.50 points: 5.049.
    expect(report.total).toMatchObject({ heads: 68, perHead: 1_279n, perPoint: 504n });
    expect(report.codes[2]).toMatchObject({ expenseCode: '3.1', heads: 0, perHead: null, perPoint: 80n });
  });

  it('counts what was paid for matters by code, fund and month, and in no activity and no cost of a head', () => {
    const games = moved('2026-02-10', 'games', [['1.2', 60_000n]]);
    const paid = moved('2026-03-01', null, [['2.5', 50_000n]]);
    const back = moved('2026-04-01', null, [['2.5', -20_000n]]);
    const found = reportOf(factsOf({ movements: [games, paid, back], heads: new Map([['games', 48]]) }));
    // 600.00 of games and 300.00 of matters; 600.00 for 48 heads: 12.50.
    expect(found.total).toMatchObject({ borne: 90_000n, heads: 48, perHead: 1_250n });
    expect(found.codes.map(({ expenseCode, borne }) => [expenseCode, borne])).toEqual([
      ['1.2', 60_000n],
      ['2.5', 30_000n],
    ]);
    expect(found.months.slice(1, 4).map(({ borne }) => borne)).toEqual([60_000n, 50_000n, -20_000n]);
    expect(found.funds).toEqual([{ incomeKind: 'dues', borne: 90_000n }]);
    expect(found.activities.map(({ matterId }) => matterId)).toEqual(['games']);
  });

  it('runs through the months against a twelfth of the plan for each', () => {
    expect(report.months.map(({ borneSoFar }) => borneSoFar)).toEqual([
      0n,
      72_000n,
      72_000n,
      72_000n,
      89_000n,
      87_000n,
      ...Array.from({ length: 6 }, () => 87_000n),
    ]);
    expect(report.months[1]?.plannedSoFar).toBe(18_333n); // 1,100.00 × 2 / 12 = 183.33…
    expect(report.months[11]?.plannedSoFar).toBe(110_000n);
  });

  it('planned − borne = left; the parts of codes, months and funds sum to the total', () => {
    const movement = fc
      .tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('1.1', '1.2', '3.4'),
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      )
      .map(([month, matterId, code, amount]) =>
        moved(`2026-${String(month).padStart(2, '0')}-15`, matterId, [[code, amount]]),
      );
    const plan = fc.array(fc.bigInt({ min: 0n, max: 10n ** 10n }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 20 }), plan, (movements, amounts) => {
        const lines = amounts.map((amount, index) => line(['1.1', '1.2', '2.1'][index] ?? '', amount));
        const { total, codes, months, funds } = reportOf(factsOf({ lines, movements }));
        for (const one of [total, ...codes]) expect(one.planned - one.borne).toBe(one.left);
        const borne = [codes, months, funds].map((rows) => sum(rows.map((row) => row.borne)));
        expect(borne).toEqual([total.borne, total.borne, total.borne]);
        expect(sum(codes.map(({ planned }) => planned))).toBe(total.planned);
      }),
    );
  });
});

describe('the end of a year', () => {
  const today = [
    { expenseCode: '1.2', planned: 100_000n, borne: 70_000n, perHead: 1_029n },
    { expenseCode: '1.5', planned: 10_000n, borne: 0n, perHead: null },
  ];
  const asked = (expenseCode: string, what: object) => ({
    expenseCode,
    planned: null,
    more: null,
    heads: null,
    perHead: null,
    ...what,
  });

  it.each([
    ['nothing more', [], 70_000n, 40_000n, false],
    // 40 heads at 10.29: 411.60 more.
    ['forty heads at what one has cost', [asked('1.2', { heads: 40 })], 111_160n, -1_160n, true],
    ['heads of a code that nobody came for yet', [asked('1.5', { heads: 40 })], 70_000n, 40_000n, false],
    ['heads at a cost that is said', [asked('1.5', { heads: 10, perHead: 500n })], 75_000n, 35_000n, false],
    ['an amount', [asked('1.2', { more: 40_000n })], 110_000n, 0n, false],
    ['a code of its own', [asked('3.1', { more: 1n })], 70_001n, 39_999n, false],
    ['a larger plan', [asked('1.2', { planned: 200_000n })], 70_000n, 140_000n, false],
  ])('with %s', (_name, lines, yearEnd, left, isOver) => {
    const { total } = yearEndOf(today, lines, { gone: 100, all: 365 });
    expect(total).toMatchObject({ yearEnd, left, isOver, borne: 70_000n });
  });

  it('at this pace is what was borne, carried on by the days', () => {
    // 700.00 in 73 of 365 days: five times as much.
    expect(yearEndOf(today, [], { gone: 73, all: 365 }).atThisPace).toBe(350_000n);
    expect(yearEndOf(today, [], { gone: 0, all: 365 }).atThisPace).toBe(0n);
  });

  it.each([
    [2026, '2026-01-01', 1, 365],
    [2026, '2026-12-31', 365, 365],
    [2026, '2027-05-01', 365, 365],
    [2026, '2025-12-31', 0, 365],
    [2028, '2028-03-01', 61, 366],
  ])('of %s, on %s, %s of %s days have gone', (year, day, gone, all) => {
    expect(daysOf(year, day)).toEqual({ gone, all });
  });
});
