import {
  type CopiedTimeField,
  copiedTimeFields,
} from '@gongxiang/contracts/sharing/organising/draft.contract';
import { Temporal } from 'temporal-polyfill';
import { daysAfter } from '@gongxiang/domain';
import { type DayAdvice, type DayMove, type DayPair, suitableDays } from './suitable-day.model.js';

export type CopiedTimes = Readonly<Record<CopiedTimeField, Date>>;

export interface CopyWish {
  /** Null for about a year later, on the same weekday. */
  readonly startsAt: Date | null;
  /** Ignores holidays. */
  readonly keepDay: boolean;
}

/** A time that differs from the plain distance. */
export interface MovedTime extends Pick<DayMove, 'reason' | 'holiday'> {
  readonly field: CopiedTimeField;
  readonly from: Date;
  readonly to: Date;
}

export interface CopyOfTimes {
  readonly times: CopiedTimes;
  readonly moved: readonly MovedTime[];
  /** The year of a new day whose holidays are unknown. */
  readonly holidaysUnknown: number | null;
}

export type Original = CopiedTimes & { readonly timeZone: string };

/** A longer activity contains workdays and weekends anyway. */
const daysLookedAtMax = 7;

/**
 * The times of a copy. All four move the same distance in local time, so that 9:00 stays 9:00 whatever the UTC offset
 * is on the new day (E36–E38); an hour skipped by the zone becomes the one after it.
 * @param original its time zone exists
 */
export function copiedTimes(original: Original, wish: CopyWish, now: Date): CopyOfTimes {
  const { timeZone } = original;
  const local = (instant: Date): Temporal.PlainDateTime => localOf(instant, timeZone);
  const start = local(original.startsAt);
  const wanted = wish.startsAt === null ? sameWeekdayNextYear(start, local(now)) : local(wish.startsAt);
  const distance = start.until(wanted, { largestUnit: 'day' });
  const advice = wish.keepDay
    ? unmoved
    : suitableDays(dayPairs(original, wanted), dayAfterWhich(wanted, now, timeZone));
  const { move, holidaysUnknown } = advice;
  const asked = timesLater(original, distance);
  if (move === null) return { times: asked, moved: [], holidaysUnknown };
  const { days, reason, holiday } = move;
  const times = timesLater(original, distance.add({ days }));
  const moved = copiedTimeFields.map((field): MovedTime => ({
    field,
    from: asked[field],
    to: times[field],
    reason,
    holiday,
  }));
  return { times, moved, holidaysUnknown };
}

/** Moves all four times the same distance in local time. */
export function timesLater(original: Original, distance: Temporal.DurationLike): CopiedTimes {
  const { timeZone } = original;
  return timesBy((field) => instantOf(localOf(original[field], timeZone).add(distance), timeZone));
}

/**
 * The days, `YYYY-MM-DD`, on which it takes place: the first seven. An end at midnight belongs to the day before.
 */
export function daysOf({
  startsAt,
  endsAt,
  timeZone,
}: Pick<Original, 'startsAt' | 'endsAt' | 'timeZone'>): string[] {
  const first = localOf(startsAt, timeZone).toPlainDate();
  const last = localOf(new Date(endsAt.getTime() - 1), timeZone).toPlainDate();
  const count = Math.min(daysLookedAtMax, first.until(last).days + 1);
  return Array.from({ length: count }, (_unused, index) => daysAfter(first.toString(), index));
}

const unmoved: DayAdvice = { move: null, holidaysUnknown: null };

/**
 * The same weekday nearest to the same date of a later year, the first in the future: a Saturday in March stays one.
 * @param now in the same zone
 */
function sameWeekdayNextYear(
  start: Temporal.PlainDateTime,
  now: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  const first = Math.max(1, now.year - start.year);
  const inYears = (years: number): Temporal.PlainDateTime => {
    const date = start.add({ years });
    const forward = (start.dayOfWeek - date.dayOfWeek + 7) % 7;
    return date.add({ days: forward > 3 ? forward - 7 : forward });
  };
  const next = inYears(first);
  return Temporal.PlainDateTime.compare(next, now) > 0 ? next : inYears(first + 1);
}

/** The days of the original, each with its counterpart. */
function dayPairs(original: Original, wanted: Temporal.PlainDateTime): DayPair[] {
  return daysOf(original).map((day, index) => ({
    original: day,
    wanted: daysAfter(wanted.toPlainDate().toString(), index),
  }));
}

/** A copied plan is not moved into the past. */
function dayAfterWhich(wanted: Temporal.PlainDateTime, now: Date, timeZone: string): string | null {
  const today = localOf(now, timeZone).toPlainDate().toString();
  return wanted.toPlainDate().toString() > today ? today : null;
}

function timesBy(timeOf: (field: CopiedTimeField) => Date): CopiedTimes {
  return {
    startsAt: timeOf('startsAt'),
    endsAt: timeOf('endsAt'),
    signUpOpensAt: timeOf('signUpOpensAt'),
    signUpClosesAt: timeOf('signUpClosesAt'),
  };
}

export function localOf(instant: Date, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
}

function instantOf(local: Temporal.PlainDateTime, timeZone: string): Date {
  return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
}
