import { dayMs, overlaps, type Period } from '@gongxiang/domain';
import { isTooFar } from './civil-time.model.js';
import type { Step } from './occupancy.model.js';
import { isOpen, type OpeningHours } from './opening-hours.model.js';
import { availabilityDaysMax } from './resource.model.js';

/** Calendar and opening hours of a resource within a window. */
export interface Supply {
  /** The quantity that may be borrowed, in steps; null: any number at any time, as for know-how. */
  readonly steps: readonly Step[] | null;
  /** When all of it is out of service. */
  readonly outOfService: readonly Period[];
  readonly hours: OpeningHours;
}

/** The times at which so many may not be borrowed, regardless of the hours. */
export function busyTimes({ steps }: Pick<Supply, 'steps'>, quantity = 1): Period[] {
  return (steps ?? []).filter(({ free }) => free < quantity);
}

/**
 * Whether so many can be borrowed for a period within the window. A time that is too long or too far ahead cannot.
 */
export function isFree(supply: Pick<Supply, 'steps' | 'hours'>, period: Period, quantity = 1): boolean {
  return (
    isOfLoan(period) &&
    !busyTimes(supply, quantity).some((busy) => overlaps(busy, period)) &&
    isOpen(supply.hours, period)
  );
}

/** Whether loans may have this period at all. */
function isOfLoan({ start, end }: Period): boolean {
  return !isTooFar(end) && end.getTime() - start.getTime() <= availabilityDaysMax * dayMs;
}
