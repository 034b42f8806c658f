import type { TermDto } from '@gongxiang/contracts/affairs/matters/term';
import { daysAfter, endOfShanghaiDay, shanghaiDate } from '@gongxiang/domain';
import { workingDaysAfter, workingDaysBetween } from '@gongxiang/domain/holidays';

/** The end of the last day of a term that begins today in China; the day on which it begins does not count (民法典 201). */
export function deadlineAfter(now: Date, { count, days }: TermDto): Date {
  const today = shanghaiDate(now);
  return endOfShanghaiDay(days === 'working' ? workingDaysAfter(today, count) : daysAfter(today, count));
}

/**
 * Working days from today until a deadline: 0 on its day. Past it, those since, as a number below 0; at least -1, also when only
 * a weekend has passed.
 */
export function workingDaysUntil(now: Date, deadline: Date): number {
  const today = shanghaiDate(now);
  const last = shanghaiDate(deadline);
  if (last >= today) return workingDaysBetween(today, last);
  return -Math.max(1, workingDaysBetween(last, today));
}

/** A deadline moved by the working days for which the time stood still. @param pausedOn the day on which it stopped */
export function moveDeadline(deadline: Date, pausedOn: string, now: Date): Date {
  const paused = workingDaysBetween(pausedOn, shanghaiDate(now));
  return paused === 0 ? deadline : endOfShanghaiDay(workingDaysAfter(shanghaiDate(deadline), paused));
}

/**
 * So many months after a day, or before it if they are below 0: the same day of the month, or the last of a shorter month
 * (民法典 202).
 * @param day `YYYY-MM-DD`
 */
export function sameDayMonthsLater(day: string, months: number): string {
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const lastDay = last.getUTCDate();
  return daysAfter(last.toISOString().slice(0, 10), Math.min(ofMonth, lastDay) - lastDay);
}

/** The first moment after a deadline at which it is missed. */
export function missedFrom(deadline: Date): Date {
  return new Date(deadline.getTime() + 1_000);
}
