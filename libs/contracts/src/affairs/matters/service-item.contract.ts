import { OmitType } from '@nestjs/swagger';
import { command, NoRequest, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, TextList, Uuid, Whole } from '../../core/fields.js';
import { expenseCodes } from '../../settlement/fund.js';
import { FormQuestionDto, questionsMax } from '../../words/form-question.js';
import { type CoverageKind, coverageKinds } from './coverage-kind.js';
import { type OccasionKind, occasionKinds } from './occasion-kind.js';
import { ServiceStepDto, stepIdPattern, stepsMax } from './service-step.js';
import { TermDto } from './term.js';
import { matterPayeesMax, matterWeightMax } from '../../words/matter-payment.js';
import { Money } from '../../words/money.js';

/** What a service is about, as people look for it. */
export const serviceCategories = [
  'suggestion',
  'appeal',
  'consultation',
  'rights',
  'hardship',
  'benefit',
  'honour',
  'certificate',
  'other',
] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

/** Being designed; offered to people; offered no more, while what was brought goes on. */
export const serviceItemStates = ['draft', 'open', 'closed'] as const;
export type ServiceItemState = (typeof serviceItemStates)[number];

/** Members of the union that offers it and of those below, or anybody who is signed in. */
export const serviceApplicants = ['members', 'everybody'] as const;
export type ServiceApplicants = (typeof serviceApplicants)[number];

/** Which union has to deal with a matter: the one of the person, or the one that offers the service. */
export const servicePlaces = ['own', 'offering'] as const;
export type ServicePlace = (typeof servicePlaces)[number];

/** Who deals with matters: officers of that union, or only people who are named for the service there or above. */
export const serviceHandledBy = ['officers', 'named'] as const;
export type ServiceHandledBy = (typeof serviceHandledBy)[number];

export const outcomesMax = 12;
export const topicsMax = 20;
export const topicWordsMax = 30;
export const servicePapersMax = 10;
const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
export const servicePaperIdPattern = idPattern;
export const topicPattern = idPattern;

/** That an outcome holds until a day, before which what it is about is due again: a collective contract, a permit. */
export class OutcomeFollowUpDto {
  @Whole({
    max: 24,
    description: 'So many months before its last day the next one is due; on the last day itself with 0',
    example: 3,
  })
  months: number;
  @Text({ max: 100, description: 'What ends, and where its next time is written', example: '集体合同期满' })
  label: string;
}

/** A way in which a matter of the service can end. */
export class ServiceOutcomeDto {
  @Text({
    max: 40,
    pattern: idPattern,
    description: 'Stays the same when the label changes',
    example: 'issued',
  })
  id: string;
  @Text({ max: 60, example: '已办好' }) label: string;
  @TextList({
    optional: true,
    max: stepsMax,
    length: 40,
    description: 'The steps that have to have passed for it',
  })
  needs?: string[] | null;
  @TextList({
    optional: true,
    max: stepsMax,
    length: 40,
    description: 'The steps that have to be over without having passed: voted down, refused by another body',
  })
  needsFailed?: string[] | null;
  @Nested(() => OutcomeFollowUpDto, { optional: true, description: 'Absent or null: it does not end' })
  followUp?: OutcomeFollowUpDto | null;
}

/** A right that ends some time after a day that the person names. */
export class ServiceLimitationDto {
  @Text({ max: 40, pattern: stepIdPattern, description: 'The question of the day', example: 'since' })
  question: string;
  @Whole({ min: 1, max: 240, example: 12 }) months: number;
  @Text({ max: 100, description: 'What ends, and where that is written', example: '申请劳动仲裁的时效' })
  label: string;
}

/** How often a person may have it. */
export const allowancePeriods = ['year', 'ever'] as const;
export type AllowancePeriod = (typeof allowancePeriods)[number];

/** One matter for each person and answer in a time, unless it was withdrawn or decided without what is given. */
export class ServiceAllowanceDto {
  @Text({
    optional: true,
    max: 40,
    pattern: stepIdPattern,
    description: 'The question whose answers are counted apart; all are counted together where absent',
    example: 'occasion',
  })
  question?: string | null;
  @OneOf(allowancePeriods, { name: 'AllowancePeriod' }) per: AllowancePeriod;
  @TextList({
    min: 1,
    max: outcomesMax,
    length: 40,
    description: 'The outcomes that use it up',
    example: ['issued'],
  })
  uses: string[];
}

/** A paper that a service asks for. */
export class ServicePaperDto {
  @Text({
    max: 40,
    pattern: idPattern,
    description: 'Stays the same when the title changes',
    example: 'identity',
  })
  id: string;
  @Text({ max: 100, example: '身份证正反面' }) title: string;
  @Text({ optional: true, max: 300, description: 'What helps to have it ready' }) help?: string | null;
  @Flag({ description: 'A matter is sent without it, too; whoever deals with it sees that it is missing' })
  required: boolean;
}

/** What matters of a service are about, so that they come to whoever knows about it. */
export class ServiceTopicDto {
  @Text({
    max: 40,
    pattern: idPattern,
    description: 'Stays the same when the label changes',
    example: 'wages',
  })
  id: string;
  @Text({ max: 30, example: '工资' }) label: string;
  @TextList({
    max: topicWordsMax,
    length: 20,
    optional: true,
    description: 'Words that speak for it before anything is learnt',
  })
  words?: string[];
}

/** A part of the amount, such as the 60 of 60/40. */
export class ServiceSplitDto {
  @Text({ max: 30, description: 'Who gets it', example: '提出人' }) label: string;
  @Whole({ min: 1, max: matterWeightMax, description: 'Against the weights of the others', example: 60 })
  weight: number;
}

/** What is paid for a matter once it is decided. */
export class ServicePaysDto {
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => Money, { nullable: true, description: 'The most that one matter is paid; null for no bound' })
  most: Money | null;
  @ListOf(() => ServiceSplitDto, {
    optional: true,
    min: 2,
    max: matterPayeesMax,
    description: 'How the amount is split; one payee where absent',
  })
  split?: ServiceSplitDto[] | null;
}

/** Which option says that it is about this occasion. */
export class OccasionAnswerDto {
  @OneOf(occasionKinds, { name: 'OccasionKind' }) kind: OccasionKind;
  @Text({ max: 40, description: 'Of the question', example: 'birthday' }) option: string;
}

/** That officers open matters of it from the list of visits: which answers say for what, and on which day. */
export class ServiceOccasionDto {
  @Text({ max: 40, pattern: stepIdPattern, description: 'A choice', example: 'occasion' }) question: string;
  @ListOf(() => OccasionAnswerDto, {
    min: 1,
    max: occasionKinds.length,
    description: 'For which occasions, each once',
  })
  answers: OccasionAnswerDto[];
  @Text({ max: 40, pattern: stepIdPattern, description: 'The question of the day', example: 'on' })
  day: string;
}

/** That its matters count for the cover of a year. */
export class ServiceCoverageDto {
  @OneOf(coverageKinds, { name: 'CoverageKind' }) kind: CoverageKind;
  @TextList({
    min: 1,
    max: outcomesMax,
    length: 40,
    description: 'The outcomes with which somebody was reached',
    example: ['given'],
  })
  outcomes: string[];
}

/** All that an officer says about a service. */
export class ServiceDefinition {
  @Text({ max: 60, example: '借书证' }) name: string;
  @OneOf(serviceCategories, { name: 'ServiceCategory' }) category: ServiceCategory;
  @Text({ max: 500, description: 'What it is, and for whom', example: '凭工会会员证办理，一人一证。' })
  summary: string;
  @Text({
    optional: true,
    max: 2_000,
    description: 'What to know before: conditions, papers to bring, sources',
  })
  guidance?: string | null;
  @OneOf(serviceApplicants, { name: 'ServiceApplicants' }) applicants: ServiceApplicants;
  @Flag({ description: 'May be sent without a name, and is answered by number and code' }) anonymous: boolean;
  @ListOf(() => FormQuestionDto, { max: questionsMax, description: 'In the order in which they are asked' })
  questions: FormQuestionDto[];
  @ListOf(() => ServicePaperDto, { optional: true, max: servicePapersMax })
  papers?: ServicePaperDto[] | null;
  @OneOf(servicePlaces, { name: 'ServicePlace' }) handledAt: ServicePlace;
  @OneOf(serviceHandledBy, {
    optional: true,
    name: 'ServiceHandledBy',
    description:
      'Officers where absent; with `named` no officer reads a matter without being named for the service',
  })
  handledBy?: ServiceHandledBy;
  @Nested(() => TermDto, { description: 'Until somebody takes it' }) acceptWithin: TermDto;
  @Nested(() => TermDto, { description: 'From sending to the decision' }) decideWithin: TermDto;
  @Flag({ description: 'A decision is confirmed by a second person of the union' }) secondPerson: boolean;
  @ListOf(() => ServiceOutcomeDto, { min: 1, max: outcomesMax }) outcomes: ServiceOutcomeDto[];
  @ListOf(() => ServiceTopicDto, {
    optional: true,
    max: topicsMax,
    description: 'One of them is proposed for each matter, and confirmed by whoever takes it',
  })
  topics?: ServiceTopicDto[];
  @ListOf(() => ServiceStepDto, {
    optional: true,
    max: stepsMax,
    description: 'On the way to a decision, in their order',
  })
  steps?: ServiceStepDto[];
  @Nested(() => ServiceLimitationDto, { optional: true }) limitation?: ServiceLimitationDto | null;
  @Nested(() => ServiceAllowanceDto, { optional: true }) allowance?: ServiceAllowanceDto | null;
  @Nested(() => ServicePaysDto, { optional: true, description: 'Absent or null: nothing is paid' })
  pays?: ServicePaysDto | null;
  @Nested(() => ServiceOccasionDto, {
    optional: true,
    description: 'Absent or null: no matter of it is opened from the list of visits',
  })
  occasion?: ServiceOccasionDto | null;
  @Nested(() => ServiceCoverageDto, { optional: true, description: 'Absent or null: it counts for none' })
  coverage?: ServiceCoverageDto | null;
  @Text({
    optional: true,
    max: 40,
    pattern: idPattern,
    description: 'The template from which it began, or to whose form it was brought; absent or null: none',
    example: 'hardship',
  })
  templateId?: string | null;
}

export class CreateServiceItem extends ServiceDefinition {
  @Uuid({ description: 'The union that offers it' }) unionId: string;
}

export class ChangeServiceItem extends ServiceDefinition {
  @Uuid() serviceId: string;
}

export class ServiceItemId {
  @Uuid() serviceId: string;
}

export class CloseServiceItem {
  @Uuid() serviceId: string;
  @Text({ max: 500, example: '图书室搬迁，明年恢复办理', description: 'Shown to whoever looks for it' })
  reason: string;
}

export class ListServiceItems extends PageRequest {
  @OneOf(serviceCategories, { optional: true, name: 'ServiceCategory' }) category?: ServiceCategory;
  @OneOf(serviceItemStates, {
    optional: true,
    name: 'ServiceItemState',
    description: 'Those that are open where absent; others are shown to officers of the union',
  })
  state?: ServiceItemState;
  @Uuid({ optional: true, description: 'Only those that this union offers' }) unionId?: string;
  @Text({ optional: true, max: 60, description: 'A part of the name, or its pinyin' }) q?: string;
}

export class ListPublicServices extends OmitType(ListServiceItems, ['state']) {}

export class ServiceItemSummary {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(serviceItemStates, { name: 'ServiceItemState' }) state: ServiceItemState;
  @Text({ max: 60 }) name: string;
  @OneOf(serviceCategories, { name: 'ServiceCategory' }) category: ServiceCategory;
  @Text({ max: 500 }) summary: string;
  @Uuid({ description: 'The union that offers it' }) unionId: string;
  @Text() unionName: string;
  @Flag() anonymous: boolean;
  @Nested(() => TermDto) decideWithin: TermDto;
  @Flag({ description: 'The caller may bring a matter' }) usable: boolean;
}

export class ServiceItemView extends OmitType(ServiceDefinition, [
  'guidance',
  'papers',
  'topics',
  'steps',
  'limitation',
  'allowance',
  'handledBy',
  'pays',
  'occasion',
  'coverage',
  'templateId',
]) {
  @Uuid() id: string;
  @Whole() version: number;
  @Whole({ description: 'Of what is asked and promised; a matter keeps the one that it was sent under' })
  edition: number;
  @OneOf(serviceItemStates, { name: 'ServiceItemState' }) state: ServiceItemState;
  @Text({ nullable: true, max: 2_000 }) guidance: string | null;
  @ListOf(() => ServicePaperDto, { max: servicePapersMax }) papers: ServicePaperDto[];
  @ListOf(() => ServiceTopicDto, { max: topicsMax }) topics: ServiceTopicDto[];
  @ListOf(() => ServiceStepDto, { max: stepsMax }) steps: ServiceStepDto[];
  @Nested(() => ServiceLimitationDto, { nullable: true }) limitation: ServiceLimitationDto | null;
  @Nested(() => ServiceAllowanceDto, { nullable: true }) allowance: ServiceAllowanceDto | null;
  @OneOf(serviceHandledBy, { name: 'ServiceHandledBy' }) handledBy: ServiceHandledBy;
  @Nested(() => ServicePaysDto, { nullable: true }) pays: ServicePaysDto | null;
  @Nested(() => ServiceOccasionDto, { nullable: true }) occasion: ServiceOccasionDto | null;
  @Nested(() => ServiceCoverageDto, { nullable: true }) coverage: ServiceCoverageDto | null;
  @Text({ nullable: true, max: 40, description: 'The template from which it is; null where none is known' })
  templateId: string | null;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Flag({ description: 'The caller may bring a matter' }) usable: boolean;
  @Flag({ description: 'The caller may change it' }) changeable: boolean;
  @Text({ nullable: true, max: 500 }) closeReason: string | null;
  @Instant({ nullable: true, description: 'When it was offered last' }) openedAt: string | null;
}

/** Something to begin from: an officer changes what is different at their union. */
export class ServiceTemplateView {
  @Text({ max: 40, example: 'dispute' }) id: string;
  @Nested(() => ServiceDefinition) definition: ServiceDefinition;
}

export class ServiceTemplatesView {
  @ListOf(() => ServiceTemplateView, { max: 50 }) items: ServiceTemplateView[];
}

const definition = {
  name: '借书证',
  category: 'certificate',
  summary: '凭工会会员证办理，一人一证。',
  guidance: null,
  applicants: 'members',
  anonymous: false,
  questions: [{ id: 'pickup', kind: 'shortText', title: '在哪里领', required: true }],
  handledAt: 'offering',
  acceptWithin: { count: 1, days: 'working' },
  decideWithin: { count: 3, days: 'working' },
  secondPerson: false,
  outcomes: [
    { id: 'issued', label: '已办好' },
    { id: 'refused', label: '不予办理' },
  ],
  topics: [],
};

export const serviceItemContract = {
  create: command('affairs.service-item.create', CreateServiceItem, ServiceItemView, {
    http: 'POST services',
    tag: 'matters',
    summary: 'Begins a service that a union will offer; nobody else sees it before it is opened',
    example: { ...definition, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.service-item.change', ChangeServiceItem, ServiceItemView, {
    http: 'PUT services/:serviceId',
    tag: 'matters',
    summary: 'Makes a new edition of a service; matters that were sent keep theirs',
    ifMatch: true,
    example: definition,
  }),
  open: command('affairs.service-item.open', ServiceItemId, ServiceItemView, {
    http: 'POST services/:serviceId/open',
    tag: 'matters',
    summary: 'Offers a service to people, for the first time or again',
    status: 200,
    ifMatch: true,
  }),
  close: command('affairs.service-item.close', CloseServiceItem, ServiceItemView, {
    http: 'POST services/:serviceId/close',
    tag: 'matters',
    summary: 'Offers a service no more; what was brought goes on, and it can be opened again',
    status: 200,
    ifMatch: true,
    example: { reason: '图书室搬迁，明年恢复办理' },
  }),
  get: query('affairs.service-item.get', ServiceItemId, ServiceItemView, {
    http: 'GET services/:serviceId',
    tag: 'matters',
    summary:
      'A service: what is asked, who answers, and until when; a draft is for the officers of its union alone',
  }),
  getPublic: query('affairs.service-item.get-public', ServiceItemId, ServiceItemView, {
    http: 'GET public/services/:serviceId',
    tag: 'public',
    summary: 'The same for anybody, once it is open',
    public: true,
    remembered: true,
  }),
  templates: query('affairs.service-item.templates', NoRequest, ServiceTemplatesView, {
    http: 'GET service-templates',
    tag: 'matters',
    summary: 'Services that officers may begin from, with the sources of their terms',
  }),
  list: query('affairs.service-item.list', ListServiceItems, pageOf(ServiceItemSummary), {
    http: 'GET services',
    tag: 'matters',
    summary: 'What unions do for their people, by name; what is not open is for the officers of its union',
  }),
  listPublic: query('affairs.service-item.list-public', ListPublicServices, pageOf(ServiceItemSummary), {
    http: 'GET public/services',
    tag: 'public',
    summary: 'What is open, by name, for anybody',
    public: true,
    remembered: true,
  }),
};
