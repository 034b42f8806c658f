import { DomainError } from './domain-error.js';

/** A half-open stretch of time [start, end): `end` is the first instant that no longer belongs to it. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/**
 * @param pointer the field to name in the error, as a rule the one with the end
 * @throws DomainError `PERIOD_EMPTY` where the end is not after the start, or one of them is no instant
 */
export function newPeriod(start: Date, end: Date, pointer?: string): Period {
  // Written so that an invalid date, which compares false with everything, is refused as well.
  if (!(start.getTime() < end.getTime())) {
    throw new DomainError('PERIOD_EMPTY', pointer === undefined ? {} : { pointer });
  }
  return { start, end };
}

export function contains(period: Period, instant: Date): boolean {
  return period.start <= instant && instant < period.end;
}

/** Do the two share any instant? Periods that only touch (11:00–11:30, 11:30–12:00) do not. */
export function overlaps(left: Period, right: Period): boolean {
  return left.start < right.end && right.start < left.end;
}

/**
 * Does a day lie in [from, to)? All are calendar dates `YYYY-MM-DD`, compared as text; no time zone takes part.
 * `to` is the first day outside, so that one membership may end on the day on which the next begins and a
 * person still has only one; null means open-ended.
 */
export function isWithinDates(date: string, from: string, to: string | null): boolean {
  return from <= date && (to === null || date < to);
}
