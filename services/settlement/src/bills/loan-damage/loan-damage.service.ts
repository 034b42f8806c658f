import { Injectable } from '@nestjs/common';
import type { LoanDamageStateData } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, fromWire, hourMs, partyKey } from '@gongxiang/domain';
import { storeCopy, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type AccountKey, LedgerWriter } from '../../ledger/ledger-writer.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { DamageRef } from './loan-damage.entity.js';

/** Due work: retries a posting that was not possible yet. */
export const damagePostingDue = 'damage-posting';
/** Due work: recomputes a loan's deposit after one of its damages was posted or waived. */
export const loanMoneyDue = 'loan-money';
export const retryMs = hourMs;
/** Temporary obstacles: the network still lacks its second officer, or the copy of a union has not arrived. */
const passing: readonly string[] = ['TWO_OFFICERS_REQUIRED', 'REFERENCE_PENDING'];

/**
 * States in which nothing is owed yet. When events are replayed into an emptied copy, they must not reverse what was
 * posted later.
 */
const openStates: readonly string[] = ['claimed', 'disputed'];

/**
 * Posts accepted or decided damages from the borrower to the owner, and reverses them if they are waived later. No
 * approval is needed: both sides have agreed, or an officer above both has decided.
 */
@Injectable()
export class LoanDamageService {
  constructor(
    private readonly ledgerWriter: LedgerWriter,
    private readonly ledger: LedgerRepository,
  ) {}

  /** Idempotent for duplicate or reordered events: an older state is skipped, and a source has one entry. */
  async changed(tx: Transaction, state: LoanDamageStateData): Promise<void> {
    const { id, version, loanId, ownerUnionId, borrowerUnionId, title, reason, by: decidedBy } = state;
    const row = { id, version, loanId, ownerUnionId, borrowerUnionId, title, reason, decidedBy };
    if (!(await storeCopy(tx, DamageRef, { ...row, owedFen: fromWire(state.owed) }))) return;
    if (!openStates.includes(state.state)) await this.reconcile(tx, id);
  }

  /** Makes the ledger match what is owed. */
  async reconcile(tx: Transaction, damageId: string): Promise<void> {
    const damage = await tx.sql.findOne(DamageRef, {
      where: { id: damageId },
      lock: { mode: 'pessimistic_write' },
    });
    if (damage === null) return;
    const entry = await this.ledger.findBySource(tx, damage.id, 'damage');
    if (damage.owedFen > 0n && entry === null) return this.post(tx, damage);
    if (damage.owedFen > 0n || entry === null) return;
    if ((await this.ledger.reversedBy(tx, entry.id)) !== null) return;
    const { reason, title, decidedBy: personId } = damage;
    await this.ledgerWriter.reverse(tx, entry, { reason: reason ?? title, personId });
    await schedule(tx, { kind: loanMoneyDue, key: damage.loanId, at: tx.now });
  }

  /** Posting checks its preconditions before it writes, so a temporary obstacle leaves nothing behind. */
  private async post(tx: Transaction, damage: DamageRef): Promise<void> {
    const { id, loanId, ownerUnionId, borrowerUnionId, title, owedFen, decidedBy } = damage;
    const posting = {
      debit: accountOf(borrowerUnionId),
      credit: accountOf(ownerUnionId),
      amountFen: owedFen,
      incomeKind: 'other',
    } as const;
    const draft = {
      kind: 'damage',
      title,
      unionId: ownerUnionId,
      sourceId: id,
      postedBy: decidedBy,
    } as const;
    try {
      await this.ledgerWriter.post(tx, { ...draft, postings: [posting] });
      await schedule(tx, { kind: loanMoneyDue, key: loanId, at: tx.now });
    } catch (error) {
      if (!isPassing(error)) throw error;
      await schedule(tx, { kind: damagePostingDue, key: id, at: new Date(tx.now.getTime() + retryMs) });
    }
  }
}

/** Whether the error is temporary and worth a retry. */
export function isPassing(error: unknown): boolean {
  return error instanceof DomainError && passing.includes(error.code);
}

/** Compensation does not belong to the kinds of income that agreements split. */
function accountOf(unionId: string): AccountKey {
  return { party: partyKey({ kind: 'union', id: unionId }), incomeKind: 'other', purpose: 'current' };
}
