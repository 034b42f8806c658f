import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: an activity may answer other needs than before. */
export const activityOfferDue = 'match-activity';

/**
 * A piece of work for each change: whoever makes it waits for nobody who is matching the one before.
 * @param change its version, or the pool that was added
 */
export function noteActivityOffer(
  tx: Transaction,
  activityId: string,
  change: string | number,
): Promise<void> {
  return schedule(tx, { kind: activityOfferDue, key: `${activityId}/${change}`, at: tx.now });
}
