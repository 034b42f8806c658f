import { schedule, scheduleNew } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: an activity may answer other needs than before. */
export const activityOfferDue = 'match-activity';
/** However many sign up, an activity is matched anew once in so long. */
const seatsEveryMs = 30_000;
/** Longer than any sign-up takes from its beginning to its commit: the work sees all that noted nothing, as it was noted. */
const seatsSettledMs = 10_000;

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

/**
 * Other seats of these activities are free than before. One piece of work for all changes of a while, done after it: a rush
 * of sign-ups neither waits for the matching nor asks for it thousands of times.
 */
export async function noteSeatsOffer(tx: Transaction, activityIds: readonly string[]): Promise<void> {
  const until = (Math.floor(tx.now.getTime() / seatsEveryMs) + 1) * seatsEveryMs;
  const at = new Date(until + seatsSettledMs);
  await scheduleNew(
    tx,
    activityIds.map((activityId) => ({
      kind: activityOfferDue,
      key: `${activityId}/seats/${until}`,
      at,
      payload: { isPlaced: true },
    })),
  );
}
