import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './notice-days.model.js';

describe('the time left of a notice', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  it.each([
    ['2026-11-28T16:00:00Z', { days: 7, hours: 6 }],
    ['2026-11-21T10:30:00Z', { days: 0, hours: 0 }],
    ['2026-11-21T10:00:00Z', null],
    ['2026-11-20T10:00:00Z', null],
  ])('until %s is %j', (until, expected) => expect(timeLeft(until, now)).toEqual(expected));
});
