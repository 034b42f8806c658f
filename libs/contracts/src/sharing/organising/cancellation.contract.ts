import { query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type IncomeKind, incomeKinds } from '../../settlement/fund.js';
import { NamedPartyView } from '../activities/activity-parts.js';
import { ActivityIdRequest } from '../activities/activity.contract.js';
import { type ActivityPhase, activityPhases } from '../activities/activity-phase.contract.js';
import { type DrawState, drawStates } from '../seats/draw.contract.js';
import { type LoanState, loanStates } from '../lending/loan.contract.js';

/** Why an activity cannot be cancelled now; null where it can. */
export const cancellationProblems = ['ACTIVITY_CLOSED', 'ACTIVITY_CANCELLED'] as const;
export type CancellationProblem = (typeof cancellationProblems)[number];

/** Registrations, and the people behind them. */
export class CancelledSeatsView {
  @Whole({ description: 'People who have a seat' }) confirmed: number;
  @Whole({ description: 'Companions whom these bring' }) companions: number;
  @Whole({ description: 'People who are offered a seat and have not answered' }) held: number;
  @Whole({ description: 'People who wait for a seat' }) waiting: number;
  @Whole({ description: 'People who were checked in: their attendance counts for nothing afterwards' })
  checkedIn: number;
}

export class CancelledDrawView {
  @Uuid() id: string;
  @OneOf(drawStates, { name: 'DrawState' }) state: DrawState;
  @Whole({ description: 'People who have entered' }) entries: number;
}

/**
 * `freed`: the slot goes back to the resource, as the organiser's union borrows it and nothing else takes place in it;
 * `toReturn`: it is out, and has to be given back; `stays`: another union borrows it, or another activity stands in it;
 * `over`: nothing is left of it to be freed.
 */
export const loanOutcomes = ['freed', 'toReturn', 'stays', 'over'] as const;
export type LoanOutcome = (typeof loanOutcomes)[number];

export class CancelledLoanView {
  @Uuid() id: string;
  @Text() resourceName: string;
  @OneOf(loanStates) state: LoanState;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @OneOf(loanOutcomes, { name: 'LoanOutcome' }) outcome: LoanOutcome;
}

/** What the hosts have agreed on money. What was booked by it is settlement's: `GET /cost-pools?activityId=`. */
export class CancelledAgreementView {
  @Uuid() id: string;
  @Whole({ min: 1 }) versionNumber: number;
  @ListOf(() => NamedPartyView, { max: 200, description: 'The parties that share the cost' })
  parties: NamedPartyView[];
  @OneOf(incomeKinds, { name: 'IncomeKind' }) fundCategory: IncomeKind;
}

/** People who are told. Whoever is in two of these groups is told once. */
export class CancellationNoticesView {
  @Whole({ description: 'Who has a seat, is offered one or waits' }) participants: number;
  @Whole({ description: 'Who has entered a draw that is not drawn' }) entrants: number;
  @Whole({ description: 'Who speaks for the hosts' }) hosts: number;
}

/** What would follow if an activity were cancelled now. Nothing of it is done. */
export class CancellationEffectView {
  @Uuid() activityId: string;
  @Whole() activityVersion: number;
  @OneOf(activityPhases, { name: 'ActivityPhase' }) phase: ActivityPhase;
  @OneOf(cancellationProblems, { nullable: true, name: 'CancellationProblem' })
  problem: CancellationProblem | null;
  @Nested(() => CancelledSeatsView) seats: CancelledSeatsView;
  @Nested(() => CancelledDrawView, { nullable: true, description: 'The draw that ends without a result' })
  draw: CancelledDrawView | null;
  @ListOf(() => NamedPartyView, { max: 200, description: 'The co-hosts, who are told' })
  coHosts: NamedPartyView[];
  @Whole({ description: 'Invitations that nobody can accept any more' }) invitations: number;
  @Whole({ description: 'Tasks that wait for nobody any more' }) tasks: number;
  @Whole({ description: 'Reminders that are not sent any more' }) reminders: number;
  @Nested(() => CancelledLoanView, { nullable: true, description: 'The loan by which the place was booked' })
  loan: CancelledLoanView | null;
  @Nested(() => CancelledAgreementView, { nullable: true }) agreement: CancelledAgreementView | null;
  @Flag({ description: 'A version of the agreement waits, and can be signed no more' })
  endsPendingAgreement: boolean;
  @Nested(() => CancellationNoticesView) notices: CancellationNoticesView;
}

export const cancellationContract = {
  preview: query('sharing.cancellation.preview', ActivityIdRequest, CancellationEffectView, {
    http: 'GET activities/:activityId/cancellation-effect',
    tag: 'activities',
    summary:
      'Shows what would follow if an activity were cancelled: for seats, hosts, place, money and inboxes',
  }),
};
