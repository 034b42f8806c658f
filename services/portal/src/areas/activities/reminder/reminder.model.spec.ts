import { describe, expect, it } from '@jest/globals';
import { isNew, minutesOf, spanOf, type Unit } from './reminder.model.js';

describe('a span of a reminder', () => {
  it.each<[number, number, Unit]>([
    [0, 0, 'minutes'],
    [10, 10, 'minutes'],
    [90, 90, 'minutes'],
    [120, 2, 'hours'],
    [1_440, 1, 'days'],
    [2_160, 36, 'hours'],
  ])('of %i minutes is said as %i %s', (minutes, count, unit) => {
    expect(spanOf(minutes)).toEqual({ count, unit });
  });

  it.each<[string, Unit, number | null]>([
    ['2', 'hours', 120],
    [' 1 ', 'days', 1_440],
    ['30', 'days', 43_200],
    ['31', 'days', null],
    ['', 'minutes', null],
    ['1.5', 'hours', null],
    ['-1', 'hours', null],
  ])('typed as “%s” %s is %s minutes', (text, unit, minutes) => {
    expect(minutesOf(text, unit)).toBe(minutes);
  });
});

it('no two go at the same time', () => {
  const items = [{ anchor: 'start', minutesBefore: 120 }] as const;
  expect(isNew([...items], { anchor: 'start', minutesBefore: 120 })).toBe(false);
  expect(isNew([...items], { anchor: 'poolOpens', minutesBefore: 120 })).toBe(true);
});
