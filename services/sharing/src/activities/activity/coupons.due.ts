import { newId } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: the coupons of an activity are looked at anew. Its key names the activity, and the change that asked for it. */
export const couponsDue = 'activity-coupons';
const keySeparator = '/';

/** @param key of due work of the kind {@link couponsDue} */
export function couponsActivityOf(key: string): string {
  return key.split(keySeparator)[0] ?? '';
}

/**
 * Notes, in the transaction of a change of seats, that coupons follow it; nothing where the activity gives nothing away.
 * Each change has a row of its own: a rush of sign-ups does not move, again and again, the one that is being worked at.
 */
export async function noteCoupons(tx: Transaction, activityIds: readonly string[]): Promise<void> {
  tx.send(noteGivers(tx, activityIds));
}

async function noteGivers(tx: Transaction, activityIds: readonly string[]): Promise<void> {
  const givers: { activity_id: string }[] = await tx.sql.query(
    `SELECT activity_id FROM give_away WHERE activity_id = ANY($1)`,
    [activityIds],
  );
  const change = newId();
  await scheduleAll(
    tx,
    givers.map(({ activity_id: activityId }) => ({
      kind: couponsDue,
      key: `${activityId}${keySeparator}${change}`,
      at: tx.now,
    })),
  );
}
