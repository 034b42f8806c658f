import { command, pageOf, PageRequest, query } from '../contract.js';
import {
  AlwaysTrue,
  Flag,
  Fraction,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { Money } from '../money.dto.js';
import { PartyDto } from '../party.dto.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from './sharing.events.js';

export const needStates = ['open', 'closed'] as const;
export type NeedState = (typeof needStates)[number];
export const matchStates = ['suggested', 'proposed', 'accepted', 'declined'] as const;
export type MatchState = (typeof matchStates)[number];
export const matchReasonCodes = [
  'FUNCTION_FITS',
  'BUSINESS_FITS',
  'CAPACITY_FITS',
  'CAPACITY_SHORT',
  'SKILL_FITS',
  'AVAILABLE',
  'AVAILABLE_IN_PART',
  'NOT_AVAILABLE',
  'RIGHT_AUTOMATIC',
  'RIGHT_ON_APPROVAL',
  'NO_RIGHT_YET',
  'DISTANCE',
  'SAME_DISTRICT',
  'FREE',
  'COST_SHARED',
  'SMALL_MICRO_FIRST',
] as const;
export type MatchReasonCode = (typeof matchReasonCodes)[number];

export class WantDto {
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true }) business?: UnionBusiness | null;
  @Whole({
    min: 1,
    max: 1_000_000,
    optional: true,
    description: 'People; the headcount of the need where absent',
  })
  capacity?: number | null;
  @Text({ max: 100, optional: true, example: '瑜伽教练' }) skill?: string | null;
}

export class NeedWindow {
  @Instant() from: string;
  @Instant() to: string;
}

export class PostNeedRequest {
  @Nested(() => PartyDto, { description: 'Whoever seeks it' }) party: PartyDto;
  @Text({ max: 100 }) title: string;
  @Text({ min: 0, max: 2_000, optional: true }) text?: string | null;
  @ListOf(() => WantDto, { min: 1, max: 5 }) wants: WantDto[];
  @ListOf(() => NeedWindow, { min: 1, max: 10, description: 'When it would suit; any one of them' })
  windows: NeedWindow[];
  @Text({ max: 50, optional: true }) district?: string | null;
  @Fraction({ min: -90, max: 90, optional: true }) latitude?: number | null;
  @Fraction({ min: -180, max: 180, optional: true }) longitude?: number | null;
  @Whole({ min: 1, max: 1_000_000 }) headcount: number;
  @Nested(() => Money, { optional: true }) budget?: Money | null;
}

export class EditNeedRequest {
  @Uuid() needId: string;
  @Text({ max: 100, optional: true }) title?: string;
  @Text({ min: 0, max: 2_000, optional: true }) text?: string | null;
  @ListOf(() => WantDto, { min: 1, max: 5, optional: true }) wants?: WantDto[];
  @ListOf(() => NeedWindow, { min: 1, max: 10, optional: true }) windows?: NeedWindow[];
  @Whole({ min: 1, max: 1_000_000, optional: true }) headcount?: number;
  @OneOf(needStates, { optional: true }) state?: NeedState;
}

export class GetNeedRequest {
  @Uuid() needId: string;
}

export class ListNeedsRequest extends PageRequest {
  @OneOf(needStates, { optional: true, description: 'open where absent' }) state?: NeedState;
  @OneOf(resourceFunctions, { optional: true }) function?: ResourceFunction;
}

export class NeedView {
  @Uuid() id: string;
  @Whole() version: number;
  @Nested(() => PartyDto) party: PartyDto;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text() title: string;
  @Text({ min: 0, max: 2_000 }) text: string;
  @ListOf(() => WantDto, { max: 5 }) wants: WantDto[];
  @ListOf(() => NeedWindow, { max: 10 }) windows: NeedWindow[];
  @Text({ nullable: true }) district: string | null;
  @Fraction({ nullable: true }) latitude: number | null;
  @Fraction({ nullable: true }) longitude: number | null;
  @Whole() headcount: number;
  @Nested(() => Money, { nullable: true }) budget: Money | null;
  @OneOf(needStates) state: NeedState;
  @Flag({ description: 'Its union is that of a small or micro enterprise' }) smallMicro: boolean;
  @Instant({
    nullable: true,
    description:
      'When its matches were last computed; null: they are on their way, as a rule within a second',
  })
  matchesComputedAt: string | null;
  @Instant() createdAt: string;
}

export class MatchReasonView {
  @OneOf(matchReasonCodes) code: MatchReasonCode;
  @Json() params: Record<string, string | number>;
  @Whole({ description: 'What it adds to the score' }) points: number;
  @Text({ description: 'In the language of the call' }) text: string;
}

export class MatchView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() needId: string;
  @Text({ description: 'The title of the need' }) needTitle: string;
  @Uuid() resourceId: string;
  @Text({ description: 'The title of the resource' }) resourceTitle: string;
  @Uuid() ownerUnionId: string;
  @Text() ownerUnionName: string;
  @Whole({ description: 'Which of the wants it answers, from 0' }) want: number;
  @Whole({ max: 100 }) score: number;
  @ListOf(() => MatchReasonView, { max: 10 }) reasons: MatchReasonView[];
  @OneOf(matchStates) state: MatchState;
  @Instant() computedAt: string;
  @Instant({
    nullable: true,
    description: 'Since when the seeker is asked; null for what was never proposed',
  })
  proposedAt: string | null;
}

export class ListMatchesAwaitingRequest extends PageRequest {
  @AlwaysTrue({ description: 'Only offers that were proposed to needs of the caller, and not answered' })
  waitingForMe: true;
}

export class ListMatchesRequest extends PageRequest {
  @Uuid() needId: string;
}

export class MatchRequest {
  @Uuid() matchId: string;
}

export const needContract = {
  post: command('sharing.need.post', PostNeedRequest, NeedView),
  edit: command('sharing.need.edit', EditNeedRequest, NeedView),
  get: query('sharing.need.get', GetNeedRequest, NeedView),
  list: query('sharing.need.list', ListNeedsRequest, pageOf(NeedView)),
};

export const matchContract = {
  list: query('sharing.match.list', ListMatchesRequest, pageOf(MatchView)),
  listAwaiting: query('sharing.match.listAwaiting', ListMatchesAwaitingRequest, pageOf(MatchView)),
  propose: command('sharing.match.propose', MatchRequest, MatchView),
  accept: command('sharing.match.accept', MatchRequest, MatchView),
  decline: command('sharing.match.decline', MatchRequest, MatchView),
};
