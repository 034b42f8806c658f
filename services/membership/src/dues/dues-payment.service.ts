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
import { type CallContext, DomainError, fromWire, newId, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { brokenConstraint, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { UnionRepository } from '../unions/union/union.repository.js';
import { actions } from './actions.js';
import { DuesPresenter } from './dues-presenter.js';
import type { DuesPaymentRow } from './dues.entity.js';
import { type DuesMember, DuesRepository } from './dues.repository.js';

interface Payment {
  readonly member: DuesMember;
  readonly amountFen: bigint;
  readonly note: string | null;
  readonly reverses: string | null;
}

/** Payments of dues; each has a receipt. Nothing is changed or deleted: what was wrong is taken back. */
@Injectable()
export class DuesPaymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly dues: DuesRepository,
    private readonly presenter: DuesPresenter,
  ) {}

  @Handles(duesContract.pay)
  pay(request: RecordDuesPayment, call: CallContext): Promise<Outcome<DuesPaymentView>> {
    return this.transactions.command(call, duesContract.pay, request, async (tx) => {
      const member = await this.memberOf(tx, request.memberId);
      const amountFen = positive(fromWire(request.amount, '/amount'), '/amount');
      const payment = { member, amountFen, note: request.note ?? null, reverses: null };
      return this.recordOne(tx, { unionId: member.unionId, paidOn: request.paidOn, payment });
    });
  }

  @Handles(duesContract.payAll)
  payAll(request: RecordDuesPayments, call: CallContext): Promise<Outcome<DuesPaymentsView>> {
    return this.transactions.command(call, duesContract.payAll, request, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      tx.authorise(actions.recordDues, { paths: [union.path], visible: true });
      const payments: Payment[] = [];
      for (const [index, { memberId, amount }] of request.payments.entries()) {
        const pointer = `/payments/${index}`;
        const member = await this.dues.findMember(tx, memberId);
        if (member?.unionId !== union.id)
          throw new DomainError('NOT_FOUND', { pointer: `${pointer}/memberId` });
        const amountFen = positive(fromWire(amount, `${pointer}/amount`), `${pointer}/amount`);
        payments.push({ member, amountFen, note: null, reverses: null });
      }
      return { payments: await this.record(tx, { unionId: union.id, paidOn: request.paidOn, payments }) };
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
      const payment = { member, amountFen: -amountFen, note: request.reason, reverses };
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
    { payment, ...where }: { unionId: string; paidOn: string; payment: Payment },
  ): Promise<DuesPaymentView> {
    const [view] = await this.record(tx, { ...where, payments: [payment] });
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  /** The receipts of one request have consecutive numbers, in its order. */
  private async record(
    tx: Transaction,
    { unionId, paidOn, payments }: { unionId: string; paidOn: string; payments: readonly Payment[] },
  ): Promise<DuesPaymentView[]> {
    const today = shanghaiDate(tx.now);
    if (paidOn > today) throw new DomainError('DUES_PAID_AHEAD', { pointer: '/paidOn' });
    // Receipts are issued today: a late entry gets no number of a year that is over.
    const year = Number(today.slice(0, 4));
    const first = await this.dues.takeReceipts(tx, { unionId, year, count: payments.length });
    const rows = payments.map(({ member, amountFen, note, reverses }, index): DuesPaymentRow => ({
      id: newId(),
      unionId,
      membershipId: member.id,
      amountFen,
      paidOn,
      receiptYear: year,
      receiptNumber: first + index,
      note,
      reverses,
      recordedBy: tx.personId,
      recordedAt: tx.now,
    }));
    await this.dues.insertPayments(tx, rows);
    return rows.map((row, index) => {
      const payer = payments[index]?.member;
      if (payer === undefined) throw new Error('each payment has one row');
      const { id, membershipId, amountFen, receiptYear, receiptNumber, reverses } = row;
      const after = {
        unionId,
        membershipId,
        amountFen: amountFen.toString(),
        paidOn,
        receiptYear,
        receiptNumber,
        reverses,
      };
      tx.audit({ noun: 'duesPayment', id, before: null, after });
      const { personId, maskedName } = payer;
      return this.presenter.paymentView({ ...row, personId, maskedName });
    });
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

function positive(amountFen: bigint, pointer: string): bigint {
  if (amountFen <= 0n) throw new DomainError('DUES_AMOUNT', { pointer });
  return amountFen;
}
