import { Injectable } from '@nestjs/common';
import type { PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import { unschedule } from '@gongxiang/messaging/events';
import { requireVersion, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { FreezeGuard } from '../freeze/freeze-guard.js';
import { LedgerWriter, type PostingDraft } from '../../ledger/ledger-writer.js';
import { awaitsMayChange, paymentAwaitsDue } from '../../reference/awaits-due.js';
import { bookMandatesFor } from '../../reference/book-mandate.repository.js';
import { authoriseAct } from '../../reference/bookkeeping.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { PaymentRow } from './payment.entity.js';
import { fundsOf, requireFullAmount } from './payment.model.js';
import { PayeeAccountRepository } from '../payee-account/payee-account.repository.js';
import { PaymentRepository } from './payment.repository.js';
import { keysOf, type PaymentViewContext, paymentView } from './payment.view.js';

/** Due work: reminders of a payment whose due day is near, or over; keyed by payment id. */
export const dueSoonKind = 'payment-due-soon';
export const overdueKind = 'payment-overdue';

/** One side's statement on a payment, with its bank reference. */
export interface PaymentStatement {
  readonly paymentId: string;
  readonly bankReference: string | null;
  /** Null if not stated. */
  readonly amount: bigint | null;
  /**
   * `hand`: a person has seen this version of the payment; `bankLine`: a bank line was matched, regardless of the
   * version.
   */
  readonly by: 'hand' | 'bankLine';
}

/** The steps of a payment within the caller's transaction, triggered by a person or a bank line. */
@Injectable()
export class PaymentActs {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly freezes: FreezeGuard,
    private readonly ledgerWriter: LedgerWriter,
    private readonly hints: RoleHints,
    private readonly accounts: PayeeAccountRepository,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `ILLEGAL_TRANSITION`, `SAME_PERSON`, `PARTY_FROZEN`,
   *   `PAYMENT_AMOUNT_DIFFERS`
   */
  async send(
    tx: Transaction,
    { paymentId, bankReference, amount, by }: PaymentStatement,
  ): Promise<PaymentView> {
    const row = await this.lock(tx, paymentId);
    await this.authorise(tx, row, actions.confirmSent, row.payerUnionId);
    if (by === 'hand') requireVersion(tx, row.version);
    requireOpen(row, row.sentAt);
    if (row.receivedBy === tx.personId) throw new DomainError('SAME_PERSON');
    await this.requireMayMove(tx, row, amount);
    return this.settleIfBoth(tx, row, { ...row, bankReference, sentAt: tx.now, sentBy: tx.personId });
  }

  /** @throws DomainError as {@link send} does */
  async receive(
    tx: Transaction,
    { paymentId, bankReference, amount, by }: PaymentStatement,
  ): Promise<PaymentView> {
    const row = await this.lock(tx, paymentId);
    await this.authorise(tx, row, actions.confirmReceived, row.payeeUnionId);
    if (by === 'hand') requireVersion(tx, row.version);
    requireOpen(row, row.receivedAt);
    if (row.sentBy === tx.personId) throw new DomainError('SAME_PERSON');
    await this.requireMayMove(tx, row, amount);
    const received = { receivedReference: bankReference, receivedAt: tx.now, receivedBy: tx.personId };
    return this.settleIfBoth(tx, row, { ...row, ...received });
  }

  /**
   * Reverses the clearing legs, so that the payer owes the payee again. Permitted for frozen parties too, because no
   * money moves.
   */
  async giveUp(tx: Transaction, paymentId: string, reason: string): Promise<PaymentView> {
    const row = await this.lock(tx, paymentId);
    // A mandate does not suffice: giving a transfer up is a decision, not bookkeeping.
    const { path } = await this.references.union(tx, row.unionId);
    const visible = maySee(tx.call.actor, ledgerActions.seeLedger, await this.sidesOf(tx, row));
    tx.authorise(actions.failPayment, { paths: [path], visible });
    requireVersion(tx, row.version);
    requireOpen(row, row.receivedAt);
    const entryId = await this.ledgerWriter.post(tx, {
      kind: 'restored',
      title: '未付划拨转回',
      unionId: row.unionId,
      sourceId: row.id,
      reason,
      postings: await this.restoration(tx, row),
    });
    return this.save(tx, row, { ...row, state: 'failed', failReason: reason, entryId });
  }

  private async requireMayMove(tx: Transaction, row: PaymentRow, amount: bigint | null): Promise<void> {
    requireFullAmount(row.amountFen, amount);
    await this.freezes.requireFree(tx, [row.payer, row.payee]);
  }

  private async settleIfBoth(tx: Transaction, before: PaymentRow, row: PaymentRow): Promise<PaymentView> {
    if (row.sentAt === null || row.receivedAt === null) return this.save(tx, before, row);
    const entryId = await this.ledgerWriter.post(tx, {
      kind: 'payment',
      title: '划拨',
      unionId: row.unionId,
      sourceId: row.id,
      postings: [closing(row)],
    });
    return this.save(tx, before, { ...row, state: 'settled', entryId });
  }

  /** Closes the clearing as a payment would, and posts the debt between the two parties for a later run. */
  private async restoration(tx: Transaction, row: PaymentRow): Promise<PostingDraft[]> {
    const { payer, payee, amountFen: amount } = row;
    const funds = fundsOf({ payer, payee, amount }, await this.payments.linesOf(tx, row.runId));
    const debts = funds.map(({ incomeKind, amount: amountFen }): PostingDraft => ({
      debit: { party: payer, incomeKind, purpose: 'current' },
      credit: { party: payee, incomeKind, purpose: 'current' },
      amountFen,
      incomeKind,
    }));
    return [closing(row), ...debts];
  }

  private async lock(tx: Transaction, id: string): Promise<PaymentRow> {
    const row = await this.payments.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async authorise(
    tx: Transaction,
    row: PaymentRow,
    rule: ActionRule,
    unionId: string,
  ): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    const seenBy = { rule: ledgerActions.seeLedger, paths: await this.sidesOf(tx, row) };
    const about = { kind: 'payment', aboutId: row.id, amountFen: row.amountFen } as const;
    await authoriseAct(tx, rule, { ...about, paths: [path], seenBy });
  }

  private async sidesOf(tx: Transaction, { payerUnionId, payeeUnionId }: PaymentRow): Promise<string[]> {
    const payer = await this.references.union(tx, payerUnionId);
    const payee = await this.references.union(tx, payeeUnionId);
    return [payer.path, payee.path];
  }

  private async save(tx: Transaction, before: PaymentRow, changed: PaymentRow): Promise<PaymentView> {
    const row = { ...changed, version: before.version + 1 };
    await this.payments.update(tx, row);
    await awaitsMayChange(tx, paymentAwaitsDue, row.id);
    if (row.state !== 'open')
      for (const kind of [dueSoonKind, overdueKind]) await unschedule(tx, kind, row.id);
    tx.audit({ noun: 'payment', id: row.id, before: { state: before.state }, after: { state: row.state } });
    const hint = { resource: 'payment', id: row.id, version: row.version };
    await this.hints.send(tx, hint, { rule: ledgerActions.seeLedger, paths: await this.sidesOf(tx, row) });
    return this.view(tx, row);
  }

  async view(tx: Transaction, row: PaymentRow): Promise<PaymentView> {
    const [view] = await this.views(tx, [row]);
    if (view === undefined) throw new Error('a payment has a view');
    return view;
  }

  /** As the caller sees them, with the confirmations open to them. */
  async views(tx: Transaction, rows: readonly PaymentRow[]): Promise<PaymentView[]> {
    const context = await this.viewContext(tx, rows);
    return rows.map((row) => paymentView(row, context));
  }

  async viewContext(tx: Transaction, rows: readonly PaymentRow[]): Promise<PaymentViewContext> {
    const parties = await this.references.parties(tx, [...new Set(rows.flatMap(keysOf))]);
    const paths = [...parties.values()].map(({ unionPath }) => unionPath);
    const payees = rows.map(({ payee }) => payee);
    const accounts = await this.accounts.ofParties(tx, payees);
    const mandates = await bookMandatesFor(tx, paths);
    return { parties, accounts, mandates, actor: tx.call.actor, now: tx.now };
  }
}

function requireOpen(row: PaymentRow, already: Date | null): void {
  if (row.state !== 'open' || already !== null) throw new DomainError('ILLEGAL_TRANSITION');
}

/** Clears the payer's debt to clearing and clearing's debt to the payee. */
function closing({ payer, payee, amountFen }: PaymentRow): PostingDraft {
  return {
    debit: { party: payee, incomeKind: 'mixed', purpose: 'clearing' },
    credit: { party: payer, incomeKind: 'mixed', purpose: 'clearing' },
    amountFen,
    incomeKind: 'mixed',
  };
}
