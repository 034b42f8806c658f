import type { RuleWeekday } from '@gongxiang/contracts/sharing/lending/series-fields';
import { dayMs, type Period } from '@gongxiang/domain';

/**
 * China has had one time zone without summer time since 1991: the network's calendar has a fixed offset from UTC.
 */
const offsetMs = 8 * 3_600_000;
const minuteMs = 60_000;
/** From Sunday, as in JavaScript. */
const weekdays: readonly RuleWeekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The calendar months [start, end) that a period touches, in order. */
export function monthsOf({ start, end }: Period): Period[] {
  const months: Period[] = [];
  for (let month = monthAt(start); month.start < end; month = monthAt(month.end)) months.push(month);
  return months;
}

/** The calendar month of an instant. */
export function monthAt(instant: Date): Period {
  const local = new Date(instant.getTime() + offsetMs);
  const first = (monthsOn: number): Date =>
    new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + monthsOn, 1) - offsetMs);
  return { start: first(0), end: first(1) };
}

/** The weekdays that a period touches: all of them from a week on. */
export function weekdaysOf({ start, end }: Period): ReadonlySet<RuleWeekday> {
  const found = new Set<RuleWeekday>();
  const last = end.getTime() + offsetMs - 1;
  const first = Math.floor((start.getTime() + offsetMs) / dayMs) * dayMs;
  for (let day = first; day <= last && found.size < weekdays.length; day += dayMs) {
    found.add(weekdays[new Date(day).getUTCDay()] ?? 'SU');
  }
  return found;
}

/** Minutes of both ends since the midnight before `start`; beyond 1440 if the period extends into the next day. */
export function minutesOf({ start, end }: Period): { readonly from: number; readonly until: number } {
  const local = start.getTime() + offsetMs;
  const midnight = Math.floor(local / dayMs) * dayMs;
  return {
    from: (local - midnight) / minuteMs,
    until: (end.getTime() + offsetMs - midnight) / minuteMs,
  };
}

/** Date and time in China, the same in both languages: `2026-12-01 08:00`. */
export function chinaClock(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 16).replace('T', ' ');
}
