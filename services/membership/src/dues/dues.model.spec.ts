import { describe, expect, it } from '@jest/globals';
import {
  type DuesAmount,
  type DuesMembership,
  duesMonths,
  dueOf,
  duesOfWage,
  type DuesRule,
  noSums,
  openOf,
  receiptText,
  refusalOf,
  withAccounts,
} from './dues.model.js';

describe('dues by a rate', () => {
  it.each([
    // 5,678.90 → 5,670.00 · 0.5 % = 28.35
    [567_890n, '0.5', 2_835n],
    // 5,670.00 is whole already
    [567_000n, '0.5', 2_835n],
    // 9.99 has nothing but a tail
    [999n, '0.5', 0n],
    // 3,330.00 · 0.3 % = 9.99
    [333_999n, '0.3', 999n],
    // 10.00 · 0.5 % = 0.05
    [1_000n, '0.5', 5n],
    // 10.00 · 0.05 % = 0.005: rounded down
    [1_000n, '0.05', 0n],
  ])('of a base wage of %s fen at %s %% are %s fen', (wage, percent, due) => {
    expect(duesOfWage(wage, percent)).toBe(due);
  });
});

const rate = (fromMonth: string): DuesRule => ({ fromMonth, kind: 'rate', flatFen: null });
const flat = (fromMonth: string, flatFen: bigint): DuesRule => ({ fromMonth, kind: 'flat', flatFen });
const exempt = (fromMonth: string): DuesRule => ({ fromMonth, kind: 'exempt', flatFen: null });
const full: DuesMembership = { validFrom: '2025-06-15', validTo: null, standing: 'full', retainedFrom: null };

const table: readonly [string, Partial<DuesMembership>, DuesRule[], DuesAmount[], string][] = [
  ['nothing before there is a rule', {}, [], [], ''],
  ['from the first rule on', {}, [flat('2026-02', 500n)], [], '02:500 03:500 04:500'],
  ['from the month of joining on', { validFrom: '2026-03-31' }, [flat('2026-01', 500n)], [], '03:500 04:500'],
  [
    'by the rule of each month',
    {},
    [flat('2026-02', 500n), exempt('2026-03'), flat('2026-04', 700n)],
    [],
    '02:500 03:0 04:700',
  ],
  [
    'by the amount of each month',
    {},
    [rate('2026-01')],
    [
      { fromMonth: '2026-02', monthlyFen: 20n },
      { fromMonth: '2026-04', monthlyFen: 30n },
    ],
    '01:? 02:20 03:20 04:30',
  ],
  [
    'not by an amount of an earlier rate, as the wage is not known',
    {},
    [rate('2026-01'), rate('2026-04')],
    [{ fromMonth: '2026-01', monthlyFen: 20n }],
    '01:20 02:20 03:20 04:?',
  ],
  [
    'nothing in the month in which it ends',
    { validTo: '2026-03-01' },
    [flat('2026-01', 500n)],
    [],
    '01:500 02:500',
  ],
  [
    'nothing from the month on in which it is retained',
    { standing: 'retained', retainedFrom: '2026-03-10' },
    [flat('2026-01', 500n)],
    [],
    '01:500 02:500',
  ],
  [
    'nothing of a retained one of which it is not known since when',
    { standing: 'retained' },
    [flat('2026-01', 500n)],
    [],
    '',
  ],
];

describe('a member owes', () => {
  it.each(table)('%s', (_name, part, rules, amounts, expected) => {
    const months = duesMonths({ ...full, ...part }, { rules, amounts }, '2026-04');
    expect(months.map(({ month, dueFen }) => `${month.slice(5)}:${dueFen ?? '?'}`).join(' ')).toBe(expected);
  });

  it('the sum of what is known', () => {
    const months = duesMonths(
      full,
      { rules: [rate('2025-12')], amounts: [{ fromMonth: '2026-01', monthlyFen: 20n }] },
      '2026-03',
    );
    expect(months.map(({ month }) => month)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
    expect(dueOf(months)).toBe(60n); // unknown + 20 + 20 + 20
  });
});

describe('the dues of several members', () => {
  const account = (paidFen: bigint, ...months: [string, bigint | null][]) => ({
    paidFen,
    months: months.map(([month, dueFen]) => ({ month, dueFen })),
  });
  const accounts = [
    account(300n, ['2025-12', 200n], ['2026-01', 200n]),
    account(500n, ['2026-01', 200n]),
    account(0n, ['2025-12', null], ['2026-01', 50n]),
    account(0n),
  ];

  it.each([
    [undefined, 650n],
    [2025, 200n],
    [2026, 450n],
    [2024, 0n],
  ])('are summed up for the year %s; what is unpaid is so whatever the year', (year, dueFen) => {
    const whole = { dueFen, openFen: 150n, owing: 2, unknown: 1 };
    expect(withAccounts(noSums, accounts, year)).toEqual(whole);
    const first = withAccounts(noSums, accounts.slice(0, 1), year);
    expect(withAccounts(first, accounts.slice(1), year)).toEqual(whole);
  });
});

describe('a payment by bank', () => {
  const payment = {
    amountFen: 6_000n,
    paidOn: '2026-11-20',
    validTo: null,
    openFen: 6_000n,
    keepsExcess: false,
  } as const;

  it.each([
    ['just what is open', {}, null],
    ['less than is open', { amountFen: 1n }, null],
    ['a fen more', { openFen: 5_999n }, 'overpaid'],
    ['where all is paid', { openFen: 0n }, 'overpaid'],
    ['where more was paid before', { openFen: -1n }, 'overpaid'],
    ['more, which an officer keeps', { openFen: 0n, keepsExcess: true }, null],
    ['where nobody knows what is due', { openFen: null }, null],
    ['on the last day of the membership', { validTo: '2026-11-21' }, null],
    ['on the first day without it, still owed', { validTo: '2026-11-20' }, null],
    ['on the first day without it, and more than owed', { validTo: '2026-11-20', openFen: 5_999n }, 'ended'],
    ['after it, where nobody knows what is due', { validTo: '2026-11-20', openFen: null }, 'ended'],
    [
      'after it, and kept: it has no months to come',
      { validTo: '2026-01-01', openFen: 0n, keepsExcess: true },
      'ended',
    ],
  ] as const)('of %s', (_what, part, expected) => {
    expect(refusalOf({ ...payment, ...part })).toBe(expected);
  });

  it.each([
    // 2 · 5.00 − 3.00 = 7.00
    ['two months, a part paid', [500n, 500n], 300n, true, 700n],
    ['nothing due', [], 300n, true, -300n],
    ['no rule', [], 0n, false, null],
    ['a month without a wage', [500n, null], 0n, true, null],
  ] as const)('is open: %s', (_what, dues, paidFen, isRuled, expected) => {
    const months = dues.map((dueFen, index) => ({ month: `2026-0${index + 1}`, dueFen }));
    expect(openOf({ months, paidFen }, isRuled)).toBe(expected);
  });

  it('has a receipt like those by hand', () => {
    expect(receiptText({ receiptYear: 2026, receiptNumber: 12 })).toBe('2026-000012');
  });
});
