import { partyKinds } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  AlwaysTrue,
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../sharing-events.js';

/** `answered`: what is sought was found; `expired`: its last time has passed. */
export const needStates = ['open', 'answered', 'closed', 'expired'] as const;
export type NeedState = (typeof needStates)[number];
/** For whom something is sought: those for whom an activity has to be made, or whom a trainer has to know how to take. */
export const needAudiences = ['everyone', 'families', 'singles', 'women', 'newcomers', 'retired'] as const;
export type NeedAudience = (typeof needAudiences)[number];
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What sort of thing is sought, as people say it; each belongs to one function. */
export const wantKinds = [
  'venue',
  'equipment',
  'vehicle',
  'teacher',
  'helpers',
  'material',
  'service',
  'management',
] as const;
export type WantKind = (typeof wantKinds)[number];

export class WantDto {
  @OneOf(wantKinds, {
    optional: true,
    name: 'WantKind',
    description: 'What sort of thing; it has to be of the `function`. Read from the words where absent',
  })
  kind?: WantKind | null;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true }) business?: UnionBusiness | null;
  @Whole({
    min: 1,
    max: 1_000_000,
    optional: true,
    description: 'People; the headcount of the need where absent',
  })
  capacity?: number | null;
  @Whole({ min: 1, max: 100_000, optional: true, description: 'Pieces; 1 where absent' })
  quantity?: number | null;
  @Text({ max: 100, optional: true, example: '瑜伽教练' }) skill?: string | null;
}

export class NeedWindow {
  @Instant() from: string;
  @Instant() to: string;
}

/** Any of the days from one to another, for so long, within some hours; on the clock of Asia/Shanghai. */
export class FlexibleWindow {
  @CalendarDate() fromDay: string;
  @CalendarDate({ description: 'The last day that would do; at most 92 days are looked at' }) toDay: string;
  @SomeOf(weekdays, { optional: true, description: 'Every day where absent' }) weekdays?: Weekday[] | null;
  @Text({ max: 5, pattern: clock, example: '09:00' }) fromTime: string;
  @Text({ max: 5, pattern: clock, example: '18:00' }) toTime: string;
  @Whole({ min: 15, max: 1_440, description: 'For how long' }) minutes: number;
}

export class PostNeedRequest {
  @Nested(() => PartyDto, { description: 'Whoever seeks it' }) party: PartyDto;
  @Text({ max: 100 }) title: string;
  @Text({ min: 0, max: 2_000, optional: true }) text?: string | null;
  @ListOf(() => WantDto, { min: 1, max: 5 }) wants: WantDto[];
  @ListOf(() => NeedWindow, { max: 10, optional: true, description: 'When it would suit; any one of them' })
  windows?: NeedWindow[];
  @ListOf(() => FlexibleWindow, {
    max: 3,
    optional: true,
    description: 'The same, where any of many days would do; one of the two is needed',
  })
  flexible?: FlexibleWindow[];
  @OneOf(needAudiences, {
    optional: true,
    name: 'NeedAudience',
    description: 'For whom; everyone where absent',
  })
  audience?: NeedAudience | null;
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
  @ListOf(() => NeedWindow, { max: 10, optional: true }) windows?: NeedWindow[];
  @ListOf(() => FlexibleWindow, { max: 3, optional: true }) flexible?: FlexibleWindow[];
  @OneOf(needAudiences, { optional: true, name: 'NeedAudience' }) audience?: NeedAudience | null;
  @Text({ max: 50, optional: true }) district?: string | null;
  @Fraction({ min: -90, max: 90, optional: true }) latitude?: number | null;
  @Fraction({ min: -180, max: 180, optional: true }) longitude?: number | null;
  @Whole({ min: 1, max: 1_000_000, optional: true }) headcount?: number;
  @Nested(() => Money, { optional: true }) budget?: Money | null;
  @OneOf(['open', 'answered', 'closed'], {
    optional: true,
    description: 'It expires by itself; what is over is opened again together with a time to come',
  })
  state?: Exclude<NeedState, 'expired'>;
}

export class GetNeedRequest {
  @Uuid() needId: string;
}

export class ListNeedsRequest extends PageRequest {
  @Text({ max: 50, optional: true, description: 'Words of title, text or what is sought; Chinese too' })
  q?: string;
  @OneOf(needStates, { optional: true, description: 'open where absent; with a party, of every state' })
  state?: NeedState;
  @Text({
    optional: true,
    max: 60,
    pattern: new RegExp(`^(${partyKinds.join('|')}):[0-9a-fA-F-]{36}$`),
    description: 'Only those of this party',
    example: 'union:019a9a5e-3c00-7000-8000-000000000001',
  })
  party?: string;
  @OneOf(resourceFunctions, { optional: true }) function?: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true }) business?: UnionBusiness;
  @Text({ max: 50, optional: true, example: '武昌区' }) district?: string;
  @AlwaysTrue({ optional: true, description: 'Only needs that something answers which the caller keeps' })
  forMe?: true;
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
  @ListOf(() => FlexibleWindow, { max: 3 }) flexible: FlexibleWindow[];
  @OneOf(needAudiences, { name: 'NeedAudience' }) audience: NeedAudience;
  @Text({ nullable: true }) district: string | null;
  @Fraction({ nullable: true }) latitude: number | null;
  @Fraction({ nullable: true }) longitude: number | null;
  @Whole() headcount: number;
  @Nested(() => Money, { nullable: true }) budget: Money | null;
  @OneOf(needStates) state: NeedState;
  @Flag({ description: 'Its union is that of a small or micro enterprise' }) smallMicro: boolean;
  @Whole({ description: 'How many offers were made to the seeker, whatever came of them' }) offers: number;
  @Whole({
    nullable: true,
    max: 100,
    description: 'With `forMe`: how well the best that the caller keeps answers it; those come first',
  })
  bestScore: number | null;
  @Instant({ description: 'The end of its last time, when it expires' }) expiresAt: string;
  @Instant({
    nullable: true,
    description:
      'When its matches were last computed; null: they are on their way, as a rule within a second',
  })
  matchesComputedAt: string | null;
  @Instant() createdAt: string;
}

export const needContract = {
  post: command('sharing.need.post', PostNeedRequest, NeedView, {
    http: 'POST needs',
    tag: 'needs',
    summary: 'Posts what is sought; its matches follow as a rule within a second',
    example: {
      party: { kind: 'union', id: '019a0000-0000-7000-8000-000000000002' },
      title: '趣味运动会场地和教练',
      wants: [
        { kind: 'venue', function: 'facility', business: 'culture', capacity: 60 },
        { kind: 'teacher', function: 'people', skill: '瑜伽教练' },
      ],
      windows: [{ from: '2026-12-01T09:00:00+08:00', to: '2026-12-01T12:00:00+08:00' }],
      flexible: [
        {
          fromDay: '2026-12-05',
          toDay: '2026-12-20',
          weekdays: ['saturday', 'sunday'],
          fromTime: '09:00',
          toTime: '18:00',
          minutes: 180,
        },
      ],
      audience: 'families',
      district: '武昌区',
      headcount: 60,
      budget: { amount: '200000', currency: 'CNY' },
    },
  }),
  edit: command('sharing.need.edit', EditNeedRequest, NeedView, {
    http: 'PATCH needs/:needId',
    tag: 'needs',
    summary: 'Edits, closes or opens a need again; its matches are computed anew',
    ifMatch: true,
    example: { headcount: 80 },
  }),
  get: query('sharing.need.get', GetNeedRequest, NeedView, {
    http: 'GET needs/:needId',
    tag: 'needs',
    summary: 'Shows a need',
  }),
  list: query('sharing.need.list', ListNeedsRequest, pageOf(NeedView), {
    http: 'GET needs',
    tag: 'needs',
    summary: 'Lists needs, newest first; the open ones by default, or those that the caller could answer',
  }),
};
