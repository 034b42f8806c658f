import { newId } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { sharingTime } from './resource.repository.js';

/** Due work: the offer of a resource has changed; match it with other needs. */
export const resourceOfferDue = 'match-resource';
/** Due work: a time of a resource was taken, by a loan or out of service. */
export const bookingOfferDue = 'match-booking';

/** A time of them was taken: the needs they are suggested to are matched again. */
export function scheduleTakenOffers(tx: Transaction, resourceIds: readonly string[]): Promise<void> {
  return scheduleOffers(tx, bookingOfferDue, resourceIds);
}

/** The same for one. */
export function scheduleTakenOffer(tx: Transaction, resourceId: string): Promise<void> {
  return scheduleOffers(tx, bookingOfferDue, [resourceId]);
}

/** A time was freed: other needs may find it too. */
export function scheduleFreedOffer(tx: Transaction, resourceId: string): Promise<void> {
  return scheduleOffers(tx, resourceOfferDue, [resourceId]);
}

/**
 * The time also belongs to its whole, its parts, and the kits containing it. One piece of work per change: concurrent
 * changes of one resource do not wait for each other.
 */
async function scheduleOffers(tx: Transaction, kind: string, resourceIds: readonly string[]): Promise<void> {
  const touched = await sharingTime(tx, resourceIds);
  const change = newId();
  await scheduleAll(
    tx,
    touched.map(({ id }) => ({ kind, key: `${id}/${change}`, at: tx.now, payload: { isPlaced: true } })),
  );
}
