import { command, Done, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { CostPoolView } from './cost-pool.contract.js';
import { LedgerPartyView, PersonName } from '../party-names.js';

export class OpenSupplementRequest {
  @Uuid({ description: 'An approved pool, or one of its supplements' }) costPoolId: string;
}

export class DiscardCostPoolRequest {
  @Uuid() costPoolId: string;
}

export class PoolUsageRequest {
  @Uuid() costPoolId: string;
}

export class LoanUseView {
  @Uuid() loanId: string;
  @Text({ description: 'What was lent' }) title: string;
  @Nested(() => LedgerPartyView, { description: 'Who borrowed it' }) borrower: LedgerPartyView;
  @Whole({ min: 1 }) pieces: number;
  @Whole({ description: 'Each hour begun, from hand-over to return' }) hours: number;
  @Whole({ description: 'Hours × pieces' }) usage: number;
  @Flag({ description: 'Else it is still out, and its agreed end counts' }) returned: boolean;
}

export class PartyUsageView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Whole({ description: 'What its loans for the activity came to', max: Number.MAX_SAFE_INTEGER })
  proposed: number;
  @Whole({
    nullable: true,
    description: 'What the shares rest on; null where they do not',
    max: 1_000_000_000,
  })
  used: number | null;
  @ListOf(() => LoanUseView, { max: 1_000 }) loans: LoanUseView[];
}

/** Where the numbers of a rule by usage come from. */
export class PoolUsageView {
  @Uuid() costPoolId: string;
  @Flag({ description: 'Does the rule ask for usages?' }) needed: boolean;
  @Flag({ description: 'Are there loans for the activity, so that there is a proposal?' }) proposed: boolean;
  @Text({ nullable: true, max: 500, description: 'Why other numbers were taken' }) reason: string | null;
  @ListOf(() => PartyUsageView, { max: 1_000 }) parties: PartyUsageView[];
}

export const poolStepKinds = [
  'opened',
  'itemAdded',
  'itemRemoved',
  'planned',
  'plannedRemoved',
  'selfPaid',
  'selfPaidRemoved',
  'computed',
  'submitted',
  'returned',
  'approved',
  'agreed',
  'refused',
  'unanswered',
  'cancelled',
  'reversed',
  'supplementOpened',
  'supplementDiscarded',
  'refundProposed',
  'refundWithdrawn',
  'refundReturned',
  'refundPosted',
  'refundReversed',
] as const;
export type PoolStepKind = (typeof poolStepKinds)[number];

export class ListPoolStepsRequest extends PageRequest {
  @Uuid() costPoolId: string;
}

/** One step of the way of a pool. */
export class PoolStepView {
  @Whole({ min: 1, description: 'From 1, in the order in which it was done' }) number: number;
  @OneOf(poolStepKinds, { name: 'PoolStepKind' }) kind: PoolStepKind;
  @Instant() at: string;
  @Uuid({ nullable: true }) by: string | null;
  @PersonName() byName: string | null;
  @Text({ nullable: true, description: 'The bill, or whatever else it was done with' }) subject:
    string | null;
  @Nested(() => Money, { nullable: true }) amount: Money | null;
  @Text({ nullable: true, max: 500, description: 'The reason that was given' }) reason: string | null;
}

export const supplementContract = {
  open: command('settlement.supplement.open', OpenSupplementRequest, CostPoolView, {
    http: 'POST cost-pools/:costPoolId/supplements',
    tag: 'costs',
    summary:
      'Opens a supplement for bills that come after the approval, under the same version of the agreement; one that is open answers 200',
  }),
  discard: command('settlement.cost-pool.discard', DiscardCostPoolRequest, Done, {
    http: 'DELETE cost-pools/:costPoolId',
    tag: 'costs',
    summary: 'Takes back an open pool that holds no bills; If-Match names its version',
    ifMatch: true,
  }),
  getUsage: query('settlement.cost-pool.get-usage', PoolUsageRequest, PoolUsageView, {
    http: 'GET cost-pools/:costPoolId/usage',
    tag: 'costs',
    summary: 'What the loans for the activity came to for each party, and what the shares rest on',
  }),
  listSteps: query('settlement.cost-pool.list-steps', ListPoolStepsRequest, pageOf(PoolStepView), {
    http: 'GET cost-pools/:costPoolId/steps',
    tag: 'costs',
    summary: 'Who did what to a pool, and when, from its opening on',
  }),
};
