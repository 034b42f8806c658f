import { Temporal } from 'temporal-polyfill';

/** Nobody is reminded of anything from ten in the evening until seven in the morning. */
const quietFrom = Temporal.PlainTime.from('22:00');
const quietUntil = Temporal.PlainTime.from('07:00');
/** What would go in the night and cannot wait for the morning goes in the evening before it. */
const eveningBefore = Temporal.PlainTime.from('21:30');
/** A reminder in the morning still leaves that much time. */
const leastMs = 60 * 60_000;

/**
 * When a reminder goes, on the clock of the activity's zone: at its own moment by day; what falls into the night goes in
 * the morning where that leaves an hour before what it reminds of, else in the evening before.
 * @param base what it reminds of, later than `at` or the same
 * @param timeZone one that exists
 */
export function outsideQuietHours(at: Date, base: Date, timeZone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime();
  const isLate = Temporal.PlainTime.compare(time, quietFrom) >= 0;
  const isEarly = Temporal.PlainTime.compare(time, quietUntil) < 0;
  if (!isLate && !isEarly) return at;
  const morningDay = isLate ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const morning = instantOf(morningDay, quietUntil, timeZone);
  if (base.getTime() - morning.getTime() >= leastMs) return morning;
  return instantOf(morningDay.subtract({ days: 1 }), eveningBefore, timeZone);
}

function instantOf(day: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}

/**
 * When something is told that cannot be told again: at once by day, in the morning where it falls into the night; at once
 * where that would be the evening before.
 * @param until when it is of no more use
 */
export function tellableAt(now: Date, until: Date, timeZone: string): Date {
  const wished = outsideQuietHours(now, until, timeZone);
  return wished < now ? now : wished;
}
