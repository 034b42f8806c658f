import { newId } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { withGiveAway } from './activity.repository.js';

/** Due work: synchronise the coupons of an activity. Its key names the activity and the change that caused it. */
export const couponsDue = 'activity-coupons';
const keySeparator = '/';

/** @param key of due work of the kind {@link couponsDue} */
export function couponsActivityOf(key: string): string {
  return key.split(keySeparator)[0] ?? '';
}

/**
 * Schedules, in the transaction of a change of seats, the synchronisation of coupons; nothing without a give-away.
 * Each change has a row of its own, so that a rush of sign-ups does not keep postponing the one being worked on.
 */
export async function scheduleCoupons(tx: Transaction, activityIds: readonly string[]): Promise<void> {
  tx.send(scheduleCouponsOf(tx, activityIds));
}

async function scheduleCouponsOf(tx: Transaction, activityIds: readonly string[]): Promise<void> {
  const givers = await withGiveAway(tx, activityIds);
  const change = newId();
  await scheduleAll(
    tx,
    givers.map(({ activityId }) => ({
      kind: couponsDue,
      key: `${activityId}${keySeparator}${change}`,
      at: tx.now,
    })),
  );
}
