import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  Nested,
  OneOf,
  OrderBy,
  type OrderWord,
  ownUnionsOnly,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { LedgerPartyView } from '../party-names.js';
import { PayeeAccountDto, payeeAccountConfirmed } from './payee-account.contract.js';

export const paymentStates = ['open', 'settled', 'failed'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** The two confirmations that settle a payment. */
export const paymentConfirmations = ['sent', 'received'] as const;
export type PaymentConfirmation = (typeof paymentConfirmations)[number];

export const paymentOrders = ['amount', 'dueOn'] as const;
export type PaymentOrder = OrderWord<(typeof paymentOrders)[number]>;

export class ListPaymentsRequest extends PageRequest {
  @Uuid({ optional: true }) nettingRunId?: string;
  @OneOf(paymentStates, { optional: true, name: 'PaymentState' }) state?: PaymentState;
  @Flag({
    optional: true,
    description: 'Only those that the caller is to send, and those that were sent to them',
  })
  waitingForMe?: boolean;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
  @Flag({ optional: true, description: 'Only open ones whose day is over' }) overdue?: boolean;
  @Text({ optional: true, max: 60, description: 'Part of the name of either side, or of a bank reference' })
  q?: string;
  @OrderBy(paymentOrders, 'the newest first') order?: PaymentOrder;
}

export class GetPaymentRequest {
  @Uuid() paymentId: string;
}

const wholeAmount =
  'What the bank says; a transfer is paid whole, so another amount than that of the payment is refused';

export class ConfirmSentRequest {
  @Uuid() paymentId: string;
  @Text({ max: 100, figures: true, description: "The bank's own number of the transfer" })
  bankReference: string;
  @Nested(() => Money, { optional: true, description: wholeAmount }) amount?: Money;
}

export class ConfirmReceivedRequest {
  @Uuid() paymentId: string;
  @Text({
    optional: true,
    max: 100,
    figures: true,
    description: "The number by which the payee's bank has booked it",
  })
  bankReference?: string | null;
  @Nested(() => Money, { optional: true, description: wholeAmount }) amount?: Money;
}

export class FailPaymentRequest {
  @Uuid() paymentId: string;
  @Text({ max: 500 }) reason: string;
}

export class PaymentView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() nettingRunId: string;
  @Nested(() => LedgerPartyView) payer: LedgerPartyView;
  @Nested(() => LedgerPartyView) payee: LedgerPartyView;
  @Nested(() => Money) amount: Money;
  @Nested(() => PayeeAccountDto, {
    nullable: true,
    description: 'Where the money goes; null while the payee has named no account',
  })
  payeeAccount: PayeeAccountDto | null;
  @Instant({ nullable: true, description: 'Since when the payee has had this account' })
  payeeAccountSince: string | null;
  @Flag({ description: payeeAccountConfirmed }) isPayeeAccountConfirmed: boolean;
  @Text({
    description: 'What to write on the transfer, so that the payee finds it',
    example: '轧差 019a9a5e',
  })
  remark: string;
  @OneOf(paymentStates, { name: 'PaymentState' }) state: PaymentState;
  @SomeOf(paymentConfirmations, { description: 'What the caller may confirm now' })
  mayConfirm: PaymentConfirmation[];
  @Instant() createdAt: string;
  @CalendarDate({ description: 'The last day on which it is in time' }) dueOn: string;
  @Flag({ description: 'Open after that day' }) isOverdue: boolean;
  @Whole({ description: 'How often those who are to act were reminded' }) reminderCount: number;
  @Instant({ nullable: true }) remindedAt: string | null;
  @Text({ nullable: true }) bankReference: string | null;
  @Text({ nullable: true, description: 'By which the payee has found it at its bank' })
  receivedReference: string | null;
  @Instant({ nullable: true }) sentAt: string | null;
  @Instant({ nullable: true }) receivedAt: string | null;
  @Text({ nullable: true }) failReason: string | null;
  @Uuid({ nullable: true, description: 'The entry that settled or restored it' }) entryId: string | null;
}

const shown = query('settlement.payment.get', GetPaymentRequest, PaymentView, {
  http: 'GET payments/:paymentId',
  tag: 'netting',
  summary: 'A payment',
});

export const paymentContract = {
  list: query('settlement.payment.list', ListPaymentsRequest, pageOf(PaymentView), {
    http: 'GET payments',
    tag: 'netting',
    summary: 'What my unions have to pay, and what they wait for',
  }),
  get: shown,
  confirmSent: versioned(
    command('settlement.payment.confirm-sent', ConfirmSentRequest, PaymentView, {
      http: 'POST payments/:paymentId/confirm-sent',
      tag: 'netting',
      summary: "The payer's finance confirms that the money was sent",
      status: 200,
      freshRoles: true,
      example: { bankReference: '20261120-000123' },
    }),
    shown,
  ),
  confirmReceived: versioned(
    command('settlement.payment.confirm-received', ConfirmReceivedRequest, PaymentView, {
      http: 'POST payments/:paymentId/confirm-received',
      tag: 'netting',
      summary: "The payee's finance confirms that the money arrived; both together settle it",
      status: 200,
      freshRoles: true,
      example: { bankReference: '20261121-000456' },
    }),
    shown,
  ),
  fail: versioned(
    command('settlement.payment.fail', FailPaymentRequest, PaymentView, {
      http: 'POST payments/:paymentId/fail',
      tag: 'netting',
      summary: 'Gives up a transfer that never arrived: its payer owes its payee again',
      status: 200,
      freshRoles: true,
      example: { reason: '账户已注销，退票' },
    }),
    shown,
  ),
};
