import { dayMs, type Period } from '@gongxiang/domain';
import type { OpeningHours } from '../../lending/resource/opening-hours.model.js';

/** The opening-hour days computed per answer: beyond it rare opening hours count as always open. */
const daysMax = 60_000;

/** Resources with identical hours. */
export interface SharedHours extends OpeningHours {
  readonly key: string;
}

/** How many different opening hours can be computed for a period. */
export function sharedHoursMax({ start, end }: Period): number {
  return Math.floor(daysMax / Math.ceil((end.getTime() - start.getTime()) / dayMs + 1));
}
