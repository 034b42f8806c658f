import { overlaps, type Period } from '@gongxiang/domain';
import { isTooFar } from './civil-time.model.js';
import type { Step } from './occupancy.model.js';
import { isOpen, type OpeningHours } from './opening-hours.model.js';
import { availabilityDaysMax } from './resource.model.js';

const dayMs = 86_400_000;

/** What calendar and opening hours say of a resource within a window. */
export interface Supply {
  /** How many may be borrowed, step by step through the window; null: any number at any time, as of know-how. */
  readonly steps: readonly Step[] | null;
  /** When all of it is out of service, whoever has borrowed it before. */
  readonly outOfService: readonly Period[];
  readonly hours: OpeningHours;
}

/** The times at which so many may not be borrowed, whatever the hours. */
export function busyTimes({ steps }: Pick<Supply, 'steps'>, quantity = 1): Period[] {
  return (steps ?? []).filter(({ free }) => free < quantity);
}

/** Can so many be borrowed for a period that lies within the window? What would be too long or too far ahead cannot. */
export function isFree(supply: Pick<Supply, 'steps' | 'hours'>, period: Period, quantity = 1): boolean {
  return (
    isOfLoan(period) &&
    !busyTimes(supply, quantity).some((busy) => overlaps(busy, period)) &&
    isOpen(supply.hours, period)
  );
}

/** Is it a time for which something may be lent at all? */
function isOfLoan({ start, end }: Period): boolean {
  return !isTooFar(end) && end.getTime() - start.getTime() <= availabilityDaysMax * dayMs;
}
