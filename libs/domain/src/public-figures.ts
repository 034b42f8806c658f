import { shanghaiMidnight } from './calendar-date.js';

/** Of fewer nothing is said to anybody. */
export const publicFiguresMin = 5;

/**
 * A number as anybody sees it, rounded down to fives. Suppressing small numbers alone would not do: what is left out is
 * the difference of those that stay. In fives no difference tells of a single case.
 */
export function inFives(count: number): number {
  return count - (count % publicFiguresMin);
}

/** The first instant of a year in China, and of the next. */
export function spanOfYear(year: number): { readonly from: Date; readonly to: Date } {
  const first = (one: number): Date => shanghaiMidnight(`${one}-01-01`);
  return { from: first(year), to: first(year + 1) };
}
