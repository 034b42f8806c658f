import { useMutation } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import { useRead } from '../../../api/use-read.js';
import { dropDraft, readDraft, writeDraft } from '../../../kit/draft.js';
import { useBeginSession } from '../../../session/use-session.js';
import {
  appOf,
  type Bridge,
  type BridgeName,
  offered,
  type Return,
  type Started,
  startedOf,
} from './bridge.model.js';

/** Where else one may sign in, in this browser. */
export function useBridges(): { readonly all: readonly Bridge[]; readonly here: readonly Bridge[] } {
  const { data } = useRead('bridge', '/auth/bridges', {});
  const all = data?.bridges ?? [];
  return { all, here: offered(all, appOf(navigator.userAgent)) };
}

/** Whether the page is open in the app of the bridge. */
export function isInApp(bridge: BridgeName): boolean {
  return appOf(navigator.userAgent) === bridge;
}

const placeOf = (bridge: BridgeName): string => `bridge/${bridge}`;

/** Keeps, in this tab alone, what the return needs, and goes to the provider. */
export function goTo(bridge: BridgeName, url: string, started: Started): void {
  writeDraft(sessionStorage, placeOf(bridge), started);
  location.assign(url);
}

/** What was kept; it serves one return. */
export function takeStarted(bridge: BridgeName): Started | null {
  const started = startedOf(readDraft(sessionStorage, placeOf(bridge)));
  dropDraft(sessionStorage, placeOf(bridge));
  return started;
}

export function useStartBridge(next: string | null) {
  return useMutation({
    mutationFn: (bridge: BridgeName) =>
      request('post', '/auth/bridges/{bridge}/start', { bridge, body: { inApp: isInApp(bridge) } }, {}),
    onSuccess: ({ url, ticket }, bridge) => goTo(bridge, url, { ticket, purpose: 'signIn', next }),
  });
}

type Code = Omit<Extract<Return, { readonly kind: 'code' }>, 'kind'>;

export function useFinishBridge() {
  const begin = useBeginSession();
  return useMutation({
    mutationFn: ({ bridge, ...body }: Code & { readonly bridge: BridgeName; readonly ticket: string }) =>
      request('post', '/auth/bridges/{bridge}/finish', { bridge, body }, {}),
    onSuccess: begin,
  });
}

export function useFinishLink() {
  return useMutation({
    mutationFn: (body: Code & { readonly bridge: BridgeName; readonly ticket: string }) =>
      request('post', '/me/credentials/linked-accounts', { body }, {}),
  });
}
