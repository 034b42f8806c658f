import { Injectable } from '@nestjs/common';
import type { MatterPaymentRequested } from '@gongxiang/contracts/affairs/affairs-events';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListMatterPayments,
  type MarkMatterPaymentPaid,
  type MarkMatterPaymentReturned,
  matterPaymentMoneyContract,
  type MatterPaymentRequest,
  type MatterPaymentView,
  type ReasonForMatterPayment,
} from '@gongxiang/contracts/settlement/funding/matter-payment.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type CallContext, DomainError, fromWire, reachOf, shanghaiDate } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { actions } from '../actions.js';
import { matterPaymentAwaitsDue } from '../awaits-due.js';
import type { MatterPaymentRow } from './matter-payment.entity.js';
import {
  hasDoneTheOtherHalf,
  nextPaymentState,
  partsOf,
  type PaymentAct,
  requireDay,
} from './matter-payment.model.js';
import { MatterPaymentRepository } from './matter-payment.repository.js';
import { MatterPaymentViews } from './matter-payment.view.js';

/** Payments to people that affairs asks for: approved, paid by the bank, and counted in what their union has spent. */
@Injectable()
export class MatterPaymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: MatterPaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly views: MatterPaymentViews,
    private readonly hints: RoleHints,
  ) {}

  /** A repeated request finds its payment and changes nothing. */
  async requested(tx: Transaction, news: MatterPaymentRequested): Promise<void> {
    const { requestId: id, matterNumber, unionId, expenseCode, askedBy } = news;
    if ((await this.payments.find(tx, id)) !== null) return;
    const amountFen = fromWire(news.amount);
    const row: MatterPaymentRow = {
      id,
      version: 1,
      matterNumber,
      unionId,
      amountFen,
      expenseCode,
      incomeKind: null,
      state: 'asked',
      parts: partsOf(amountFen, news.payees),
      askedBy,
      askedAt: tx.now,
      approvedBy: null,
      approvedAt: null,
      refusedBy: null,
      reason: null,
      paidBy: null,
      bankReference: null,
      paidOn: null,
      returnedBy: null,
      returnedOn: null,
    };
    await this.payments.insert(tx, row);
    await awaitsMayChange(tx, matterPaymentAwaitsDue, id);
  }

  @Handles(matterPaymentMoneyContract.list)
  list(request: ListMatterPayments, call: CallContext): Promise<Page<MatterPaymentView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.payments.list(tx, request, reachOf(call.actor, actions.seeMatterPayments));
      return toPage(await this.views.all(tx, rows), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(matterPaymentMoneyContract.get)
  get({ matterPaymentId }: MatterPaymentRequest, call: CallContext): Promise<MatterPaymentView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.payments.find(tx, matterPaymentId);
      const paths = row === null ? [] : await this.pathsOf(tx, row);
      tx.authorise(actions.seeMatterPayments, { paths });
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.views.one(tx, row);
    });
  }

  @Handles(matterPaymentMoneyContract.approve)
  approve(request: MatterPaymentRequest, call: CallContext): Promise<Outcome<MatterPaymentView>> {
    return this.transactions.command(call, matterPaymentMoneyContract.approve, request, async (tx) => {
      const row = await this.lock(tx, request, 'approve');
      return this.save(tx, row, 'approve', { approvedBy: tx.personId, approvedAt: tx.now });
    });
  }

  @Handles(matterPaymentMoneyContract.refuse)
  refuse(request: ReasonForMatterPayment, call: CallContext): Promise<Outcome<MatterPaymentView>> {
    return this.transactions.command(call, matterPaymentMoneyContract.refuse, request, async (tx) => {
      const row = await this.lock(tx, request, 'refuse');
      return this.save(tx, row, 'refuse', { refusedBy: tx.personId, reason: request.reason });
    });
  }

  @Handles(matterPaymentMoneyContract.pay)
  pay(request: MarkMatterPaymentPaid, call: CallContext): Promise<Outcome<MatterPaymentView>> {
    return this.transactions.command(call, matterPaymentMoneyContract.pay, request, async (tx) => {
      const row = await this.lock(tx, request, 'pay');
      const { incomeKind, bankReference, paidOn } = request;
      const from = shanghaiDate(row.askedAt);
      requireDay(paidOn, { from, today: shanghaiDate(tx.now), pointer: '/paidOn' });
      const view = await this.save(tx, row, 'pay', {
        incomeKind,
        bankReference,
        paidOn,
        paidBy: tx.personId,
      });
      await this.payments.spend(tx, { ...spentBy(row), kind: 'paid', incomeKind, spentOn: paidOn });
      return view;
    });
  }

  /** What was spent is taken back on the day on which the money came back, which may be in the next year. */
  @Handles(matterPaymentMoneyContract.return)
  return(request: MarkMatterPaymentReturned, call: CallContext): Promise<Outcome<MatterPaymentView>> {
    return this.transactions.command(call, matterPaymentMoneyContract.return, request, async (tx) => {
      const row = await this.lock(tx, request, 'return');
      const { reason, returnedOn } = request;
      const { incomeKind, paidOn } = row;
      if (incomeKind === null || paidOn === null) throw new DomainError('ILLEGAL_TRANSITION');
      requireDay(returnedOn, { from: paidOn, today: shanghaiDate(tx.now), pointer: '/returnedOn' });
      const view = await this.save(tx, row, 'return', { reason, returnedOn, returnedBy: tx.personId });
      const spent = { ...spentBy(row), amountFen: -row.amountFen };
      await this.payments.spend(tx, { ...spent, kind: 'returned', incomeKind, spentOn: returnedOn });
      return view;
    });
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `ILLEGAL_TRANSITION`, `SAME_PERSON` */
  private async lock(
    tx: Transaction,
    { matterPaymentId }: MatterPaymentRequest,
    act: PaymentAct,
  ): Promise<MatterPaymentRow> {
    const row = await this.payments.lock(tx, matterPaymentId);
    const paths = row === null ? [] : await this.pathsOf(tx, row);
    const rule =
      act === 'approve' || act === 'refuse' ? actions.approveMatterPayment : actions.payMatterPayment;
    tx.authorise(rule, { paths, visible: maySee(tx.call.actor, actions.seeMatterPayments, paths) });
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    nextPaymentState(row.state, act);
    if (hasDoneTheOtherHalf(row, act, tx.personId)) throw new DomainError('SAME_PERSON');
    return row;
  }

  private async save(
    tx: Transaction,
    before: MatterPaymentRow,
    act: PaymentAct,
    changes: Partial<MatterPaymentRow>,
  ): Promise<MatterPaymentView> {
    const state = nextPaymentState(before.state, act);
    const row = { ...before, ...changes, state, version: before.version + 1 };
    await this.payments.update(tx, row);
    await awaitsMayChange(tx, matterPaymentAwaitsDue, row.id);
    await recordEvent(tx, settlementEvents.matterPaymentChanged, row.id, {
      requestId: row.id,
      version: row.version,
      state,
      reason: row.reason,
      paidOn: row.paidOn,
      changedAt: tx.now.toISOString(),
    });
    tx.audit({ noun: 'matterPayment', id: row.id, before: recordOf(before), after: recordOf(row) });
    const hint = { resource: 'matterPayment', id: row.id, version: row.version };
    await this.hints.send(tx, hint, { rule: actions.seeMatterPayments, paths: await this.pathsOf(tx, row) });
    return this.views.one(tx, row);
  }

  private async pathsOf(tx: Transaction, { unionId }: MatterPaymentRow): Promise<string[]> {
    const { path } = await this.references.union(tx, unionId);
    return [path];
  }
}

function spentBy({ id, unionId, expenseCode, amountFen }: MatterPaymentRow) {
  return { paymentId: id, unionId, expenseCode, amountFen };
}

function recordOf({
  state,
  reason,
  bankReference,
  paidOn,
  returnedOn,
}: MatterPaymentRow): Record<string, unknown> {
  return { state, reason, bankReference, paidOn, returnedOn };
}
