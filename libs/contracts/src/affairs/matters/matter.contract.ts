import { command, countedPageOf, CountedPageRequest, query, traceless } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  OrderBy,
  type OrderWord,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { FormQuestionDto, questionsMax } from '../../words/form-question.js';
import { LimitationView, MatterStepView } from './matter-step.js';
import {
  matterInstalmentsMax,
  type MatterInstalmentState,
  matterInstalmentStates,
  type MatterPaymentState,
  matterPaymentStates,
} from '../../words/matter-payment.js';
import { Money } from '../../words/money.js';
import {
  outcomesMax,
  ServiceOutcomeDto,
  servicePaperIdPattern,
  ServicePaperDto,
  servicePapersMax,
  ServicePaysDto,
  topicPattern,
  topicsMax,
} from './service-item.contract.js';
import { stepsMax } from './service-step.js';

/**
 * A matter waits to be taken, is in work, waits for the person, is held, waits for the second person, or is decided;
 * it is closed once the person is content or has said nothing for 30 days, or withdrawn.
 */
export const matterStates = [
  'sent',
  'inWork',
  'asked',
  'held',
  'proposed',
  'decided',
  'closed',
  'withdrawn',
] as const;
export type MatterState = (typeof matterStates)[number];

const matterEntrySources = ['phone', 'counter', 'letter'] as const;
/** By which way it came: by the person, written down by an officer for who calls, comes or writes, or opened by one from the list of visits. */
export const matterSources = ['online', ...matterEntrySources, 'occasion'] as const;
export type MatterSource = (typeof matterSources)[number];

/** What happens to a matter. */
export const matterEvents = [
  'sent',
  'taken',
  'assigned',
  'forwarded',
  'asked',
  'replied',
  'paperAdded',
  'paperRemoved',
  'colleagueAdded',
  'colleagueRemoved',
  'stepWritten',
  'stepTakenBack',
  'householdPersonAdded',
  'householdPersonRemoved',
  'householdPlanProposed',
  'householdPlanAmended',
  'noted',
  'held',
  'resumed',
  'classified',
  'givenBack',
  'proposed',
  'returned',
  'decided',
  'escalated',
  'rated',
  'reopened',
  'followedUp',
  'closed',
  'withdrawn',
  'paymentRequested',
  'paymentPaid',
  'paymentRefused',
  'paymentReturned',
  'paymentsPlanned',
  'paymentsStopped',
] as const;
export type MatterEvent = (typeof matterEvents)[number];

/** Entries of one matter: what was said and done. */
export const matterEntriesMax = 200;
export const matterPapersMax = 20;
export const matterColleaguesMax = 10;
/** Members of the union in one household, beside whoever brought the matter. */
export const householdPersonsMax = 20;

const textMax = 2_000;
const numberPattern = /^\d{8}-[0-9A-HJKMNP-TV-Z]{8}$/;
/** As `secretPattern`, for people to write down: twelve characters of Crockford's alphabet, 60 bits. */
export const matterCodePattern = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;
const numberExample = '20261127-7K3M9QPA';
const codeExample = '8WQ4-T2ZK-M7XD';

/** Who brings it, and where to reach them. */
export class MatterContactDto {
  @Text({ max: 60, example: '张三' }) name: string;
  @Text({ max: 20, optional: true, example: '13800001234' }) phone?: string | null;
}

export class SendMatter {
  @Uuid() serviceId: string;
  @Json({ description: 'By the id of the question' })
  answers: Record<string, unknown>;
  @Nested(() => MatterContactDto, { description: 'As the person has confirmed it' })
  contact: MatterContactDto;
}

/** What nobody can connect with a person: the sender makes id and code themselves, so that a repetition is the same matter. */
export class SendAnonymousMatter {
  @Uuid({ description: 'Made by the sender' }) id: string;
  @Text({
    max: 14,
    pattern: matterCodePattern,
    example: codeExample,
    description: 'Made by the sender; the only way back to it',
  })
  code: string;
  @Uuid() serviceId: string;
  @Json({ description: 'By the id of the question' })
  answers: Record<string, unknown>;
}

/** What an officer writes down for who calls or comes. */
export class EnterMatter extends SendMatter {
  @Uuid({ description: 'The union at whose counter or phone it was' }) unionId: string;
  @OneOf(matterEntrySources, { name: 'MatterEntrySource' }) source: (typeof matterEntrySources)[number];
}

/** What the person keeps: both are needed to look it up without signing in. */
export class MatterReceipt {
  @Uuid() id: string;
  @Text({ max: 17, example: numberExample }) number: string;
  @Text({ max: 14, example: codeExample, description: 'Shown once' }) code: string;
  @Text({ max: 60 }) serviceName: string;
  @Text({ description: 'The union that has it' }) unionName: string;
  @Instant({ description: 'Decided by then' }) decideBy: string;
}

export class MatterId {
  @Uuid() matterId: string;
}

/**
 * Which of a union's matters: to be taken, in the caller's hands, all that are not over, past their time, whose outcome holds until a
 * day and is due again before it, or all.
 */
export const matterDesks = ['toTake', 'mine', 'open', 'overdue', 'followUps', 'all'] as const;
export type MatterDesk = (typeof matterDesks)[number];

export const matterOrders = ['dueAt', 'sentAt'] as const;
export type MatterOrder = OrderWord<(typeof matterOrders)[number]>;

export class ListMatters extends CountedPageRequest {
  @OneOf(matterDesks, { name: 'MatterDesk' }) desk: MatterDesk;
  @Uuid({ optional: true }) serviceId?: string;
  @Text({ optional: true, max: 17, pattern: numberPattern, example: numberExample }) number?: string;
  @Text({
    optional: true,
    max: 40,
    pattern: topicPattern,
    example: 'wages',
    description: 'What it is about, confirmed or as long as nobody has said otherwise proposed',
  })
  topic?: string;
  @OrderBy(
    matterOrders,
    'by when they are due, with `followUps` by when they are due again, and on the desk of all the newest first',
  )
  order?: MatterOrder;
}

export class ListMyMatters extends CountedPageRequest {
  @OneOf(matterStates, { optional: true, name: 'MatterState' }) state?: MatterState;
}

export class AssignMatter {
  @Uuid() matterId: string;
  @Uuid({ description: 'An officer of the union that has it, or somebody named for its service' })
  personId: string;
}

export class ForwardMatter {
  @Uuid() matterId: string;
  @Uuid({ description: 'A union above the one that has it, or below it' }) unionId: string;
  @Text({ max: 500, example: '属于街道工会职责，请接办' }) reason: string;
}

export class WriteToMatter {
  @Uuid() matterId: string;
  @Text({ max: textMax, example: '请补充最近三个月的工资条。' }) text: string;
}

export class ClassifyMatter {
  @Uuid() matterId: string;
  @Text({
    max: 40,
    pattern: topicPattern,
    example: 'wages',
    description: 'One of the topics of the service',
  })
  topic: string;
}

export class HoldMatter {
  @Uuid() matterId: string;
  @CalendarDate({ description: 'It goes on by itself on this day' }) until: string;
  @Text({ max: 500, example: '等法院开庭' }) reason: string;
}

export class DecideMatter {
  @Uuid() matterId: string;
  @Text({ max: 40, example: 'issued', description: 'One of the outcomes of the service' }) outcome: string;
  @Text({ max: textMax, example: '借书证已制好，凭会员证到图书室领取。' }) reasons: string;
  @CalendarDate({
    optional: true,
    description: 'The last day of what is decided, where the outcome holds until one',
    example: '2028-12-31',
  })
  holdsUntil?: string | null;
}

export class FollowUpMatter {
  @Uuid() matterId: string;
  @Text({
    max: 500,
    description: 'How it goes on: which matter is the next one, or why there is none',
    example: '新一轮协商要约已于今天送达。',
  })
  text: string;
}

export class ReturnDecision {
  @Uuid() matterId: string;
  @Text({ max: 500, example: '请写明依据' }) reason: string;
}

export class RateMatter {
  @Uuid() matterId: string;
  @Whole({ min: 1, max: 5, example: 5 }) stars: number;
  @Text({ optional: true, max: 500 }) text?: string | null;
}

export class ReopenMatter {
  @Uuid() matterId: string;
  @Text({ max: textMax, example: '到图书室没有领到。' }) reason: string;
}

/** Number and code of a receipt: they stand in the body, as a code stands in no address. */
export class MatterByCode {
  @Text({ max: 17, pattern: numberPattern, example: numberExample }) number: string;
  @Text({ max: 14, pattern: matterCodePattern, example: codeExample }) code: string;
}

export class ReplyByCode extends MatterByCode {
  @Text({ max: textMax, example: '已补充在上面。' }) text: string;
}

export class RateByCode extends MatterByCode {
  @Whole({ min: 1, max: 5, example: 5 }) stars: number;
  @Text({ optional: true, max: 500 }) text?: string | null;
}

export class ReopenByCode extends MatterByCode {
  @Text({ max: textMax, example: '到图书室没有领到。' }) reason: string;
}

/** What a matter is about: one of the topics of its service. */
export class MatterTopicView {
  @Text({ max: 40, example: 'wages' }) id: string;
  @Text({ max: 30, example: '工资' }) label: string;
}

/** What the platform proposes, and why: the words of the matter that weighed most. */
export class TopicProposalView extends MatterTopicView {
  @TextList({ max: 3 }) words: string[];
}

/** Until when what was decided holds, and when the next one is due. */
export class MatterFollowUpView {
  @Text({ max: 100, description: 'What ends, as the service says' }) label: string;
  @CalendarDate({ description: 'The last day' }) holdsUntil: string;
  @CalendarDate({ description: 'From this day on the next one is due' }) nextDueOn: string;
  @Flag({ description: 'That day has come, and nobody has said how it goes on' }) due: boolean;
  @Instant({ nullable: true, description: 'When somebody has said how it goes on' }) followedUpAt:
    string | null;
}

/** A line of a list: what, whose turn, until when. Never what it says. */
export class MatterLine {
  @Uuid() id: string;
  @Whole() version: number;
  @Text({ max: 17 }) number: string;
  @Uuid() serviceId: string;
  @Text({ max: 60 }) serviceName: string;
  @OneOf(matterStates, { name: 'MatterState' }) state: MatterState;
  @OneOf(matterSources, { name: 'MatterSource' }) source: MatterSource;
  @Uuid({ description: 'The union that has it' }) unionId: string;
  @Text() unionName: string;
  @Flag({ description: 'Sent without a name' }) anonymous: boolean;
  @Uuid({ nullable: true }) handlerId: string | null;
  @Text({ nullable: true, description: 'Masked' }) handlerName: string | null;
  @Instant() sentAt: string;
  @Instant({ nullable: true, description: 'When it is due next; null while nothing runs' }) dueAt:
    string | null;
  @Whole({ nullable: true, min: -10_000, description: 'Working days until then; below 0 once it is past' })
  daysLeft: number | null;
  @Flag() overdue: boolean;
  @Whole({ max: 20, description: 'How often it was brought before the union above, as nobody acted in time' })
  escalations: number;
  @Whole({ nullable: true, min: 1, max: 5 }) stars: number | null;
  @Nested(() => MatterFollowUpView, {
    nullable: true,
    description: 'Null where what was decided does not end',
  })
  followUp: MatterFollowUpView | null;
  @Nested(() => MatterTopicView, {
    nullable: true,
    description:
      'As confirmed, or else as proposed; null of a list of one’s own, and for who is not named where only named people deal with it',
  })
  topic: MatterTopicView | null;
  @Flag({ description: 'Somebody has confirmed the topic' }) topicConfirmed: boolean;
  @Flag({ description: 'The caller may take it now' }) takeable: boolean;
  @Flag({ description: 'The caller may give it to somebody now' }) assignable: boolean;
  @Flag({ description: 'The caller may confirm its decision now' }) confirmable: boolean;
  @Flag({ description: 'The caller may say now how it goes on' }) followable: boolean;
}

export class MatterEntryView {
  @Whole() sequence: number;
  @OneOf(matterEvents, { name: 'MatterEvent' }) event: MatterEvent;
  @Instant() at: string;
  @Uuid({ nullable: true, description: 'For those who deal with it; null for its person' }) by: string | null;
  @Text({ nullable: true, description: 'Masked; null where it was the person, or the platform' }) byName:
    string | null;
  @Text({ nullable: true, description: 'The union for which it was done, or to which it went' }) unionName:
    string | null;
  @Text({ nullable: true, max: textMax }) text: string | null;
}

/** What is paid for a matter, without the account and without names. */
export class MatterMoneyView {
  @OneOf(matterPaymentStates, { name: 'MatterPaymentState' }) state: MatterPaymentState;
  @Nested(() => Money) amount: Money;
  @Instant({ description: 'When it was asked for' }) askedAt: string;
  @CalendarDate({ nullable: true }) paidOn: string | null;
}

/** One instalment of what is paid for a matter, as it was asked for last. */
export class MatterInstalmentView {
  @CalendarDate({ description: 'On which it is asked for' }) dueOn: string;
  @Nested(() => Money) amount: Money;
  @OneOf(matterInstalmentStates, {
    name: 'MatterInstalmentState',
    description: 'Planned before its day; stopped for good before it was asked for',
  })
  state: MatterInstalmentState;
  @CalendarDate({ nullable: true }) paidOn: string | null;
}

/** What the person may see of their own matter, signed in or by number and code. */
export class MatterStatusView {
  @Text({ max: 17 }) number: string;
  @Text({ max: 60 }) serviceName: string;
  @Text({ description: 'The union that has it' }) unionName: string;
  @OneOf(matterStates, { name: 'MatterState' }) state: MatterState;
  @Instant() sentAt: string;
  @Instant({ nullable: true }) dueAt: string | null;
  @Whole({ nullable: true, min: -10_000 }) daysLeft: number | null;
  @Text({ nullable: true, max: 60 }) outcome: string | null;
  @Text({ nullable: true, max: textMax }) reasons: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant({ nullable: true, description: 'Until when it can be reopened; null if it cannot' }) reopenUntil:
    string | null;
  @Whole({ nullable: true, min: 1, max: 5 }) stars: number | null;
  @Nested(() => MatterMoneyView, { nullable: true, description: 'The last one asked for' })
  payment: MatterMoneyView | null;
  @ListOf(() => MatterInstalmentView, {
    max: matterInstalmentsMax,
    description: 'By day, where it is paid in instalments',
  })
  instalments: MatterInstalmentView[];
  @ListOf(() => FormQuestionDto, { max: questionsMax }) questions: FormQuestionDto[];
  @Json() answers: Record<string, unknown>;
  @ListOf(() => MatterEntryView, { max: matterEntriesMax, description: 'The first one first' })
  entries: MatterEntryView[];
  @ListOf(() => MatterStepView, {
    max: stepsMax,
    description: 'On the way to a decision; its person sees how far each is and not what is written in it',
  })
  steps: MatterStepView[];
  @Nested(() => LimitationView, { nullable: true }) limitation: LimitationView | null;
  @Nested(() => MatterFollowUpView, {
    nullable: true,
    description:
      'Null where what was decided does not end; before a decision holds its person does not see it',
  })
  followUp: MatterFollowUpView | null;
}

/** What the caller may do now. */
export const matterActs = [
  'take',
  'assign',
  'forward',
  'ask',
  'note',
  'hold',
  'resume',
  'classify',
  'decide',
  'confirm',
  'return',
  'reply',
  'rate',
  'reopen',
  'followUp',
  'withdraw',
  'addPaper',
  'addColleague',
  'writeStep',
  'declareHousehold',
  'requestPayment',
  'stopPayments',
] as const;
export type MatterAct = (typeof matterActs)[number];

export class MatterActView {
  @OneOf(matterActs, { name: 'MatterAct' }) act: MatterAct;
}

/** Somebody who reads a matter and writes in its steps, beside whoever has it in hand. */
export class MatterColleagueView {
  @Uuid() personId: string;
  @Text({ description: 'Masked' }) name: string;
}

/** A member of the household that a matter is about, beside whoever brought it. */
export class HouseholdPersonView {
  @Uuid() personId: string;
  @Text({ description: 'Masked' }) name: string;
  @Text({ nullable: true, description: 'The union to which they belong' }) unionName: string | null;
}

/**
 * The plan of a household. Of one that was agreed in another matter nothing is said but which union has it, unless the caller
 * has that matter in hand or works on it.
 */
export class HouseholdPlanView {
  @Flag({ description: 'Agreed in this very matter' }) own: boolean;
  @Text({ description: 'The union that has the matter in which it was agreed' }) unionName: string;
  @Uuid({ nullable: true, description: 'That matter, for those who deal with it; null for all others' })
  matterId: string | null;
  @TextList({ max: 20, description: 'Of one’s own plan: the unions whose matters have joined it' })
  joinedBy: string[];
  @Text({
    nullable: true,
    description:
      'Of one’s own plan: the union of an earlier one that binds the household too, since two records were merged. Until one of them is taken back, this one is not agreed',
  })
  conflictsWith: string | null;
}

/** Who belongs to the household: names that have signed stand with the signatures and are not kept twice. */
export class HouseholdView {
  @ListOf(() => HouseholdPersonView, { max: householdPersonsMax }) persons: HouseholdPersonView[];
  @Nested(() => HouseholdPlanView, { nullable: true, description: 'Null until one is agreed or joined' })
  plan: HouseholdPlanView | null;
}

/** A paper of a matter, without its content. */
export class MatterPaperView {
  @Uuid() id: string;
  @Text({ max: 200 }) name: string;
  @Text({
    nullable: true,
    max: 40,
    pattern: servicePaperIdPattern,
    description: 'Which of those that the service asks for',
  })
  asked: string | null;
  @Text({ description: 'Media type, by the content' }) contentType: string;
  @Whole({ min: 1, description: 'Bytes' }) size: number;
  @Instant() addedAt: string;
  @Flag({ description: 'The caller may take it back' }) removable: boolean;
}

export class MatterView extends MatterStatusView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() serviceId: string;
  @Uuid() unionId: string;
  @OneOf(matterSources, { name: 'MatterSource' }) source: MatterSource;
  @Flag({ description: 'Sent without a name' }) anonymous: boolean;
  @Flag({ description: 'It is the caller’s own' }) mine: boolean;
  @Nested(() => MatterContactDto, { nullable: true }) contact: MatterContactDto | null;
  @Text({ nullable: true, description: 'Of the record, masked: whether the name is theirs' }) recordName:
    string | null;
  @Text({ nullable: true }) recordUnionName: string | null;
  @Uuid({ nullable: true }) handlerId: string | null;
  @Text({ nullable: true }) handlerName: string | null;
  @CalendarDate({ nullable: true }) heldUntil: string | null;
  @Flag() overdue: boolean;
  @ListOf(() => ServiceOutcomeDto, { max: outcomesMax }) outcomes: ServiceOutcomeDto[];
  @ListOf(() => ServicePaperDto, {
    max: servicePapersMax,
    description: 'The papers that the service asks for',
  })
  papersAsked: ServicePaperDto[];
  @ListOf(() => MatterPaperView, { max: matterPapersMax }) papers: MatterPaperView[];
  @ListOf(() => MatterTopicView, { max: topicsMax, description: 'Of the service; none for its person' })
  topics: MatterTopicView[];
  @Nested(() => MatterTopicView, { nullable: true, description: 'As confirmed' })
  topic: MatterTopicView | null;
  @Nested(() => TopicProposalView, {
    nullable: true,
    description: 'Null where the platform is unsure, and for its person',
  })
  proposedTopic: TopicProposalView | null;
  @ListOf(() => MatterColleagueView, {
    max: matterColleaguesMax,
    description: 'Who works on it together with the handler',
  })
  colleagues: MatterColleagueView[];
  @Nested(() => HouseholdView, {
    nullable: true,
    description: 'Where the service has a plan for a household; null for its person',
  })
  household: HouseholdView | null;
  @Nested(() => ServicePaysDto, {
    nullable: true,
    description: 'What the service pays; null for its person, and where it pays nothing',
  })
  pays: ServicePaysDto | null;
  @ListOf(() => MatterActView, { max: matterActs.length, description: 'What the caller may do now' })
  acts: MatterActView[];
}

/** Who may be given a matter. */
export class MatterHandlerView {
  @Uuid() personId: string;
  @Text({ description: 'Masked' }) name: string;
  @Whole({ description: 'Matters in their hands' }) open: number;
}

export class MatterHandlersView {
  @ListOf(() => MatterHandlerView, { max: 200 }) items: MatterHandlerView[];
}

export class MatterFiguresRequest {
  @Uuid() unionId: string;
  @Whole({ min: 2000, max: 2100, example: 2026 }) year: number;
}

/** How one service did in a year. */
export class ServiceFiguresView {
  @Uuid() serviceId: string;
  @Text({ max: 60 }) serviceName: string;
  @Whole() sent: number;
  @Whole() decided: number;
  @Whole({ description: 'Of those decided, by the day that was said' }) inTime: number;
  @Whole({ description: 'Not over: somebody has to do something' }) waiting: number;
  @Whole({ description: 'Of those that wait, past their day' }) overdue: number;
  @Whole({
    nullable: true,
    max: 1_000,
    description:
      'Decided late or overdue, in thousandths of all that are decided or overdue; null without any',
  })
  lateThousandths: number | null;
  @Whole() rated: number;
  @Whole({
    nullable: true,
    min: 10,
    max: 50,
    description: 'Mean of the stars in tenths; null below five ratings',
  })
  starTenths: number | null;
}

/** What became of the matters that were sent in one month. */
export class MatterMonthView {
  @Text({ max: 7, description: 'Year and month in China', example: '2026-11' }) month: string;
  @Whole() sent: number;
  @Whole({ description: 'Of them, decided by the day that was said' }) inTime: number;
  @Whole({ description: 'Of them, decided later' }) late: number;
  @Whole({ description: 'Of them, not over' }) waiting: number;
}

/** How many matters of a service were about one thing, as it was confirmed: in fives, as a topic tells more than a number. */
export class TopicFiguresView {
  @Uuid() serviceId: string;
  @Text({ max: 60 }) serviceName: string;
  @Text({ max: 40, example: 'illness' }) topic: string;
  @Text({ max: 40, description: 'As the service calls it now', example: '本人或家人大病' }) label: string;
  @Whole({ min: 5, description: 'Rounded down to fives' }) sent: number;
}

export class MatterFiguresView {
  @ListOf(() => ServiceFiguresView, { max: 200 }) items: ServiceFiguresView[];
  @ListOf(() => TopicFiguresView, {
    max: 200,
    description: 'By service, the most frequent first; none of which fewer than five matters were sent',
  })
  topics: TopicFiguresView[];
  @ListOf(() => MatterMonthView, { max: 12, description: 'In their order, empty ones too' })
  months: MatterMonthView[];
}

export class PublicServiceFiguresRequest {
  @Whole({ min: 2000, max: 2100, example: 2026 }) year: number;
}

/** How one service did in a year, for anybody: numbers are rounded down to fives, so that no single matter shows in them. */
export class PublicServiceFiguresView {
  @Uuid() serviceId: string;
  @Text({ max: 60 }) serviceName: string;
  @Text({ description: 'The union that offers it' }) unionName: string;
  @Whole({ min: 5, description: 'Rounded down to fives' }) sent: number;
  @Whole({ description: 'Rounded down to fives' }) decided: number;
  @Whole({ description: 'Rounded down to fives' }) inTime: number;
  @Whole({
    nullable: true,
    max: 1_000,
    description: 'As for officers; null where it would tell of one to four matters',
  })
  lateThousandths: number | null;
  @Whole({
    nullable: true,
    min: 10,
    max: 50,
    description: 'Mean of the stars in tenths; null below five ratings',
  })
  starTenths: number | null;
}

export class PublicServiceFiguresPage {
  @ListOf(() => PublicServiceFiguresView, {
    max: 200,
    description: 'The most used first; none of which fewer than five matters were sent',
  })
  items: PublicServiceFiguresView[];
}

const byId = { tag: 'matters', status: 200, ifMatch: true } as const;
const byCode = { tag: 'matters', status: 200, public: true, idempotent: false } as const;
const sent = {
  serviceId: '019a0000-0000-7000-8000-000000000001',
  answers: { pickup: '图书室' },
  contact: { name: '张三', phone: '13800001234' },
};

export const matterContract = {
  send: command('affairs.matter.send', SendMatter, MatterReceipt, {
    http: 'POST matters',
    tag: 'matters',
    summary: 'Brings a matter under one’s own name; the receipt has number and code',
    example: sent,
  }),
  sendAnonymously: traceless(
    command('affairs.matter.send-anonymously', SendAnonymousMatter, MatterReceipt, {
      http: 'POST anonymous-matters',
      tag: 'matters',
      summary:
        'Brings a matter without a name, where the service allows it: nothing that leads to anybody is kept',
      public: true,
      idempotent: false,
      example: {
        id: '019a0000-0000-7000-8000-000000000002',
        code: codeExample,
        serviceId: sent.serviceId,
        answers: sent.answers,
      },
    }),
  ),
  enter: command('affairs.matter.enter', EnterMatter, MatterReceipt, {
    http: 'POST entered-matters',
    tag: 'matters',
    summary: 'An officer writes down what somebody brings by phone, at the counter or by letter',
    example: { ...sent, unionId: '019a0000-0000-7000-8000-000000000003', source: 'phone' },
  }),
  get: query('affairs.matter.get', MatterId, MatterView, {
    http: 'GET matters/:matterId',
    tag: 'matters',
    summary:
      'A matter, for its person, whoever has it in hand, and the second person; each reading is on record',
  }),
  list: query('affairs.matter.list', ListMatters, countedPageOf(MatterLine), {
    http: 'GET matters',
    tag: 'matters',
    summary: 'The desk of an officer or handler: what is to be taken, in hand, or late; never what it says',
  }),
  listMine: query('affairs.matter.list-mine', ListMyMatters, countedPageOf(MatterLine), {
    http: 'GET me/matters',
    tag: 'matters',
    summary: 'What the caller has brought, the newest first',
  }),
  handlers: query('affairs.matter.handlers', MatterId, MatterHandlersView, {
    http: 'GET matters/:matterId/handlers',
    tag: 'matters',
    summary: 'To whom the matter can be given',
  }),
  take: command('affairs.matter.take', MatterId, MatterView, {
    http: 'POST matters/:matterId/take',
    summary: 'The caller takes a matter that nobody has yet',
    ...byId,
  }),
  assign: command('affairs.matter.assign', AssignMatter, MatterLine, {
    http: 'POST matters/:matterId/assign',
    summary: 'An officer gives a matter to somebody; whoever had it before sees it no more',
    ...byId,
    example: { personId: '019a0000-0000-7000-8000-000000000001' },
  }),
  forward: command('affairs.matter.forward', ForwardMatter, MatterLine, {
    http: 'POST matters/:matterId/forward',
    summary: 'Passes a matter to the union above or below that it belongs to; its day stays',
    ...byId,
    example: { unionId: '019a0000-0000-7000-8000-000000000001', reason: '属于街道工会职责，请接办' },
  }),
  ask: command('affairs.matter.ask', WriteToMatter, MatterView, {
    http: 'POST matters/:matterId/ask',
    summary: 'Asks the person for something; the time stands still until they answer',
    ...byId,
    example: { text: '请补充最近三个月的工资条。' },
  }),
  reply: command('affairs.matter.reply', WriteToMatter, MatterView, {
    http: 'POST matters/:matterId/reply',
    summary: 'The person answers, or adds something',
    ...byId,
    example: { text: '已补充。' },
  }),
  note: command('affairs.matter.note', WriteToMatter, MatterView, {
    http: 'POST matters/:matterId/note',
    summary: 'A note for whoever deals with it; the person does not see it',
    ...byId,
    example: { text: '已电话核实。' },
  }),
  classify: command('affairs.matter.classify', ClassifyMatter, MatterView, {
    http: 'POST matters/:matterId/classify',
    summary: 'Whoever has it in hand says what it is about; the platform learns from it',
    ...byId,
    example: { topic: 'wages' },
  }),
  hold: command('affairs.matter.hold', HoldMatter, MatterView, {
    http: 'POST matters/:matterId/hold',
    summary: 'Lets a matter rest until a day, with a reason that the person reads; the time stands still',
    ...byId,
    example: { until: '2026-12-31', reason: '等法院开庭' },
  }),
  resume: command('affairs.matter.resume', MatterId, MatterView, {
    http: 'POST matters/:matterId/resume',
    summary: 'Goes on with a matter before its day',
    ...byId,
  }),
  decide: command('affairs.matter.decide', DecideMatter, MatterView, {
    http: 'POST matters/:matterId/decide',
    summary: 'Decides a matter, or proposes a decision where the service asks for a second person',
    ...byId,
    example: { outcome: 'issued', reasons: '借书证已制好，凭会员证到图书室领取。' },
  }),
  confirm: command('affairs.matter.confirm', MatterId, MatterView, {
    http: 'POST matters/:matterId/confirm',
    summary: 'The second person confirms a decision, or the new version of a plan that waits for one',
    ...byId,
  }),
  followUp: command('affairs.matter.follow-up', FollowUpMatter, MatterLine, {
    ...byId,
    http: 'POST matters/:matterId/follow-up',
    summary: 'Says how it goes on with what was decided until a day; then nobody is reminded of it any more',
    example: { text: '新一轮协商要约已于今天送达。' },
  }),
  return: command('affairs.matter.return', ReturnDecision, MatterView, {
    http: 'POST matters/:matterId/return',
    summary: 'The second person gives a proposed decision back, with a reason',
    ...byId,
    example: { reason: '请写明依据' },
  }),
  rate: command('affairs.matter.rate', RateMatter, MatterView, {
    http: 'POST matters/:matterId/rate',
    summary: 'The person says how it went; that closes the matter',
    ...byId,
    example: { stars: 5, text: '第二天就办好了。' },
  }),
  reopen: command('affairs.matter.reopen', ReopenMatter, MatterView, {
    http: 'POST matters/:matterId/reopen',
    summary: 'The person asks to have it done again, once, within 30 days of the decision',
    ...byId,
    example: { reason: '到图书室没有领到。' },
  }),
  withdraw: command('affairs.matter.withdraw', MatterId, MatterView, {
    http: 'POST matters/:matterId/withdraw',
    summary: 'The person takes it back before it is decided',
    ...byId,
  }),
  status: traceless(
    command('affairs.matter.status', MatterByCode, MatterStatusView, {
      http: 'POST matters/status',
      summary: 'Where a matter stands, by number and code, without signing in',
      ...byCode,
      example: { number: numberExample, code: codeExample },
    }),
  ),
  replyByCode: traceless(
    command('affairs.matter.reply-by-code', ReplyByCode, MatterStatusView, {
      http: 'POST matters/status/reply',
      summary: 'Answers, or adds something, by number and code',
      ...byCode,
      example: { number: numberExample, code: codeExample, text: '已补充。' },
    }),
  ),
  rateByCode: traceless(
    command('affairs.matter.rate-by-code', RateByCode, MatterStatusView, {
      http: 'POST matters/status/rate',
      summary: 'Says how it went, by number and code',
      ...byCode,
      example: { number: numberExample, code: codeExample, stars: 5 },
    }),
  ),
  reopenByCode: traceless(
    command('affairs.matter.reopen-by-code', ReopenByCode, MatterStatusView, {
      http: 'POST matters/status/reopen',
      summary: 'Asks to have it done again, by number and code',
      ...byCode,
      example: { number: numberExample, code: codeExample, reason: '到图书室没有领到。' },
    }),
  ),
  publicFigures: query(
    'affairs.matter.public-figures',
    PublicServiceFiguresRequest,
    PublicServiceFiguresPage,
    {
      http: 'GET public/service-figures',
      tag: 'public',
      summary: 'Shows to anyone how the services of the network did in a year, in sums',
      public: true,
      cacheSeconds: 60,
      remembered: true,
    },
  ),
  figures: query('affairs.matter.figures', MatterFiguresRequest, MatterFiguresView, {
    http: 'GET unions/:unionId/matter-figures',
    tag: 'matters',
    summary:
      'How many matters a union and those below it had in a year, decided in time and late, by service',
  }),
};
