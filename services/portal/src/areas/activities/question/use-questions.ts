import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Question = components['schemas']['QuestionView'];
type NewQuestion = components['schemas']['AskQuestionBody'];

const touches = ['question'];

export function useQuestions(activityId: string) {
  return usePages(['question', activityId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/questions', {
        params: { path: { activityId }, query: page },
        signal,
      }),
    ),
  );
}

export function useAskQuestion(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewQuestion, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/questions', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

const addressOf = ({ activityId, id: questionId, version }: Question, key: string) => ({
  path: { activityId, questionId },
  header: submitHeaders(key, version),
});

export function useAnswerQuestion(question: Question) {
  return useDecision({
    touches,
    send: (answer: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/questions/{questionId}/answer', {
          params: addressOf(question, key),
          body: { answer },
        }),
      ),
  });
}

export function useHideQuestion(question: Question) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/questions/{questionId}/hide', {
          params: addressOf(question, key),
          body: { reason },
        }),
      ),
  });
}

export function useWithdrawQuestion(question: Question) {
  return useDecision({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/questions/{questionId}/withdraw', {
          params: addressOf(question, key),
        }),
      ),
  });
}
