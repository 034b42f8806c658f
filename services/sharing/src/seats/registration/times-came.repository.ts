import { dayMs } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

/**
 * How often these persons attended activities of the network in so many days until now; those who never did are left
 * out.
 */
export async function timesCame(
  tx: Transaction,
  personIds: readonly string[],
  days: number,
): Promise<ReadonlyMap<string, number>> {
  const rows: { personId: string; times: number }[] = await tx.sql.query(
    `SELECT person_id AS "personId", count(*)::int AS times FROM attendance
     WHERE person_id = ANY($1) AND checked_in_at >= $2 GROUP BY person_id`,
    [personIds, new Date(tx.now.getTime() - days * dayMs)],
  );
  return new Map(rows.map(({ personId, times }) => [personId, times]));
}
