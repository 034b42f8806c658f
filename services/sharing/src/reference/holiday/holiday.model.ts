import type { HolidayName } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { holidayYears } from './holiday-years.model.js';

/** A make-up day is a day of a weekend that is worked. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeUpDay';

export interface Day {
  readonly kind: DayKind;
  /** The holiday that it is part of, or makes up for. */
  readonly holiday: HolidayName | null;
}

/**
 * What kind of day it is in China.
 * @param date `YYYY-MM-DD`
 * @returns null where the holidays of its year are not known, as its notice has not been given, and it is none of the days that
 *   are off by their date in every year: then nobody can say
 */
export function dayAt(date: string): Day | null {
  if (!isYearKnown(yearOf(date))) return statutoryAt(date);
  return exceptional.get(date) ?? ordinaryDayAt(date);
}

/** Has the notice of the year's holidays been entered? */
export function isYearKnown(year: number): boolean {
  return holidayYears[year] !== undefined;
}

/**
 * The days that are off by the same date in every year, whatever the year's notice moves around them: Art. 2 of 全国年节及纪念日放假办法
 * as revised in 2024. Those by the moon, and Qingming, have another date each year.
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

/** What kind of day it is by its weekday alone. */
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

/** The day so many days later; earlier where they are negative. */
export function daysLater(date: string, days: number): string {
  const day = utcOf(date);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** A date has no zone: UTC, which skips no hour, only carries it through the arithmetic. */
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
  for (let date = first; date <= last; date = daysLater(date, 1)) days.push(date);
  return days;
}
