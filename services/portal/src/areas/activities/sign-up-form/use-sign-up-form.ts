import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import type { FetchPage } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { SignUpFormView } from './question.model.js';

export type AnswersLine = components['schemas']['AnswersLineView'];
export type AnswersSummary = components['schemas']['AnswersSummaryView'];
export type QuestionSummary = components['schemas']['QuestionSummaryView'];
type NewForm = components['schemas']['SaveSignUpFormBody'];

/** What is asked at sign-up; not asked for where the activity says that nothing is. */
export function useSignUpForm({ id, formVersion }: { readonly id: string; readonly formVersion: number }) {
  return useQuery({
    queryKey: ['activity', 'signUpForm', id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/sign-up-form', { params: { path: { activityId: id } } }),
      ),
    enabled: formVersion > 0,
  });
}

export function useSaveForm(activityId: string) {
  return useSubmit({
    touches: ['activity'],
    send: ({ version, ...body }: NewForm & Pick<SignUpFormView, 'version'>, key) =>
      answerOf(
        api.PUT('/api/v1/activities/{activityId}/sign-up-form', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useMyAnswers(registrationId: string) {
  return useQuery({
    queryKey: ['registration', 'answers', registrationId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/registrations/{registrationId}/answers', { params: { path: { registrationId } } }),
      ),
  });
}

export function useGiveAnswers(registrationId: string) {
  return useSubmit({
    touches: ['registration'],
    send: (body: components['schemas']['GiveAnswersBody'], key) =>
      answerOf(
        api.PUT('/api/v1/registrations/{registrationId}/answers', {
          params: { path: { registrationId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useAnswersSummary(activityId: string) {
  return useQuery({
    queryKey: ['registration', 'answersSummary', activityId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/answers/summary', { params: { path: { activityId } } }),
      ),
  });
}

export function answersPages(activityId: string): FetchPage<AnswersLine> {
  return (query, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/answers', { params: { path: { activityId }, query }, signal }),
    );
}
