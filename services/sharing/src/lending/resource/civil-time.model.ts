import { dayMs } from '@gongxiang/domain';

/**
 * Time in China: one zone without clock changes since 1991, so a day has 24 hours and a time of day is its distance
 * from midnight. Loans are never before that year.
 */
const offsetMs = 8 * 3_600_000;
const minuteMs = 60_000;

/** Nothing is planned beyond that year: it bounds the day arithmetic. */
export const lastYear = 2_199;
/** In ms since the epoch. */
export const endOfTime = Date.UTC(lastYear + 1, 0, 1) - offsetMs;

/** Whether it lies beyond {@link lastYear}. */
export function isTooFar(instant: Date): boolean {
  return instant.getTime() > endOfTime;
}

/** The date `YYYY-MM-DD` in China. */
export function civilDate(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD HH:MM` in China. */
export function civilText(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** The instant of a time of day; `24:00` is the following midnight. */
export function civilInstant(date: string, time = '00:00'): Date {
  return new Date(midnightMs(date) + sinceMidnightMs(time));
}

/** The start of a day, in ms since the epoch. */
export function midnightMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - offsetMs;
}

/** A time of day in ms since midnight. */
export function sinceMidnightMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

/** The start of the day so many days after that of an instant; before it if negative. */
export function midnightAround(instant: Date, days: number): Date {
  return new Date(civilInstant(civilDate(instant)).getTime() + days * dayMs);
}
