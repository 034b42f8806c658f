import { describe, expect, it } from '@jest/globals';
import type { Period } from '@gongxiang/domain';
import { monthAt, monthsOf } from './china-time.model.js';
import { firstLeft, leftOf, type MonthUse, quotaUsed, shortageOf } from './quota.model.js';

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const december = monthAt(at('2026-12-15T00:00'));
const january = monthAt(at('2027-01-15T00:00'));
const loan = (start: string, end: string) => ({ start: at(start), end: at(end) });
const use = (month: MonthUse['month'], minutes: number, loans: number, pieces = loans): MonthUse => ({
  month,
  minutes,
  loans,
  pieces,
});
const none = { hoursPerMonth: null, loansPerMonth: null, piecesPerMonth: null };
const one = (period: Period) => ({ period, quantity: 1 });

describe('a month', () => {
  it.each([
    ['2026-12-31T23:59', '2026-12-01T00:00', '2027-01-01T00:00'],
    ['2027-01-01T00:00', '2027-01-01T00:00', '2027-02-01T00:00'], // half-open
    ['2028-02-29T12:00', '2028-02-01T00:00', '2028-03-01T00:00'], // a leap year
  ])('of %s is [%s, %s) in China', (instant, start, end) => {
    expect(monthAt(at(instant))).toEqual({ start: at(start), end: at(end) });
  });

  it('is not touched by what ends as it begins', () => {
    expect(monthsOf(loan('2026-12-31T20:00', '2027-01-01T00:00'))).toEqual([december]);
    expect(monthsOf(loan('2026-12-31T20:00', '2027-01-01T00:01'))).toEqual([december, january]);
  });
});

describe('a quota of hours', () => {
  const quota = { ...none, hoursPerMonth: 8 };
  it.each([
    ['fits to the minute', loan('2026-12-10T10:00', '2026-12-10T12:00'), [use(december, 360, 3)], null],
    ['a minute too long', loan('2026-12-10T10:00', '2026-12-10T12:01'), [use(december, 360, 3)], 2],
    ['nothing used', loan('2026-12-10T10:00', '2026-12-10T18:00'), [], null],
    ['more than all of it', loan('2026-12-10T10:00', '2026-12-10T18:30'), [], 8],
    // 4 hours in each of two months: 4 + 4 used in the first is 8
    ['over two months', loan('2026-12-31T20:00', '2027-01-01T04:00'), [use(december, 240, 1)], null],
    ['short in the second', loan('2026-12-31T20:00', '2027-01-01T04:00'), [use(january, 300, 1)], 3],
    ['used beyond it', loan('2026-12-10T10:00', '2026-12-10T10:30'), [use(december, 600, 1)], 0],
  ])('%s', (_name, period, used, left) => {
    expect(shortageOf(quota, one(period), used)?.left ?? null).toBe(left);
  });
});

describe('a quota of loans', () => {
  const quota = { ...none, loansPerMonth: 2 };
  it.each([
    [1, null],
    [2, 0],
    [3, 0],
  ])('with %i used leaves %s', (loans, left) => {
    const used = [use(december, 0, loans)];
    expect(shortageOf(quota, one(loan('2026-12-10T10:00', '2026-12-10T12:00')), used)?.left ?? null).toBe(
      left,
    );
  });

  it('counts a loan in the month in which it begins alone', () => {
    const period = loan('2026-12-31T20:00', '2027-01-01T04:00');
    expect(shortageOf(quota, one(period), [use(january, 0, 2)])).toBeNull();
    expect(shortageOf(quota, one(period), [use(december, 0, 2)])).toMatchObject({
      unit: 'loans',
      resetsAt: january.start,
    });
  });
});

describe('a quota of pieces', () => {
  const quota = { ...none, piecesPerMonth: 10 };
  const period = loan('2026-12-10T10:00', '2026-12-10T12:00');
  it.each([
    // 7 + 3 are 10
    ['fits to the piece', 3, [use(december, 0, 2, 7)], null],
    // 7 + 4 are 11: 3 are left
    ['one too many', 4, [use(december, 0, 2, 7)], 3],
    ['more than all of it', 11, [], 10],
    ['used beyond it', 1, [use(december, 0, 2, 12)], 0],
    ['used in another month', 10, [use(january, 0, 2, 10)], null],
  ])('%s', (_name, quantity, used, left) => {
    expect(shortageOf(quota, { period, quantity }, used)?.left ?? null).toBe(left);
  });

  it('counts in the month in which the loan begins alone', () => {
    const across = { period: loan('2026-12-31T20:00', '2027-01-01T04:00'), quantity: 5 };
    expect(shortageOf(quota, across, [use(january, 0, 1, 10)])).toBeNull();
    expect(shortageOf(quota, across, [use(december, 0, 1, 6)])).toMatchObject({ unit: 'pieces', left: 4 });
  });

  it('is refused with its numbers, at the field of the quantity', () => {
    const shortage = shortageOf(quota, { period, quantity: 4 }, [use(december, 0, 2, 7)]);
    expect(shortage && quotaUsed(shortage)).toMatchObject({
      code: 'QUOTA_PIECES_USED',
      params: { of: 10, left: 3 },
      errors: [{ pointer: '/quantity' }],
    });
  });
});

describe('what is told of a quota', () => {
  it('says what is left, and when it begins anew', () => {
    const period = loan('2026-12-10T10:00', '2026-12-10T13:00');
    const shortage = shortageOf({ ...none, hoursPerMonth: 8 }, one(period), [use(december, 390, 1)]);
    // 8 h − 6.5 h = 1.5 h: a whole hour
    expect(shortage && quotaUsed(shortage)).toMatchObject({
      code: 'QUOTA_USED',
      params: { of: 8, left: 1, resetsAt: '2026-12-31T16:00:00.000Z' },
    });
  });

  it('is nothing where there is no bound', () => {
    expect(leftOf({ ...none, loansPerMonth: 4 }, { minutes: 600, loans: 1, pieces: 1 })).toEqual({
      hours: null,
      loans: 3,
      pieces: null,
    });
  });
});

describe('of several rights', () => {
  const limited = (id: string, loansPerMonth: number | null) => ({
    id,
    quota: { ...none, loansPerMonth },
  });
  const asked = loan('2026-12-10T10:00', '2026-12-10T12:00');
  const once = [use(december, 120, 1)];

  it.each([
    ['the first has enough', [limited('a', 1), limited('b', null)], new Map(), 'a', null],
    ['the next one has', [limited('a', 1), limited('b', null)], new Map([['a', once]]), 'b', 1],
    [
      'none has',
      [limited('a', 1), limited('b', 1)],
      new Map([
        ['a', once],
        ['b', once],
      ]),
      null,
      1,
    ],
    ['there is none', [], new Map(), null, null],
  ])('%s', (_name, rights, used, expected, short) => {
    const { right, shortage } = firstLeft(rights, one(asked), used);
    expect([right?.id ?? null, shortage?.of ?? null]).toEqual([expected, short]);
  });
});
