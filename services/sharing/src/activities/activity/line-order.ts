import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from './activity.entity.js';

/**
 * Whoever stands in a line has been told by which rule it goes: it is changed until sign-up opens, and not after somebody has
 * signed up even where the opening was moved since. The caller holds the lock of the activity.
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
