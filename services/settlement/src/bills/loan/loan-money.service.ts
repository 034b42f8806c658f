import { Injectable } from '@nestjs/common';
import type { LoanEntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { LoanStateData } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, fromWire, partyKey } from '@gongxiang/domain';
import { storeCopy, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type AccountKey, LedgerWriter, type PostingDraft } from '../../ledger/ledger-writer.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { isPassing, loanMoneyDue, retryMs } from '../loan-damage/loan-damage.service.js';
import { LoanRef } from './loan.entity.js';
import { type LoanMove, movesOf } from './loan-money.model.js';
import { LoanMoneyRepository } from './loan-money.repository.js';

/**
 * Posts the deposit and fee of a loan from the loan events of sharing. No approval is needed: the two sides agreed on
 * both when the loan was requested and approved.
 */
@Injectable()
export class LoanMoneyService {
  constructor(
    private readonly ledgerWriter: LedgerWriter,
    private readonly ledger: LedgerRepository,
    private readonly loans: LoanMoneyRepository,
  ) {}

  /** Idempotent for duplicate or reordered events: an older state is skipped, and a source has one entry of a kind. */
  async changed(tx: Transaction, state: LoanStateData): Promise<void> {
    const row = rowOf(state);
    if (row === null || !(await storeCopy(tx, LoanRef, row))) return;
    await this.reconcile(tx, row.id);
  }

  /** Makes the ledger match the state of the loan. */
  async reconcile(tx: Transaction, loanId: string): Promise<void> {
    const loan = await this.loans.lock(tx, loanId);
    if (loan === null) return;
    const damages = await this.loans.damagesOf(tx, loanId);
    const entries = await this.loans.entriesOf(tx, [loanId, ...damages.map(({ id }) => id)]);
    try {
      for (const move of movesOf(loan, damages, entries)) await this.apply(tx, loan, move);
    } catch (error) {
      // Temporary obstacles affect the first entry or all entries alike, so nothing is left half posted.
      if (!isPassing(error)) throw error;
      await schedule(tx, { kind: loanMoneyDue, key: loanId, at: new Date(tx.now.getTime() + retryMs) });
    }
  }

  private async apply(tx: Transaction, loan: LoanRef, move: LoanMove): Promise<void> {
    const { title, requestedBy, ownerUnionId: unionId } = loan;
    if (move.step === 'reverse') {
      const entry = await this.ledger.findEntry(tx, move.entryId);
      if (entry === null) throw new DomainError('NOT_FOUND');
      await this.ledgerWriter.reverse(tx, entry, { reason: title, personId: requestedBy });
      return;
    }
    const { kind, sourceId, amountFen } = move;
    const postings = [{ ...legsOf(kind, loan), amountFen, incomeKind: 'other' as const }];
    await this.ledgerWriter.post(tx, { kind, title, unionId, sourceId, postedBy: requestedBy, postings });
  }
}

/** Null for a union that lends to itself, and for events that predate postings; those are republished. */
function rowOf(state: LoanStateData): LoanRef | null {
  const { id, version, ownerUnionId, borrowerUnionId, title, requestedBy } = state;
  if (title === undefined || requestedBy === undefined || ownerUnionId === borrowerUnionId) return null;
  return {
    id,
    version,
    ownerUnionId,
    borrowerUnionId,
    title,
    requestedBy,
    depositFen: state.deposit ? fromWire(state.deposit) : null,
    feeDueFen: state.feeDue ? fromWire(state.feeDue) : null,
    isHandedOver: Boolean(state.handedOverAt),
    isClosed: Boolean(state.closedAt),
  };
}

/**
 * A deposit has its own account purpose and is not netted, so no money moves back and forth for a deposit returned in
 * full.
 */
function legsOf(kind: LoanEntryKind, loan: LoanRef): Pick<PostingDraft, 'debit' | 'credit'> {
  const purpose = kind === 'loanFee' ? 'current' : 'deposit';
  const borrower = accountOf(loan.borrowerUnionId, purpose);
  const owner = accountOf(loan.ownerUnionId, purpose);
  const isBack = kind === 'depositKept' || kind === 'depositReleased';
  return isBack ? { debit: owner, credit: borrower } : { debit: borrower, credit: owner };
}

/** Loan money does not belong to the kinds of income that agreements split. */
function accountOf(unionId: string, purpose: 'current' | 'deposit'): AccountKey {
  return { party: partyKey({ kind: 'union', id: unionId }), incomeKind: 'other', purpose };
}
