import type { HolidayName } from '@gongxiang/contracts';
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
 * @returns null where the holidays of its year are not known: then nobody can say
 */
export function dayAt(date: string): Day | null {
  if (holidayYears[yearOf(date)] === undefined) return null;
  return exceptional.get(date) ?? ordinaryDayAt(date);
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
