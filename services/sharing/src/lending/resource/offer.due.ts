import { newId } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: the offer of a resource has changed; match it with other needs. */
export const resourceOfferDue = 'match-resource';
/** Due work: a time of a resource was taken, by a loan or out of service. */
export const bookingOfferDue = 'match-booking';

/** A time of them was taken: the needs they are suggested to are matched again. */
export function scheduleTakenOffers(tx: Transaction, resourceIds: readonly string[]): Promise<void> {
  return note(tx, bookingOfferDue, resourceIds);
}

/** The same for one. */
export function scheduleTakenOffer(tx: Transaction, resourceId: string): Promise<void> {
  return note(tx, bookingOfferDue, [resourceId]);
}

/** A time was freed: other needs may find it too. */
export function scheduleFreedOffer(tx: Transaction, resourceId: string): Promise<void> {
  return note(tx, resourceOfferDue, [resourceId]);
}

/**
 * The time also belongs to its whole, its parts, and the kits containing it. One piece of work per change: concurrent
 * changes of one resource do not wait for each other.
 */
async function note(tx: Transaction, kind: string, resourceIds: readonly string[]): Promise<void> {
  const touched: { id: string }[] = await tx.sql.query(
    `WITH itself AS (
       SELECT id FROM resource WHERE id = ANY($1)
       UNION SELECT id FROM resource WHERE part_of_id = ANY($1)
       UNION SELECT part_of_id FROM resource WHERE id = ANY($1) AND part_of_id IS NOT NULL
       UNION SELECT resource_id FROM kit_content WHERE kit_id = ANY($1)
     )
     SELECT id FROM itself UNION SELECT kit_id FROM kit_content WHERE resource_id IN (SELECT id FROM itself)`,
    [resourceIds],
  );
  const change = newId();
  await scheduleAll(
    tx,
    touched.map(({ id }) => ({ kind, key: `${id}/${change}`, at: tx.now, payload: { isPlaced: true } })),
  );
}
