import { command, pageOf, PageRequest, query } from '../contract.js';
import { Flag, Instant, OneOf, Text, Uuid, Whole } from '../fields.js';
import { stockMax } from './resource.contract.js';
import { type UnionBusiness, unionBusinesses } from './sharing.events.js';

export const loanWaitStates = ['waiting', 'offered', 'accepted', 'expired', 'withdrawn'] as const;
export type LoanWaitState = (typeof loanWaitStates)[number];

/** What keeps a time from being offered at present; each is an error code as well, but for `NO_FREE_TIME`. */
export const waitHindrances = [
  'NO_FREE_TIME',
  'OUTSIDE_OPENING_HOURS',
  'NO_RIGHT_OF_USE',
  'TOO_EARLY_FOR_YOU',
  'TOO_SHORT_NOTICE',
  'RESERVED_FOR_SMALL',
  'FAIR_USE',
  'OVERDUE_LOANS',
  'LOAN_QUOTA_REACHED',
] as const;
export type WaitHindrance = (typeof waitHindrances)[number];

export class CreateLoanWaitRequest {
  @Uuid() resourceId: string;
  @Uuid({ description: 'The union that borrows' }) borrowerUnionId: string;
  @Instant({ description: 'Any time of the window would do' }) windowFrom: string;
  @Instant({ description: 'At most 62 days after `windowFrom`' }) windowTo: string;
  @Whole({ min: 15, max: 44_640, description: 'How long it is needed, without a break' })
  durationMinutes: number;
  @Instant({ description: 'An offer is of use until then, and no longer' }) latestDecisionAt: string;
  @Text({ max: 500 }) purpose: string;

  @Whole({
    min: 1,
    optional: true,
    description: 'The version of the conditions of use that the borrower has accepted, where there are any',
  })
  conditionsVersion?: number | null;

  @Whole({ min: 1, max: stockMax, optional: true, description: 'Pieces, or of a stock; 1 where absent' })
  quantity?: number | null;

  @OneOf(unionBusinesses, { optional: true, description: 'What it is for, where the right asks for that' })
  business?: UnionBusiness | null;
}

export class LoanWaitIdRequest {
  @Uuid() waitId: string;
}

export class ListLoanWaitsRequest extends PageRequest {
  @OneOf(loanWaitStates, { optional: true, name: 'LoanWaitState' }) state?: LoanWaitState;
}

export class ListResourceWaitsRequest extends PageRequest {
  @Uuid() resourceId: string;
}

export class LoanWaitView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() resourceId: string;
  @Text() resourceTitle: string;
  @Uuid() borrowerUnionId: string;
  @Text() borrowerUnionName: string;
  @Instant() windowFrom: string;
  @Instant() windowTo: string;
  @Whole() durationMinutes: number;
  @Instant() latestDecisionAt: string;
  @Text({ max: 500 }) purpose: string;
  @Whole({ min: 1, description: 'How many of it' }) quantity: number;
  @OneOf(loanWaitStates, { name: 'LoanWaitState' }) state: LoanWaitState;
  @Whole({ nullable: true, min: 1, description: 'Of those who wait for it; null where it no longer waits' })
  place: number | null;
  @Flag({ description: 'Small and micro unions go first here' }) smallFirst: boolean;
  @OneOf(waitHindrances, {
    nullable: true,
    name: 'WaitHindrance',
    description: 'What kept a time from being offered when it was last looked at',
  })
  hindrance: WaitHindrance | null;
  @Instant({ nullable: true, description: 'When a time was last looked for' }) lookedAt: string | null;
  @Instant({ nullable: true, description: 'The time on offer' }) offeredFrom: string | null;
  @Instant({ nullable: true }) offeredTo: string | null;
  @Instant({ nullable: true, description: 'By when it is to be accepted' }) offerExpiresAt: string | null;
  @Uuid({ nullable: true, description: 'What came of it' }) loanId: string | null;
  @Instant() createdAt: string;
}

export const loanWaitContract = {
  create: command('sharing.loan-wait.create', CreateLoanWaitRequest, LoanWaitView),
  accept: command('sharing.loan-wait.accept', LoanWaitIdRequest, LoanWaitView),
  withdraw: command('sharing.loan-wait.withdraw', LoanWaitIdRequest, LoanWaitView),
  get: query('sharing.loan-wait.get', LoanWaitIdRequest, LoanWaitView),
  listMine: query('sharing.loan-wait.listMine', ListLoanWaitsRequest, pageOf(LoanWaitView)),
  list: query('sharing.loan-wait.list', ListResourceWaitsRequest, pageOf(LoanWaitView)),
};
