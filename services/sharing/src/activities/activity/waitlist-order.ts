import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from './activity.entity.js';

/**
 * People on a waitlist were told its order: it can change until sign-up opens, but not after the first registration,
 * even if the opening was moved since. The caller holds the lock of the activity.
 * @throws DomainError `WAITLIST_ORDER_FIXED`
 */
export async function requireLineOrderOpen(
  tx: Transaction,
  before: ActivityRow,
  wanted: ActivityRow,
): Promise<void> {
  if (wanted.waitlistFairShareDays === before.waitlistFairShareDays) return;
  if (before.state === 'draft') return;
  if (tx.now < before.signUpOpensAt && !(await hasRegistrations(tx, before.id))) return;
  throw new DomainError('WAITLIST_ORDER_FIXED', { pointer: '/waitlistFairShareDays' });
}

async function hasRegistrations(tx: Transaction, activityId: string): Promise<boolean> {
  const rows: unknown[] = await tx.sql.query('SELECT 1 FROM registration WHERE activity_id = $1 LIMIT 1', [
    activityId,
  ]);
  return rows.length > 0;
}
