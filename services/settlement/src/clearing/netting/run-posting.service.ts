import { Injectable } from '@nestjs/common';
import { daysAfter, DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { FreezeGuard } from '../freeze/freeze-guard.js';
import { LedgerWriter, type PostingDraft } from '../../ledger/ledger-writer.js';
import { dueSoonKind, overdueKind } from '../payment/payment-acts.service.js';
import type { PaymentRow } from '../payment/payment.entity.js';
import { firstReminderAt, noticeAt } from '../payment/payment.model.js';
import { PaymentRepository } from '../payment/payment.repository.js';
import { paymentAwaitsDue } from '../../reference/awaits-due.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { bilateralBalances } from './clearing.model.js';
import type { NettingLineRow, NettingRunRow } from './run.entity.js';
import { keysOfLines } from './run.view.js';

/** Posts a confirmed run to the ledger and creates payments for its transfers. */
@Injectable()
export class RunPosting {
  constructor(
    private readonly ledgerWriter: LedgerWriter,
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly freezes: FreezeGuard,
  ) {}

  /**
   * Moves each bilateral balance from the current accounts of its two parties to their clearing accounts; the
   * payments bring the clearing accounts back to zero.
   * @throws DomainError `PARTY_FROZEN` if a party was frozen since the proposal; the run must be proposed again
   * @returns the id of the entry; null if all balances were zero
   */
  async post(tx: Transaction, run: NettingRunRow, lines: readonly NettingLineRow[]): Promise<string | null> {
    const payers = run.transfers.flatMap(({ from, to }) => [from, to]);
    await this.freezes.requireFree(tx, [...new Set([...keysOfLines(lines), ...payers])]);
    const debts = lines.map(({ fromParty: from, toParty: to, incomeKind, amountFen: amount }) => ({
      from,
      to,
      incomeKind,
      amount,
    }));
    const postings = bilateralBalances(debts).flatMap(({ from, to, incomeKind, amount }): PostingDraft[] => [
      {
        debit: { party: from, incomeKind: 'mixed', purpose: 'clearing' },
        credit: { party: from, incomeKind, purpose: 'current' },
        amountFen: amount,
        incomeKind,
      },
      {
        debit: { party: to, incomeKind, purpose: 'current' },
        credit: { party: to, incomeKind: 'mixed', purpose: 'clearing' },
        amountFen: amount,
        incomeKind,
      },
    ]);
    const payments = await this.paymentsOf(tx, run);
    await this.payments.insert(tx, payments);
    await scheduleAll(
      tx,
      payments.flatMap(({ id: key, dueOn }) => [
        { kind: paymentAwaitsDue, key, at: tx.now },
        { kind: dueSoonKind, key, at: noticeAt(dueOn) },
        { kind: overdueKind, key, at: firstReminderAt(dueOn) },
      ]),
    );
    if (postings.length === 0) return null;
    const title = `轧差 ${run.periodFrom} 至 ${run.periodTo}`;
    return this.ledgerWriter.post(tx, {
      kind: 'netting',
      title,
      unionId: run.unionId,
      sourceId: run.id,
      postings,
    });
  }

  private async paymentsOf(tx: Transaction, run: NettingRunRow): Promise<PaymentRow[]> {
    const keys = run.transfers.flatMap(({ from, to }) => [from, to]);
    const parties = await this.references.parties(tx, [...new Set(keys)]);
    const unionOf = (key: string): string => {
      const known = parties.get(key);
      if (known === undefined) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
      return known.unionId;
    };
    const dueOn = daysAfter(shanghaiDate(tx.now), run.payWithinDays);
    return run.transfers.map(({ from, to, amountFen }) => ({
      id: newId(),
      version: 1,
      runId: run.id,
      unionId: run.unionId,
      payer: from,
      payerUnionId: unionOf(from),
      payee: to,
      payeeUnionId: unionOf(to),
      amountFen: BigInt(amountFen),
      state: 'open',
      createdAt: tx.now,
      dueOn,
      reminderCount: 0,
      remindedAt: null,
      bankReference: null,
      sentAt: null,
      sentBy: null,
      receivedReference: null,
      receivedAt: null,
      receivedBy: null,
      failReason: null,
      entryId: null,
    }));
  }
}
