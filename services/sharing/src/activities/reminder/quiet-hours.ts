import { Temporal } from 'temporal-polyfill';

/** Nobody is notified from ten in the evening until seven in the morning. */
const quietFrom = Temporal.PlainTime.from('22:00');
const quietUntil = Temporal.PlainTime.from('07:00');
/** A night-time notice that cannot wait for the morning is sent in the evening before. */
const eveningBefore = Temporal.PlainTime.from('21:30');
/** A notice in the morning must leave at least this much time. */
const leastMs = 60 * 60_000;

/**
 * When a reminder is sent, in the activity's time zone: at its own time by day; a night-time one in the morning if
 * that leaves an hour before the event, else in the evening before.
 * @param base the time it reminds of, not before `at`
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
 * When a one-time notice is sent: at once by day, in the morning if it is night; at once if that would be the evening
 * before.
 * @param until when it is no longer useful
 */
export function tellableAt(now: Date, until: Date, timeZone: string): Date {
  const wished = outsideQuietHours(now, until, timeZone);
  return wished < now ? now : wished;
}
