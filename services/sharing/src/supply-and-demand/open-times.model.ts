import type { Period } from '@gongxiang/domain';
import { type OpeningHours, openPeriods } from '../resource/opening-hours.model.js';

/** So many days of opening hours are worked out for one answer: some of what differ from all others count as always open. */
const daysMax = 60_000;
const dayMs = 86_400_000;

/** Hours that some resources have alike. */
export interface SharedHours extends OpeningHours {
  readonly key: string;
}

/** How many different hours can be looked at over a period. */
export function sharedHoursMax({ start, end }: Period): number {
  return Math.floor(daysMax / Math.ceil((end.getTime() - start.getTime()) / dayMs + 1));
}

/** When it is open within a period, by each of some hours, as the database writes several ranges of time. */
export function openTimes(hours: SharedHours, period: Period): string {
  const ranges = openPeriods(hours, period).map(({ start, end }) => {
    const from = start < period.start ? period.start : start;
    const until = end > period.end ? period.end : end;
    return `[${from.toISOString()},${until.toISOString()})`;
  });
  return `{${ranges.join(',')}}`;
}
