import { describe, expect, it } from '@jest/globals';
import {
  deadlineAfter,
  missedFrom,
  moveDeadline,
  sameDayMonthsLater,
  workingDaysUntil,
} from './term.model.js';

const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+08:00`);
const endOf = (day: string): Date => new Date(`${day}T23:59:59+08:00`);

describe('a term', () => {
  // The National Day holiday of 2026 is 1 to 7 October; 20 September and 10 October are worked instead.
  it.each([
    ['2026-11-27', { count: 1, days: 'working' }, '2026-11-30', 'a weekend is left out'],
    ['2026-11-27', { count: 1, days: 'calendar' }, '2026-11-28', 'calendar days leave out nothing'],
    ['2026-11-27', { count: 7, days: 'working' }, '2026-12-08', 'seven working days'],
    ['2026-09-30', { count: 1, days: 'working' }, '2026-10-08', 'a holiday is left out'],
    ['2026-10-08', { count: 2, days: 'working' }, '2026-10-10', 'a Saturday that is worked counts'],
    ['2026-11-27', { count: 15, days: 'calendar' }, '2026-12-12', 'mediation: fifteen days'],
  ] as const)('from %s of %j ends with %s: %s', (from, term, last, _why) => {
    expect(deadlineAfter(at(from), term)).toEqual(endOf(last));
    expect(deadlineAfter(at(from, '23:59'), term)).toEqual(endOf(last));
  });

  it('is missed a second after it ends, and not before', () => {
    expect(missedFrom(endOf('2026-11-30')).toISOString()).toBe('2026-11-30T16:00:00.000Z');
  });
});

describe('the days left', () => {
  it.each([
    ['2026-11-27', '2026-11-27', 0],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-11-26', '2026-12-08', 8],
    ['2026-11-30', '2026-11-27', -1],
    ['2026-11-28', '2026-11-27', -1],
    ['2026-12-04', '2026-11-27', -5],
  ])('on %s until %s are %i', (today, last, days) => {
    expect(workingDaysUntil(at(today), endOf(last))).toBe(days);
  });
});

describe('a pause', () => {
  it.each([
    ['within a day changes nothing', '2026-11-27', '2026-11-27', '2026-12-01', '2026-12-01'],
    ['over a weekend changes nothing', '2026-11-27', '2026-11-29', '2026-12-01', '2026-12-01'],
    ['of three working days moves it by three', '2026-11-27', '2026-12-02', '2026-12-01', '2026-12-04'],
  ])('%s', (_what, from, to, before, after) => {
    expect(moveDeadline(endOf(before), from, at(to))).toEqual(endOf(after));
  });
});

describe('the same day of another month', () => {
  it.each([
    ['2026-03-15', 12, '2027-03-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2028-12-31', -3, '2028-09-30'],
    ['2028-02-29', -3, '2027-11-29'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-01-15', 0, '2027-01-15'],
  ])('of %s, %i months later, is %s', (day, months, expected) => {
    expect(sameDayMonthsLater(day, months)).toBe(expected);
  });
});
