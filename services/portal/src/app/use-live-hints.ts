import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isAbout, nounsToReadAgain } from '../api/nouns.js';
import { session, transport } from '../api/platform.js';
import { hearHints } from '../api/shared-hints.js';

/**
 * Keeps what is on the page fresh while somebody is signed in and looks at it. A page that nobody looks at hears nothing, as its browser
 * may stop it at any moment, also in the middle of holding the stream for others. Shown again, it reads all anew.
 */
export function useLiveHints(): void {
  const name = useSyncExternalStore(session.subscribe, nameOfSession);
  const isLookedAt = useSyncExternalStore(onLook, () => !isPutAway && document.visibilityState === 'visible');
  const wasAway = useRef(false);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (name === null) return undefined;
    if (!isLookedAt) {
      wasAway.current = true;
      return undefined;
    }
    if (wasAway.current) void queryClient.invalidateQueries();
    wasAway.current = false;
    const ended = new AbortController();
    void hearHints(name, {
      baseUrl: location.origin,
      transport,
      signal: ended.signal,
      onGap: () => void queryClient.invalidateQueries(),
      onHint: ({ resource, id }) => {
        const nouns = new Set(nounsToReadAgain(resource));
        void queryClient.invalidateQueries({
          predicate: ({ queryKey }) => nouns.has(String(queryKey[0])) && isAbout(queryKey, resource, id),
        });
      },
    });
    return () => ended.abort();
  }, [name, isLookedAt, queryClient]);
}

/** Null until it is known whose session it is, which the first answer of the platform says. */
function nameOfSession(): string | null {
  const personId = session.personId();
  const sessionId = session.sessionId();
  return personId === '' || sessionId === null ? null : `gongxiang.hints.${personId}.${sessionId}`;
}

/** Left, but kept by the browser as it is, for whoever comes back to it. */
let isPutAway = false;

function onLook(listener: () => void): () => void {
  const ended = new AbortController();
  const look = ({ type }: Event): void => {
    if (type !== 'visibilitychange') isPutAway = type === 'pagehide';
    listener();
  };
  for (const type of ['pagehide', 'pageshow', 'visibilitychange'])
    addEventListener(type, look, { capture: true, signal: ended.signal });
  return () => ended.abort();
}
