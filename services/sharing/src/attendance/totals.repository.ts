import { Injectable } from '@nestjs/common';
import type { AttendanceTotal } from '@gongxiang/contracts/sharing/sharing-events';
import type { Transaction } from '@gongxiang/persistence';

type ClosedTotal = Omit<AttendanceTotal, 'closedAt'> & { readonly closedAt: Date };

/** Reads the attendance totals of closed activities. */
@Injectable()
export class TotalsRepository {
  /** Activities closed after a time, in id order, one page at a time. */
  closedSince(tx: Transaction, since: Date, afterId: string | null, limit: number): Promise<ClosedTotal[]> {
    return tx.sql.query(
      `SELECT id AS "activityId", version, fact_count AS "factCount", facts_hash AS "factsHash",
              closed_at AS "closedAt"
       FROM activity WHERE state = 'closed' AND facts_hash IS NOT NULL AND closed_at > $1
         AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [since, afterId, limit],
    );
  }
}
