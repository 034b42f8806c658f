import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { ApplicationStatusView } from './application.contract.js';

export const invitationStates = ['open', 'used', 'expired', 'revoked'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** People of one list, invited by text message. */
export const invitedMax = 500;

export class CreateInvitation {
  @Uuid({ description: 'The union that people join by it' }) unionId: string;
  @Instant() expiresAt: string;
  @Whole({ min: 1, max: 10_000, description: 'How many people can join by it' }) usesMax: number;
  @Text({ optional: true, max: 100, description: 'What it is for; only officers see it' }) note?:
    string | null;
}

export class InvitationId {
  @Uuid() invitationId: string;
}

export class ListInvitations extends PageRequest {
  @Uuid({ optional: true, description: 'Only those of this union and below' }) union?: string;
}

export class InvitedPersonDto {
  @Text({ max: 100 }) name: string;
  @Text({ max: 40 }) phone: string;
}

export class SendInvitation {
  @Uuid() invitationId: string;
  @ListOf(() => InvitedPersonDto, { min: 1, max: invitedMax }) people: InvitedPersonDto[];
}

export class SentInvitationView {
  @Whole({ description: 'Messages on their way' }) sent: number;
  @ListOf(() => RefusedPhoneView, { max: invitedMax, description: 'Lines whose phone receives no messages' })
  refused: RefusedPhoneView[];
}

export class RefusedPhoneView {
  @Whole({ description: 'The line of the list, from 1' }) line: number;
}

export class InvitationView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(invitationStates, { name: 'JoinInvitationState' }) state: InvitationState;
  @Text({ description: 'The link is `/join/` and this' }) token: string;
  @Text({ nullable: true }) note: string | null;
  @Whole() usesMax: number;
  @Whole() uses: number;
  @Whole({ description: 'People who were invited by text message' }) messages: number;
  @Instant() expiresAt: string;
  @Instant() createdAt: string;
}

export class PublicInvitationRequest {
  @Text({ max: 60, pattern: /^[\w-]+$/ }) token: string;
}

export class PublicInvitationView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Flag({ description: 'Somebody can still join by it' }) isOpen: boolean;
  @Instant() expiresAt: string;
}

export class AcceptInvitation {
  @Text({ max: 60, pattern: /^[\w-]+$/ }) token: string;
  @Text({ max: 100 }) name: string;
  @Text({ max: 40 }) residentNumber: string;
  @Text({ max: 40 }) phone: string;
  @Text({ max: 40 }) code: string;
  @Text({ max: 20 }) consentVersion: string;
}

const get = query('membership.invitation.get', InvitationId, InvitationView, {
  http: 'GET invitations/:invitationId',
  tag: 'joining',
  summary: 'An invitation, for officers of its union and above',
});

export const invitationContract = {
  create: command('membership.invitation.create', CreateInvitation, InvitationView, {
    http: 'POST invitations',
    tag: 'joining',
    summary: 'Makes a link by which people join a union at once',
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      expiresAt: '2026-12-31T23:59:59+08:00',
      usesMax: 50,
    },
  }),
  get,
  list: query('membership.invitation.list', ListInvitations, pageOf(InvitationView), {
    http: 'GET invitations',
    tag: 'joining',
    summary: 'Invitations of an officer’s unions, the newest first',
  }),
  revoke: versioned(
    command('membership.invitation.revoke', InvitationId, InvitationView, {
      http: 'POST invitations/:invitationId/revoke',
      tag: 'joining',
      summary: 'Takes an invitation back: nobody joins by it any more',
      status: 200,
      ifMatch: true,
    }),
    get,
  ),
  sendMessages: command('membership.invitation.send-messages', SendInvitation, SentInvitationView, {
    http: 'POST invitations/:invitationId/messages',
    tag: 'joining',
    summary: 'Invites up to 500 people by text message',
    status: 202,
    example: { people: [{ name: '张三', phone: '13800001234' }] },
  }),
  getPublic: query('membership.invitation.get-public', PublicInvitationRequest, PublicInvitationView, {
    http: 'GET public/invitations/:token',
    tag: 'joining',
    summary: 'Which union an invitation is from, for anyone who has the link',
    public: true,
  }),
  accept: command('membership.invitation.accept', AcceptInvitation, ApplicationStatusView, {
    http: 'POST invitations/accept',
    tag: 'joining',
    summary:
      'Joins the inviting union; where somebody on record may be the same person, an officer looks first',
    public: true,
    idempotent: false,
    example: {
      token: 'q3Zt0S2yTq2v8yYw',
      name: '张三',
      residentNumber: '11010519491231002X',
      phone: '13800001234',
      code: '402817',
      consentVersion: '2026-11',
    },
  }),
};
