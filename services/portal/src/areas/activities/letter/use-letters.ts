import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type LetterTemplate = components['schemas']['LetterTemplateView'];
export type LetterKind = LetterTemplate['kind'];
export type Letter = components['schemas']['LetterView'];
export type MyLetter = components['schemas']['MyLetterView'];
type NewTemplate = components['schemas']['CreateLetterTemplateRequest'];

const touchesTemplates = ['letterTemplate'];
const touchesLetters = ['letter'];

export function useLetterTemplates(unionId: string, retired: boolean) {
  return usePages(['letterTemplate', unionId, retired], (page, signal) =>
    answerOf(
      api.GET('/api/v1/letter-templates', {
        params: { query: { unionId, retired, ...page } },
        signal,
      }),
    ),
  );
}

export function useAddTemplate() {
  return useSubmit({
    touches: touchesTemplates,
    send: (body: NewTemplate, key) =>
      answerOf(
        api.POST('/api/v1/letter-templates', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
  });
}

const addressOf = ({ id: templateId }: LetterTemplate, key: string) => ({
  params: { path: { templateId }, header: { 'Idempotency-Key': key } },
});

export function useRetireTemplate(template: LetterTemplate) {
  return useSubmit({
    touches: touchesTemplates,
    send: (_nothing: null, key) =>
      answerOf(api.DELETE('/api/v1/letter-templates/{templateId}', addressOf(template, key))),
  });
}

export function useRestoreTemplate(template: LetterTemplate) {
  return useSubmit({
    touches: touchesTemplates,
    send: (_nothing: null, key) =>
      answerOf(api.POST('/api/v1/letter-templates/{templateId}/restore', addressOf(template, key))),
  });
}

export function useLetters(activityId: string) {
  return usePages(['letter', activityId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/letters', {
        params: { path: { activityId }, query: page },
        signal,
      }),
    ),
  );
}

export function useIssueLetters(activityId: string) {
  return useSubmit({
    touches: touchesLetters,
    send: (templateId: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/letters', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body: { templateId },
        }),
      ),
  });
}

export function useRevokeLetter({ activityId, id: letterId, version }: Letter) {
  return useDecision({
    touches: touchesLetters,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/letters/{letterId}/revoke', {
          params: { path: { activityId, letterId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useMyLetters() {
  return usePages(['letter', 'mine'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/letters', { params: { query: page }, signal })),
  );
}

/** Whether a letter is genuine; asked once both are there. */
export function useVerification(number: string, code: string) {
  return useQuery({
    queryKey: ['letterVerification', number, code],
    enabled: number !== '' && code !== '',
    retry: false,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/public/letters/verify', { params: { query: { number, code } }, signal })),
  });
}
