import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { type AccountFund, accountFunds } from '../fund.js';

export const refundStates = ['proposed', 'posted', 'returned', 'withdrawn', 'reversed'] as const;
export type RefundState = (typeof refundStates)[number];

/** Money that came back on a bill. */
export class RefundLineDto {
  @Uuid({ description: 'A bill of this pool' }) itemId: string;
  @Nested(() => Money, { description: 'Above zero, at most what is left of the bill' }) amount: Money;
}

export class PreviewRefundRequest {
  @Uuid() costPoolId: string;
  @ListOf(() => RefundLineDto, { min: 1, max: 200 }) lines: RefundLineDto[];
}

export class ProposeRefundRequest extends PreviewRefundRequest {
  @Text({ max: 500, example: '场地少用一天，退回租金' }) reason: string;
  @Text({ max: 40, example: '24422000000099990001', description: 'The credit note; once for each pool' })
  creditNote: string;
  @Text({
    min: 64,
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    description: 'The hash of the preview: whoever proposes has seen who gets what back',
  })
  previewHash: string;
}

export class ListRefundsRequest extends PageRequest {
  @Uuid() costPoolId: string;
}

export class RefundIdRequest {
  @Uuid() costPoolId: string;
  @Uuid() refundId: string;
}

export class RefundDecisionRequest extends RefundIdRequest {
  @Text({ max: 500 }) reason: string;
}

export class RefundedLineView {
  @Uuid() itemId: string;
  @Text() title: string;
  @Text({ nullable: true, description: 'Null where the bill came without a receipt' }) invoiceNumber:
    string | null;
  @Nested(() => LedgerPartyView, { description: 'Who had paid the bill, and has the money back' })
  payer: LedgerPartyView;
  @Nested(() => Money, { description: 'Of the bill' }) itemAmount: Money;
  @Nested(() => Money) amount: Money;
}

export class RefundPartView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @OneOf(['party', 'subsidySource'], { name: 'RefundPartRole' }) role: 'party' | 'subsidySource';
  @Nested(() => Money, { description: 'Its share of the pool' }) share: Money;
  @Nested(() => Money, { description: 'Had back before, or is about to' }) before: Money;
  @Nested(() => Money, { description: 'Gets back' }) amount: Money;
}

/** Who has the money, and to whom of it is owed what. */
export class RefundDueView {
  @Nested(() => LedgerPartyView) debtor: LedgerPartyView;
  @Nested(() => LedgerPartyView) creditor: LedgerPartyView;
  @OneOf(accountFunds, { name: 'AccountFund' }) incomeKind: AccountFund;
  @Nested(() => Money) amount: Money;
}

export class RefundPreviewView {
  @Uuid() costPoolId: string;
  @Nested(() => Money) total: Money;
  @ListOf(() => RefundedLineView, { max: 200 }) lines: RefundedLineView[];
  @ListOf(() => RefundPartView, { max: 1_001, description: 'They make the total' }) parts: RefundPartView[];
  @ListOf(() => RefundDueView, { max: 10_000 }) dues: RefundDueView[];
  @Text({ max: 64, description: 'Of all of this; the proposal names it' }) previewHash: string;
}

export class RefundView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() costPoolId: string;
  @OneOf(refundStates, { name: 'RefundState' }) state: RefundState;
  @Nested(() => Money) total: Money;
  @Text({ max: 500 }) reason: string;
  @Text({ max: 40 }) creditNote: string;
  @ListOf(() => RefundedLineView, { max: 200 }) lines: RefundedLineView[];
  @ListOf(() => RefundPartView, { max: 1_001 }) parts: RefundPartView[];
  @Uuid() proposedBy: string;
  @PersonName() proposedByName: string | null;
  @Instant() proposedAt: string;
  @Uuid({ nullable: true }) decidedBy: string | null;
  @PersonName() decidedByName: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was returned or taken back' }) decisionReason:
    string | null;
  @Uuid({
    nullable: true,
    description: 'The ledger entry; null until it is posted, or where nobody owes anything',
  })
  entryId: string | null;
}

const shown = query('settlement.refund.get', RefundIdRequest, RefundView, {
  http: 'GET cost-pools/:costPoolId/refunds/:refundId',
  tag: 'costs',
  summary: 'A refund with the part of each party',
});

const lines = [
  { itemId: '01930000-0000-7000-8000-000000000001', amount: { amount: '80000', currency: 'CNY' } },
];

export const refundContract = {
  preview: query('settlement.refund.preview', PreviewRefundRequest, RefundPreviewView, {
    http: 'POST cost-pools/:costPoolId/refunds/preview',
    tag: 'costs',
    summary: 'What each party would get back if money came back on these bills; nothing is changed',
    example: { lines: lines },
  }),
  propose: command('settlement.refund.propose', ProposeRefundRequest, RefundView, {
    http: 'POST cost-pools/:costPoolId/refunds',
    tag: 'costs',
    summary: 'Proposes a refund that was previewed, by the hash of the preview; another person approves it',
    freshRoles: true,
    example: {
      lines: lines,
      reason: '场地少用一天，退回租金',
      creditNote: '24422000000099990001',
      previewHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  }),
  list: query('settlement.refund.list', ListRefundsRequest, pageOf(RefundView), {
    http: 'GET cost-pools/:costPoolId/refunds',
    tag: 'costs',
    summary: 'The refunds of a pool with the part of each party, newest first',
  }),
  get: shown,
  approve: versioned(
    command('settlement.refund.approve', RefundIdRequest, RefundView, {
      http: 'POST cost-pools/:costPoolId/refunds/:refundId/approve',
      tag: 'costs',
      summary: 'Approves a refund, by another person than who proposed it, and posts it',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  return: versioned(
    command('settlement.refund.return', RefundDecisionRequest, RefundView, {
      http: 'POST cost-pools/:costPoolId/refunds/:refundId/return',
      tag: 'costs',
      summary: 'Returns a proposed refund, with the reason',
      status: 200,
      freshRoles: true,
      example: { reason: '退款凭证不清楚' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('settlement.refund.withdraw', RefundIdRequest, RefundView, {
      http: 'POST cost-pools/:costPoolId/refunds/:refundId/withdraw',
      tag: 'costs',
      summary: 'Withdraws a refund that nobody has decided yet',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  reverse: versioned(
    command('settlement.refund.reverse', RefundDecisionRequest, RefundView, {
      http: 'POST cost-pools/:costPoolId/refunds/:refundId/reverse',
      tag: 'costs',
      summary: 'Takes a posted refund back by the exact negation of its entry',
      status: 200,
      freshRoles: true,
      example: { reason: '退款被银行退回' },
    }),
    shown,
  ),
};
