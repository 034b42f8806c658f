import { describe, expect, it } from '@jest/globals';
import { addressOf, monthAfter, monthName, monthOf, todayIn, weeksOf } from './month.js';

describe('the calendar', () => {
  // Midnight in China has passed.
  const now = new Date('2026-11-30T16:30:00Z');

  it('begins with the present month, as it is in China', () => {
    expect(todayIn(now)).toBe('2026-12-01');
    expect(monthOf(new URLSearchParams(), now)).toBe('2026-12');
    expect(monthOf(new URLSearchParams('month=2027-03'), now)).toBe('2027-03');
    expect(monthOf(new URLSearchParams('month=2027-13'), now)).toBe('2026-12');
  });

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2027-01', -1, '2026-12'],
  ])('%s and %d month is %s', (month, months, expected) => {
    expect(monthAfter(month, months)).toBe(expected);
  });

  it('has weeks from Monday on', () => {
    // 1 December 2026 is a Tuesday: one day before it, 31 of its own, three after it.
    const weeks = weeksOf('2026-12');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([null, ...[1, 2, 3, 4, 5, 6].map((day) => `2026-12-0${day}`)]);
    expect(weeks[4]?.slice(3)).toEqual(['2026-12-31', null, null, null]);
    // 1 February 2027 is a Monday: exactly four weeks.
    expect(weeksOf('2027-02').flat()).not.toContain(null);
  });

  it('names a month in the language of the reader', () => {
    expect(monthName('2026-12', 'zh-CN')).toBe('2026年12月');
    expect(monthName('2026-12', 'en')).toBe('December 2026');
  });

  it('leads to what is owed, or to the board of what was given', () => {
    expect(addressOf({ role: 'owed', id: 'p' })).toBe('/assignment-parts/p');
    expect(addressOf({ role: 'given', id: 'a' })).toBe('/assignments/a');
  });
});
