import { Injectable } from '@nestjs/common';
import type { LoanDamageStateData } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, fromWire, partyKey } from '@gongxiang/domain';
import { keepCopy, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type AccountKey, Book } from '../../ledger/book.service.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { DamageRef } from './loan-damage.entity.js';

/** Due work: what could not be posted yet is tried again. */
export const damagePostingDue = 'damage-posting';
/** Due work of what comes after this: a damage of a loan was posted or let off, which its deposit goes by. */
export const loanMoneyDue = 'loan-money';
export const retryMs = 3_600_000;
/** What may be in the way for a while: the network's second officer, or the copy of a union. */
const passing: readonly string[] = ['TWO_OFFICERS_REQUIRED', 'REFERENCE_PENDING'];

/** Owes nothing yet. Told again to a copy that was emptied, it says nothing against what was posted later. */
const openStates: readonly string[] = ['claimed', 'disputed'];

/**
 * A damage that is accepted or decided is posted, from the borrower to the owner, to the fen; one that is let off afterwards is
 * taken back. The two sides have agreed on it already, or an officer above both has decided: nobody approves it again.
 */
@Injectable()
export class LoanDamageService {
  constructor(
    private readonly book: Book,
    private readonly ledger: LedgerRepository,
  ) {}

  /** Told twice, or in another order, it is posted once: an older state is skipped, and a source has one entry. */
  async changed(tx: Transaction, state: LoanDamageStateData): Promise<void> {
    const { id, version, loanId, ownerUnionId, borrowerUnionId, title, reason, by: decidedBy } = state;
    const row = { id, version, loanId, ownerUnionId, borrowerUnionId, title, reason, decidedBy };
    if (!(await keepCopy(tx, DamageRef, { ...row, owedFen: fromWire(state.owed) }))) return;
    if (!openStates.includes(state.state)) await this.bring(tx, id);
  }

  /** Brings the ledger to what is owed. */
  async bring(tx: Transaction, damageId: string): Promise<void> {
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
    await this.book.reverse(tx, entry, { reason: reason ?? title, personId });
    await schedule(tx, { kind: loanMoneyDue, key: damage.loanId, at: tx.now });
  }

  /** It is looked at before anything is written, so that what is in the way leaves nothing behind. */
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
      await this.book.post(tx, { ...draft, postings: [posting] });
      await schedule(tx, { kind: loanMoneyDue, key: loanId, at: tx.now });
    } catch (error) {
      if (!isPassing(error)) throw error;
      await schedule(tx, { kind: damagePostingDue, key: id, at: new Date(tx.now.getTime() + retryMs) });
    }
  }
}

/** Is it something that passes by itself? */
export function isPassing(error: unknown): boolean {
  return error instanceof DomainError && passing.includes(error.code);
}

/** Compensation is none of the kinds of income that are split by agreement. */
function accountOf(unionId: string): AccountKey {
  return { party: partyKey({ kind: 'union', id: unionId }), incomeKind: 'other', purpose: 'current' };
}
