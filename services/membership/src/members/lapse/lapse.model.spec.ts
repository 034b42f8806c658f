import { describe, expect, it } from '@jest/globals';
import type { DuesMonth } from '../../dues/dues.model.js';
import {
  endableFrom,
  type LapseEvidence,
  lapseOf,
  type LapseRecord,
  requireLapse,
  stands,
} from './lapse.model.js';

const today = '2026-11-20';

/** Ten yuan a month, from March to this month. */
function months(part: Readonly<Record<string, bigint | null>> = {}): DuesMonth[] {
  return Array.from({ length: 9 }, (_none, index) => `2026-${String(index + 3).padStart(2, '0')}`).map(
    (month) => ({
      month,
      dueFen: month in part ? (part[month] ?? null) : 1_000n,
    }),
  );
}

const record = (part: Partial<LapseRecord> = {}): LapseRecord => ({
  standing: 'full',
  account: { months: months(), paidFen: 0n },
  lastPaidOn: null,
  lastPartOn: null,
  ...part,
});

// March to October are past: 8 months, of which May to October are the last six, since 1 May.
const cases: readonly [string, Partial<LapseRecord>, { monthsUnpaid: number; isDue: boolean }][] = [
  ['never paid and never came', {}, { monthsUnpaid: 8, isDue: true }],
  [
    'paid March and April, in April',
    { account: { months: months(), paidFen: 2_000n }, lastPaidOn: '2026-04-30' },
    { monthsUnpaid: 6, isDue: true },
  ],
  [
    'paid a third month',
    { account: { months: months(), paidFen: 3_000n }, lastPaidOn: '2026-04-30' },
    { monthsUnpaid: 5, isDue: false },
  ],
  [
    'paid a part of the third month',
    { account: { months: months(), paidFen: 2_001n }, lastPaidOn: '2026-04-30' },
    { monthsUnpaid: 5, isDue: false },
  ],
  [
    'paid old months within the six',
    { account: { months: months(), paidFen: 2_000n }, lastPaidOn: '2026-05-01' },
    { monthsUnpaid: 6, isDue: false },
  ],
  ['came on the last day before the six', { lastPartOn: '2026-04-30' }, { monthsUnpaid: 8, isDue: true }],
  ['came on the first day of the six', { lastPartOn: '2026-05-01' }, { monthsUnpaid: 8, isDue: false }],
  ['came this month', { lastPartOn: '2026-11-02' }, { monthsUnpaid: 8, isDue: false }],
  [
    'a month without a known wage',
    { account: { months: months({ '2026-06': null }), paidFen: 0n } },
    { monthsUnpaid: 4, isDue: false },
  ],
  [
    'a month that was exempt',
    { account: { months: months({ '2026-10': 0n }), paidFen: 0n } },
    { monthsUnpaid: 0, isDue: false },
  ],
  [
    'a gap, in which nothing was owed',
    { account: { months: months().filter(({ month }) => month !== '2026-07'), paidFen: 0n } },
    { monthsUnpaid: 3, isDue: false },
  ],
  ['a retained member', { standing: 'retained' }, { monthsUnpaid: 0, isDue: false }],
  ['no rule of dues', { account: { months: [], paidFen: 0n } }, { monthsUnpaid: 0, isDue: false }],
  [
    'paid ahead',
    { account: { months: months(), paidFen: 20_000n }, lastPaidOn: '2026-03-01' },
    { monthsUnpaid: 0, isDue: false },
  ],
];

describe('a lapse', () => {
  it.each(cases)('%s', (_case, part, expected) => {
    expect(lapseOf(record(part), today)).toMatchObject(expected);
  });

  it('counts months over the turn of a year', () => {
    const account = {
      months: ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'].map((month) => ({
        month,
        dueFen: 1_000n,
      })),
      paidFen: 0n,
    };
    // July to December, since 1 July.
    expect(lapseOf(record({ account, lastPartOn: '2026-06-30' }), '2027-01-05')).toMatchObject({
      monthsUnpaid: 6,
      isDue: true,
    });
  });
});

const due: LapseEvidence = { monthsUnpaid: 8, lastPaidOn: null, lastPartOn: '2026-03-01', isDue: true };
const warning = { warnedOn: '2026-10-21', endableFrom: endableFrom('2026-10-21') };

describe('a warning', () => {
  it('gives 30 days', () => {
    // 10 days of October after the 21st, and 20 of November
    expect(warning.endableFrom).toBe('2026-11-20');
  });

  it.each([
    ['nothing has changed', due, true],
    ['they came on that day', { ...due, lastPartOn: '2026-10-21' }, false],
    ['they paid later', { ...due, lastPaidOn: '2026-10-30' }, false],
    ['it is not due any more', { ...due, isDue: false }, false],
  ])('stands or does not, where %s', (_case, evidence, expected) => {
    expect(stands(warning.warnedOn, evidence)).toBe(expected);
  });

  it.each([
    ['without one', null, due, today, today, 'LAPSE_NOT_WARNED', '/reason'],
    ['after they paid', warning, { ...due, isDue: false }, today, today, 'LAPSE_MENDED', '/reason'],
    ['on its last day', warning, due, '2026-11-19', '2026-11-19', 'LAPSE_TOO_EARLY', '/reason'],
    ['for a day before', warning, due, '2026-11-19', today, 'LAPSE_TOO_EARLY', '/validTo'],
  ])('is no ground for an end %s', (_case, given, evidence, end, now, code, pointer) => {
    expect(() => requireLapse(given, evidence, { end, today: now })).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it('is the ground for an end once the time has passed', () => {
    expect(() => requireLapse(warning, due, { end: today, today })).not.toThrow();
  });
});
