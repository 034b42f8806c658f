import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { answerOf } from '../api/client.js';
import { api, session } from '../api/platform.js';
import type { Tokens } from '../api/session-store.js';
import { adoptLocale } from '../i18n/index.js';
import { dropDrafts } from '../kit/draft.js';
import { dropKeptList } from '../kit/kept-list.js';
import { tidyKeptDoors } from './vault/kept-doors.js';

export function useSignedIn(): boolean {
  return useSyncExternalStore(session.subscribe, session.isSignedIn);
}

const myself = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await answerOf(api.GET('/api/v1/me'));
    rememberOffice(me.roles.length > 0);
    return me;
  },
  staleTime: 300_000,
});

const officeKey = 'gongxiang.office';

/** So that a page that is loaded again stands from the start as it will: with the navigation of an officer, or without. */
function rememberOffice(holdsOffice: boolean): void {
  if (holdsOffice) localStorage.setItem(officeKey, session.personId());
  else localStorage.removeItem(officeKey);
}

/** Did the person who is signed in hold an office when it was read last on this device? */
export function heldOffice(): boolean {
  return session.isSignedIn() && localStorage.getItem(officeKey) === session.personId();
}

export function useMe() {
  return useQuery(myself);
}

/** Where this browser was never told a language, it speaks that of the account from here on. */
export function useBeginSession(): (tokens: Tokens) => void {
  const queryClient = useQueryClient();
  return (tokens) => {
    session.begin(tokens);
    queryClient.fetchQuery(myself).then(
      ({ locale }) => adoptLocale(locale),
      () => undefined, // the page asks for it too, and says so where it does not come
    );
  };
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
    onSettled: async () => {
      await endPush();
      await leave('/sign-in');
    },
  });
}

/** What is pushed is the person's own: whoever sits down here next must not see it. Loaded where something is. */
async function endPush(): Promise<void> {
  if (localStorage.getItem('gongxiang.push-address') === null) return;
  try {
    await (await import('./push/push-here.js')).endPushWithin(patienceMs);
  } catch {
    // Without a network the browser keeps the subscription: the session ends all the same.
  }
}

/** Ends the session in this browser. A page begun anew: nothing of the person stays in memory either. */
export async function leave(address: string): Promise<void> {
  dropDrafts(sessionStorage);
  await tidyKeptDoors(null);
  localStorage.removeItem(officeKey);
  dropKeptList('found');
  session.end();
  location.replace(address);
}
