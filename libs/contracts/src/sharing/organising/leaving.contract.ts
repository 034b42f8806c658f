import { command, query, versionedIn } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { MoneyByParty, SplitPartyDto, SplitRuleDto } from '../../settlement/splits/split.contract.js';
import type { Money } from '../../words/money.js';
import { NamedPartyView } from '../activities/activity-parts.js';
import { coHostContract, CoHostView } from '../activities/co-host.contract.js';

/** Why a co-host cannot leave now; null where it can. */
export const leavingProblems = ['CO_HOST_NOT_JOINED', 'CO_HOST_LEAVE_CLOSED', 'ACTIVITY_STARTED'] as const;
export type LeavingProblem = (typeof leavingProblems)[number];

export class CoHostIdRequest {
  @Uuid() activityId: string;
  @Uuid() coHostId: string;
}

export class LeaveCoHostingRequest extends CoHostIdRequest {
  @Text({ max: 500, description: 'Told to the hosts that stay', example: '本会经费另有安排' }) reason: string;
}

export class LeavingPoolView {
  @Uuid() id: string;
  @Text({ max: 200 }) name: string;
  @Whole() capacity: number;
  @Whole({ description: 'Seats that somebody has or is offered: these stay with their people' })
  taken: number;
  @Whole({ description: 'Seats that go to the common pool' }) released: number;
  @Whole({ description: 'People who wait, and go along to the common pool' }) waiting: number;
}

export class LeavingCapView {
  @Uuid() id: string;
  @Text({ max: 200 }) name: string;
  @Whole({ description: 'It goes on to bound the seats of its people' }) capacity: number;
}

export class LeavingTaskView {
  @Uuid() id: string;
  @Text({ max: 200 }) title: string;
  @Text({ nullable: true, max: 10 }) dueOn: string | null;
}

export class LeavingLoanView {
  @Uuid() id: string;
  @Uuid() resourceId: string;
  @Text() resourceName: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
}

/** One side of the cost: what `POST /previews/split` is asked with, but for a total that is assumed. */
export class LeavingSplitView {
  @ListOf(() => SplitPartyDto, { max: 200, description: 'With the heads that are registered now' })
  parties: SplitPartyDto[];
  @Nested(() => SplitRuleDto) rule: SplitRuleDto;
  @MoneyByParty() caps: Record<string, Money>;
  @MoneyByParty() floors: Record<string, Money>;
}

export class LeavingCostView {
  @Uuid() agreementId: string;
  @Whole({ min: 1 }) versionNumber: number;
  @ListOf(() => NamedPartyView, { max: 200, description: 'Names of the parties, before and after' })
  parties: NamedPartyView[];
  @Nested(() => LeavingSplitView) before: LeavingSplitView;
  @Nested(() => LeavingSplitView, {
    nullable: true,
    description: 'By the same rule without the party; null where the rule says nothing without it',
  })
  after: LeavingSplitView | null;
}

/** What follows if a co-host leaves. Looking at it changes nothing. */
export class LeavingView {
  @Uuid() coHostId: string;
  @Uuid() activityId: string;
  @Nested(() => NamedPartyView) party: NamedPartyView;
  @Whole({ description: 'The version of the activity that was looked at' }) activityVersion: number;
  @OneOf(leavingProblems, { nullable: true, name: 'LeavingProblem' }) problem: LeavingProblem | null;
  @Instant({ nullable: true, description: 'Until when it may leave; null for until the publication' })
  until: string | null;
  @ListOf(() => LeavingPoolView, { max: 200 }) pools: LeavingPoolView[];
  @ListOf(() => LeavingCapView, { max: 200 }) caps: LeavingCapView[];
  @ListOf(() => LeavingTaskView, { max: 400, description: 'Open tasks that lose their host' })
  tasks: LeavingTaskView[];
  @ListOf(() => LeavingLoanView, {
    max: 1,
    description: 'What the party lends to the activity; the loan stays',
  })
  loans: LeavingLoanView[];
  @Nested(() => LeavingCostView, { nullable: true, description: 'Null where no agreement is in force' })
  cost: LeavingCostView | null;
  @Flag({ description: 'The agreement in force ends; those who stay need a new version' })
  endsAgreement: boolean;
}

export const leavingContract = {
  preview: query('sharing.leaving.preview', CoHostIdRequest, LeavingView, {
    http: 'GET activities/:activityId/co-hosts/:coHostId/leaving',
    tag: 'co-hosting',
    summary: 'Shows what would follow if a co-host left: for seats, cost, tasks and loans',
  }),
  leave: versionedIn(
    command('sharing.leaving.leave', LeaveCoHostingRequest, CoHostView, {
      http: 'POST activities/:activityId/co-hosts/:coHostId/leave',
      tag: 'co-hosting',
      summary: 'Takes a co-host out; the agreement in force ends, and those who stay sign a new one',
      status: 200,
      freshRoles: true,
      example: { reason: '本会经费另有安排' },
    }),
    coHostContract.list,
  ),
};
