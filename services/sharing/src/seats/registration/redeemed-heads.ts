import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { RegistrationRow } from './registration.entity.js';

/**
 * A redeemed coupon was handed out: its seat cannot be given back.
 * @param stored number of heads that stay, the first named first
 * @throws DomainError `COUPON_REDEEMED`
 */
export async function requireUnredeemed(
  tx: Transaction,
  row: RegistrationRow,
  stored: number,
): Promise<void> {
  if (await isRedeemed(tx, row, stored)) throw new DomainError('COUPON_REDEEMED');
}

/**
 * Whether any head after the first `kept` of a registration has redeemed its coupon. The caller holds the lock of the
 * activity.
 */
export async function isRedeemed(
  tx: Transaction,
  { activityId, personId }: Pick<RegistrationRow, 'activityId' | 'personId'>,
  stored = 0,
): Promise<boolean> {
  const rows: unknown[] = await tx.sql.query(
    `SELECT 1 FROM coupon WHERE activity_id = $1 AND person_id = $2 AND number > $3 AND state = 'redeemed' LIMIT 1`,
    [activityId, personId, stored],
  );
  return rows.length > 0;
}
