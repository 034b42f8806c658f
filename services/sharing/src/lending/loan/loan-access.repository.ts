import type { Transaction } from '@gongxiang/persistence';

/** The current loans of a resource by a person, or by unions within their reach. */
export async function currentLoans(
  tx: Transaction,
  resourceId: string,
  reach: readonly string[],
): Promise<{ readonly count: number; readonly runsUntil: Date | null }> {
  const [found] = (await tx.sql.query(
    `SELECT count(*)::int AS count, max(l.ends_at) FILTER (WHERE l.starts_at <= $2) AS "runsUntil"
     FROM loan l JOIN union_ref u ON u.id = l.borrower_union_id
     WHERE l.resource_id = $1 AND l.state IN ('approved', 'handedOver') AND l.ends_at > $2
       AND (l.requested_by = $3 OR EXISTS (SELECT 1 FROM unnest($4::text[]) AS reach WHERE starts_with(u.path, reach)))`,
    [resourceId, tx.now, tx.personId, reach],
  )) as [{ count: number; runsUntil: Date | null }];
  return found;
}
