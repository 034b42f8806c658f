import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, Nested, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../../core/fields.js';
import { PartyDto } from '../../words/party.js';
import { NamedPartyView } from './activity-parts.js';

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
  @Text({ optional: true, max: 500, description: 'Shown to the party, as when its other terms are refused' })
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

const shown = query('sharing.co-host.get', CoHostInvitationIdRequest, CoHostView, {
  http: 'GET co-host-invitations/:invitationId',
  tag: 'co-hosting',
  summary: 'Shows one invitation, for its party and all hosts',
});

export const coHostContract = {
  invite: command('sharing.co-host.invite', InviteCoHostRequest, CoHostView, {
    http: 'POST activities/:activityId/co-hosts',
    tag: 'co-hosting',
    summary: 'Invites a party to host the activity too',
    example: {
      party: { kind: 'union', id: '019a0000-0000-7000-8000-000000000002' },
      message: '名额各半，费用按到场人数分摊',
    },
  }),
  get: shown,
  list: query('sharing.co-host.list', ListCoHostsRequest, pageOf(CoHostView), {
    http: 'GET activities/:activityId/co-hosts',
    tag: 'co-hosting',
    summary: 'Lists who was invited, in order, and what they answered',
  }),
  listInvitations: query(
    'sharing.co-host.listInvitations',
    ListCoHostInvitationsRequest,
    pageOf(CoHostView),
    {
      http: 'GET co-host-invitations',
      tag: 'co-hosting',
      summary: 'Lists the invitations to parties for which the caller may speak, newest first',
    },
  ),
  accept: versioned(
    command('sharing.co-host.accept', CoHostInvitationIdRequest, CoHostView, {
      http: 'POST co-host-invitations/:invitationId/accept',
      tag: 'co-hosting',
      summary: 'Consents to host the activity too',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  decline: versioned(
    command('sharing.co-host.decline', DeclineCoHostInvitationRequest, CoHostView, {
      http: 'POST co-host-invitations/:invitationId/decline',
      tag: 'co-hosting',
      summary: 'Declines an invitation, with the reason',
      status: 200,
      example: { reason: '当天本会另有安排' },
    }),
    shown,
  ),
  counter: versioned(
    command('sharing.co-host.counter', CounterCoHostInvitationRequest, CoHostView, {
      http: 'POST co-host-invitations/:invitationId/counter-propose',
      tag: 'co-hosting',
      summary: 'Answers an invitation with other terms; the invitation stays open to both sides',
      status: 200,
      example: { note: '名额我们要 30 个，大巴由贵会安排' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('sharing.co-host.withdraw', WithdrawCoHostInvitationRequest, CoHostView, {
      http: 'POST co-host-invitations/:invitationId/withdraw',
      tag: 'co-hosting',
      summary: 'Takes an invitation back, or parts with a co-host as long as no agreement is in force',
      status: 200,
      example: { reason: '名额无法再增加' },
    }),
    shown,
  ),
};
