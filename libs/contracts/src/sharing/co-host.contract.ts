import { command, pageOf, PageRequest, query, versioned } from '../contract.js';
import { Flag, Instant, Nested, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../fields.js';
import { PartyDto } from '../party.dto.js';
import { NamedPartyView } from './activity-parts.dto.js';

export const coHostStates = ['invited', 'countered', 'accepted', 'declined', 'withdrawn', 'left'] as const;
export type CoHostState = (typeof coHostStates)[number];

export class InviteCoHostRequest {
  @Uuid() activityId: string;
  @Nested(() => PartyDto, { description: 'Who is asked to share tasks, seats and cost' }) party: PartyDto;
  @Text({ optional: true, max: 1_000, example: '一起办亲子工厂游，名额各半' }) message?: string | null;
}

export class ListCoHostsRequest extends PageRequest {
  @Uuid() activityId: string;
}

export class ListCoHostInvitationsRequest extends PageRequest {
  @OneOf(coHostStates, { optional: true }) state?: CoHostState;
  @Flag({ optional: true, description: 'Only those that the caller may answer now' }) waitingForMe?: boolean;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

export class CoHostInvitationIdRequest {
  @Uuid() invitationId: string;
}

export class WithdrawCoHostInvitationRequest extends CoHostInvitationIdRequest {
  @Text({ optional: true, max: 500, description: 'Told to the party, as when its other terms are refused' })
  reason?: string | null;
}

export class CounterCoHostInvitationRequest extends CoHostInvitationIdRequest {
  @Text({
    max: 1_000,
    description: 'On which other terms it would host too',
    example: '名额我们要 30 个，大巴由贵会安排',
  })
  note: string;
}

export class DeclineCoHostInvitationRequest {
  @Uuid() invitationId: string;
  @Text({ max: 500, example: '当天本会另有安排' }) reason: string;
}

/** An invitation, and the consent or refusal that it got: from whom, and when. */
export class CoHostView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Instant() activityStartsAt: string;
  @Nested(() => NamedPartyView, { description: 'Who publishes the activity' }) organiser: NamedPartyView;
  @Whole({ description: 'The order of invitation, from 1' }) position: number;
  @Nested(() => NamedPartyView) party: NamedPartyView;
  @Uuid({ description: 'The union behind the party: whose officers and organisers answer' }) unionId: string;
  @OneOf(coHostStates, { name: 'CoHostState' }) state: CoHostState;
  @Text({ nullable: true, max: 1_000 }) message: string | null;
  @Uuid() invitedBy: string;
  @Instant() invitedAt: string;
  @Uuid({ nullable: true, description: 'Who answered it last, by consent, refusal, other terms or leaving' })
  answeredBy: string | null;

  @Instant({ nullable: true }) answeredAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was declined or withdrawn, or why the party left' })
  reason: string | null;

  @Text({ nullable: true, max: 1_000, description: 'The other terms that the party has proposed' })
  counterNote: string | null;
}

const shown = query('sharing.co-host.get', CoHostInvitationIdRequest, CoHostView);

export const coHostContract = {
  invite: command('sharing.co-host.invite', InviteCoHostRequest, CoHostView),
  get: shown,
  list: query('sharing.co-host.list', ListCoHostsRequest, pageOf(CoHostView)),
  listInvitations: query('sharing.co-host.listInvitations', ListCoHostInvitationsRequest, pageOf(CoHostView)),
  accept: versioned(command('sharing.co-host.accept', CoHostInvitationIdRequest, CoHostView), shown),
  decline: versioned(command('sharing.co-host.decline', DeclineCoHostInvitationRequest, CoHostView), shown),
  counter: versioned(command('sharing.co-host.counter', CounterCoHostInvitationRequest, CoHostView), shown),
  withdraw: versioned(
    command('sharing.co-host.withdraw', WithdrawCoHostInvitationRequest, CoHostView),
    shown,
  ),
};
