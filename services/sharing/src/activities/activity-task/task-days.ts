import { Temporal } from 'temporal-polyfill';

/** In the morning, outside quiet hours. */
const reminderHour = Temporal.PlainTime.from('09:00');

/**
 * When a host is reminded of a due task: in the morning of the day before.
 * @param timeZone one that exists
 * @returns null if that has passed: a host assigned later than that knows the date
 */
export function reminderAt(dueOn: string | null, timeZone: string, now: Date): Date | null {
  if (dueOn === null) return null;
  const dayBefore = Temporal.PlainDate.from(dueOn).subtract({ days: 1 });
  const at = new Date(dayBefore.toZonedDateTime({ timeZone, plainTime: reminderHour }).epochMilliseconds);
  return at > now ? at : null;
}

/** When a day is over. @param timeZone one that exists */
export function endOfDay(day: string, timeZone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return new Date(next.toZonedDateTime(timeZone).epochMilliseconds);
}

/** Today in a time zone, `YYYY-MM-DD`. @param timeZone one that exists */
export function dateIn(timeZone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
