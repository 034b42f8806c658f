import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: a loan was made, moved or given up, so that its resource is free at other times. */
export const bookingOfferDue = 'match-booking';

/** A piece of work for each loan: those of one resource that are asked for at the same time do not wait for each other. */
export function noteBookingOffer(
  tx: Transaction,
  loan: { readonly id: string; readonly resourceId: string },
): Promise<void> {
  const payload = { resourceId: loan.resourceId };
  return schedule(tx, { kind: bookingOfferDue, key: loan.id, at: tx.now, payload });
}
