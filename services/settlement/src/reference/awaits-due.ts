import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/**
 * Due work: say whom a pool, a refund or a payment waits for, as it stands then. Its key is the id of that. These are
 * named here, as they also wait for whoever keeps the books of a union.
 */
export const costPoolAwaitsDue = 'cost-pool-awaits';
export const refundAwaitsDue = 'refund-awaits';
export const paymentAwaitsDue = 'payment-awaits';

/**
 * Whom these things wait for may have changed. It is looked at later, by the due work of their noun, as nobody who
 * moves money needs to wait for it.
 * @param kind of that due work, whose keys are the ids
 */
export async function awaitsMayChange(
  tx: Transaction,
  kind: string,
  ...ids: readonly string[]
): Promise<void> {
  const at = tx.now;
  await scheduleAll(
    tx,
    ids.map((key) => ({ kind, key, at })),
  );
}
