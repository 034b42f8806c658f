import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { Grant, Grantee } from './grant-values.js';

type Schemas = components['schemas'];
const touches = ['resource', 'loan'];

/** Whom a right would reach; asked for once the form rests. */
export function useGrantPreview(resourceId: string, to: Grantee | null) {
  const rested = useDebounced(to === null ? '' : JSON.stringify(to));
  return useQuery({
    queryKey: ['resource', resourceId, 'grant-preview', rested],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/resources/{resourceId}/grants/preview', {
          params: { path: { resourceId } },
          body: { to: JSON.parse(rested) as Grantee },
          signal,
        }),
      ),
    enabled: rested !== '',
    staleTime: 30_000,
    retry: false,
  });
}

/** What a revocation would do. */
export function useRevocationPreview(grant: Grant, body: Schemas['RevokeGrantBody']) {
  const { resourceId, id: grantId } = grant;
  const rested = useDebounced(JSON.stringify(body));
  return useQuery({
    queryKey: ['resource', resourceId, 'revocation-preview', grantId, rested],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/resources/{resourceId}/grants/{grantId}/revoke/preview', {
          params: { path: { resourceId, grantId } },
          body: JSON.parse(rested) as Schemas['RevokeGrantBody'],
          signal,
        }),
      ),
    retry: false,
  });
}

export function useEditGrant({ resourceId, id: grantId, version }: Grant) {
  return useSubmit({
    send: (body: Schemas['EditGrantBody'], key) =>
      answerOf(
        api.PATCH('/api/v1/resources/{resourceId}/grants/{grantId}', {
          params: { path: { resourceId, grantId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useRevoke({ resourceId, id: grantId, version }: Grant) {
  return useDecision({
    send: (body: Schemas['RevokeGrantBody'], key) =>
      answerOf(
        api.POST('/api/v1/resources/{resourceId}/grants/{grantId}/revoke', {
          params: { path: { resourceId, grantId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useUndoRevocation({ resourceId, id: grantId }: Grant) {
  return useSubmit({
    send: (_nothing: undefined, key) =>
      answerOf(
        api.DELETE('/api/v1/resources/{resourceId}/grants/{grantId}/revocation', {
          params: { path: { resourceId, grantId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches,
  });
}
