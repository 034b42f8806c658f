import { command, pageOf, PageRequest, query, versionedIn } from '../contract.js';
import { AlwaysTrue, Flag, Instant, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../fields.js';

export const questionStates = ['open', 'answered', 'hidden', 'withdrawn'] as const;
export type QuestionState = (typeof questionStates)[number];

export class AskQuestionRequest {
  @Uuid() activityId: string;
  @Text({ max: 500, example: '孩子可以带自行车吗？' }) text: string;
  @Flag({ optional: true, description: 'Nobody is told who asks, not even by a masked name' })
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
  @Text({ max: 500, description: 'Told to who asked', example: '与活动无关' }) reason: string;
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

const shown = query('sharing.question.list', ListQuestionsRequest, pageOf(QuestionView));

export const questionContract = {
  ask: command('sharing.question.ask', AskQuestionRequest, QuestionView),
  list: shown,
  waiting: query('sharing.question.waiting', ListWaitingQuestionsRequest, pageOf(WaitingQuestionView)),
  answer: versionedIn(command('sharing.question.answer', AnswerQuestionRequest, QuestionView), shown),
  hide: versionedIn(command('sharing.question.hide', HideQuestionRequest, QuestionView), shown),
  withdraw: versionedIn(command('sharing.question.withdraw', QuestionIdRequest, QuestionView), shown),
};
