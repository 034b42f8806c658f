import { describe, expect, it } from '@jest/globals';
import { endOf, isTime, rangesOf, type Weekday } from './hours.model.js';

const on = (weekday: Weekday, from: string, to: string) => ({ weekday, from, to });

describe('a week in words', () => {
  it('joins days that follow each other with the same hours, and leaves out closed ones', () => {
    const weekly = [
      on('TU', '13:00', '17:00'),
      on('MO', '09:00', '12:00'),
      on('TU', '09:00', '12:00'),
      on('MO', '13:00', '17:00'),
      on('TH', '09:00', '12:00'),
      on('SU', '09:00', '12:00'),
    ];
    expect(rangesOf(weekly).map(({ first, last, spans }) => [first, last, spans.length])).toEqual([
      ['MO', 'TU', 2],
      ['TH', 'TH', 1],
      ['SU', 'SU', 1],
    ]);
  });

  it('is empty where it is closed all week', () => {
    expect(rangesOf([])).toEqual([]);
  });
});

it('midnight ends a day, and any other time is what it is', () => {
  expect([endOf('00:00'), endOf('21:30')]).toEqual(['24:00', '21:30']);
  expect(['09:00', '24:00', '9:00', undefined].map(isTime)).toEqual([true, false, false, false]);
});
