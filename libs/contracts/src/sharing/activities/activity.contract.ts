import { partyKinds } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query, slow, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { PartyDto } from '../../words/party.js';
import {
  ActivityBrandView,
  ActivityDrawView,
  ActivityProposalView,
  ActivityQueueView,
  CoverView,
  NamedPartyView,
} from './activity-parts.js';
import {
  type ActivityPhase,
  activityPhases,
  type ActivityStage,
  activityStages,
  type PublicPhase,
  publicPhases,
} from './activity-phase.contract.js';
import {
  type ActivityState,
  activityStates,
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../sharing-events.js';

/** What kind of activity it is; `parentChild` asks for companions' age bands. */
export const activityKinds = [
  'parentChild',
  'diy',
  'sports',
  'training',
  'competition',
  'tour',
  'matchmaking',
  'welfare',
  'other',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** By when it starts. */
export const activitySorts = ['earliest', 'latest'] as const;
export type ActivitySort = (typeof activitySorts)[number];

const descriptionMax = 5_000;
/** More than this no description becomes: one that would is shown as it was typed. */
export const htmlMax = 100_000;

const fairShareBound = 1_095;
const waitlistFairShareMeaning =
  'In the waitlist those who came to fewer activities in so many days before their sign-up stand first, and among equals those who signed up first; null: by sign-up alone. It can be changed until sign-up opens';

const timeZoneDescription = 'IANA zone in which its times are read aloud';

export class CreateActivityRequest {
  @Nested(() => PartyDto, {
    description:
      'Who publishes and answers for it; an officer or organiser of the union behind it acts for it',
  })
  organiser: PartyDto;

  @Text({ max: 200, example: '亲子工厂一日游' }) title: string;
  @Text({ optional: true, max: descriptionMax, description: 'In Markdown' }) description?: string | null;
  @OneOf(activityKinds, { name: 'ActivityKind' }) kind: ActivityKind;
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) function: ResourceFunction;
  @OneOf(unionBusinesses, { name: 'UnionBusiness' }) business: UnionBusiness;
  @Text({ optional: true, description: 'Where it takes place, in words' }) venue?: string | null;
  @Uuid({ optional: true, description: 'The shared resource where it takes place' }) resourceId?:
    string | null;
  @Uuid({ optional: true, description: 'The loan by which the place was booked' }) loanId?: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ optional: true, max: 60, description: `${timeZoneDescription}; Asia/Shanghai where absent` })
  timeZone?: string;
  @Instant({ optional: true, description: 'From now on where absent' }) signUpOpensAt?: string;
  @Instant({ optional: true, description: 'Until the start where absent' }) signUpClosesAt?: string;
  @Whole({ optional: true, max: 20, description: 'Companions that a person may bring; 0 where absent' })
  companionsMax?: number;
  @Whole({ optional: true, min: 1, max: fairShareBound, description: waitlistFairShareMeaning, example: 90 })
  waitlistFairShareDays?: number | null;
}

/** Every field that is absent stays as it is. The organiser and the state cannot be edited. */
export class EditActivityRequest {
  @Uuid() activityId: string;
  @Text({ optional: true, max: 200 }) title?: string;
  @Text({ optional: true, max: descriptionMax, description: 'In Markdown' }) description?: string | null;
  @OneOf(activityKinds, { optional: true, name: 'ActivityKind' }) kind?: ActivityKind;
  @OneOf(resourceFunctions, { optional: true, name: 'ResourceFunction' }) function?: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true, name: 'UnionBusiness' }) business?: UnionBusiness;
  @Text({ optional: true }) venue?: string | null;
  @Uuid({ optional: true }) resourceId?: string | null;
  @Uuid({ optional: true }) loanId?: string | null;
  @Instant({ optional: true }) startsAt?: string;
  @Instant({ optional: true }) endsAt?: string;
  @Text({ optional: true, max: 60, description: timeZoneDescription }) timeZone?: string;
  @Instant({ optional: true }) signUpOpensAt?: string;
  @Instant({ optional: true }) signUpClosesAt?: string;
  @Whole({ optional: true, max: 20 }) companionsMax?: number;
  @Whole({ optional: true, min: 1, max: fairShareBound, description: waitlistFairShareMeaning })
  waitlistFairShareDays?: number | null;
  @CalendarDate({
    optional: true,
    description: 'The last day on which a co-host may leave; null for not after the publication',
  })
  leaveUntil?: string | null;
}

export class ActivityIdRequest {
  @Uuid() activityId: string;
}

export class CancelActivityRequest {
  @Uuid() activityId: string;
  @Text({ max: 500, example: '场地临时检修' }) reason: string;
}

export class ListActivitiesRequest extends PageRequest {
  @OneOf(activityStates, { optional: true }) state?: ActivityState;
  @OneOf(activityPhases, {
    optional: true,
    name: 'ActivityPhase',
    description: 'Only those that stand here in their life now; what is archived is listed by this alone',
  })
  phase?: ActivityPhase;
  @OneOf(activityStages, {
    optional: true,
    name: 'ActivityStage',
    description:
      'Several phases at once: bookable: seats are free and sign-up is open; next: whatever else has begun or is to come; over: ended or cancelled; preparing: not published yet',
  })
  stage?: ActivityStage;
  @OneOf(activityKinds, { optional: true, name: 'ActivityKind' }) kind?: ActivityKind;
  @OneOf(resourceFunctions, { optional: true }) function?: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true }) business?: UnionBusiness;
  @Uuid({ optional: true, description: 'Only those of this union and of the unions below it' })
  union?: string;
  @Text({
    optional: true,
    max: 60,
    pattern: new RegExp(`^(${partyKinds.join('|')}):[0-9a-fA-F-]{36}$`),
    description: 'Only those of this organiser',
    example: 'union:019a9a5e-3c00-7000-8000-000000000001',
  })
  organiser?: string;
  @Instant({ optional: true, description: 'Only those that start at this moment or later' }) from?: string;
  @Instant({ optional: true, description: 'Only those that start before this moment' }) to?: string;
  @Text({
    optional: true,
    description: 'Only those whose title contains this, or has it as the pinyin of its words',
  })
  q?: string;
  @OneOf(activitySorts, {
    optional: true,
    name: 'ActivitySort',
    description: 'Which start comes first; the earliest where absent',
  })
  sort?: ActivitySort;
}

export class ActivityView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() title: string;
  @Text({ nullable: true, max: descriptionMax, description: 'In Markdown' }) description: string | null;
  @OneOf(activityKinds, { name: 'ActivityKind' }) kind: ActivityKind;
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) function: ResourceFunction;
  @OneOf(unionBusinesses, { name: 'UnionBusiness' }) business: UnionBusiness;
  @OneOf(activityStates, { name: 'ActivityState' }) state: ActivityState;
  @OneOf(activityPhases, {
    name: 'ActivityPhase',
    description: 'Where it stands in its life now: its state, together with what time it is',
  })
  phase: ActivityPhase;
  @Whole({
    nullable: true,
    description: 'Seats that nobody has, in whichever pool, while sign-up is open; null at any other time',
  })
  seatsFree: number | null;
  @Nested(() => NamedPartyView) organiser: NamedPartyView;
  @Uuid({ description: 'The union behind the organiser' }) unionId: string;
  @ListOf(() => NamedPartyView, {
    max: 200,
    description: 'Who agreed to host it too, in the order of invitation',
  })
  coHosts: NamedPartyView[];
  @Text({ nullable: true }) venue: string | null;
  @Uuid({ nullable: true }) resourceId: string | null;
  @Uuid({ nullable: true }) loanId: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ description: timeZoneDescription }) timeZone: string;
  @Instant() signUpOpensAt: string;
  @Instant() signUpClosesAt: string;
  @Whole() companionsMax: number;
  @Whole({ nullable: true, min: 1, description: waitlistFairShareMeaning })
  waitlistFairShareDays: number | null;
  @Uuid({ nullable: true, description: 'The agreement version in force' }) agreementId: string | null;
  @Flag({ description: 'Must an agreement be in force before it is published?' }) agreementRequired: boolean;
  @CalendarDate({
    nullable: true,
    description: 'The last day on which a co-host may leave; null for not after the publication',
  })
  leaveUntil: string | null;
  @Instant({ nullable: true }) publishedAt: string | null;
  @Instant({ nullable: true }) closedAt: string | null;
  @Instant({ nullable: true, description: 'When the shares of its cost were approved' }) settledAt:
    string | null;
  @Instant({ nullable: true, description: 'Since when it is no part of lists' }) archivedAt: string | null;
  @Text({ nullable: true, max: 500 }) cancelReason: string | null;
  @Uuid({ nullable: true, description: 'The series of which it is an occurrence' }) seriesId: string | null;
  @CalendarDate({ nullable: true, description: "The day of the series' rule for which it stands" })
  seriesDate: string | null;
  @Whole({ nullable: true, description: 'Which occurrence of the series it is, from 1' })
  seriesNumber: number | null;
  @Whole({ nullable: true, description: 'How many occurrences the series has' }) seriesSize: number | null;
  @Flag({ description: 'Not everybody may come: its eligibility says who' }) hasConditions: boolean;
  @Whole({ description: 'The version of its sign-up form; 0 where it has none' }) formVersion: number;
  @Nested(() => ActivityBrandView, { nullable: true }) brand: ActivityBrandView | null;
  @Nested(() => ActivityProposalView, { nullable: true, description: 'Where a worker proposed it' })
  proposal: ActivityProposalView | null;
  @Nested(() => ActivityDrawView, { nullable: true, description: 'The latest draw that was not cancelled' })
  draw: ActivityDrawView | null;
  @Nested(() => ActivityQueueView, {
    nullable: true,
    description: 'Where one takes a place before sign-up opens, instead of pressing fast',
  })
  queue: ActivityQueueView | null;
  @Nested(() => CoverView, { nullable: true, description: 'The picture that stands for it in lists' })
  cover: CoverView | null;
}

/** One activity, with what only its own page needs. */
export class ActivityDetailView extends ActivityView {
  @Text({
    nullable: true,
    max: htmlMax,
    description: 'The description as HTML of a few harmless elements, to be shown as it is',
  })
  descriptionHtml: string | null;
}

export class PreviewMarkdownRequest {
  @Text({ max: descriptionMax, example: '带好**饮用水**。\n\n- 集合：东门\n- 返回：16:00' }) text: string;
}

export class MarkdownPreviewView {
  @Text({ min: 0, max: htmlMax }) html: string;
}

export class ListPublicActivitiesRequest extends PageRequest {
  @Uuid({ description: 'Of this union and of those below it' }) unionId: string;
  @OneOf(publicPhases, {
    optional: true,
    name: 'PublicPhase',
    description: 'Only those that stand here in their life now',
  })
  phase?: PublicPhase;

  @Whole({
    min: 1,
    max: 50,
    optional: true,
    description: 'Items a page, 50 at most: each has its seats counted',
  })
  override limit?: number;
}

/** What anyone may know of a published activity: no persons, and seats as a number. */
export class PublicActivityView {
  @Uuid() id: string;
  @Text({ max: 200 }) title: string;
  @OneOf(activityKinds, { name: 'ActivityKind' }) kind: ActivityKind;
  @OneOf(publicPhases, { name: 'PublicPhase', description: 'Where it stands in its life now' })
  phase: PublicPhase;
  @Text({ nullable: true, description: 'Null where a person organises it' }) organiserName: string | null;
  @Uuid({ description: 'The union behind the organiser' }) unionId: string;
  @Text({ nullable: true }) venue: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ description: timeZoneDescription }) timeZone: string;
  @Instant() signUpOpensAt: string;
  @Instant() signUpClosesAt: string;
  @Whole({ description: 'Of all pools together' }) seats: number;
  @Whole({ description: 'Seats that nobody has, in whichever pool' }) seatsFree: number;
  @Nested(() => CoverView, { nullable: true, description: 'The picture that stands for it' })
  cover: CoverView | null;
}

/** One published activity, with what only its own page needs. */
export class PublicActivityDetailView extends PublicActivityView {
  @Text({
    nullable: true,
    max: htmlMax,
    description: 'The description as HTML of a few harmless elements, to be shown as it is',
  })
  descriptionHtml: string | null;
  @Flag({ description: 'Not everybody may come; whether one may is said after signing in' })
  hasConditions: boolean;
}

const shown = query('sharing.activity.get', ActivityIdRequest, ActivityDetailView, {
  http: 'GET activities/:activityId',
  tag: 'activities',
  summary: 'Shows an activity',
});

export const activityContract = {
  create: command('sharing.activity.create', CreateActivityRequest, ActivityView, {
    http: 'POST activities',
    tag: 'activities',
    summary: 'Drafts an activity',
    example: {
      organiser: { kind: 'union', id: '019a0000-0000-7000-8000-000000000001' },
      title: '亲子工厂一日游',
      kind: 'parentChild',
      function: 'facility',
      business: 'culture',
      venue: '一号车间参观通道',
      startsAt: '2026-11-21T09:00:00+08:00',
      endsAt: '2026-11-21T16:00:00+08:00',
      signUpClosesAt: '2026-11-19T18:00:00+08:00',
      companionsMax: 2,
    },
  }),
  edit: command('sharing.activity.edit', EditActivityRequest, ActivityView, {
    http: 'PATCH activities/:activityId',
    tag: 'activities',
    summary: 'Edits an activity that has not begun to close',
    ifMatch: true,
    example: { venue: '职工之家三楼' },
  }),
  publish: versioned(
    command('sharing.activity.publish', ActivityIdRequest, ActivityView, {
      http: 'POST activities/:activityId/publish',
      tag: 'activities',
      summary: 'Publishes a draft that lacks nothing required of its checklist',
      status: 200,
    }),
    shown,
  ),
  cancel: versioned(
    command('sharing.activity.cancel', CancelActivityRequest, ActivityView, {
      http: 'POST activities/:activityId/cancel',
      tag: 'activities',
      summary: 'Cancels an activity, with the reason',
      status: 200,
      example: { reason: '场地临时检修' },
    }),
    shown,
  ),
  get: shown,
  previewMarkdown: slow(
    query('sharing.activity.previewMarkdown', PreviewMarkdownRequest, MarkdownPreviewView, {
      http: 'POST previews/markdown',
      tag: 'previews',
      summary: 'Shows how a description in Markdown will look, and saves nothing',
      status: 200,
      idempotent: false,
      example: { text: '带好**饮用水**。\n\n- 集合：东门\n- 返回：16:00' },
    }),
  ),
  list: query('sharing.activity.list', ListActivitiesRequest, pageOf(ActivityView), {
    http: 'GET activities',
    tag: 'activities',
    summary: 'Lists activities by their start: what is published, and the drafts that the caller may see',
  }),
  getPublic: query('sharing.activity.getPublic', ActivityIdRequest, PublicActivityDetailView, {
    http: 'GET public/activities/:activityId',
    tag: 'public',
    summary: 'Shows a published activity to anyone, without persons',
    public: true,
    cacheSeconds: 10,
    remembered: true,
  }),
  listPublic: query('sharing.activity.listPublic', ListPublicActivitiesRequest, pageOf(PublicActivityView), {
    http: 'GET public/unions/:unionId/activities',
    tag: 'public',
    summary:
      'Lists what is published and has not begun, of a union and of those below it, the next one first',
    public: true,
    cacheSeconds: 10,
    remembered: true,
  }),
};
