import type { DueWork } from '@gongxiang/messaging/events';
import type { LoanRow } from './loan.entity.js';

/** Due work: notify the side that a change of a loan concerns. */
export const loanNoticeDue = 'loan-news';

/** A change of a loan, for those who did not make it. */
export interface LoanNotice {
  readonly loanId: string;
  readonly version: number;
  readonly kind: 'loanApproved' | 'loanRefused' | 'loanCancelled';
  readonly sides: readonly ('owner' | 'borrower')[];
}

type NotifiedLoan = Pick<LoanRow, 'id' | 'version' | 'state' | 'ownerUnionId' | 'borrowerUnionId'>;

/** The notices of a change to the two sides; null if there are none. A union that lends to itself needs none. */
export function loanNoticeOf(row: NotifiedLoan, before: Pick<LoanRow, 'state'> | null): LoanNotice | null {
  if (before === null || row.ownerUnionId === row.borrowerUnionId || row.state === before.state) return null;
  const { id: loanId, version } = row;
  if (row.state === 'approved') return { loanId, version, kind: 'loanApproved', sides: ['borrower'] };
  if (row.state === 'refused') return { loanId, version, kind: 'loanRefused', sides: ['borrower'] };
  if (row.state !== 'cancelled') return null;
  return { loanId, version, kind: 'loanCancelled', sides: ['owner', 'borrower'] };
}

/** Scheduled in the transaction of the change; the inboxes are written later. */
export function loanNoticeWork(row: LoanRow, before: LoanRow | null, at: Date): DueWork[] {
  const notice = loanNoticeOf(row, before);
  if (notice === null) return [];
  return [{ kind: loanNoticeDue, key: `${notice.loanId}/${notice.version}`, at, payload: { ...notice } }];
}
