import { describe, expect, it } from '@jest/globals';
import {
  blockOn,
  checkFirstDay,
  dayAfter,
  isOverdue,
  loansLeft,
  nextDay,
  remindAt,
} from './maintenance-days.js';

const monthly = { unit: 'month', every: 1, firstOn: '2027-01-31' } as const;

describe('the next day of a rhythm', () => {
  it.each([
    // Before it begins: the first day itself.
    [monthly, '2026-11-21', '2027-01-31'],
    [monthly, '2027-01-30', '2027-01-31'],
    // E36: a month without that day has it on its last day, and the month after on the day itself.
    [monthly, '2027-01-31', '2027-02-28'],
    [monthly, '2027-02-27', '2027-02-28'],
    [monthly, '2027-02-28', '2027-03-31'],
    [monthly, '2027-03-31', '2027-04-30'],
    [monthly, '2027-04-30', '2027-05-31'],
    // 2028 is a leap year.
    [monthly, '2028-01-31', '2028-02-29'],
    [monthly, '2028-02-28', '2028-02-29'],
    [monthly, '2028-02-29', '2028-03-31'],
    [{ ...monthly, every: 3 }, '2027-01-31', '2027-04-30'],
    [{ ...monthly, every: 3 }, '2027-04-30', '2027-07-31'],
    [{ ...monthly, every: 12, firstOn: '2028-02-29' }, '2028-02-29', '2029-02-28'],
    [{ ...monthly, every: 12, firstOn: '2028-02-29' }, '2031-02-28', '2032-02-29'],
    // 30 days from 1 December: the 31st.
    [{ unit: 'day', every: 30, firstOn: '2026-12-01' }, '2026-12-01', '2026-12-31'],
    [{ unit: 'day', every: 30, firstOn: '2026-12-01' }, '2026-12-30', '2026-12-31'],
    [{ unit: 'day', every: 30, firstOn: '2026-12-01' }, '2026-12-31', '2027-01-30'],
    [{ unit: 'day', every: 1, firstOn: '2026-12-01' }, '2027-02-28', '2027-03-01'],
    [{ unit: 'loan', every: 5, firstOn: null }, '2027-02-28', null],
  ] as const)('of %j after %s: %s', (rhythm, after, expected) => {
    expect(nextDay(rhythm, after)).toBe(expected);
  });

  it.each([
    // Done in time, or early: one rhythm on.
    ['2027-01-31', '2027-01-31', '2027-02-28'],
    ['2027-01-31', '2027-01-20', '2027-02-28'],
    // Done so late that a date was missed: it is not made up for.
    ['2027-01-31', '2027-03-05', '2027-03-31'],
  ])('for what was planned on %s and done on %s is %s', (plannedOn, today, expected) => {
    expect(dayAfter(monthly, { plannedOn }, today)).toBe(expected);
  });
});

describe('a task', () => {
  it('is overdue from the day after on, and never while loans are counted', () => {
    expect(isOverdue('2026-12-01', '2026-12-01')).toBe(false);
    expect(isOverdue('2026-12-01', '2026-12-02')).toBe(true);
    expect(isOverdue(null, '2026-12-02')).toBe(false);
  });

  it('is reminded of in the morning after its day, on the clock of China', () => {
    expect(remindAt('2026-12-02').toISOString()).toBe('2026-12-03T01:00:00.000Z');
  });

  it('keeps a time free by the clock of China, across midnight too', () => {
    expect(blockOn('2026-12-31', { blockFrom: '22:00', blockHours: 4 })).toEqual({
      start: new Date('2026-12-31T14:00:00Z'),
      end: new Date('2026-12-31T18:00:00Z'),
    });
    expect(blockOn('2026-12-31', { blockFrom: '22:00', blockHours: null })).toBeNull();
    expect(blockOn(null, { blockFrom: '22:00', blockHours: 4 })).toBeNull();
  });

  it.each([
    [5, 0, 5],
    [5, 5, 0],
    [5, 7, 0],
  ])('after %i loans, of which %i came back, has %i left', (every, counted, left) => {
    expect(loansLeft(every, counted)).toBe(left);
  });
});

describe('the first day', () => {
  it.each([
    ['day', null, 'MAINTENANCE_FIRST_DAY_MISSING'],
    ['month', null, 'MAINTENANCE_FIRST_DAY_MISSING'],
    ['loan', '2026-12-01', 'MAINTENANCE_DAY_NOT_COUNTED'],
    ['day', '2026-11-20', 'MAINTENANCE_DAY_PAST'],
    ['day', '2200-01-01', 'MAINTENANCE_DAY_TOO_FAR'],
  ] as const)('of a plan by %s on %s is refused: %s', (unit, firstOn, code) => {
    expect(() => checkFirstDay(unit, firstOn, '2026-11-21')).toThrow(code);
  });

  it('may be today, and is none where loans are counted', () => {
    expect(() => checkFirstDay('month', '2026-11-21', '2026-11-21')).not.toThrow();
    expect(() => checkFirstDay('loan', null, '2026-11-21')).not.toThrow();
  });
});
