import { newId } from '@gongxiang/domain';
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
 * Each change has a row of its own: with one for all, a rush of sign-ups would wait for the work that makes the coupons.
 */
export async function noteCoupons(tx: Transaction, activityIds: readonly string[]): Promise<void> {
  tx.send(
    tx.sql.query(
      `INSERT INTO due (kind, key, due_at, payload)
       SELECT $1, g.activity_id || $2, $3, '{}' FROM give_away g WHERE g.activity_id = ANY($4)`,
      [couponsDue, `${keySeparator}${newId()}`, tx.now, activityIds],
    ),
  );
}
