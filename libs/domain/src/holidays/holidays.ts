import { daysAfter } from '../calendar-date.js';
import { type HolidayName, holidayYears } from './holiday-years.js';

/** A make-up day is a weekend day that is worked. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeUpDay';

interface Day {
  readonly kind: DayKind;
  /** The holiday it belongs to, or makes up for. */
  readonly holiday: HolidayName | null;
}

/**
 * The kind of a day in China.
 * @param date `YYYY-MM-DD`
 * @returns null if the holidays of its year are unknown, as its notice is not published yet, and the date is not a
 * fixed public holiday
 */
export function dayAt(date: string): Day | null {
  if (!isYearKnown(yearOf(date))) return statutoryAt(date);
  return exceptional.get(date) ?? ordinaryDayAt(date);
}

/** Whether the notice of the year's holidays has been entered. */
export function isYearKnown(year: number): boolean {
  return holidayYears[year] !== undefined;
}

/**
 * The days off on the same date in every year, whatever the year's notice moves around them: Art. 2 of 全国年节及纪念日放假办法
 * as revised in 2024. Lunar holidays, and Qingming, have another date each year.
 */
const statutory: Readonly<Record<string, HolidayName>> = {
  '01-01': 'newYear',
  '05-01': 'labourDay',
  '05-02': 'labourDay',
  '10-01': 'nationalDay',
  '10-02': 'nationalDay',
  '10-03': 'nationalDay',
};
const statutorySince = 2025;

function statutoryAt(date: string): Day | null {
  const holiday = yearOf(date) >= statutorySince ? statutory[date.slice(5)] : undefined;
  return holiday === undefined ? null : { kind: 'holiday', holiday };
}

/**
 * Whether offices work on a day in China. Before the notice of a year is known, weekends and what is off by law are not worked:
 * a deadline counted then may lie some days early within a holiday, and stays as it was said.
 */
export function isWorkingDay(date: string): boolean {
  const { kind } = dayAt(date) ?? ordinaryDayAt(date);
  return kind === 'workday' || kind === 'makeUpDay';
}

/**
 * The n-th working day after a day; holidays and weekends between them do not count, weekend days worked instead do.
 * @param date `YYYY-MM-DD`
 * @param count at least 1
 */
export function workingDaysAfter(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0;) {
    day = daysAfter(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/**
 * Working days after the first day, up to and with the last; 0 where the last is not later. Lists ask for it once in each line, of
 * deadlines that may be years old: each year is counted once.
 * @param first `YYYY-MM-DD`, as is `last`
 */
export function workingDaysBetween(first: string, last: string): number {
  if (last <= first) return 0;
  let count = workedUpTo(last) - workedUpTo(first);
  for (let year = yearOf(first); year < yearOf(last); year += 1) count += workedUpTo(`${year}-12-31`);
  return count;
}

/** Working days of its year up to and with a day. */
function workedUpTo(date: string): number {
  const year = yearOf(date);
  const counts = workedByDay.get(year) ?? countYear(year);
  workedByDay.set(year, counts);
  return counts.get(date.slice(5)) ?? 0;
}

const workedByDay = new Map<number, ReadonlyMap<string, number>>();

function countYear(year: number): ReadonlyMap<string, number> {
  let count = 0;
  return new Map(
    daysFrom(`${year}-01-01`, `${year}-12-31`).map((date) => {
      if (isWorkingDay(date)) count += 1;
      return [date.slice(5), count];
    }),
  );
}

/** The kind of a day by its weekday alone. */
export function ordinaryDayAt(date: string): Day {
  const weekday = weekdayOf(date);
  return { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'workday', holiday: null };
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return utcOf(date).getUTCDay();
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** A date has no zone: UTC, which skips no hour, is used for the arithmetic only. */
function utcOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

const exceptional: ReadonlyMap<string, Day> = new Map(
  Object.values(holidayYears).flatMap(({ off, worked }) => [
    ...off.flatMap(([holiday, first, last]) =>
      daysFrom(first, last).map((date): [string, Day] => [date, { kind: 'holiday', holiday }]),
    ),
    ...worked.map(([holiday, date]): [string, Day] => [date, { kind: 'makeUpDay', holiday }]),
  ]),
);

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let date = first; date <= last; date = daysAfter(date, 1)) days.push(date);
  return days;
}
