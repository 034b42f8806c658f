import type {
  PayeeAccountDto,
  PayeeAccountState,
} from '@gongxiang/contracts/settlement/clearing/payee-account.contract';
import type { PayeeAccountRow } from './payee-account.entity.js';

/** Of a union that has proposed none yet. */
export function noAccount(unionId: string): PayeeAccountRow {
  return {
    unionId,
    version: 0,
    accountName: null,
    accountNumber: null,
    bankName: null,
    changedBy: null,
    changedAt: null,
    confirmedBy: null,
    ...noProposal,
  };
}

export const noProposal = {
  proposedName: null,
  proposedNumber: null,
  proposedBank: null,
  proposedBy: null,
  proposedAt: null,
} as const;

/** The account that payers see. */
export function accountOf(row: PayeeAccountRow | null): PayeeAccountDto | null {
  if (row === null) return null;
  const { accountName, accountNumber, bankName } = row;
  return whole(accountName, accountNumber, bankName);
}

/** The one that waits for a second person. */
export function proposedOf({
  proposedName,
  proposedNumber,
  proposedBank,
}: PayeeAccountRow): PayeeAccountDto | null {
  return whole(proposedName, proposedNumber, proposedBank);
}

function whole(
  accountName: string | null,
  accountNumber: string | null,
  bankName: string | null,
): PayeeAccountDto | null {
  if (accountName === null || accountNumber === null || bankName === null) return null;
  return { accountName, accountNumber, bankName };
}

/** How long the account of a payee has stood, and whether two people stand for it. */
export function standingOf(row: PayeeAccountRow | null): {
  readonly payeeAccountSince: string | null;
  readonly isPayeeAccountConfirmed: boolean;
} {
  const confirmedBy = row?.confirmedBy ?? null;
  return {
    payeeAccountSince: row?.changedAt?.toISOString() ?? null,
    isPayeeAccountConfirmed: confirmedBy !== null,
  };
}

export function stateOf(row: PayeeAccountRow): PayeeAccountState {
  if (proposedOf(row) !== null) return 'proposed';
  return accountOf(row) === null ? 'none' : 'standing';
}
