import { type FetchPage, pagesOf, usePages } from '../../../api/use-read.js';
import type { Loan, Role } from './loan.js';

/** A returned loan runs until both sides agree on its return, and no claim is open. */
const running = [
  { state: 'requested' },
  { state: 'approved' },
  { state: 'handedOver' },
  { unsettled: true },
] as const;
/** Of one state: no union has as many at once. */
const loansMax = 2_000;

/** The loans of one side that are not over, all of them at once: their groups are those of the whole list. */
export function useRunningLoans(role: Role, isShown: boolean) {
  const fetchRunning: FetchPage<Loan> = async (_page, signal) => {
    const found = await Promise.all(
      running.map((filter) => readAll(pagesOf('/loans', { role, ...filter }), signal)),
    );
    return { items: found.flat(), nextCursor: null };
  };
  return usePages(['loan', '/loans', { role }, 'running'], fetchRunning, isShown);
}

async function readAll(fetchPage: FetchPage<Loan>, signal: AbortSignal): Promise<Loan[]> {
  const items: Loan[] = [];
  let cursor: string | null = null;
  do {
    const page = await fetchPage({ limit: 200, ...(cursor === null ? {} : { cursor }) }, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < loansMax);
  return items;
}
