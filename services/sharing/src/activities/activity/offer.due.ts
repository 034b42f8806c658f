import { schedule, scheduleNew } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: an activity may answer other needs than before. */
export const activityOfferDue = 'match-activity';
/** However many people sign up, an activity is matched again once per this period. */
const seatsEveryMs = 30_000;
/** Longer than any sign-up transaction: the work sees every change that found it already scheduled. */
const seatsSettledMs = 10_000;

/**
 * One piece of work per change: its author does not wait for the matching of the previous one.
 * @param change the version, or the added pool
 */
export function scheduleActivityOffer(
  tx: Transaction,
  activityId: string,
  change: string | number,
): Promise<void> {
  return schedule(tx, { kind: activityOfferDue, key: `${activityId}/${change}`, at: tx.now });
}

/**
 * The free seats of these activities have changed. One delayed piece of work covers all changes of a period: a rush
 * of sign-ups neither waits for the matching nor causes it thousands of times.
 */
export async function scheduleSeatsOffer(tx: Transaction, activityIds: readonly string[]): Promise<void> {
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
