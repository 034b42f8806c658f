/**
 * The clock of China: one zone, and no change of the clock since 1991, so that a day there has 24 hours and a time of day
 * is its distance from midnight. What is lent lies behind that year.
 */
const offsetMs = 8 * 3_600_000;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Nothing is planned beyond that year: the arithmetic of days is bounded by it. */
export const lastYear = 2_199;
/** In ms since the epoch. */
export const endOfTime = Date.UTC(lastYear + 1, 0, 1) - offsetMs;

/** Does it lie beyond {@link lastYear}? */
export function isTooFar(instant: Date): boolean {
  return instant.getTime() > endOfTime;
}

/** The day `YYYY-MM-DD` that it is in China. */
export function civilDate(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD HH:MM` as a person in China reads it. */
export function civilText(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** The moment of a time of day; `24:00` is the midnight after it. */
export function civilInstant(date: string, time = '00:00'): Date {
  return new Date(midnightMs(date) + sinceMidnightMs(time));
}

/** When a day begins, in ms since the epoch. */
export function midnightMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - offsetMs;
}

/** How far a time of day lies from midnight, in ms. */
export function sinceMidnightMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

/** The first moment of the day that lies so many days after the day of an instant; before it where negative. */
export function midnightAround(instant: Date, days: number): Date {
  return new Date(civilInstant(civilDate(instant)).getTime() + days * dayMs);
}
