import { command, pageOf, PageRequest, query, versioned } from '../contract.js';
import { AlwaysTrue, Flag, Instant, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../fields.js';
import {
  activityContract,
  ActivityIdRequest,
  type ActivityKind,
  activityKinds,
  ActivityView,
} from './activity.contract.js';

const headsMax = 10_000;

/** What a worker would like to do with others. The rest of the plan is his union's to complete. */
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
  propose: command('sharing.proposal.propose', ProposeActivityRequest, ActivityView),
  sponsor: versioned(
    command('sharing.proposal.sponsor', ActivityIdRequest, ActivityView),
    activityContract.get,
  ),
  decline: versioned(
    command('sharing.proposal.decline', DeclineProposalRequest, ActivityView),
    activityContract.get,
  ),
  renew: versioned(command('sharing.proposal.renew', ActivityIdRequest, ActivityView), activityContract.get),
  waiting: query('sharing.proposal.waiting', ListWaitingProposalsRequest, pageOf(WaitingProposalView)),
};
