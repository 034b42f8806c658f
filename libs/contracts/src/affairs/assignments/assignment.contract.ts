import { OmitType, PickType } from '@nestjs/swagger';
import {
  command,
  countedPageOf,
  CountedPageRequest,
  NoRequest,
  pageOf,
  PageRequest,
  query,
} from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  OrderBy,
  type OrderWord,
  Text,
  Uuid,
  UuidList,
  Whole,
} from '../../core/fields.js';
import { FormQuestionDto, questionsMax } from '../../words/form-question.js';
import { attachmentTypes } from '../../words/media-types.js';
import { AttachmentFileView } from '../../words/uploads.js';
import {
  BulletinAttachmentDto,
  bulletinAttachmentsMax,
  BulletinAttachmentView,
} from '../bulletins/bulletin.contract.js';

/** It is written, given to unions below, and closed. */
export const assignmentStates = ['draft', 'given', 'closed'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** A notice asks for a receipt alone; a task has a form that comes back. */
export const assignmentKinds = ['notice', 'task'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

/** To whom it goes: all unions below, those directly below, or some of them. */
export const assignmentScopes = ['all', 'children', 'chosen'] as const;
export type AssignmentScope = (typeof assignmentScopes)[number];

/** How far one union is with its part. */
export const assignmentPartStates = ['waiting', 'read', 'begun', 'returned', 'sentBack', 'accepted'] as const;
export type AssignmentPartState = (typeof assignmentPartStates)[number];

/** Of a wish for more time. */
export const assignmentDelayStates = ['asked', 'granted', 'refused'] as const;
export type AssignmentDelayState = (typeof assignmentDelayStates)[number];

/** What the caller may do with a part now. */
export const assignmentPartActs = [
  'receive',
  'save',
  'return',
  'askDelay',
  'accept',
  'sendBack',
  'decideDelay',
] as const;
export type AssignmentPartAct = (typeof assignmentPartActs)[number];

/** What the platform can count of a union by itself. */
export const assignmentFigureKinds = ['members', 'unions', 'officers'] as const;
export type AssignmentFigureKind = (typeof assignmentFigureKinds)[number];

export const chosenUnionsMax = 200;
const reasonMax = 500;
const textMax = 5_000;

/** That the answer to a question is a number which the platform can count: it is offered, and whoever answers may change it. */
export class AssignmentFigureDto {
  @Text({ max: 40, description: 'One that asks for a number', example: 'members' }) questionId: string;
  @OneOf(assignmentFigureKinds, {
    name: 'AssignmentFigureKind',
    description:
      'Active members of the union and of those below it; open unions below it; people who are its officers',
  })
  figure: AssignmentFigureKind;
}

/** What an officer says about an assignment. */
export class AssignmentContent {
  @Text({ max: 100, example: '第四季度工会活动统计' }) title: string;
  @Text({ max: textMax, description: 'What is to be done', example: '请填报本季度开展的活动和参加人次。' })
  text: string;
  @OneOf(assignmentKinds, { name: 'AssignmentKind' }) kind: AssignmentKind;
  @ListOf(() => FormQuestionDto, {
    max: questionsMax,
    description: 'The form to return; numbers are added up',
  })
  questions: FormQuestionDto[];
  @CalendarDate({ description: 'The last day', example: '2099-12-31' }) dueOn: string;
  @OneOf(assignmentScopes, { name: 'AssignmentScope' }) scope: AssignmentScope;
  @UuidList({ max: chosenUnionsMax, description: 'Of `chosen`: the unions' }) unionIds: string[];
  @UuidList({
    optional: true,
    max: chosenUnionsMax,
    description: 'Of `chosen`: unions that stand for themselves and all below them; none where absent',
  })
  branchIds?: string[] | null;
  @ListOf(() => BulletinAttachmentDto, {
    optional: true,
    max: bulletinAttachmentsMax,
    description: 'As they were added for bulletins of the union, in order; none where absent',
  })
  attachments?: BulletinAttachmentDto[] | null;
  @ListOf(() => AssignmentFigureDto, {
    optional: true,
    max: questionsMax,
    description: 'Numbers that the platform offers; none where absent',
  })
  figures?: AssignmentFigureDto[] | null;
}

export class CreateAssignment extends AssignmentContent {
  @Uuid({ description: 'The union that gives it' }) unionId: string;
  @Uuid({
    optional: true,
    description: 'The part of this union in an assignment from above, which it hands on to those below it',
  })
  parentPartId?: string | null;
}

export class ChangeAssignment extends AssignmentContent {
  @Uuid() assignmentId: string;
}

export class AssignmentId {
  @Uuid() assignmentId: string;
}

export class CloseAssignment {
  @Uuid() assignmentId: string;
  @Text({ max: reasonMax, example: '统计已经完成' }) reason: string;
}

export const assignmentOrders = ['dueOn'] as const;
export type AssignmentOrder = OrderWord<(typeof assignmentOrders)[number]>;

export class ListAssignments extends CountedPageRequest {
  @OneOf(assignmentStates, { optional: true, name: 'AssignmentState' }) state?: AssignmentState;
  @OrderBy(
    assignmentOrders,
    'the newest first',
    'How many unions have done it is counted of a page alone, so it is no order of the list',
  )
  order?: AssignmentOrder;
}

export class AssignmentLine {
  @Uuid() id: string;
  @Whole() version: number;
  @Text({ max: 100 }) title: string;
  @OneOf(assignmentKinds, { name: 'AssignmentKind' }) kind: AssignmentKind;
  @OneOf(assignmentStates, { name: 'AssignmentState' }) state: AssignmentState;
  @Uuid() unionId: string;
  @Text({ description: 'The union that gives it' }) unionName: string;
  @CalendarDate() dueOn: string;
  @Whole({ description: 'Unions to which it was given' }) unions: number;
  @Whole({ description: 'Unions that have returned it, or read a notice' }) done: number;
  @Whole({ description: 'Unions that are past their day' }) late: number;
}

export class AssignmentStateCount {
  @OneOf(assignmentPartStates, { name: 'AssignmentPartState' }) state: AssignmentPartState;
  @Whole() count: number;
}

/** What unions have returned to one question that asks for a number. */
export class AssignmentTotal {
  @Text({ max: 40 }) questionId: string;
  @Whole({ description: 'Unions that gave a number' }) unions: number;
  @Fraction() sum: number;
}

export class AssignmentView extends OmitType(AssignmentLine, []) {
  @Text({ max: textMax }) text: string;
  @ListOf(() => FormQuestionDto, { max: questionsMax }) questions: FormQuestionDto[];
  @OneOf(assignmentScopes, { name: 'AssignmentScope' }) scope: AssignmentScope;
  @UuidList({ max: chosenUnionsMax }) unionIds: string[];
  @UuidList({ max: chosenUnionsMax, description: 'With all below them' }) branchIds: string[];
  @ListOf(() => BulletinAttachmentView, { max: bulletinAttachmentsMax, description: 'In order' })
  attachments: BulletinAttachmentView[];
  @ListOf(() => AssignmentFigureDto, { max: questionsMax }) figures: AssignmentFigureDto[];
  @Instant({ nullable: true }) givenAt: string | null;
  @Uuid({ nullable: true }) givenBy: string | null;
  @Text({ nullable: true, description: 'Masked' }) givenByName: string | null;
  @CalendarDate({ nullable: true, description: 'When those who are late were reminded last' }) remindedOn:
    string | null;
  @Text({ nullable: true, max: reasonMax }) closeReason: string | null;
  @ListOf(() => AssignmentStateCount, { max: assignmentPartStates.length }) counts: AssignmentStateCount[];
  @Whole({ description: 'Unions that ask for more time' }) delaysAsked: number;
  @ListOf(() => AssignmentTotal, {
    max: questionsMax,
    description: 'Of what was returned and not sent back',
  })
  totals: AssignmentTotal[];
}

/** Which parts of an assignment: all, those past their day, or those that ask for more time. */
export const assignmentPartFilters = ['late', 'delayAsked'] as const;
export type AssignmentPartFilter = (typeof assignmentPartFilters)[number];

export class ListAssignmentParts extends PageRequest {
  @Uuid() assignmentId: string;
  @OneOf(assignmentPartStates, { optional: true, name: 'AssignmentPartState' }) state?: AssignmentPartState;
  @OneOf(assignmentPartFilters, { optional: true, name: 'AssignmentPartFilter' })
  only?: AssignmentPartFilter;
}

/** Of the parts of the caller’s own unions: what is owed, by its day, or all, the newest first. */
export const assignmentDesks = ['owed', 'all'] as const;
export type AssignmentDesk = (typeof assignmentDesks)[number];

export class ListMyAssignmentParts extends PageRequest {
  @OneOf(assignmentDesks, { name: 'AssignmentDesk' }) desk: AssignmentDesk;
}

/** The part of one union in an assignment. */
export class AssignmentPartLine {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() assignmentId: string;
  @Text({ max: 100 }) title: string;
  @OneOf(assignmentKinds, { name: 'AssignmentKind' }) kind: AssignmentKind;
  @Text({ description: 'The union that gives it' }) giverName: string;
  @Uuid() unionId: string;
  @Text({ description: 'The union whose part it is' }) unionName: string;
  @OneOf(assignmentPartStates, { name: 'AssignmentPartState' }) state: AssignmentPartState;
  @CalendarDate() dueOn: string;
  @Whole({
    nullable: true,
    min: -10_000,
    description: 'Working days left; below 0 once it is late; null where nothing is owed',
  })
  daysLeft: number | null;
  @OneOf(assignmentDelayStates, { nullable: true, name: 'AssignmentDelayState' })
  delayState: AssignmentDelayState | null;
  @CalendarDate({ nullable: true }) delayUntil: string | null;
  @Text({ nullable: true, max: reasonMax }) delayReason: string | null;
  @Instant({ nullable: true }) returnedAt: string | null;
  @Json({ nullable: true, description: 'What was returned last; null before' })
  answers: Record<string, unknown> | null;
}

export class AssignmentPartActView {
  @OneOf(assignmentPartActs, { name: 'AssignmentPartAct' }) act: AssignmentPartAct;
}

/** A number that the platform has counted of the union whose part it is. */
export class AssignmentCountedView extends AssignmentFigureDto {
  @Whole({ description: 'As it is now' }) value: number;
}

export class AssignmentPartView extends OmitType(AssignmentPartLine, []) {
  @Text({ max: textMax }) text: string;
  @ListOf(() => FormQuestionDto, { max: questionsMax }) questions: FormQuestionDto[];
  @ListOf(() => BulletinAttachmentView, { max: bulletinAttachmentsMax, description: 'In order' })
  attachments: BulletinAttachmentView[];
  @Json({ nullable: true, description: 'Saved and not returned yet; for the officers of the union alone' })
  draft: Record<string, unknown> | null;
  @Uuid({ nullable: true }) returnedBy: string | null;
  @Text({ nullable: true, description: 'Masked' }) returnedByName: string | null;
  @Text({ nullable: true, max: reasonMax }) sentBackReason: string | null;
  @OneOf(assignmentStates, { name: 'AssignmentState' }) assignmentState: AssignmentState;
  @Flag({ description: 'The union has given it to unions below it' }) handedOn: boolean;
  @Uuid({ nullable: true, description: 'That assignment; for the officers of the union alone' }) handedOnId:
    string | null;
  @ListOf(() => AssignmentTotal, {
    max: questionsMax,
    description: 'What the unions below have returned to the same questions, as an offer',
  })
  offers: AssignmentTotal[];
  @ListOf(() => AssignmentCountedView, {
    max: questionsMax,
    description: 'What the platform has counted, as an offer; for the officers of the union alone',
  })
  counted: AssignmentCountedView[];
  @ListOf(() => AssignmentPartActView, { max: assignmentPartActs.length }) acts: AssignmentPartActView[];
}

export class AssignmentPartId {
  @Uuid() partId: string;
}

export class AnswerAssignment {
  @Uuid() partId: string;
  @Json({ description: 'By the id of the question' }) answers: Record<string, unknown>;
}

export class SendBackAssignment {
  @Uuid() partId: string;
  @Text({ max: reasonMax, example: '人次应按签到数填' }) reason: string;
}

export class AskAssignmentDelay {
  @Uuid() partId: string;
  @CalendarDate({ example: '2099-12-31' }) until: string;
  @Text({ max: reasonMax, example: '年底盘点，数据还没有出来' }) reason: string;
}

export class DecideAssignmentDelay {
  @Uuid() partId: string;
  @Flag() granted: boolean;
}

/** What a template says; whom it goes to and until when is up to whoever gives it. */
export class AssignmentTemplateContent extends PickType(AssignmentContent, [
  'title',
  'text',
  'kind',
  'questions',
]) {
  @ListOf(() => AssignmentFigureDto, { max: questionsMax }) figures: AssignmentFigureDto[];
}

export class AssignmentAttachmentRequest {
  @Uuid() assignmentId: string;
  @Uuid() fileId: string;
}

export class AssignmentPartAttachmentRequest {
  @Uuid() partId: string;
  @Uuid() fileId: string;
}

/** What an assignment begins with that asks for something usual. */
export class AssignmentTemplateView {
  @Text({ max: 40 }) id: string;
  @Whole({ min: 1, max: 366, description: 'Days that unions usually have' }) days: number;
  @Nested(() => AssignmentTemplateContent) content: AssignmentTemplateContent;
}

export class AssignmentTemplatesView {
  @ListOf(() => AssignmentTemplateView, { max: 50 }) items: AssignmentTemplateView[];
}

const content = {
  title: '第四季度工会活动统计',
  text: '请填报本季度开展的活动和参加人次。',
  kind: 'task',
  questions: [{ id: 'events', kind: 'number', title: '活动场次', required: true, unit: '场' }],
  dueOn: '2099-12-31',
  scope: 'all',
  unionIds: [],
};
const acting = { tag: 'assignments', status: 200, ifMatch: true } as const;

export const assignmentContract = {
  create: command('affairs.assignment.create', CreateAssignment, AssignmentView, {
    http: 'POST assignments',
    tag: 'assignments',
    summary: 'Begins an assignment for unions below; nobody else sees it before it is given',
    example: { ...content, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.assignment.change', ChangeAssignment, AssignmentView, {
    http: 'PUT assignments/:assignmentId',
    tag: 'assignments',
    summary: 'Changes an assignment before it is given',
    ifMatch: true,
    example: content,
  }),
  give: command('affairs.assignment.give', AssignmentId, AssignmentView, {
    ...acting,
    http: 'POST assignments/:assignmentId/give',
    summary: 'Gives it to the unions; their officers are told within moments',
  }),
  close: command('affairs.assignment.close', CloseAssignment, AssignmentView, {
    ...acting,
    http: 'POST assignments/:assignmentId/close',
    summary: 'Ends it: nothing is owed any more, and what was returned stays',
    example: { reason: '统计已经完成' },
  }),
  remind: command('affairs.assignment.remind', AssignmentId, AssignmentView, {
    ...acting,
    http: 'POST assignments/:assignmentId/remind',
    summary: 'Reminds the unions that are late, at most once a day',
  }),
  get: query('affairs.assignment.get', AssignmentId, AssignmentView, {
    http: 'GET assignments/:assignmentId',
    tag: 'assignments',
    summary: 'The board of an assignment: how far its unions are, and what their numbers add up to',
  }),
  list: query('affairs.assignment.list', ListAssignments, countedPageOf(AssignmentLine), {
    http: 'GET assignments',
    tag: 'assignments',
    summary: 'What the unions give at which the caller is an officer, the newest first or in another order',
  }),
  templates: query('affairs.assignment.templates', NoRequest, AssignmentTemplatesView, {
    http: 'GET assignment-templates',
    tag: 'assignments',
    summary: 'What an assignment can begin with, for officers',
  }),
  attachment: query('affairs.assignment.attachment', AssignmentAttachmentRequest, AttachmentFileView, {
    http: 'GET assignments/:assignmentId/attachments/:fileId',
    tag: 'assignments',
    summary: 'An attachment of an assignment, to be saved, for officers of the union that gives it',
    files: attachmentTypes,
    isFileOnly: true,
  }),
};

export const assignmentPartContract = {
  attachment: query(
    'affairs.assignment-part.attachment',
    AssignmentPartAttachmentRequest,
    AttachmentFileView,
    {
      http: 'GET assignment-parts/:partId/attachments/:fileId',
      tag: 'assignments',
      summary: 'An attachment of what a union has to do, to be saved, for whoever may read its part',
      files: attachmentTypes,
      isFileOnly: true,
    },
  ),
  list: query('affairs.assignment-part.list', ListAssignmentParts, pageOf(AssignmentPartLine), {
    http: 'GET assignments/:assignmentId/parts',
    tag: 'assignments',
    summary: 'The unions of an assignment: what is owed first, by its day',
  }),
  listMine: query('affairs.assignment-part.list-mine', ListMyAssignmentParts, pageOf(AssignmentPartLine), {
    http: 'GET assignment-parts',
    tag: 'assignments',
    summary: 'What unions above gave to those at which the caller is an officer',
  }),
  get: query('affairs.assignment-part.get', AssignmentPartId, AssignmentPartView, {
    http: 'GET assignment-parts/:partId',
    tag: 'assignments',
    summary: 'What one union has to do, and what it returned',
  }),
  receive: command('affairs.assignment-part.receive', AssignmentPartId, AssignmentPartView, {
    ...acting,
    http: 'POST assignment-parts/:partId/receive',
    summary: 'Says that the union has read it; with a notice that is all',
  }),
  save: command('affairs.assignment-part.save', AnswerAssignment, AssignmentPartView, {
    http: 'PUT assignment-parts/:partId/draft',
    tag: 'assignments',
    summary: 'Keeps what is filled in so far',
    ifMatch: true,
    example: { answers: { events: 3 } },
  }),
  return: command('affairs.assignment-part.return', AnswerAssignment, AssignmentPartView, {
    ...acting,
    http: 'POST assignment-parts/:partId/return',
    summary: 'Returns the form; it can be corrected until it is accepted',
    example: { answers: { events: 3 } },
  }),
  askDelay: command('affairs.assignment-part.ask-delay', AskAssignmentDelay, AssignmentPartView, {
    ...acting,
    http: 'POST assignment-parts/:partId/ask-delay',
    summary: 'Asks the union above for more time',
    example: { until: '2099-12-31', reason: '年底盘点，数据还没有出来' },
  }),
  decideDelay: command('affairs.assignment-part.decide-delay', DecideAssignmentDelay, AssignmentPartView, {
    ...acting,
    http: 'POST assignment-parts/:partId/decide-delay',
    summary: 'Grants or refuses more time',
    example: { granted: true },
  }),
  accept: command('affairs.assignment-part.accept', AssignmentPartId, AssignmentPartView, {
    ...acting,
    http: 'POST assignment-parts/:partId/accept',
    summary: 'Accepts what a union returned; it is not changed any more',
  }),
  sendBack: command('affairs.assignment-part.send-back', SendBackAssignment, AssignmentPartView, {
    ...acting,
    http: 'POST assignment-parts/:partId/send-back',
    summary: 'Sends back what a union returned, to be mended',
    example: { reason: '人次应按签到数填' },
  }),
};
