import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Asks for one page of a list. */
export type FetchPage<Item> = (
  page: { readonly limit: number; readonly cursor?: string },
  signal: AbortSignal,
) => Promise<Page<Item>>;

const pageSize = 50;

/**
 * A list that grows page by page, by hand.
 * @param queryKey begins with the noun, as all keys
 */
export function usePages<Item>(queryKey: readonly unknown[], fetchPage: FetchPage<Item>) {
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) };
}
