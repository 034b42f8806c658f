import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { RoleGrantRow } from './role.entity.js';
import { endOf, nearEndOf } from './role.model.js';

/** Due work that ends a role after its last day. Its key is the role. */
export const roleEndKind = 'role-end';
/** Due work that says a week before that the end is near. */
export const roleEndNearKind = 'role-end-near';

type Ending = Pick<RoleGrantRow, 'id' | 'validTo' | 'revokedAt'>;

/**
 * Schedules what the end of a role brings with it, or cancels it where the role is over or has no end any more.
 * @param before null for a new role: whoever grants one for a few days knows that its end is near
 */
export async function scheduleEnd(tx: Transaction, row: Ending, before: Ending | null): Promise<void> {
  const validTo = row.revokedAt === null ? row.validTo : null;
  if (validTo === null) {
    if (before !== null && before.validTo !== null)
      for (const kind of [roleEndKind, roleEndNearKind]) await unschedule(tx, kind, row.id);
    return;
  }
  await schedule(tx, { kind: roleEndKind, key: row.id, at: endOf(validTo) });
  const nearAt = nearEndOf(validTo);
  if (before !== null || nearAt > tx.now)
    await schedule(tx, { kind: roleEndNearKind, key: row.id, at: nearAt });
}
