import type { Period } from '@gongxiang/domain';
import type { OpeningHours } from '../../lending/resource/opening-hours.model.js';

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
