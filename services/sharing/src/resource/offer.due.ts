import type { DueWork } from '@gongxiang/messaging/events';

/** Due work: loans were made, moved or given up, so that their resource is free at other times. */
export const bookingOfferDue = 'match-booking';

/**
 * A piece of work for each resource, under the first of its loans: those who ask at the same time do not wait for each
 * other, and who are served together are looked at together.
 */
export function bookingOfferWork(
  loans: readonly { readonly id: string; readonly resourceId: string }[],
  at: Date,
): DueWork[] {
  const firsts = new Map<string, DueWork>();
  for (const { id: key, resourceId } of loans)
    if (!firsts.has(resourceId))
      firsts.set(resourceId, { kind: bookingOfferDue, key, at, payload: { resourceId } });
  return [...firsts.values()];
}
