import { command, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import { AlwaysTrue, Flag, Instant, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../../core/fields.js';

export const questionStates = ['open', 'answered', 'hidden', 'withdrawn'] as const;
export type QuestionState = (typeof questionStates)[number];

export class AskQuestionRequest {
  @Uuid() activityId: string;
  @Text({ max: 500, example: '孩子可以带自行车吗？' }) text: string;
  @Flag({ optional: true, description: 'Nobody sees who asks, not even by a masked name' })
  anonymous?: boolean | null;
}

export class ListQuestionsRequest extends PageRequest {
  @Uuid() activityId: string;
  @OneOf(questionStates, { optional: true, name: 'QuestionState' }) state?: QuestionState;
}

export class ListWaitingQuestionsRequest extends PageRequest {
  @AlwaysTrue({ description: 'Those that wait for an answer of the caller' }) waitingForMe: true;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

export class QuestionIdRequest {
  @Uuid() activityId: string;
  @Uuid() questionId: string;
}

export class AnswerQuestionRequest extends QuestionIdRequest {
  @Text({ max: 2_000, example: '可以，车棚在东门。' }) answer: string;
}

export class HideQuestionRequest extends QuestionIdRequest {
  @Text({ max: 500, description: 'Shown to the person who asked', example: '与活动无关' }) reason: string;
}

export class QuestionView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text({ max: 500 }) text: string;
  @Text({ nullable: true, description: 'Masked; null where who asks wishes not to be named' })
  askerName: string | null;
  @Flag({ description: 'The caller has asked it' }) isMine: boolean;
  @OneOf(questionStates, { name: 'QuestionState' }) state: QuestionState;
  @Text({ nullable: true, max: 2_000 }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it is hidden; for who asked and for the hosts' })
  hideReason: string | null;
  @Instant() createdAt: string;
}

/** A question in the list of what waits for somebody. */
export class WaitingQuestionView {
  @Uuid() id: string;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Text({ max: 500 }) text: string;
  @Instant() createdAt: string;
}

const shown = query('sharing.question.list', ListQuestionsRequest, pageOf(QuestionView), {
  http: 'GET activities/:activityId/questions',
  tag: 'notices',
  summary: 'Lists what was asked and answered, the newest first; the hosts and who asks also see what waits',
});

export const questionContract = {
  ask: command('sharing.question.ask', AskQuestionRequest, QuestionView, {
    http: 'POST activities/:activityId/questions',
    tag: 'notices',
    summary: 'Asks the hosts of an activity something; at most five of a person wait at a time',
    example: { text: '孩子可以带自行车吗？', anonymous: false },
  }),
  list: shown,
  waiting: query('sharing.question.waiting', ListWaitingQuestionsRequest, pageOf(WaitingQuestionView), {
    http: 'GET questions',
    tag: 'notices',
    summary: 'Lists the questions that wait for an answer of the caller, the oldest first',
  }),
  answer: versionedIn(
    command('sharing.question.answer', AnswerQuestionRequest, QuestionView, {
      http: 'POST activities/:activityId/questions/:questionId/answer',
      tag: 'notices',
      summary: 'Answers a question for a host of the activity; everybody sees both from then on',
      status: 200,
      example: { answer: '可以，车棚在东门。' },
    }),
    shown,
  ),
  hide: versionedIn(
    command('sharing.question.hide', HideQuestionRequest, QuestionView, {
      http: 'POST activities/:activityId/questions/:questionId/hide',
      tag: 'notices',
      summary: 'Hides a question, with a reason that the person who asked it sees',
      status: 200,
      example: { reason: '与活动无关' },
    }),
    shown,
  ),
  withdraw: versionedIn(
    command('sharing.question.withdraw', QuestionIdRequest, QuestionView, {
      http: 'POST activities/:activityId/questions/:questionId/withdraw',
      tag: 'notices',
      summary: 'Withdraws a question of one’s own',
      status: 200,
      example: {},
    }),
    shown,
  ),
};
