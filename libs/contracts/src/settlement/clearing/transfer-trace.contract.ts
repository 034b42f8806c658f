import { query } from '../../core/contract.js';
import { Flag, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { LedgerPartyView } from '../party-names.js';
import { type EntryKind, entryKinds } from '../ledger/ledger.contract.js';
import { type NettingModeName, nettingModes } from './netting-preview.contract.js';
import { NettingLineView, PartyTransferView } from './netting.contract.js';

export class GetTransferTraceRequest {
  @Uuid() nettingRunId: string;
  @Whole({ min: 1, description: 'Its place among the transfers of the run, counted from 1' }) number: number;
}

export class GetPaymentBillsRequest {
  @Uuid() paymentId: string;
}

/** A debt of the run with what it comes from, and what it adds to the sum in which it stands. */
export class TracedLineView extends NettingLineView {
  @OneOf(entryKinds, { name: 'EntryKind' }) entryKind: EntryKind;
  @Text({ description: 'The activity, or what else the debt is about' }) title: string;
  @Uuid({ description: 'The cost pool, payment, damage or loan that it comes from' }) sourceId: string;
  @Nested(() => Money, { description: 'Its part of the sum, with its sign' }) effect: Money;
}

export class TracedTransferView extends PartyTransferView {
  @Whole({ min: 1 }) number: number;
  @Nested(() => Money, { description: 'Received above zero, paid below' }) effect: Money;
}

export class TransferPartView {
  @Nested(() => LedgerPartyView, {
    nullable: true,
    description: 'Whose balance; null for what is between the two',
  })
  party: LedgerPartyView | null;
  @Text({ max: 2_000, description: 'How the sum comes about, in words' }) text: string;
  @Nested(() => Money, { description: 'What its lines come to, and what its transfers settle' }) total: Money;
  @Whole() lineCount: number;
  @Flag({ description: 'Whether the caller may see the debts of this party; of others they see the sum' })
  isShown: boolean;
  @ListOf(() => TracedLineView, { max: 500, description: 'The first five hundred' }) lines: TracedLineView[];
  @ListOf(() => TracedTransferView, {
    max: 1_000,
    description: 'All that settle the balance, this one among them',
  })
  transfers: TracedTransferView[];
}

/** E73: which bills went into a transfer. */
export class TransferTraceView extends PartyTransferView {
  @Uuid() nettingRunId: string;
  @OneOf(nettingModes, { name: 'NettingMode' }) mode: NettingModeName;
  @ListOf(() => TransferPartView, {
    max: 2,
    description:
      'Bilateral: the debts between the two. Otherwise: the balance of who pays, and of who is paid',
  })
  parts: TransferPartView[];
}

export const transferTraceContract = {
  get: query('settlement.netting.trace-transfer', GetTransferTraceRequest, TransferTraceView, {
    http: 'GET netting-runs/:nettingRunId/transfers/:number',
    tag: 'netting',
    summary: 'Which bills went into a transfer of a run, adding up to it exactly',
  }),
  ofPayment: query('settlement.payment.get-bills', GetPaymentBillsRequest, TransferTraceView, {
    http: 'GET payments/:paymentId/bills',
    tag: 'netting',
    summary: 'Which bills went into a payment; of the other side only its sum',
  }),
};
