import { newId } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: what a resource offers has changed, and other needs than before may be answered by it. */
export const resourceOfferDue = 'match-resource';
/** Due work: some time of a resource is not to be had any more, by a loan or because it is out of service. */
export const bookingOfferDue = 'match-booking';

/** Some time of them was taken: those to whom they are suggested look at them again. */
export function scheduleTakenOffers(tx: Transaction, resourceIds: readonly string[]): Promise<void> {
  return note(tx, bookingOfferDue, resourceIds);
}

/** The same of one. */
export function scheduleTakenOffer(tx: Transaction, resourceId: string): Promise<void> {
  return note(tx, bookingOfferDue, [resourceId]);
}

/** Some time of it may be had again: others may find it too. */
export function scheduleFreedOffer(tx: Transaction, resourceId: string): Promise<void> {
  return note(tx, resourceOfferDue, [resourceId]);
}

/**
 * The same time is that of its whole, of its parts, and of the kits that it is in. A piece of work for each change: those
 * who take or free time of one resource at the same time do not wait for each other.
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
