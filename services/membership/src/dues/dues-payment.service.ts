import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  duesContract,
  type DuesPaymentsView,
  type DuesPaymentView,
  type ListDuesPayments,
  type RecordDuesPayment,
  type RecordDuesPayments,
  type ReverseDuesPayment,
} from '@gongxiang/contracts/membership/dues/dues.contract';
import { type CallContext, DomainError, fromWire, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { brokenConstraint, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { UnionRepository } from '../unions/union/union.repository.js';
import { actions } from './actions.js';
import { DuesBankLines } from './dues-bank-lines.service.js';
import { DuesPresenter } from './dues-presenter.js';
import { DuesReceipts, type PaymentToRecord } from './dues-receipts.js';
import { type DuesMember, DuesRepository } from './dues.repository.js';

/** Payments of dues; each has a receipt. Nothing is changed or deleted: what was wrong is taken back. */
@Injectable()
export class DuesPaymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly dues: DuesRepository,
    private readonly presenter: DuesPresenter,
    private readonly receipts: DuesReceipts,
    private readonly bankLines: DuesBankLines,
  ) {}

  @Handles(duesContract.pay)
  pay(request: RecordDuesPayment, call: CallContext): Promise<Outcome<DuesPaymentView>> {
    return this.transactions.command(call, duesContract.pay, request, async (tx) => {
      const member = await this.memberOf(tx, request.memberId);
      const amountFen = positive(fromWire(request.amount, '/amount'), '/amount');
      const payment = { member, amountFen, note: request.note ?? null, ...byHand };
      return this.recordOne(tx, { unionId: member.unionId, paidOn: request.paidOn, payment });
    });
  }

  @Handles(duesContract.payAll)
  payAll(request: RecordDuesPayments, call: CallContext): Promise<Outcome<DuesPaymentsView>> {
    return this.transactions.command(call, duesContract.payAll, request, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      tx.authorise(actions.recordDues, { paths: [union.path], visible: true });
      const payments: PaymentToRecord[] = [];
      for (const [index, { memberId, amount }] of request.payments.entries()) {
        const pointer = `/payments/${index}`;
        const member = await this.dues.findMember(tx, memberId);
        if (member?.unionId !== union.id)
          throw new DomainError('NOT_FOUND', { pointer: `${pointer}/memberId` });
        const amountFen = positive(fromWire(amount, `${pointer}/amount`), `${pointer}/amount`);
        payments.push({ member, amountFen, note: null, ...byHand });
      }
      const where = { unionId: union.id, paidOn: request.paidOn, recordedBy: tx.personId };
      const made = await this.receipts.record(tx, { ...where, payments });
      return { payments: made.map((row) => this.presenter.paymentView(row)) };
    });
  }

  @Handles(duesContract.reverse)
  reverse(request: ReverseDuesPayment, call: CallContext): Promise<Outcome<DuesPaymentView>> {
    return this.transactions.command(call, duesContract.reverse, request, async (tx) => {
      const before = await this.dues.findPayment(tx, request.paymentId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const member = await this.memberOf(tx, before.membershipId);
      // Nor is what takes a payment back taken back itself: the payment is recorded again.
      if (before.reverses !== null) throw new DomainError('DUES_PAYMENT_REVERSED');
      const { id: reverses, amountFen, unionId } = before;
      const payment = { member, amountFen: -amountFen, note: request.reason, reverses, bankLineId: null };
      // Before the receipt, in the order in which a line is booked.
      await this.bankLines.takeBack(tx, before);
      try {
        return await this.recordOne(tx, { unionId, paidOn: shanghaiDate(tx.now), payment });
      } catch (error) {
        if (brokenConstraint(error) === 'dues_payment_reverses_key')
          throw new DomainError('DUES_PAYMENT_REVERSED');
        throw error;
      }
    });
  }

  @Handles(duesContract.listPayments)
  listPayments(request: ListDuesPayments, call: CallContext): Promise<Page<DuesPaymentView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.union);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
      tx.authorise(actions.listDues, { paths: [union.path], visible: true });
      const rows = await this.dues.listPayments(tx, { ...request, unionId: union.id });
      const views = rows.map((row) => this.presenter.paymentView(row));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async recordOne(
    tx: Transaction,
    { payment, ...where }: { unionId: string; paidOn: string; payment: PaymentToRecord },
  ): Promise<DuesPaymentView> {
    const [made] = await this.receipts.record(tx, { ...where, recordedBy: tx.personId, payments: [payment] });
    if (made === undefined) throw new Error('each payment has one row');
    return this.presenter.paymentView(made);
  }

  /** A member whose dues the caller may not see is NOT_FOUND. */
  private async memberOf(tx: Transaction, memberId: string): Promise<DuesMember> {
    const member = await this.dues.findMember(tx, memberId);
    const subject = { paths: member ? [member.unionPath] : [], personId: member?.personId ?? '' };
    tx.authorise(actions.seeDues, subject);
    tx.authorise(actions.recordDues, { ...subject, visible: true });
    if (member === null) throw new DomainError('NOT_FOUND');
    return member;
  }
}

const byHand = { reverses: null, bankLineId: null } as const;

function positive(amountFen: bigint, pointer: string): bigint {
  if (amountFen <= 0n) throw new DomainError('DUES_AMOUNT', { pointer });
  return amountFen;
}
