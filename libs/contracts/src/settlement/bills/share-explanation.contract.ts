import { query } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type CostPoolState, costPoolStates } from './cost-pool.contract.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { type AccountFund, accountFunds } from '../fund.js';
import { type NettingModeName, nettingModes } from '../clearing/netting-preview.contract.js';
import { type PaymentState, paymentStates } from '../clearing/payment.contract.js';
import { SplitPlaceView } from '../splits/split-tree.contract.js';

export class ExplainShareRequest {
  @Uuid() costPoolId: string;
  @Text({
    max: 60,
    pattern: /^(union|enterprise):[0-9a-f-]{36}$/,
    description: 'Whose share: a party of the agreement, or the source of its subsidy',
    example: 'union:019a0000-0000-7000-8000-000000000001',
  })
  party: string;
}

/** A node of the rule, with what it gave to the party in question and to all others together. */
export class ExplainedNodeView extends SplitPlaceView {
  @Nested(() => Money, { nullable: true, description: 'Null where it gave the party nothing of its own' })
  mine: Money | null;
  @Nested(() => Money) others: Money;
  @Text({ nullable: true, description: 'Of a leaf: what the party weighs in it' }) weight: string | null;
  @Text({ nullable: true, description: 'Of a leaf: what all parties weigh in it' }) weightSum: string | null;
}

/** What the share rests on of one party: heads and use, and no persons. */
export class PartyFactView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Whole({ nullable: true }) headcount: number | null;
  @Whole({ nullable: true }) usage: number | null;
}

/** One posting of the pool's entry between the party and another, and the run that took it. */
export class ExplainedPostingView {
  @Whole() line: number;
  @Nested(() => LedgerPartyView) debitParty: LedgerPartyView;
  @Nested(() => LedgerPartyView) creditParty: LedgerPartyView;
  @Nested(() => Money) amount: Money;
  @OneOf(accountFunds, { name: 'AccountFund' }) incomeKind: AccountFund;
  @Uuid({ nullable: true, description: 'Null until a confirmed run has taken it' }) nettingRunId:
    string | null;
  @OneOf(nettingModes, { nullable: true, name: 'NettingMode' }) nettingMode: NettingModeName | null;
  @Instant({ nullable: true }) nettedAt: string | null;
}

/** A transfer of one of those runs from or to the party. It may stand for more than this pool. */
export class ExplainedPaymentView {
  @Uuid() id: string;
  @Uuid() nettingRunId: string;
  @Nested(() => LedgerPartyView) payer: LedgerPartyView;
  @Nested(() => LedgerPartyView) payee: LedgerPartyView;
  @Nested(() => Money) amount: Money;
  @OneOf(paymentStates, { name: 'PaymentState' }) state: PaymentState;
}

/** Why this fen: everything that one party's share of a cost pool came of, and what became of it. */
export class ShareExplanationView {
  @Uuid() costPoolId: string;
  @OneOf(costPoolStates, { name: 'CostPoolState' }) state: CostPoolState;
  @Uuid({ nullable: true, description: 'Null for a shared bill' }) activityId: string | null;
  @Text() title: string;
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Nested(() => Money, { description: 'What the party bears' }) amount: Money;
  @Nested(() => Money, { description: 'What the party had paid itself' }) paid: Money;
  @Nested(() => Money) total: Money;
  @Nested(() => Money, { nullable: true }) subsidy: Money | null;
  @TextList({ max: 1_000, length: 1_000, description: 'The way to the amount, in words' }) trace: string[];
  @ListOf(() => ExplainedNodeView, { max: 256 }) nodes: ExplainedNodeView[];
  @Flag({ description: 'Computed again from what is stored, it comes to the same fen' }) reproduced: boolean;
  @Whole({ description: 'How far the order is rotated for equal remainders' }) rotation: number;
  @Whole({ min: 1, description: 'Which pool of the same parties it is, from 1' }) poolNumber: number;
  @Flag({ description: 'One fen of it went by largest remainder' }) oddFen: boolean;
  @ListOf(() => LedgerPartyView, { max: 1_000, description: 'In which order equal remainders go' })
  tieOrder: LedgerPartyView[];
  @Text({ nullable: true, description: 'SHA-256 of the facts of the activity' }) factsHash: string | null;
  @ListOf(() => PartyFactView, { max: 1_000 }) facts: PartyFactView[];
  @Uuid({ nullable: true }) agreementId: string | null;
  @Whole({ nullable: true }) agreementVersion: number | null;
  @Text({ nullable: true, description: 'What each party has signed' }) agreementHash: string | null;
  @Uuid({ nullable: true }) submittedBy: string | null;
  @PersonName() submittedByName: string | null;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Uuid({ nullable: true }) approvedBy: string | null;
  @PersonName() approvedByName: string | null;
  @Instant({ nullable: true }) approvedAt: string | null;
  @Uuid({ nullable: true }) entryId: string | null;
  @CalendarDate({ nullable: true }) postedOn: string | null;
  @Uuid({ nullable: true, description: 'The entry by which it was taken back' }) reversedBy: string | null;
  @ListOf(() => ExplainedPostingView, { max: 1_000 }) postings: ExplainedPostingView[];
  @ListOf(() => ExplainedPaymentView, { max: 1_000 }) payments: ExplainedPaymentView[];
}

export const shareExplanationContract = {
  get: query('settlement.share-explanation.get', ExplainShareRequest, ShareExplanationView, {
    http: 'GET cost-pools/:costPoolId/shares/:party',
    tag: 'costs',
    summary: 'Explains the share of one party: rule, facts, rounding, signatures, entry, netting and payment',
  }),
};
