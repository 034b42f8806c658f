import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isMissing } from '../api/problem.js';
import { NotFoundPage } from './dead-ends.js';
import { ErrorState, LoadingState } from './states.js';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** One thing with all that may become of it: on its way, not there, failed, there. What is there stays when a reload fails. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  const { data, error, isPending, refetch } = query;
  if (data !== undefined) return children(data);
  if (isPending) return <LoadingState rows={8} />;
  return isMissing(error) ? <NotFoundPage /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}
