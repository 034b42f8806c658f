import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ConfirmReceivedRequest,
  type ConfirmSentRequest,
  type FailPaymentRequest,
  type GetPaymentRequest,
  type ListPaymentsRequest,
  paymentContract,
  type PaymentOrder,
  type PaymentView,
} from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type CallContext, DomainError, fromWire, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  type CursorValues,
  orderCursorOf,
  orderedBy,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { actions } from '../actions.js';
import { authoriseLook, bookReach } from '../../reference/bookkeeping.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { PaymentActs, type PaymentStatement } from './payment-acts.service.js';
import type { PaymentRow } from './payment.entity.js';
import { PaymentRepository } from './payment.repository.js';

@Injectable()
export class PaymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
    private readonly acts: PaymentActs,
  ) {}

  @Handles(paymentContract.list)
  list(request: ListPaymentsRequest, call: CallContext): Promise<Page<PaymentView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.payments.list(tx, request, {
        personId: tx.personId,
        reach: await bookReach(tx, ledgerActions.seeLedger),
        // The same action covers confirming what was sent and what arrived.
        confirming: await bookReach(tx, actions.confirmSent),
        today: shanghaiDate(tx.now),
      });
      return toPage(await this.acts.views(tx, rows), {
        limit: request.limit,
        cursorOf: (view) => cursorOf(view, request.order),
      });
    });
  }

  @Handles(paymentContract.get)
  get(request: GetPaymentRequest, call: CallContext): Promise<PaymentView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.payments.findById(tx, request.paymentId);
      await authoriseLook(tx, ledgerActions.seeLedger, row === null ? [] : await this.sidesOf(tx, row));
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.acts.view(tx, row);
    });
  }

  @Handles(paymentContract.confirmSent)
  confirmSent(request: ConfirmSentRequest, call: CallContext): Promise<Outcome<PaymentView>> {
    return this.transactions.command(call, paymentContract.confirmSent, request, (tx) =>
      this.acts.send(tx, statementIn(request)),
    );
  }

  @Handles(paymentContract.confirmReceived)
  confirmReceived(request: ConfirmReceivedRequest, call: CallContext): Promise<Outcome<PaymentView>> {
    return this.transactions.command(call, paymentContract.confirmReceived, request, (tx) =>
      this.acts.receive(tx, statementIn(request)),
    );
  }

  /** Gives up a transfer that never arrived. */
  @Handles(paymentContract.fail)
  fail(request: FailPaymentRequest, call: CallContext): Promise<Outcome<PaymentView>> {
    return this.transactions.command(call, paymentContract.fail, request, (tx) =>
      this.acts.giveUp(tx, request.paymentId, request.reason),
    );
  }

  private async sidesOf(tx: Transaction, { payerUnionId, payeeUnionId }: PaymentRow): Promise<string[]> {
    const payer = await this.references.union(tx, payerUnionId);
    const payee = await this.references.union(tx, payeeUnionId);
    return [payer.path, payee.path];
  }
}

function statementIn({ paymentId, bankReference, amount }: ConfirmReceivedRequest): PaymentStatement {
  return {
    paymentId,
    bankReference: bankReference ?? null,
    amount: amount ? fromWire(amount, '/amount') : null,
    by: 'hand',
  };
}

function cursorOf({ id, amount, dueOn }: PaymentView, order: PaymentOrder | undefined): CursorValues {
  if (order === undefined) return [id];
  const values = { amount: amount.amount, dueOn };
  return orderCursorOf(order, { id, value: values[orderedBy(order)] });
}
