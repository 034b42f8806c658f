import { Injectable } from '@nestjs/common';
import {
  type ConfirmReceivedRequest,
  type ConfirmSentRequest,
  type FailPaymentRequest,
  type GetPaymentRequest,
  type ListPaymentsRequest,
  type Page,
  type PaymentConfirmation,
  paymentContract,
  type PaymentView,
} from '@gongxiang/contracts';
import {
  type ActionRule,
  type Actor,
  type CallContext,
  DomainError,
  mayDo,
  partyKey,
  reachOf,
  toWire,
} from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { Book, type PostingDraft } from '../ledger/book.service.js';
import { namedParty } from '../reference/named-party.js';
import { maySee } from '../reference/reach.model.js';
import { type KnownParty, ReferenceRepository } from '../reference/reference.repository.js';
import { RoleHints } from '../reference/role-hints.js';
import type { PaymentRow } from './payment.entity.js';
import { fundsOf } from './payment.model.js';
import { PaymentRepository } from './payment.repository.js';

@Injectable()
export class PaymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly book: Book,
    private readonly hints: RoleHints,
  ) {}

  list(request: ListPaymentsRequest, call: CallContext): Promise<Page<PaymentView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.list, {});
      const rows = await this.payments.list(tx, request, {
        personId: tx.personId,
        reach: reachOf(call.actor, actions.seeLedger),
        // Who confirms what was sent also confirms what arrived.
        confirming: reachOf(call.actor, actions.confirmSent),
      });
      const parties = await this.references.parties(tx, [...new Set(rows.flatMap(keysOf))]);
      const views = rows.map((row) => paymentView(row, parties, call.actor));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  get(request: GetPaymentRequest, call: CallContext): Promise<PaymentView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.payments.findById(tx, request.paymentId);
      tx.authorise(actions.seeLedger, { paths: row === null ? [] : await this.sidesOf(tx, row) });
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.view(tx, row);
    });
  }

  confirmSent(request: ConfirmSentRequest, call: CallContext): Promise<Outcome<PaymentView>> {
    return this.transactions.command(call, paymentContract.confirmSent, request, async (tx) => {
      const row = await this.take(tx, request.paymentId);
      await this.guard(tx, row, actions.confirmSent, row.payerUnionId);
      requireOpen(row, row.sentAt);
      if (row.receivedBy === tx.personId) throw new DomainError('SAME_PERSON');
      const { bankReference } = request;
      return this.settleIfBoth(tx, row, { ...row, bankReference, sentAt: tx.now, sentBy: tx.personId });
    });
  }

  confirmReceived(request: ConfirmReceivedRequest, call: CallContext): Promise<Outcome<PaymentView>> {
    return this.transactions.command(call, paymentContract.confirmReceived, request, async (tx) => {
      const row = await this.take(tx, request.paymentId);
      await this.guard(tx, row, actions.confirmReceived, row.payeeUnionId);
      requireOpen(row, row.receivedAt);
      if (row.sentBy === tx.personId) throw new DomainError('SAME_PERSON');
      return this.settleIfBoth(tx, row, { ...row, receivedAt: tx.now, receivedBy: tx.personId });
    });
  }

  /** Gives up a transfer that never arrived: its clearing legs are taken back, and its payer owes its payee again. */
  fail(request: FailPaymentRequest, call: CallContext): Promise<Outcome<PaymentView>> {
    return this.transactions.command(call, paymentContract.fail, request, async (tx) => {
      const row = await this.take(tx, request.paymentId);
      await this.guard(tx, row, actions.failPayment, row.unionId);
      requireOpen(row, row.receivedAt);
      const entryId = await this.book.post(tx, {
        kind: 'restored',
        title: '未付划拨转回',
        unionId: row.unionId,
        sourceId: row.id,
        reason: request.reason,
        postings: await this.restoration(tx, row),
      });
      return this.save(tx, row, { ...row, state: 'failed', failReason: request.reason, entryId });
    });
  }

  private async settleIfBoth(tx: Transaction, before: PaymentRow, row: PaymentRow): Promise<PaymentView> {
    if (row.sentAt === null || row.receivedAt === null) return this.save(tx, before, row);
    const entryId = await this.book.post(tx, {
      kind: 'payment',
      title: '划拨',
      unionId: row.unionId,
      sourceId: row.id,
      postings: [closing(row)],
    });
    return this.save(tx, before, { ...row, state: 'settled', entryId });
  }

  /** Closes the clearing as a payment would, and posts the debt between the two where a later run finds it. */
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

  private async take(tx: Transaction, id: string): Promise<PaymentRow> {
    const row = await this.payments.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async guard(tx: Transaction, row: PaymentRow, rule: ActionRule, unionId: string): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    const visible = maySee(tx.call.actor, actions.seeLedger, await this.sidesOf(tx, row));
    tx.authorise(rule, { paths: [path], visible });
  }

  private async sidesOf(tx: Transaction, { payerUnionId, payeeUnionId }: PaymentRow): Promise<string[]> {
    const payer = await this.references.union(tx, payerUnionId);
    const payee = await this.references.union(tx, payeeUnionId);
    return [payer.path, payee.path];
  }

  private async save(tx: Transaction, before: PaymentRow, changed: PaymentRow): Promise<PaymentView> {
    const row = { ...changed, version: before.version + 1 };
    await this.payments.update(tx, row);
    tx.audit({ noun: 'payment', id: row.id, before: { state: before.state }, after: { state: row.state } });
    const hint = { resource: 'payment', id: row.id, version: row.version };
    await this.hints.send(tx, hint, { rule: actions.seeLedger, paths: await this.sidesOf(tx, row) });
    return this.view(tx, row);
  }

  private async view(tx: Transaction, row: PaymentRow): Promise<PaymentView> {
    return paymentView(row, await this.references.parties(tx, keysOf(row)), tx.call.actor);
  }
}

function requireOpen(row: PaymentRow, already: Date | null): void {
  if (row.state !== 'open' || already !== null) throw new DomainError('ILLEGAL_TRANSITION');
}

/** What the payer owes the clearing and the clearing owes the payee, both gone. */
function closing({ payer, payee, amountFen }: PaymentRow): PostingDraft {
  return {
    debit: { party: payee, incomeKind: 'mixed', purpose: 'clearing' },
    credit: { party: payer, incomeKind: 'mixed', purpose: 'clearing' },
    amountFen,
    incomeKind: 'mixed',
  };
}

function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}

/** The two sides, and the unions behind them, which are not always the same. */
function keysOf({ payer, payee, payerUnionId, payeeUnionId }: PaymentRow): string[] {
  return [...new Set([payer, payee, unionKey(payerUnionId), unionKey(payeeUnionId)])];
}

/** The confirmations that he may give: each by the finance of its side, and both never by one person (E83). */
function mayConfirm(
  row: PaymentRow,
  parties: ReadonlyMap<string, KnownParty>,
  actor: Actor | null,
): PaymentConfirmation[] {
  const may = (rule: ActionRule, unionId: string): boolean => {
    const path = parties.get(unionKey(unionId))?.unionPath;
    return actor !== null && mayDo(actor, rule, { paths: path === undefined ? [] : [path] });
  };
  const isOpen = (already: Date | null, otherBy: string | null): boolean =>
    row.state === 'open' && already === null && otherBy !== actor?.personId;
  const confirmable: PaymentConfirmation[] = [];
  if (isOpen(row.sentAt, row.receivedBy) && may(actions.confirmSent, row.payerUnionId))
    confirmable.push('sent');
  if (isOpen(row.receivedAt, row.sentBy) && may(actions.confirmReceived, row.payeeUnionId))
    confirmable.push('received');
  return confirmable;
}

function paymentView(
  row: PaymentRow,
  parties: ReadonlyMap<string, KnownParty>,
  actor: Actor | null,
): PaymentView {
  const { id, version, runId: nettingRunId, state, bankReference, failReason, entryId } = row;
  return {
    ...{ id, version, nettingRunId, state, bankReference, failReason, entryId },
    payer: namedParty(row.payer, parties),
    payee: namedParty(row.payee, parties),
    mayConfirm: mayConfirm(row, parties, actor),
    createdAt: row.createdAt.toISOString(),
    amount: toWire(row.amountFen),
    sentAt: row.sentAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  };
}
