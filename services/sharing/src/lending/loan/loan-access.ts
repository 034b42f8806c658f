import { reachOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';

/** What a reader has through their side's current loans: approved or out, and not over. */
export interface LoanAccess {
  /** The end of the last running one; null if none has begun. */
  readonly runsUntil: Date | null;
}

/**
 * For the person who requested a loan, and representatives of the borrowing union. @returns null if they have none of
 * the resource
 */
export async function loanAccess(tx: Transaction, resourceId: string): Promise<LoanAccess | null> {
  const [found]: { count: number; runsUntil: Date | null }[] = await tx.sql.query(
    `SELECT count(*)::int AS count, max(l.ends_at) FILTER (WHERE l.starts_at <= $2) AS "runsUntil"
     FROM loan l JOIN union_ref u ON u.id = l.borrower_union_id
     WHERE l.resource_id = $1 AND l.state IN ('approved', 'handedOver') AND l.ends_at > $2
       AND (l.requested_by = $3 OR EXISTS (SELECT 1 FROM unnest($4::text[]) AS reach WHERE starts_with(u.path, reach)))`,
    [resourceId, tx.now, tx.personId, reachOf(tx.call.actor, actions.seeLoan)],
  );
  return found === undefined || found.count === 0 ? null : { runsUntil: found.runsUntil };
}
