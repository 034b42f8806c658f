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
    // Attendance never moves: that of merged records counts for the person.
    `SELECT present_person(person_id) AS "personId", count(DISTINCT activity_id)::int AS times FROM attendance
     WHERE person_id = ANY(ARRAY(SELECT from_id FROM person_alias WHERE into_id = ANY($1)) || $1::uuid[])
       AND checked_in_at >= $2 GROUP BY 1`,
    [personIds, new Date(tx.now.getTime() - days * dayMs)],
  );
  return new Map(rows.map(({ personId, times }) => [personId, times]));
}
