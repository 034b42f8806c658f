import { Temporal } from 'temporal-polyfill';

/** In the morning, when nobody is disturbed. */
const toldAt = Temporal.PlainTime.from('09:00');

/**
 * When a host is told that a task is due: in the morning of the day before.
 * @param timeZone one that exists
 * @returns null where that has passed: who was given the task later than that knows when it is due
 */
export function reminderAt(dueOn: string | null, timeZone: string, now: Date): Date | null {
  if (dueOn === null) return null;
  const dayBefore = Temporal.PlainDate.from(dueOn).subtract({ days: 1 });
  const at = new Date(dayBefore.toZonedDateTime({ timeZone, plainTime: toldAt }).epochMilliseconds);
  return at > now ? at : null;
}

/** Today on the calendar of a zone, `YYYY-MM-DD`. @param timeZone one that exists */
export function dateIn(timeZone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
