import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: say whom the requests for a brand wait for, as they stand then. Its key is the brand. */
export const adoptionAwaitsDue = 'adoption-awaits';

/** Whom they wait for may have changed. */
export async function adoptionAwaitsMayChange(tx: Transaction, brandId: string): Promise<void> {
  await schedule(tx, { kind: adoptionAwaitsDue, key: brandId, at: tx.now });
}
