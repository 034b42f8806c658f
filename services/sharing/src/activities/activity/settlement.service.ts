import { Injectable } from '@nestjs/common';
import type { CostPoolApproved, EntryReversed } from '@gongxiang/contracts/settlement/settlement-events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from './activity-changes.js';
import type { CostPoolCopy } from './settlement.entity.js';
import { CostPoolRepository } from './settlement.repository.js';

/**
 * Tracks whether the cost of an activity is settled. An activity has one cost pool at a time, and supplements for
 * later bills: an approval that was not reversed since counts, with the latest of these times. Approvals and
 * reversals arrive separately, possibly more than once and in either order: the latest of each counts.
 * The pool's row is written before the activity is locked, as a reversal does not name its activity. No holder of an
 * activity's lock waits for such a row, so this order is safe.
 */
@Injectable()
export class SettlementService {
  constructor(
    private readonly changes: ActivityChanges,
    private readonly costPools: CostPoolRepository,
  ) {}

  /** A shared bill belongs to no activity. */
  async approved(tx: Transaction, { activityId, ...approval }: CostPoolApproved): Promise<void> {
    if (activityId === null) return;
    await this.costPools.saveApproval(tx, { ...approval, activityId });
    await this.review(tx, activityId);
  }

  async reversed(tx: Transaction, { sourceId, reversedAt }: EntryReversed): Promise<void> {
    const activityId = await this.costPools.saveReversal(tx, sourceId, reversedAt);
    if (activityId !== null) await this.review(tx, activityId);
  }

  /** Under the lock of the activity, with everything received by now. */
  private async review(tx: Transaction, activityId: string): Promise<void> {
    const before = await this.changes.lock(tx, activityId);
    const pools = await this.costPools.ofActivity(tx, activityId);
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
