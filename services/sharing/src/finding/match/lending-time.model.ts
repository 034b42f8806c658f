import { overlaps, type Period } from '@gongxiang/domain';
import { firstFree, type Span } from '../../lending/need/span.model.js';
import { closedPeriods, isOpen, nextTime } from '../../lending/resource/opening-hours.model.js';
import { busyTimes, type Supply } from '../../lending/resource/supply.model.js';

/** The most tries from one opening to the next for overnight loans. */
const triesMax = 50;

/** The first time of a span's length at which so many may be borrowed; null if there is none. */
export function firstTime(
  supply: Pick<Supply, 'steps' | 'hours'>,
  span: Span,
  quantity: number,
): Period | null {
  const busy = busyTimes(supply, quantity);
  const { hours } = supply;
  if (!hours.overnight) return firstFree(span, [...busy, ...closedPeriods(hours, span)]);
  let from = span.start;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const free = firstFree({ ...span, start: from }, busy);
    if (free === null || isOpen(hours, free)) return free;
    const next = nextTime(hours, free);
    if (next === null || next.end > span.end) return null;
    if (!busy.some((one) => overlaps(one, next))) return next;
    from = next.start;
  }
  return null;
}

/**
 * The quantity to look for: more than exist in all is reported separately, and does not make the rest unavailable.
 */
export function soughtOf(
  { quantity }: { readonly quantity?: number | null },
  { pieces }: { readonly pieces: number | null },
): number {
  return Math.max(1, Math.min(quantity ?? 1, pieces ?? 1));
}
