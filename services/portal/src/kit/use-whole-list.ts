import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FetchPage } from '../api/use-read.js';

/** More than this nobody looks through row by row: whoever wants an order filters first. */
export const wholeMax = 2_000;
const pageSize = 200;

interface WholeList<Item> {
  readonly items: readonly Item[];
  /** Were there more than are read? Then no order of them would be that of the list. */
  readonly isCut: boolean;
}

/**
 * All of a list, read once an order is wanted: an order of the loaded pages alone would pass for that of the list.
 * @param queryKey of the list that is shown page by page
 */
export function useWholeList<Item>(
  queryKey: readonly unknown[],
  fetchPage: FetchPage<Item>,
  isWanted: boolean,
) {
  return useQuery({
    queryKey: [...queryKey, 'whole'],
    queryFn: ({ signal }) => readWhole(fetchPage, wholeMax, signal),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

/** Reads a list page by page, up to about `max` of its items. */
export async function readWhole<Item>(
  fetchPage: FetchPage<Item>,
  max = wholeMax,
  signal = new AbortController().signal,
): Promise<WholeList<Item>> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page = await fetchPage({ limit: pageSize, ...(cursor === null ? {} : { cursor }) }, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < max);
  return { items, isCut: cursor !== null };
}
