import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from './activity.entity.js';
import { hasRegistrations } from './activity.repository.js';

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
