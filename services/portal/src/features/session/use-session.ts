import { useMutation, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { answerOf } from '../../api/client.js';
import { api, session } from '../../api/platform.js';
import { queryKeys } from '../../api/query-keys.js';
import { dropDrafts } from '../../shell/draft.js';

export interface Credentials {
  readonly account: string;
  readonly password: string;
}

export function useSignedIn(): boolean {
  return useSyncExternalStore(session.subscribe, session.isSignedIn);
}

export function useMe() {
  return useQuery({
    queryKey: queryKeys.me,
    queryFn: () => answerOf(api.GET('/api/v1/me')),
    staleTime: 300_000,
  });
}

export function useSignIn() {
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      answerOf(api.POST('/api/v1/auth/sessions', { body: credentials })),
    onSuccess: (tokens) => session.begin(tokens),
  });
}

const patienceMs = 3_000;

/** Ends the session here in any case: who leaves a shared computer must not depend on the network. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      const claims = session.claims();
      if (claims === null) return;
      const { sessionId } = claims;
      await api.DELETE('/api/v1/auth/sessions/{sessionId}', {
        params: { path: { sessionId } },
        signal: AbortSignal.timeout(patienceMs),
      });
    },
    onSettled: () => {
      dropDrafts(sessionStorage);
      session.end();
      // A page begun anew: nothing of the person stays in memory either.
      location.replace('/sign-in');
    },
  });
}
