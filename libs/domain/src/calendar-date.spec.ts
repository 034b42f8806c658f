import { describe, expect, it } from '@jest/globals';
import {
  ageOn,
  dateIn,
  daysAfter,
  endOfShanghaiDay,
  isCalendarDate,
  shanghaiDate,
  shanghaiMidnight,
  shanghaiMorning,
} from './calendar-date.js';

describe('isCalendarDate', () => {
  it.each(['1986-05-04', '1988-04-17', '1991-08-01'])('E40: %s, near a moved clock, is a day', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    ['2024-02-29', true], // divisible by 4
    ['2023-02-29', false],
    ['2000-02-29', true], // divisible by 400
    ['1900-02-29', false], // by 100 only
    ['2026-04-30', true],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
    ['', false],
  ] as const)('"%s": %s', (date, isDay) => {
    expect(isCalendarDate(date)).toBe(isDay);
  });
});

describe('shanghaiDate', () => {
  it.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20'], // + 8 h = 23:59:59.999
    ['2026-11-20T16:00:00.000Z', '2026-11-21'], // + 8 h = 00:00
    ['1988-07-01T15:00:00.000Z', '1988-07-02'], // E40: summer time, + 9 h = 00:00
  ])('at %s it is %s in China', (instant, date) => {
    expect(shanghaiDate(new Date(instant))).toBe(date);
  });
});

describe('dateIn', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-20T16:00:00Z', '2026-11-21'],
    ['Asia/Urumqi', '2026-11-20T16:00:00Z', '2026-11-20'], // + 6 h = 22:00
    ['Europe/London', '2026-11-20T23:30:00Z', '2026-11-20'],
  ])('in %s at %s it is %s', (timeZone, instant, date) => {
    expect(dateIn(timeZone, new Date(instant))).toBe(date);
  });
});

describe('daysAfter', () => {
  it.each([
    ['2026-11-20', 30, '2026-12-20'],
    ['2026-12-20', 30, '2027-01-19'], // 11 days are left of the year, 19 are of the next
    ['2028-02-15', 14, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i days are %s', (date, days, expected) => {
    expect(daysAfter(date, days)).toBe(expected);
  });
});

describe('shanghaiMidnight', () => {
  it('is the first instant of a day in China', () => {
    const midnight = shanghaiMidnight('2026-11-21');
    expect(midnight.toISOString()).toBe('2026-11-20T16:00:00.000Z'); // + 8 h = 00:00
    expect(shanghaiDate(midnight)).toBe('2026-11-21');
    expect(shanghaiDate(new Date(midnight.getTime() - 1))).toBe('2026-11-20');
  });
});

it('nine in the morning and the last second of a day in China are on that day', () => {
  expect(shanghaiMorning('2026-11-21').toISOString()).toBe('2026-11-21T01:00:00.000Z'); // + 8 h = 09:00
  expect(endOfShanghaiDay('2026-11-21').toISOString()).toBe('2026-11-21T15:59:59.000Z'); // + 8 h = 23:59:59
});

describe('ageOn', () => {
  it.each([
    ['2026-11-21', '2008-11-21', 18], // the birthday itself
    ['2026-11-21', '2008-11-22', 17],
    ['2026-11-21', '2008-12-01', 17],
    ['2026-02-28', '2008-02-29', 17],
    ['2026-03-01', '2008-02-29', 18],
    ['2028-02-29', '2008-02-29', 20],
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-20', '2026-11-21', -1], // not yet born
  ])('on %s of who was born on %s is %i', (day, birthDate, age) => {
    expect(ageOn(day, birthDate)).toBe(age);
  });
});
