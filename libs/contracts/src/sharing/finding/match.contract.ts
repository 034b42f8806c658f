import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  AlwaysTrue,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  ownUnionsOnly,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { SplitRuleDto } from '../../settlement/splits/split.contract.js';
import { AgreementTaskDto } from '../activities/agreement.contract.js';

/** What may answer a need: a thing to borrow, an activity with room for more, a brand to adopt, or a like need. */
export const matchKinds = ['resource', 'activity', 'brand', 'need'] as const;
export type MatchKind = (typeof matchKinds)[number];
export const matchStates = ['suggested', 'proposed', 'accepted', 'declined'] as const;
export type MatchState = (typeof matchStates)[number];

export const matchReasonCodes = [
  'FUNCTION_FITS',
  'BUSINESS_FITS',
  'OTHER_BUSINESS',
  'CAPACITY_FITS',
  'CAPACITY_SHORT',
  'PIECES_FIT',
  'PIECES_SHORT',
  'SEATS_FREE',
  'SEATS_SHORT',
  'SKILL_FITS',
  'SKILL_MISSING',
  'AUDIENCE_FITS',
  'AVAILABLE',
  'AVAILABLE_IN_PART',
  'NOT_AVAILABLE',
  'HELD_THEN',
  'ANY_DAY',
  'SAME_TIME',
  'RIGHT_AUTOMATIC',
  'RIGHT_ON_APPROVAL',
  'NO_RIGHT_YET',
  'OPEN_TO_ALL',
  'CONDITIONS_APPLY',
  'TO_BE_AGREED',
  'DISTANCE',
  'TOO_FAR',
  'SAME_DISTRICT',
  'ANYWHERE',
  'FREE',
  'COST_SHARED',
  'WITHIN_BUDGET',
  'OVER_BUDGET',
  'EARLIER_SCORE',
  'RECOGNISED',
  'SMALL_MICRO_FIRST',
] as const;
export type MatchReasonCode = (typeof matchReasonCodes)[number];

/**
 * What came of a match that was accepted: a loan to be asked for, an activity to sign up for, an invitation to host one
 * too, the draft of a brand's edition or the question whether it may be held, a draft that both seekers host.
 */
export const matchOutcomeKinds = [
  'loanRequest',
  'signUp',
  'coHostInvitation',
  'adoptionDraft',
  'adoptionRequest',
  'coHostDraft',
] as const;
export type MatchOutcomeKind = (typeof matchOutcomeKinds)[number];

export class MatchReasonView {
  @OneOf(matchReasonCodes) code: MatchReasonCode;
  @Json() params: Record<string, string | number>;
  @Whole({
    min: -100,
    max: 100,
    description: 'What it adds to the score; less than nothing where it takes away',
  })
  points: number;
  @Text({ description: 'In the language of the call' }) text: string;
}

export class MatchOfferView {
  @OneOf(matchKinds, { name: 'MatchKind' }) kind: MatchKind;
  @Uuid() id: string;
  @Text({ description: 'What it is called' }) title: string;
}

export class MatchOutcomeView {
  @OneOf(matchOutcomeKinds, { name: 'MatchOutcomeKind' }) kind: MatchOutcomeKind;
  @Uuid({
    description:
      'Of the resource, the activity, the invitation, the draft or the request, in the order of the kinds',
  })
  id: string;
  @Uuid({ nullable: true, description: 'The activity that it leads to' }) activityId: string | null;
  @Instant({ nullable: true, description: 'When the loan would begin' }) from: string | null;
  @Instant({ nullable: true, description: 'When the loan would end' }) to: string | null;
}

export class MatchView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() needId: string;
  @Text({ description: 'The title of the need' }) needTitle: string;
  @Nested(() => MatchOfferView) offer: MatchOfferView;
  @Uuid() ownerUnionId: string;
  @Text() ownerUnionName: string;
  @Whole({ description: 'Which of the wants it answers, from 0' }) want: number;
  @Whole({ max: 100 }) score: number;
  @ListOf(() => MatchReasonView, { max: 12 }) reasons: MatchReasonView[];
  @OneOf(matchStates) state: MatchState;
  @Instant() computedAt: string;
  @Instant({
    nullable: true,
    description: 'Since when the seeker is asked; null for what was never proposed',
  })
  proposedAt: string | null;
  @Nested(() => MatchOutcomeView, { nullable: true, description: 'Null until it is accepted' })
  outcome: MatchOutcomeView | null;
}

export class ListMatchesAwaitingRequest extends PageRequest {
  @AlwaysTrue({ description: 'Only offers that were proposed to needs of the caller, and not answered' })
  waitingForMe: true;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

export class ListMatchesRequest extends PageRequest {
  @Uuid() needId: string;
}

export class MatchIdRequest {
  @Uuid() matchId: string;
}

export class CoHostingPlanRequest {
  @Uuid() activityId: string;
}

/** Who could do what, and how the cost could be split, where a need has brought the hosts together. */
export class CoHostingPlanView {
  @ListOf(() => AgreementTaskDto, { max: 20 }) tasks: AgreementTaskDto[];
  @Nested(() => SplitRuleDto, { nullable: true, description: 'Null where no need stands behind it' })
  rule: SplitRuleDto | null;
}

const shown = query('sharing.match.get', MatchIdRequest, MatchView, {
  http: 'GET matches/:matchId',
  tag: 'needs',
  summary: 'Shows one match, to the seeker and to the owner of what is offered',
});

export const matchContract = {
  get: shown,
  list: query('sharing.match.list', ListMatchesRequest, pageOf(MatchView), {
    http: 'GET needs/:needId/matches',
    tag: 'needs',
    summary:
      'Lists the best offers of each kind for a need with reasons: all for the seeker, their own for an owner',
  }),
  listAwaiting: query('sharing.match.listAwaiting', ListMatchesAwaitingRequest, pageOf(MatchView), {
    http: 'GET matches',
    tag: 'needs',
    summary: "Lists the offers that wait for the caller's answer, the latest first",
  }),
  propose: versioned(
    command('sharing.match.propose', MatchIdRequest, MatchView, {
      http: 'POST matches/:matchId/propose',
      tag: 'needs',
      summary: 'Proposes an offer to the seeker, as its owner',
      status: 200,
    }),
    shown,
  ),
  accept: versioned(
    command('sharing.match.accept', MatchIdRequest, MatchView, {
      http: 'POST matches/:matchId/accept',
      tag: 'needs',
      summary: 'Accepts an offer, as the seeker; the answer tells what it leads to, also the second time',
      status: 200,
    }),
    shown,
  ),
  decline: versioned(
    command('sharing.match.decline', MatchIdRequest, MatchView, {
      http: 'POST matches/:matchId/decline',
      tag: 'needs',
      summary: 'Declines a match, as either side',
      status: 200,
    }),
    shown,
  ),
  plan: query('sharing.match.plan', CoHostingPlanRequest, CoHostingPlanView, {
    http: 'GET activities/:activityId/co-hosting-plan',
    tag: 'needs',
    summary:
      'Shows who could do what and how the cost could be split, where a need brought the hosts together',
  }),
};
