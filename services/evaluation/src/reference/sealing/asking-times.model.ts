import { dayMs } from '@gongxiang/domain';

/**
 * The time people are reminded: a day before the end, or half-way if it is open for less than two
 * days. The notification itself respects quiet hours.
 */
export function reminderAt(opensAt: Date, closesAt: Date): Date {
  const openMs = closesAt.getTime() - opensAt.getTime();
  return new Date(closesAt.getTime() - Math.min(dayMs, openMs / 2));
}

/** When a survey ends that is open for so many days. */
export function endAfter(opensAt: Date, days: number): Date {
  return new Date(opensAt.getTime() + days * dayMs);
}
