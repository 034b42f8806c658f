import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen } from '../api/live.js';
import { transport } from '../api/platform.js';
import { nounsTouchedBy } from '../api/query-keys.js';
import { useSignedIn } from '../features/session/use-session.js';

/** Keeps what is on the page fresh while somebody is signed in. */
export function useLiveHints(): void {
  const isSignedIn = useSignedIn();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return undefined;
    const ended = new AbortController();
    void listen({
      baseUrl: location.origin,
      transport,
      signal: ended.signal,
      onGap: () => void queryClient.invalidateQueries(),
      onHint: ({ resource }) => {
        for (const noun of nounsTouchedBy(resource)) {
          void queryClient.invalidateQueries({ queryKey: [noun] });
        }
      },
    });
    return () => ended.abort();
  }, [isSignedIn, queryClient]);
}
