import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { UnreachableError } from '../api/problem.js';
import { useOnline } from './use-online.js';

/**
 * Can the platform be reached, as far as the page knows? Browsers believe in a network that leads nowhere: what the page
 * asked for last counts as well.
 */
export function useReachable(): boolean {
  const isOnline = useOnline();
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache]);
  const isAnswered = useSyncExternalStore(subscribe, () =>
    cache.getAll().every((query) => !query.isActive() || !(query.state.error instanceof UnreachableError)),
  );
  return isOnline && isAnswered;
}
