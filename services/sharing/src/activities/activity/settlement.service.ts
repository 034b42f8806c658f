import { Injectable } from '@nestjs/common';
import type { CostPoolApproved, EntryReversed } from '@gongxiang/contracts/settlement/settlement-events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from './activity-changes.js';
import { CostPoolCopy } from './settlement.entity.js';

/**
 * Tracks whether the cost of an activity is settled. An activity has one cost pool at a time, and supplements for
 * later bills: an approval that was not reversed since counts, with the latest of these times. Approvals and
 * reversals arrive separately, possibly more than once and in either order: the latest of each counts.
 * The pool's row is written before the activity is locked, as a reversal does not name its activity. No holder of an
 * activity's lock waits for such a row, so this order is safe.
 */
@Injectable()
export class SettlementService {
  constructor(private readonly changes: ActivityChanges) {}

  async approved(tx: Transaction, { costPoolId, activityId, approvedAt }: CostPoolApproved): Promise<void> {
    await tx.sql.query(
      `INSERT INTO told_cost_pool (id, activity_id, approved_at) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET activity_id = excluded.activity_id,
         approved_at = greatest(told_cost_pool.approved_at, excluded.approved_at)`,
      [costPoolId, activityId, approvedAt],
    );
    await this.review(tx, activityId);
  }

  async reversed(tx: Transaction, { sourceId, reversedAt }: EntryReversed): Promise<void> {
    const [pool] = (await tx.sql.query(
      `INSERT INTO told_cost_pool (id, reversed_at) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET reversed_at = greatest(told_cost_pool.reversed_at, excluded.reversed_at)
       RETURNING activity_id AS "activityId"`,
      [sourceId, reversedAt],
    )) as [{ activityId: string | null }];
    if (pool.activityId !== null) await this.review(tx, pool.activityId);
  }

  /** Under the lock of the activity, with everything received by now. */
  private async review(tx: Transaction, activityId: string): Promise<void> {
    const before = await this.changes.lock(tx, activityId);
    const pools = await tx.sql.findBy(CostPoolCopy, { activityId });
    const settledAt = latest(pools.flatMap((pool) => (isSettled(pool) ? (pool.approvedAt ?? []) : [])));
    if (settledAt?.getTime() === before.settledAt?.getTime()) return;
    await this.changes.save(tx, before, { settledAt });
  }
}

/** A pool whose shares were reversed may be approved again. */
function isSettled({ approvedAt, reversedAt }: CostPoolCopy): boolean {
  return approvedAt !== null && (reversedAt === null || approvedAt > reversedAt);
}

function latest(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((last, one) => (last === null || one > last ? one : last), null);
}
