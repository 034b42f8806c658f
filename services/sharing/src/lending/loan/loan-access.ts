import { reachOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { currentLoans } from './loan-access.repository.js';

/** What a reader has through their side's current loans: approved or out, and not over. */
interface LoanAccess {
  /** The end of the last running one; null if none has begun. */
  readonly runsUntil: Date | null;
}

/**
 * For the person who requested a loan, and representatives of the borrowing union. @returns null if they have none of
 * the resource
 */
export async function loanAccess(tx: Transaction, resourceId: string): Promise<LoanAccess | null> {
  const { count, runsUntil } = await currentLoans(tx, resourceId, reachOf(tx.call.actor, actions.seeLoan));
  return count === 0 ? null : { runsUntil };
}
