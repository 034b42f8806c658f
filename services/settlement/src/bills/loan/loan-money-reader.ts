import { Injectable } from '@nestjs/common';
import {
  loanMoneyContract,
  type LoanMoneyRequest,
  type LoanMoneyView,
} from '@gongxiang/contracts/settlement/bills/loan-money.contract';
import { type CallContext, DomainError, partyKey, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { LoanRef } from './loan.entity.js';
import { depositBalance, totalOf } from './loan-money.model.js';
import { LoanMoneyRepository, type PostedEntry } from './loan-money.repository.js';

@Injectable()
export class LoanMoneyReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly loans: LoanMoneyRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Visible to those who see the ledger of either side, and to the person who requested the loan. */
  @Handles(loanMoneyContract.get)
  get({ loanId }: LoanMoneyRequest, call: CallContext): Promise<LoanMoneyView> {
    return this.transactions.read(call, async (tx) => {
      const loan = await this.loans.find(tx, loanId);
      tx.authorise(actions.seeLoanMoney, loan === null ? {} : await this.subjectOf(tx, loan));
      if (loan === null) throw new DomainError('NOT_FOUND');
      const damages = await this.loans.damagesOf(tx, loanId);
      const entries = await this.loans.entriesOf(tx, [loanId, ...damages.map(({ id }) => id)]);
      return viewOf(loan, entries);
    });
  }

  private async subjectOf(
    tx: Transaction,
    { ownerUnionId, borrowerUnionId, requestedBy }: LoanRef,
  ): Promise<{ paths: string[]; personId: string }> {
    const keys = [ownerUnionId, borrowerUnionId].map((id) => partyKey({ kind: 'union', id }));
    const known = await this.references.parties(tx, keys);
    return { paths: [...known.values()].map(({ unionPath }) => unionPath), personId: requestedBy };
  }
}

function viewOf({ id, ownerUnionId, borrowerUnionId }: LoanRef, entries: PostedEntry[]): LoanMoneyView {
  return {
    loanId: id,
    ownerUnionId,
    borrowerUnionId,
    held: toWire(depositBalance(entries)),
    kept: toWire(totalOf(entries, 'depositKept')),
    released: toWire(totalOf(entries, 'depositReleased')),
    owed: toWire(totalOf(entries, 'loanFee') + totalOf(entries, 'damage')),
    lines: entries.map(({ id: entryId, kind, postedOn, amountFen, isReversed }) => ({
      entryId,
      kind,
      postedOn,
      amount: toWire(amountFen),
      reversed: isReversed,
    })),
  };
}
