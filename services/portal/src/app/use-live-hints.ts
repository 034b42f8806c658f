import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { listen } from '../api/live.js';
import { transport } from '../api/platform.js';
import { isAbout, nounsToReadAgain } from '../api/nouns.js';
import { useSignedIn } from '../session/use-session.js';

/**
 * Keeps what is on the page fresh while somebody is signed in and looks at it. A page in a hidden tab hears nothing: over HTTP/1.1 a browser
 * holds six connections to one address, and with a stream in each of six tabs the seventh would wait for ever. Shown again, it reads all anew.
 */
export function useLiveHints(): void {
  const isSignedIn = useSignedIn();
  const isVisible = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  const wasHidden = useRef(false);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return undefined;
    if (!isVisible) {
      wasHidden.current = true;
      return undefined;
    }
    if (wasHidden.current) void queryClient.invalidateQueries();
    wasHidden.current = false;
    const ended = new AbortController();
    void listen({
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
  }, [isSignedIn, isVisible, queryClient]);
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
