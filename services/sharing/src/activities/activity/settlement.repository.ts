import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { CostPoolCopy } from './settlement.entity.js';

/** Stores approvals and reversals of cost pools, in any order: of each the latest counts. */
@Injectable()
export class CostPoolRepository {
  async saveApproval(
    tx: Transaction,
    { costPoolId, activityId, approvedAt }: { costPoolId: string; activityId: string; approvedAt: string },
  ): Promise<void> {
    await tx.sql.query(
      `INSERT INTO told_cost_pool (id, activity_id, approved_at) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET activity_id = excluded.activity_id,
         approved_at = greatest(told_cost_pool.approved_at, excluded.approved_at)`,
      [costPoolId, activityId, approvedAt],
    );
  }

  /** @returns the activity; null until the approval arrives */
  async saveReversal(tx: Transaction, costPoolId: string, reversedAt: string): Promise<string | null> {
    const [pool] = (await tx.sql.query(
      `INSERT INTO told_cost_pool (id, reversed_at) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET reversed_at = greatest(told_cost_pool.reversed_at, excluded.reversed_at)
       RETURNING activity_id AS "activityId"`,
      [costPoolId, reversedAt],
    )) as [{ activityId: string | null }];
    return pool.activityId;
  }

  ofActivity(tx: Transaction, activityId: string): Promise<CostPoolCopy[]> {
    return tx.sql.findBy(CostPoolCopy, { activityId });
  }
}
