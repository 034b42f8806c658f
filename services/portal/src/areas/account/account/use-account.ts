import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Session = components['schemas']['SessionView'];
export type ApiKey = components['schemas']['ApiKeyView'];
type NewApiKey = components['schemas']['CreateApiKeyRequest'];
type AccountChange = components['schemas']['UpdateMeRequest'];

export function useChooseLanguage() {
  return useUpdateMe<{ readonly locale: NonNullable<AccountChange['locale']> }>(['me']);
}

/** Ends this session too: asking for anything anew would only be refused. */
export function useChangePassword() {
  return useUpdateMe<{ readonly currentPassword: string; readonly newPassword: string }>([]);
}

function useUpdateMe<Change extends AccountChange>(touches: readonly string[]) {
  return useSubmit({
    touches,
    send: (change: Change, key) =>
      answerOf(api.PATCH('/api/v1/me', { params: { header: { 'Idempotency-Key': key } }, body: change })),
  });
}

export function useSessions() {
  return usePages(['session', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/auth/sessions', { params: { query: page }, signal })),
  );
}

export function useEndSession() {
  return useSubmit({
    touches: ['session'],
    send: (sessionId: string) =>
      answerOf(api.DELETE('/api/v1/auth/sessions/{sessionId}', { params: { path: { sessionId } } })),
  });
}

/** Ends every other session of the person. */
export function useEndOtherSessions() {
  return useSubmit({
    touches: ['session'],
    send: (_nothing: undefined) =>
      answerOf(api.DELETE('/api/v1/auth/sessions', { params: { query: { which: 'others' } } })),
  });
}

export function useApiKeys() {
  return usePages(['apiKey', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/api-keys', { params: { query: page }, signal })),
  );
}

export function useMakeApiKey() {
  return useSubmit({
    touches: ['apiKey'],
    send: (body: NewApiKey, key) =>
      answerOf(api.POST('/api/v1/api-keys', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
}

export function useRevokeApiKey() {
  return useSubmit({
    touches: ['apiKey'],
    send: (apiKeyId: string, key) =>
      answerOf(
        api.DELETE('/api/v1/api-keys/{apiKeyId}', {
          params: { path: { apiKeyId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
