import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { type SubjectKind, subjectKinds } from '../ranking/ranking-filters.js';

type Schemas = components['schemas'];
export type Recognition = Schemas['RecognitionView'];
export type NewRecognitions = Schemas['GrantRecognitionsRequest'];

export const recognitionStates = ['granted', 'revoked'] as const;

/** What of the list is to be seen. It stands in the address, so that it can be sent to a colleague. */
export interface RecognitionFilters {
  readonly q?: string;
  readonly subjectKind?: SubjectKind;
  readonly subjectId?: string;
  readonly rankingId?: string;
  readonly state?: (typeof recognitionStates)[number];
}

/** Reads the filters out of the address; what it does not know is left out. */
export function filtersOf(search: URLSearchParams): RecognitionFilters {
  return withoutBlanks<RecognitionFilters>({
    q: (search.get('q') ?? '').trim().slice(0, 200),
    subjectKind: subjectKinds.find((one) => one === search.get('subjectKind')),
    rankingId: search.get('rankingId') ?? '',
    state: recognitionStates.find((one) => one === search.get('state')),
  });
}

export function recognitionPages(filters: RecognitionFilters): FetchPage<Recognition> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/recognitions', { params: { query: { ...filters, ...page } }, signal }));
}

export function useRecognitions(filters: RecognitionFilters) {
  return usePages<Recognition>(['recognition', 'list', filters], recognitionPages(filters));
}

export function useGrant() {
  return useSubmit({
    touches: ['recognition'],
    send: (body: NewRecognitions, key) =>
      answerOf(api.POST('/api/v1/recognitions', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
}

export function useRevoke({ id: recognitionId, version }: Recognition) {
  return useDecision({
    touches: ['recognition'],
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/recognitions/{recognitionId}/revoke', {
          params: { path: { recognitionId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

/** Whether a certificate is genuine; asked once there is a code. */
export function useVerification(code: string) {
  return useQuery({
    queryKey: ['recognitionVerification', code],
    enabled: code !== '',
    retry: false,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/public/recognitions/verify', { params: { query: { code } }, signal })),
  });
}
