import { describe, expect, it } from '@jest/globals';
import { monthAt, monthsOf } from './china-time.model.js';
import { firstLeft, leftOf, type MonthUse, quotaUsed, shortageOf } from './quota.model.js';

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const december = monthAt(at('2026-12-15T00:00'));
const january = monthAt(at('2027-01-15T00:00'));
const loan = (start: string, end: string) => ({ start: at(start), end: at(end) });
const use = (month: MonthUse['month'], minutes: number, loans: number): MonthUse => ({
  month,
  minutes,
  loans,
});

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
  const quota = { hoursPerMonth: 8, loansPerMonth: null };
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
    expect(shortageOf(quota, period, used)?.left ?? null).toBe(left);
  });
});

describe('a quota of loans', () => {
  const quota = { hoursPerMonth: null, loansPerMonth: 2 };
  it.each([
    [1, null],
    [2, 0],
    [3, 0],
  ])('with %i used leaves %s', (loans, left) => {
    const used = [use(december, 0, loans)];
    expect(shortageOf(quota, loan('2026-12-10T10:00', '2026-12-10T12:00'), used)?.left ?? null).toBe(left);
  });

  it('counts a loan in the month in which it begins alone', () => {
    const period = loan('2026-12-31T20:00', '2027-01-01T04:00');
    expect(shortageOf(quota, period, [use(january, 0, 2)])).toBeNull();
    expect(shortageOf(quota, period, [use(december, 0, 2)])).toMatchObject({
      unit: 'loans',
      resetsAt: january.start,
    });
  });
});

describe('what is told of a quota', () => {
  it('says what is left, and when it begins anew', () => {
    const period = loan('2026-12-10T10:00', '2026-12-10T13:00');
    const shortage = shortageOf({ hoursPerMonth: 8, loansPerMonth: null }, period, [use(december, 390, 1)]);
    // 8 h − 6.5 h = 1.5 h: a whole hour
    expect(shortage && quotaUsed(shortage)).toMatchObject({
      code: 'QUOTA_USED',
      params: { of: 8, left: 1, resetsAt: '2026-12-31T16:00:00.000Z' },
    });
  });

  it('is nothing where there is no bound', () => {
    expect(leftOf({ hoursPerMonth: null, loansPerMonth: 4 }, { minutes: 600, loans: 1 })).toEqual({
      hours: null,
      loans: 3,
    });
  });
});

describe('of several rights', () => {
  const limited = (id: string, loansPerMonth: number | null) => ({
    ...{ id, quota: { hoursPerMonth: null, loansPerMonth } },
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
    const { right, shortage } = firstLeft(rights, asked, used);
    expect([right?.id ?? null, shortage?.of ?? null]).toEqual([expected, short]);
  });
});
