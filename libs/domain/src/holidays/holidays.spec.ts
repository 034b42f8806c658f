import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dayAt,
  type DayKind,
  isWorkingDay,
  ordinaryDayAt,
  workingDaysAfter,
  workingDaysBetween,
  yearOf,
} from './holidays.js';
import { daysAfter } from '../calendar-date.js';
import { holidayYears } from './holiday-years.js';

interface LibraryData {
  /** By date: the name in English, then in Chinese. */
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

// Uses its data and not its functions, which are a day off if the process runs west of Greenwich.
const library = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as LibraryData;

const years = Object.keys(holidayYears).map(Number);

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let date = `${year}-01-01`; yearOf(date) === year; date = daysAfter(date, 1)) days.push(date);
  return days;
}

describe('the kind of a day', () => {
  it.each<[string, DayKind, string | null]>([
    ['2026-10-01', 'holiday', 'nationalDay'],
    ['2026-10-03', 'holiday', 'nationalDay'], // a Saturday within the holiday
    ['2026-10-10', 'makeUpDay', 'nationalDay'], // a Saturday that is worked
    ['2026-10-17', 'weekend', null],
    ['2026-10-20', 'workday', null],
    ['2025-10-06', 'holiday', 'midAutumn'],
    ['2024-02-18', 'makeUpDay', 'springFestival'],
  ])('%s is %s (%s)', (date, kind, holiday) => {
    expect(dayAt(date)).toEqual({ kind, holiday });
  });

  it.each(['2023-01-01', '2023-12-31', '2099-10-04', '2099-11-21'])(
    'is not known on %s, whose year no notice is known for: that is no workday',
    (date) => {
      expect(dayAt(date)).toBeNull();
    },
  );

  it.each([
    ['2099-01-01', 'newYear'],
    ['2099-05-02', 'labourDay'],
    ['2099-10-03', 'nationalDay'],
  ])('is known on %s before the notice of its year: it is off by law', (date, holiday) => {
    expect(dayAt(date)).toEqual({ kind: 'holiday', holiday });
  });

  it('is that of the weekday where nothing else is asked', () => {
    expect(['2026-10-01', '2026-10-10'].map((date) => ordinaryDayAt(date).kind)).toEqual([
      'workday',
      'weekend',
    ]);
  });
});

describe('a working day', () => {
  it.each([
    ['2026-10-07', false], // the National Day's
    ['2026-10-10', true], // a Saturday worked instead
    ['2026-10-11', false],
    ['2026-10-12', true],
    ['2099-10-01', false], // off by law in each year
    ['2099-10-05', true], // a Monday of a year without notice
  ])('is %s: %s', (date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });

  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-02-13', 1, '2026-02-14'], // a Saturday before the Spring Festival
    ['2026-02-14', 1, '2026-02-24'],
  ])('after %s, the %i-th, is %s', (date, count, expected) => {
    expect(workingDaysAfter(date, count)).toBe(expected);
  });

  it.each([
    ['2026-09-30', '2026-10-08', 1],
    ['2026-09-30', '2026-10-10', 3],
    ['2026-10-10', '2026-10-10', 0],
    ['2026-10-10', '2026-09-30', 0],
    ['2024-12-31', '2027-01-01', 248 + 248],
  ])('after %s, up to %s, is counted', (first, last, expected) => {
    expect(workingDaysBetween(first, last)).toBe(expected);
  });

  it('is counted between any two days as it is counted day by day', () => {
    const first = fc.integer({ min: 0, max: 2_500 });
    const length = fc.integer({ min: 0, max: 1_200 });
    fc.assert(
      fc.property(first, length, (start, days) => {
        const from = daysAfter('2022-01-01', start);
        const between = Array.from({ length: days }, (_day, index) => daysAfter(from, index + 1));
        expect(workingDaysBetween(from, daysAfter(from, days))).toBe(between.filter(isWorkingDay).length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the days of the calendar', () => {
  it('E40: follow each other over the ends of months, leap days and the days when clocks were moved', () => {
    expect([daysAfter('2024-02-28', 1), daysAfter('2026-03-01', -1)]).toEqual(['2024-02-29', '2026-02-28']);
    expect([daysAfter('1988-04-16', 1), daysAfter('1986-09-14', 1)]).toEqual(['1988-04-17', '1986-09-15']);
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('the table', () => {
  it.each(years)('says of each day of %i what the library chinese-days has of it', (year) => {
    const ours = daysOf(year).flatMap((date) => {
      const { kind, holiday } = dayAt(date) ?? ordinaryDayAt(date);
      return holiday === null ? [] : [`${date} ${kind === 'makeUpDay' ? 'worked' : 'off'} ${holiday}`];
    });
    const named = (days: Readonly<Record<string, string>>, what: string): string[] =>
      Object.entries(days)
        .filter(([date]) => yearOf(date) === year)
        .map(([date, name]) => `${date} ${what} ${nameOf[name.split(',')[0] ?? ''] ?? name}`);
    const theirs = [...named(library.holidays, 'off'), ...named(library.workdays, 'worked')];
    expect(ours).toEqual(theirs.sort());
  });

  it.each(years)('of %i calls a day made up only where it falls on a weekend', (year) => {
    for (const [, date] of holidayYears[year]?.worked ?? []) expect(ordinaryDayAt(date).kind).toBe('weekend');
  });
});

const nameOf: Readonly<Record<string, string>> = {
  "New Year's Day": 'newYear',
  'Spring Festival': 'springFestival',
  'Tomb-sweeping Day': 'tombSweeping',
  'Labour Day': 'labourDay',
  'Dragon Boat Festival': 'dragonBoat',
  'Mid-autumn Festival': 'midAutumn',
  'National Day': 'nationalDay',
};
