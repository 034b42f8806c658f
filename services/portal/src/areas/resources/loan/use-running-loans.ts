import { useQueries } from '@tanstack/react-query';
import { readOf } from '../../../api/use-read.js';
import type { Role } from './loan.js';

const states = ['requested', 'approved', 'handedOver'] as const;
const perStateMax = 200;

/** The loans of one side that are not over, of each state at most 200. */
export function useRunningLoans(role: Role) {
  const found = useQueries({
    queries: states.map((state) => readOf('loan', '/loans', { role, state, limit: perStateMax })),
  });
  const pages = found.map(({ data }) => data);
  const isWhole = pages.every((page) => page !== undefined);
  return {
    loans: isWhole ? pages.flatMap((page) => page?.items ?? []) : undefined,
    hasMore: pages.some((page) => page !== undefined && page.nextCursor !== null),
    error: found.find(({ error }) => error !== null)?.error ?? null,
    refetch: (): void => found.forEach((one) => void one.refetch()),
  };
}
