import { command, pageOf, PageRequest, query } from '../contract.js';
import { Flag, Instant, Nested, OneOf, SomeOf, Text, Uuid, Whole } from '../fields.js';
import { Money } from '../money.dto.js';
import { LedgerPartyView } from './cost-pool.contract.js';

export const paymentStates = ['open', 'settled', 'failed'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** The two confirmations that settle a payment. */
export const paymentConfirmations = ['sent', 'received'] as const;
export type PaymentConfirmation = (typeof paymentConfirmations)[number];

export class ListPaymentsRequest extends PageRequest {
  @Uuid({ optional: true }) nettingRunId?: string;
  @OneOf(paymentStates, { optional: true, name: 'PaymentState' }) state?: PaymentState;
  @Flag({
    optional: true,
    description: 'Only those that the caller is to send, and those that were sent to him',
  })
  waitingForMe?: boolean;
}

export class GetPaymentRequest {
  @Uuid() paymentId: string;
}

export class ConfirmSentRequest {
  @Uuid() paymentId: string;
  @Text({ max: 100, description: "The bank's own number of the transfer" }) bankReference: string;
}

export class ConfirmReceivedRequest {
  @Uuid() paymentId: string;
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
  @OneOf(paymentStates, { name: 'PaymentState' }) state: PaymentState;
  @SomeOf(paymentConfirmations, { description: 'What the caller may confirm now' })
  mayConfirm: PaymentConfirmation[];
  @Instant() createdAt: string;
  @Text({ nullable: true }) bankReference: string | null;
  @Instant({ nullable: true }) sentAt: string | null;
  @Instant({ nullable: true }) receivedAt: string | null;
  @Text({ nullable: true }) failReason: string | null;
  @Uuid({ nullable: true, description: 'The entry that settled or restored it' }) entryId: string | null;
}

export const paymentContract = {
  list: query('settlement.payment.list', ListPaymentsRequest, pageOf(PaymentView)),
  get: query('settlement.payment.get', GetPaymentRequest, PaymentView),
  confirmSent: command('settlement.payment.confirm-sent', ConfirmSentRequest, PaymentView),
  confirmReceived: command('settlement.payment.confirm-received', ConfirmReceivedRequest, PaymentView),
  fail: command('settlement.payment.fail', FailPaymentRequest, PaymentView),
};
