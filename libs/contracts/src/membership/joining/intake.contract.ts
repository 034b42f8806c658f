import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type IntakeKind, intakeKinds } from '../membership-events.js';

export const intakeStates = ['open', 'answered', 'closed'] as const;
export type IntakeState = (typeof intakeStates)[number];

/**
 * How an entry came to its end: its author withdrew it before it was answered, or found it resolved after; or it was
 * answered, and its author said nothing for a fortnight. Officers could close unanswered ones until 0.2.
 */
export const intakeEndings = ['withdrawn', 'resolved', 'byOfficer', 'lapsed'] as const;
export type IntakeEnding = (typeof intakeEndings)[number];

/** As often an entry can be answered. */
export const intakeAnswersMax = 20;

const textMax = 2_000;
/** A path of the portal and nothing else: an officer follows it, so it must not lead to another site. */
const pagePattern = /^\/(?!\/)[\w.~%/-]*$/;

export class IntakeSubjectDto {
  @Text({ max: 40, pattern: /^[a-z][a-zA-Z-]*$/, example: 'activity', description: 'What kind of thing' })
  noun: string;

  @Uuid() id: string;
}

export class SendIntakeRequest {
  @OneOf(intakeKinds, { name: 'IntakeKind' }) kind: IntakeKind;

  @Text({ max: textMax, example: '周六活动的大巴没有安全带，希望下次换车。' })
  text: string;

  @Text({
    optional: true,
    max: 500,
    pattern: pagePattern,
    example: '/activities',
    description: 'The path of the page where the person was, without its query',
  })
  page?: string | null;

  @Nested(() => IntakeSubjectDto, { optional: true, description: 'What it is about' })
  subject?: IntakeSubjectDto | null;
}

export class IntakeIdRequest {
  @Uuid() intakeId: string;
}

export class ListIntakeRequest extends PageRequest {
  @Flag({
    optional: true,
    description: 'Only open ones of the unions at which the caller is an officer, and of none below them',
  })
  waitingForMe?: boolean;
  @OneOf(intakeStates, { optional: true, name: 'IntakeState' }) state?: IntakeState;
  @OneOf(intakeKinds, { optional: true, name: 'IntakeKind' }) kind?: IntakeKind;
}

export class ListMyIntakeRequest extends PageRequest {
  @OneOf(intakeStates, { optional: true, name: 'IntakeState' }) state?: IntakeState;
}

export class AnswerIntakeRequest {
  @Uuid() intakeId: string;
  @Text({ max: textMax, example: '谢谢提醒，已联系车队更换车辆。' }) text: string;
}

export class RouteIntakeRequest {
  @Uuid() intakeId: string;
  @Uuid({ description: 'A union above the present one, or one that the officer answers for' })
  unionId: string;
}

export class AskAgainRequest {
  @Uuid() intakeId: string;
  @Text({ max: textMax, example: '换的车还是没有安全带。', description: 'What is not resolved yet' })
  text: string;
}

export class CloseIntakeRequest {
  @Uuid() intakeId: string;
  @Text({ optional: true, max: 500, description: 'Why, if its author likes to say' })
  reason?: string | null;
}

export class IntakeAnswerView {
  @Text({ max: textMax }) text: string;
  @Uuid({ description: 'The union for which it was answered' }) unionId: string;
  @Text() unionName: string;
  @Uuid() answeredBy: string;
  @Instant() answeredAt: string;
}

/** What the author added after an answer that did not help. */
export class IntakeFollowUpView {
  @Text({ max: textMax }) text: string;
  @Instant() askedAt: string;
}

export class IntakeSummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(intakeKinds, { name: 'IntakeKind' }) kind: IntakeKind;
  @OneOf(intakeStates, { name: 'IntakeState' }) state: IntakeState;
  @Text({ max: textMax }) text: string;
  @Text({ nullable: true, max: 500 }) page: string | null;
  @Nested(() => IntakeSubjectDto, { nullable: true }) subject: IntakeSubjectDto | null;
  @Uuid() personId: string;
  @Text({ description: '张三, or 张* for whoever is no officer of his union or above' }) personName: string;
  @Text({ description: 'The union to which the person belonged when he wrote' }) personUnionName: string;
  @Uuid({ description: 'The union that is to answer' }) unionId: string;
  @Text() unionName: string;
  @Nested(() => IntakeAnswerView, { nullable: true, description: 'The latest answer' })
  answer: IntakeAnswerView | null;
  @Instant({ description: 'Answered by then: seven days after it was sent, or asked again' }) dueAt: string;
  @Flag({ description: 'Still open past that time' }) overdue: boolean;
  @Instant() createdAt: string;
  @Instant({
    nullable: true,
    description: 'When an answered entry closes by itself, unless its author asks again',
  })
  closesAt: string | null;
  @Instant({ nullable: true }) closedAt: string | null;
  @Text({ nullable: true, max: 500 }) closeReason: string | null;
  @OneOf(intakeEndings, {
    nullable: true,
    name: 'IntakeEnding',
    description:
      'Withdrawn or found resolved by its author, closed by an officer, or lapsed a fortnight after an answer',
  })
  ending: IntakeEnding | null;
}

export class IntakeView extends IntakeSummaryView {
  @ListOf(() => IntakeAnswerView, { max: intakeAnswersMax, description: 'All of them, the first one first' })
  answers: IntakeAnswerView[];

  @ListOf(() => IntakeFollowUpView, {
    max: intakeAnswersMax,
    description: 'What its author asked again, the first one first',
  })
  followUps: IntakeFollowUpView[];
}

export const intakeContract = {
  send: command('membership.intake.send', SendIntakeRequest, IntakeView, {
    http: 'POST intake',
    tag: 'intake',
    summary: 'Sends a complaint, a suggestion or a question to the union of the caller',
    example: {
      kind: 'complaint',
      text: '周六活动的大巴没有安全带，希望下次换车。',
      page: '/activities',
      subject: { noun: 'activity', id: '019a0000-0000-7000-8000-000000000001' },
    },
  }),
  get: query('membership.intake.get', IntakeIdRequest, IntakeView, {
    http: 'GET intake/:intakeId',
    tag: 'intake',
    summary: 'An entry with all answers, for its sender and for the officers of its union and above',
  }),
  list: query('membership.intake.list', ListIntakeRequest, pageOf(IntakeSummaryView), {
    http: 'GET intake',
    tag: 'intake',
    summary: 'What was sent to the unions of an officer: newest first, but what is open by its deadline',
  }),
  listMine: query('membership.intake.listMine', ListMyIntakeRequest, pageOf(IntakeSummaryView), {
    http: 'GET me/intake',
    tag: 'intake',
    summary: 'What the caller has sent himself, newest first',
  }),
  answer: command('membership.intake.answer', AnswerIntakeRequest, IntakeView, {
    http: 'POST intake/:intakeId/answer',
    tag: 'intake',
    summary: 'Answers an entry; one that was answered may be answered again',
    status: 200,
    ifMatch: true,
    example: { text: '谢谢提醒，已联系车队更换车辆。' },
  }),
  route: command('membership.intake.route', RouteIntakeRequest, IntakeView, {
    http: 'POST intake/:intakeId/route',
    tag: 'intake',
    summary: 'Passes an entry to a union above, or to one that the officer answers for; its deadline stays',
    status: 200,
    ifMatch: true,
    example: { unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  askAgain: command('membership.intake.askAgain', AskAgainRequest, IntakeView, {
    http: 'POST intake/:intakeId/ask-again',
    tag: 'intake',
    summary: 'Its author asks again after an answer: it is open once more, to be answered within seven days',
    status: 200,
    ifMatch: true,
    example: { text: '换的车还是没有安全带。' },
  }),
  close: command('membership.intake.close', CloseIntakeRequest, IntakeView, {
    http: 'POST intake/:intakeId/close',
    tag: 'intake',
    summary:
      'Ends an entry: its author, and nobody else, withdraws it before an answer and finds it resolved after',
    status: 200,
    ifMatch: true,
    example: { reason: '已经自己解决' },
  }),
};
