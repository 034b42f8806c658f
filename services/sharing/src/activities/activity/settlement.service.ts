import { Injectable } from '@nestjs/common';
import type { CostPoolApproved, EntryReversed } from '@gongxiang/contracts/settlement/settlement-events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from './activity-changes.js';
import { ToldCostPool } from './settlement.entity.js';

/**
 * Keeps whether the cost of an activity is settled. An activity has one cost pool at a time, and supplements for bills that came
 * later: what is approved and not taken back since is settled, at the latest of these times. Approval and reversal are told
 * on their own, and maybe more than once, so either may come first: of each the latest counts.
 *
 * The line of the pool is written before the activity is locked: a reversal does not say of which activity it is. Nobody
 * who holds an activity waits for such a line, so the order does no harm.
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

  /** Under the lock of the activity, with all that is told by now. */
  private async review(tx: Transaction, activityId: string): Promise<void> {
    const before = await this.changes.lock(tx, activityId);
    const pools = await tx.sql.findBy(ToldCostPool, { activityId });
    const settledAt = latest(pools.flatMap((pool) => (isSettled(pool) ? (pool.approvedAt ?? []) : [])));
    if (settledAt?.getTime() === before.settledAt?.getTime()) return;
    await this.changes.save(tx, before, { settledAt });
  }
}

/** A pool whose shares were taken back may be approved anew. */
function isSettled({ approvedAt, reversedAt }: ToldCostPool): boolean {
  return approvedAt !== null && (reversedAt === null || approvedAt > reversedAt);
}

function latest(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((last, one) => (last === null || one > last ? one : last), null);
}
