import { describe, expect, it } from '@jest/globals';
import { daysAfter } from '@gongxiang/domain';
import { dayAt, yearOf } from '@gongxiang/domain/holidays';
import { suitableDays } from './suitable-day.model.js';

const stays = { move: null, holidaysUnknown: null };

function onDay(original: string, wanted: string, after: string | null = null) {
  return suitableDays([{ original, wanted }], after);
}

function movedTo(original: string, wanted: string, after: string | null = null): string | null {
  const { move } = onDay(original, wanted, after);
  return move === null ? null : daysAfter(wanted, move.days);
}

describe('a day that suits', () => {
  it.each([
    ['a workday for a workday', '2025-03-11', '2026-03-10'],
    ['a weekend for a weekend', '2025-03-08', '2026-03-07'],
    ['a make-up Saturday for one that was worked as well', '2025-10-11', '2026-10-10'],
    ['a public holiday for a public holiday', '2025-10-03', '2026-10-02'],
    ['another weekday, asked for on purpose', '2025-03-11', '2026-03-14'],
    ['the day of a festival that falls on another weekday', '2025-05-01', '2026-05-01'],
  ])('is %s', (_what, original, wanted) => {
    expect(onDay(original, wanted)).toEqual(stays);
  });
});

describe('a day that does not suit', () => {
  it.each([
    // Saturday 2025-10-04 was a holiday itself; this one was an ordinary Saturday. 1–7 October are off, the 10th is
    // worked: Sunday the 11th.
    ['a public holiday', '2025-09-27', '2026-10-03', '2026-10-11', 'publicHoliday', 'nationalDay'],
    // Tuesday within the Spring Festival of 15–23 February; Saturday the 14th is made up: Friday the 13th, 4 days before.
    ['a public holiday', '2025-02-18', '2026-02-17', '2026-02-13', 'publicHoliday', 'springFestival'],
    // Saturday 10 October is worked; the 9th is a workday, so Sunday the 11th.
    ['a make-up day', '2025-10-18', '2026-10-10', '2026-10-11', 'makeUpDay', 'nationalDay'],
    // Sunday 2025-09-28 was worked: so is Monday, the next day, and no Sunday is.
    ['a day off', '2025-09-28', '2026-09-06', '2026-09-07', 'dayOff', null],
    // National Day 2025 was a Wednesday; the Wednesday of 2026 is 30 September, and the 1st is the next day.
    ['a workday', '2025-10-01', '2026-09-30', '2026-10-01', 'workingDay', null],
    // Monday 2026-09-21 to Thursday the 24th are workdays: Wednesday asked for, but on Friday the 25th the holiday is.
    ['a public holiday', '2025-09-19', '2026-09-25', '2026-09-24', 'publicHoliday', 'midAutumn'],
  ])('is %s: %s → %s is moved to %s', (_what, original, wanted, to, reason, holiday) => {
    expect(movedTo(original, wanted)).toBe(to);
    expect(onDay(original, wanted).move).toMatchObject({ reason, holiday });
  });

  it('goes to the nearest, whether it comes before or after', () => {
    // Dragon Boat, Friday to Sunday 19–21 June 2026; workdays next to Saturday's weekend are not asked for, weekends are:
    // 13–14 and 27–28 June. From Saturday the 20th: Sunday the 14th is 6 days away, Saturday the 27th 7.
    expect(movedTo('2025-06-21', '2026-06-20')).toBe('2026-06-14');
    // From Sunday the 21st: Sunday the 14th is 7 days away, Saturday the 27th 6.
    expect(movedTo('2025-06-22', '2026-06-21')).toBe('2026-06-27');
  });

  it('goes to the later of two that are equally near, and to no make-up day', () => {
    // A Wednesday alone, 1 January 2025: Tuesday the day before and Thursday the day after are workdays.
    expect(movedTo('2024-01-03', '2025-01-01')).toBe('2025-01-02');
    // 2025-10-08 was a holiday; from Wednesday 18 November 2026 Sunday the 15th and Saturday the 21st are 3 days away.
    expect(movedTo('2025-10-08', '2026-11-18')).toBe('2026-11-21');
    // Thursday 1 to Saturday 3 January 2026 are off and the Sunday is made up: the 5th is nearest, and the day before that of all.
    expect(movedTo('2025-01-03', '2026-01-02')).toBe('2025-12-31');
    expect(movedTo('2025-01-03', '2026-01-02', '2025-12-31')).toBe('2026-01-05');
  });

  it('is not moved into the past', () => {
    expect(movedTo('2025-06-21', '2026-06-20', '2026-06-14')).toBe('2026-06-27');
  });
});

describe('an activity of several days', () => {
  const days = (first: string, count: number): string[] =>
    Array.from({ length: count }, (_unused, index) => daysAfter(first, index));

  function shift(original: string, wanted: string, count: number): number | undefined {
    const wantedDays = days(wanted, count);
    const pairs = days(original, count).map((one, index) => ({
      original: one,
      wanted: wantedDays[index] ?? '',
    }));
    return suitableDays(pairs, null).move?.days;
  }

  it('suits with all of its days: a weekend whose Sunday is worked goes on to the next', () => {
    // Saturday and Sunday 19–20 September 2026: the Sunday is worked. 26–27 is the Mid-autumn Festival; 12–13 is free, 7 days before.
    expect(shift('2025-09-20', '2026-09-19', 2)).toBe(-7);
  });

  it('stands where it did among days that are worked and free', () => {
    expect(shift('2025-10-11', '2026-10-10', 2)).toBeUndefined(); // worked on Saturday, free on Sunday: unchanged
    // 28–30 September 2025 (the Sunday was worked), then four days off: 28–30 September 2026, then the holiday.
    expect(shift('2025-09-28', '2026-09-27', 7)).toBe(1);
  });

  it('goes by its first day where no distance suits every day', () => {
    // Sunday 18 February 2024 was worked, and so six days on end: without make-up days that is never so. Monday, 2 March.
    expect(shift('2024-02-18', '2026-03-01', 6)).toBe(1);
  });
});

describe('a year that nobody knows yet', () => {
  it('is said, and nothing is moved', () => {
    expect(onDay('2026-10-17', '2027-10-02')).toEqual({ move: null, holidaysUnknown: 2027 });
  });

  it('is said, too, where an activity only reaches into it', () => {
    const pairs = [
      { original: '2026-01-01', wanted: '2026-12-31' },
      { original: '2026-01-02', wanted: '2027-01-01' },
    ];
    expect(suitableDays(pairs, null).holidaysUnknown).toBe(2027);
  });

  it('of the original leaves its weekday to go by', () => {
    expect(movedTo('2019-10-12', '2026-10-10')).toBe('2026-10-11'); // Saturdays; the second is worked
  });
});

describe('property: within the years that are known', () => {
  it('there is a day that suits within a month of each day, whatever the original was', () => {
    const originals = ['2025-03-11', '2025-03-08', '2025-10-11', '2025-10-04'];
    for (const original of originals) {
      for (let wanted = '2024-01-01'; yearOf(wanted) < 2027; wanted = daysAfter(wanted, 1)) {
        const { move, holidaysUnknown } = onDay(original, wanted);
        expect(holidaysUnknown).toBeNull();
        if (move !== null) expect(dayAt(daysAfter(wanted, move.days))).not.toBeNull();
      }
    }
  });
});
