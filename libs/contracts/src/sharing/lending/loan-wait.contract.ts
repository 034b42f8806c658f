import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { stockMax } from './resource.contract.js';
import { type UnionBusiness, unionBusinesses } from '../sharing-events.js';

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
  create: command('sharing.loan-wait.create', CreateLoanWaitRequest, LoanWaitView, {
    http: 'POST resources/:resourceId/waits',
    tag: 'loans',
    summary:
      'Waits for any time of a length within a window; a time that is freed is offered to the first in line',
    example: {
      borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
      windowFrom: '2026-12-05T09:00:00+08:00',
      windowTo: '2026-12-06T21:00:00+08:00',
      durationMinutes: 120,
      latestDecisionAt: '2026-12-04T18:00:00+08:00',
      purpose: '乒乓球赛',
    },
  }),
  accept: command('sharing.loan-wait.accept', LoanWaitIdRequest, LoanWaitView, {
    http: 'POST loan-waits/:waitId/accept',
    tag: 'loans',
    summary: 'Accepts the time on offer: it becomes a loan',
    status: 200,
  }),
  withdraw: command('sharing.loan-wait.withdraw', LoanWaitIdRequest, LoanWaitView, {
    http: 'POST loan-waits/:waitId/withdraw',
    tag: 'loans',
    summary: 'Leaves the line, or declines the time on offer',
    status: 200,
  }),
  get: query('sharing.loan-wait.get', LoanWaitIdRequest, LoanWaitView, {
    http: 'GET loan-waits/:waitId',
    tag: 'loans',
    summary: 'Shows a wait to the union that waits',
  }),
  listMine: query('sharing.loan-wait.listMine', ListLoanWaitsRequest, pageOf(LoanWaitView), {
    http: 'GET me/loan-waits',
    tag: 'loans',
    summary: 'Lists what the caller and their unions wait for, with the place in line and what is on offer',
  }),
  list: query('sharing.loan-wait.list', ListResourceWaitsRequest, pageOf(LoanWaitView), {
    http: 'GET resources/:resourceId/waits',
    tag: 'loans',
    summary: 'Lists who waits for a resource, to whoever keeps it',
  }),
};
