import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { AlwaysTrue, Flag, Instant, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../../core/fields.js';
import {
  activityContract,
  ActivityIdRequest,
  type ActivityKind,
  activityKinds,
  ActivityView,
} from '../activities/activity.contract.js';

const headsMax = 10_000;

/** What a worker would like to do with others. Their union completes the rest of the plan. */
export class ProposeActivityRequest {
  @Text({ max: 200, example: '周末一起修自行车' }) title: string;
  @Text({ max: 2_000, description: 'What is done there', example: '带上旧车，师傅教大家修。' }) what: string;
  @Instant({ description: 'When about' }) startsAt: string;
  @Instant({ optional: true, description: 'Two hours after the start where absent' }) endsAt?: string | null;
  @Whole({ min: 1, max: headsMax, description: 'For how many people about', example: 20 }) heads: number;
  @Text({ optional: true, max: 1_000, description: 'What is needed for it', example: '一块空地和两套工具' })
  needed?: string | null;
  @Text({ optional: true, description: 'Where, in words' }) venue?: string | null;
  @OneOf(activityKinds, { optional: true, name: 'ActivityKind', description: '`other` where absent' })
  kind?: ActivityKind | null;
}

export class DeclineProposalRequest {
  @Uuid() activityId: string;
  @Text({ max: 500, description: 'Told to who proposed it', example: '当天场地已满，可改到下个月' })
  reason: string;
}

export class ListWaitingProposalsRequest extends PageRequest {
  @AlwaysTrue({ description: 'Those that wait for a decision of the caller' }) waitingForMe: true;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

/** A proposal in the list of what waits for somebody. */
export class WaitingProposalView {
  @Uuid() activityId: string;
  @Text() title: string;
  @Text({ description: 'Masked' }) proposerName: string;
  @Whole({ nullable: true, description: 'For how many people about' }) heads: number | null;
  @Instant() startsAt: string;
  @Text({ description: 'IANA zone in which its times are read aloud' }) timeZone: string;
  @Instant() proposedAt: string;
}

export const proposalContract = {
  propose: command('sharing.proposal.propose', ProposeActivityRequest, ActivityView, {
    http: 'POST activity-proposals',
    tag: 'activities',
    summary: 'Proposes an activity as a worker: a draft of their own, which waits for their union',
    example: {
      title: '周末一起修自行车',
      what: '带上旧车，师傅教大家修。',
      startsAt: '2027-04-10T09:00:00+08:00',
      heads: 20,
      needed: '一块空地和两套工具',
    },
  }),
  sponsor: versioned(
    command('sharing.proposal.sponsor', ActivityIdRequest, ActivityView, {
      http: 'POST activities/:activityId/sponsor',
      tag: 'activities',
      summary: 'Makes the union of the worker who proposed it the organiser; the worker’s name stays on it',
      status: 200,
      example: {},
    }),
    activityContract.get,
  ),
  decline: versioned(
    command('sharing.proposal.decline', DeclineProposalRequest, ActivityView, {
      http: 'POST activities/:activityId/decline-proposal',
      tag: 'activities',
      summary: 'Declines a proposal, with the reason, which the worker is told',
      status: 200,
      example: { reason: '当天场地已满，可改到下个月' },
    }),
    activityContract.get,
  ),
  renew: versioned(
    command('sharing.proposal.renew', ActivityIdRequest, ActivityView, {
      http: 'POST activities/:activityId/renew-proposal',
      tag: 'activities',
      summary: 'Proposes once more what was declined',
      status: 200,
      example: {},
    }),
    activityContract.get,
  ),
  waiting: query('sharing.proposal.waiting', ListWaitingProposalsRequest, pageOf(WaitingProposalView), {
    http: 'GET activity-proposals',
    tag: 'activities',
    summary: 'Lists the proposals that wait for a decision of the caller, the oldest first',
  }),
};
