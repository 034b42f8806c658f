import { dayMs, shanghaiDate } from '@gongxiang/domain';

/** The due work of publishing attendance totals: `night`, and the pages of a night by their last activity. */
export const totalsDue = 'attendance-totals';

/** At this hour in China nobody closes, corrects or approves anything. */
const nightHour = 2;

/** The next two o'clock at night in China. */
export function nextNight(now: Date): Date {
  const tonight = new Date(`${shanghaiDate(now)}T0${nightHour}:00:00+08:00`);
  return tonight > now ? tonight : new Date(tonight.getTime() + dayMs);
}

/** Older activities are not published: their year is settled. */
export function totalsSince(now: Date): Date {
  return new Date(now.getTime() - 366 * dayMs);
}
