import { command, event, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  AlwaysTrue,
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import type { Sex } from '@gongxiang/domain';
import { sexes, sizeClasses, type SizeClassName } from '../../membership/membership-events.js';
import { PartyDto } from '../../words/party.js';
import { type SplitRuleKind, splitRuleKinds } from '../../settlement/splits/split.contract.js';
import { NamedPartyView } from '../activities/activity-parts.js';
import { type ActivityKind, activityKinds } from '../activities/activity.contract.js';
import { ActivityCopyView } from './draft.contract.js';
import {
  type ActivityState,
  activityStates,
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../sharing-events.js';

export const brandStates = ['draft', 'published', 'retired'] as const;
export type BrandState = (typeof brandStates)[number];

/** `onRequest`: the founder approves each union once. */
export const brandAdoptions = ['open', 'onRequest'] as const;
export type BrandAdoption = (typeof brandAdoptions)[number];

export const brandSorts = ['newest', 'editions'] as const;
export type BrandSort = (typeof brandSorts)[number];

export const brandPoolAudiences = ['everybody', 'organiser'] as const;
export type BrandPoolAudience = (typeof brandPoolAudiences)[number];

const storyMax = 4_000;
const tasksMax = 50;

export class CreateBrandRequest {
  @Uuid({ description: 'A closed activity: its plan becomes the template, and it the first edition' })
  activityId: string;
  @Text({ max: 100, example: '亲子工厂一日游' }) name: string;
  @Text({ max: storyMax, description: 'How it came about and what works, in plain words' }) story: string;
  @OneOf(brandAdoptions, { optional: true, name: 'BrandAdoption', description: 'Open where absent' })
  adoption?: BrandAdoption | null;
}

export class BrandIdRequest {
  @Uuid() brandId: string;
}

/** What is absent stays as it is. What belongs to the template makes a new version of it. */
export class EditBrandRequest extends BrandIdRequest {
  @Text({ optional: true, max: 100 }) name?: string | null;
  @Text({ optional: true, max: storyMax }) story?: string | null;
  @OneOf(brandAdoptions, { optional: true, name: 'BrandAdoption' }) adoption?: BrandAdoption | null;
  @Uuid({ optional: true, description: 'A closed edition, of which the whole plan is taken anew' })
  fromActivityId?: string | null;
  @Text({ optional: true, max: 200, description: 'Of the template' }) title?: string | null;
  @Text({ optional: true, max: 5_000, description: 'Of the template' }) description?: string | null;
  @TextList({ optional: true, max: tasksMax, description: 'Of the template; an empty list has none' })
  tasks?: string[] | null;
}

export class GetBrandRequest extends BrandIdRequest {
  @Whole({ optional: true, min: 1, description: 'Of the template; the latest where absent' })
  templateVersion?: number;
}

export class AdoptBrandRequest extends BrandIdRequest {
  @Nested(() => PartyDto, { description: 'Who will organise the edition' }) organiser: PartyDto;
  @Instant() startsAt: string;
  @Instant({ optional: true, description: 'As far before the start as in the template where absent' })
  signUpOpensAt?: string | null;
  @Instant({ optional: true, description: 'As far before the start as in the template where absent' })
  signUpClosesAt?: string | null;
  @Text({ optional: true, description: 'That of the template where absent' }) title?: string | null;
  @Text({ optional: true, description: 'Where it takes place, in words' }) venue?: string | null;
  @Flag({ optional: true, description: 'On that very day, also where it is a public holiday' })
  keepDay?: boolean | null;
}

export class ListBrandsRequest extends PageRequest {
  @Text({ optional: true, description: 'Words in its name or story' }) q?: string;
  @OneOf(resourceFunctions, { optional: true, name: 'ResourceFunction' }) function?: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true, name: 'UnionBusiness' }) business?: UnionBusiness;
  @OneOf(activityKinds, { optional: true, name: 'ActivityKind' }) kind?: ActivityKind;
  @OneOf(brandSorts, {
    optional: true,
    name: 'BrandSort',
    description: 'The newest first where absent; or those with the most editions',
  })
  sort?: BrandSort;
  @AlwaysTrue({
    optional: true,
    description:
      'Only those of the unions for which the caller acts, in whichever state; else those that are published',
  })
  mine?: true;
}

/** A pool as a template has it: for the people of whoever organises an edition, or for everybody. */
export class BrandPoolView {
  @Text() name: string;
  @OneOf(brandPoolAudiences, { name: 'BrandPoolAudience' }) audience: BrandPoolAudience;
  @OneOf(sexes, { nullable: true, name: 'Sex' }) sex: Sex | null;
  @SomeOf(sizeClasses, { description: 'Of what size the enterprises of the people are; none: of any' })
  sizeClasses: SizeClassName[];
  @Whole() capacity: number;
}

/** A cost rule without the parties of the first: kinds, and weights in the order of the hosts. */
export class SuggestedRuleView {
  @OneOf(splitRuleKinds, { name: 'SplitRuleKind' }) kind: SplitRuleKind;
  @Text({ nullable: true, max: 20, description: 'hostShare, subsidyFirst: 0 to 100' }) percent: string | null;
  @ListOf(() => RuleWeightView, { max: 200, description: 'ratio: in the order of the hosts' })
  weights: RuleWeightView[];
  @Nested(() => SuggestedRuleView, { nullable: true, description: 'How the rest is split' })
  rest: SuggestedRuleView | null;
}

export class RuleWeightView {
  @Whole() weight: number;
}

export class BrandTemplateView {
  @Whole({ min: 1 }) version: number;
  @Text({ max: 200 }) title: string;
  @Text({ nullable: true, max: 5_000 }) description: string | null;
  @Whole() companionsMax: number;
  @Whole({ description: 'From the start to the end' }) durationMinutes: number;
  @ListOf(() => BrandPoolView, { max: 200 }) pools: BrandPoolView[];
  @TextList({ max: 100, length: 200, description: 'What is asked at sign-up' }) questions: string[];
  @Flag({ description: 'Not everybody may come' }) hasConditions: boolean;
  @TextList({ max: tasksMax, description: 'Who does them is agreed anew' }) tasks: string[];
  @Nested(() => SuggestedRuleView, { nullable: true }) costRule: SuggestedRuleView | null;
}

/** A brand in the list. */
export class BrandLineView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text({ max: 100 }) name: string;
  @Nested(() => NamedPartyView, { description: 'The union that held it first' }) founder: NamedPartyView;
  @OneOf(brandStates, { name: 'BrandState' }) state: BrandState;
  @OneOf(brandAdoptions, { name: 'BrandAdoption' }) adoption: BrandAdoption;
  @OneOf(activityKinds, { name: 'ActivityKind' }) kind: ActivityKind;
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) function: ResourceFunction;
  @OneOf(unionBusinesses, { name: 'UnionBusiness' }) business: UnionBusiness;
  @Whole({ description: 'Numbers of editions that were given, also to those that were called off' })
  editions: number;
}

export class BrandView extends BrandLineView {
  @Text({ max: storyMax }) story: string;
  @Uuid({ description: 'The first edition' }) firstActivityId: string;
  @Nested(() => BrandTemplateView) template: BrandTemplateView;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) publishedAt: string | null;
}

export class ListBrandEditionsRequest extends PageRequest {
  @Uuid() brandId: string;
}

export class BrandEditionView {
  @Whole({ min: 1, description: 'Which edition it is' }) edition: number;
  @Whole({ min: 1, description: 'Of the template from which it was made' }) templateVersion: number;
  @Uuid() activityId: string;
  @Text() title: string;
  @OneOf(activityStates, { name: 'ActivityState' }) state: ActivityState;
  @Nested(() => NamedPartyView) organiser: NamedPartyView;
  @Uuid({ description: 'The union behind the organiser' }) unionId: string;
  @Instant() startsAt: string;
  @Text({ description: 'IANA zone in which its times are read aloud' }) timeZone: string;
  @Whole({ nullable: true, description: 'Who came, by its frozen facts; null before its close' })
  heads: number | null;
}

/** What happened in the editions of a year that are closed. */
export class BrandYearView {
  @Whole({ max: 9_999 }) year: number;
  @Whole() editions: number;
  @Whole({ description: 'Heads that came' }) heads: number;
  @Whole({ description: 'Unions that organised or hosted, each once' }) unions: number;
  @Fraction({
    nullable: true,
    min: 0,
    description: 'Of the heads that had a seat, the share that came; null where nobody had one',
  })
  attendanceRate: number | null;
}

export class BrandStatisticsView {
  @Uuid() brandId: string;
  @ListOf(() => BrandYearView, { max: 200, description: 'The first year first' }) years: BrandYearView[];
  @Whole({ description: 'Of all years, each union once' }) unions: number;
}

/** The whole public state of a brand. */
export class BrandStateData {
  @Uuid() id: string;
  @Whole() version: number;
  @Text({ max: 100 }) name: string;
  @OneOf(brandStates) state: BrandState;
  @OneOf(brandAdoptions) adoption: BrandAdoption;
  @Uuid() founderUnionId: string;
  @OneOf(activityKinds) kind: ActivityKind;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
  @Whole({ min: 1 }) templateVersion: number;
  @Whole() editions: number;
}

const shown = query('sharing.brand.get', GetBrandRequest, BrandView, {
  http: 'GET brands/:brandId',
  tag: 'brands',
  summary: 'Shows a brand with its story and its template',
});

export const brandContract = {
  create: command('sharing.brand.create', CreateBrandRequest, BrandView, {
    http: 'POST brands',
    tag: 'brands',
    summary: 'Makes a brand of a closed activity: its plan as a template, and it as the first edition',
    example: {
      activityId: '019a0000-0000-7000-8000-000000000002',
      name: '亲子工厂一日游',
      story: '让孩子看看爸爸妈妈上班的地方。',
      adoption: 'open',
    },
  }),
  edit: command('sharing.brand.edit', EditBrandRequest, BrandView, {
    http: 'PATCH brands/:brandId',
    tag: 'brands',
    summary: 'Changes a brand; what belongs to the template makes a new version of it',
    ifMatch: true,
    example: { story: '第三届起增加了安全讲解。', tasks: ['安排大巴', '准备安全帽'] },
  }),
  publish: versioned(
    command('sharing.brand.publish', BrandIdRequest, BrandView, {
      http: 'POST brands/:brandId/publish',
      tag: 'brands',
      summary: 'Shows the brand to all unions',
      status: 200,
      example: {},
    }),
    shown,
  ),
  retire: versioned(
    command('sharing.brand.retire', BrandIdRequest, BrandView, {
      http: 'POST brands/:brandId/retire',
      tag: 'brands',
      summary: 'Takes the brand out of the list: its editions stay, and nobody makes another one',
      status: 200,
      example: {},
    }),
    shown,
  ),
  adopt: command('sharing.brand.adopt', AdoptBrandRequest, ActivityCopyView, {
    http: 'POST brands/:brandId/adopt',
    tag: 'brands',
    summary: 'Drafts a new edition, with credit to the founder; says what was moved off a holiday',
    example: {
      organiser: { kind: 'union', id: '019a0000-0000-7000-8000-000000000001' },
      startsAt: '2027-04-10T09:00:00+08:00',
      venue: '一号车间',
    },
  }),
  get: shown,
  list: query('sharing.brand.list', ListBrandsRequest, pageOf(BrandLineView), {
    http: 'GET brands',
    tag: 'brands',
    summary: 'Lists the brands that are published, or all of the unions for which the caller acts',
  }),
  editions: query('sharing.brand.editions', ListBrandEditionsRequest, pageOf(BrandEditionView), {
    http: 'GET brands/:brandId/editions',
    tag: 'brands',
    summary: 'Lists the editions that the caller may see, the latest first, with who came',
  }),
  statistics: query('sharing.brand.statistics', BrandIdRequest, BrandStatisticsView, {
    http: 'GET brands/:brandId/statistics',
    tag: 'brands',
    summary: 'Counts editions, heads and unions, and the share of seats that were used, year by year',
  }),
};

export const brandEvents = {
  brandChanged: event('evt.sharing.brand.changed.v1', BrandStateData),
};
