import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanRow } from './loan.entity.js';

/** Due work: the side that a change of a loan concerns is told of it. */
export const loanNewsDue = 'loan-news';

/** What has become of a loan, for who did not do it. */
export interface LoanNews {
  readonly loanId: string;
  readonly version: number;
  readonly kind: 'loanRequested' | 'loanApproved' | 'loanRefused' | 'loanCancelled';
  readonly sides: readonly ('owner' | 'borrower')[];
}

type Told = Pick<LoanRow, 'id' | 'version' | 'state' | 'ownerUnionId' | 'borrowerUnionId'>;

/** What a change means to the two sides; null where it is no news. A union that lends to itself knows. */
export function loanNewsOf(row: Told, before: Pick<LoanRow, 'state'> | null): LoanNews | null {
  if (row.ownerUnionId === row.borrowerUnionId || row.state === before?.state) return null;
  const { id: loanId, version } = row;
  if (before === null) {
    if (row.state !== 'requested') return null;
    return { loanId, version, kind: 'loanRequested', sides: ['owner'] };
  }
  if (row.state === 'approved') return { loanId, version, kind: 'loanApproved', sides: ['borrower'] };
  if (row.state === 'refused') return { loanId, version, kind: 'loanRefused', sides: ['borrower'] };
  if (row.state !== 'cancelled') return null;
  return { loanId, version, kind: 'loanCancelled', sides: ['owner', 'borrower'] };
}

/** Notes it in the transaction of the change; the inboxes are written by themselves. */
export async function noteLoanNews(tx: Transaction, row: LoanRow, before: LoanRow | null): Promise<void> {
  const news = loanNewsOf(row, before);
  if (news === null) return;
  const key = `${news.loanId}/${news.version}`;
  await schedule(tx, { kind: loanNewsDue, key, at: tx.now, payload: { ...news } });
}
