import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Noun } from './nouns.js';
import type { components } from './schema.js';
import { type Answer, type Operation, type Params, type PathWith, request } from './request.js';

export type ReadPath = PathWith<'get'>;
type ParamsOf<P extends ReadPath> = Params<Operation<'get', P>>;
export type AnswerAt<P extends ReadPath> = Answer<Operation<'get', P>>;

interface ReadOptions {
  /** How long an answer is taken for fresh; 10 s where nothing is said. */
  readonly staleTime?: number;
  readonly refetchInterval?: number | false;
}

/** For `useQueries`, and to fetch ahead. Without `params` nothing is asked: as long as they are not known. */
export function readOf<P extends ReadPath>(
  noun: Noun,
  path: P,
  params: ParamsOf<P> | undefined,
  options: ReadOptions = {},
) {
  return queryOptions({
    queryKey: [noun, path, params],
    queryFn: ({ signal }) => request('get', path, params ?? {}, { signal }),
    enabled: params !== undefined,
    ...options,
  });
}

/**
 * Reads from the platform, and again whenever the noun changes.
 * @param noun what the answer is about; see nouns.ts
 * @param params what stands in the address, and the query; while it is undefined nothing is asked
 */
export function useRead<P extends ReadPath>(
  noun: Noun,
  path: P,
  params: ParamsOf<P> | undefined,
  options: ReadOptions = {},
) {
  return useQuery(readOf(noun, path, params, options));
}

export type ListCount = components['schemas']['ListCount'];

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  /** Of the first page, where it was asked for. */
  readonly count?: ListCount | null;
}

/** Asks for one page of a list. */
export type FetchPage<Item> = (
  page: { readonly limit: number; readonly cursor?: string },
  signal: AbortSignal,
) => Promise<Page<Item>>;

/** The addresses that answer with a page of a list. */
export type ListPath = {
  [P in ReadPath]: AnswerAt<P> extends Page<unknown> ? P : never;
}[ReadPath];
export type ItemAt<P extends ListPath> = AnswerAt<P> extends Page<infer Item> ? Item : never;
export type Filters<P extends ListPath> = Omit<ParamsOf<P>, 'limit' | 'cursor'>;

/** A list page by page, as exports read it. */
export function pagesOf<P extends ListPath>(path: P, filters: Filters<P>): FetchPage<ItemAt<P>> {
  return (page, signal) =>
    request('get', path, { ...filters, ...page }, { signal }) as Promise<Page<ItemAt<P>>>;
}

const pageSize = 50;

/**
 * A list that grows page by page, by hand.
 * @param queryKey begins with the noun, as all keys
 */
export function usePages<Item>(queryKey: readonly unknown[], fetchPage: FetchPage<Item>, enabled = true) {
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled,
  });
  const pages = query.data?.pages;
  const count = pages?.[0]?.count ?? null;
  return { ...query, items: pages?.flatMap((page) => page.items), count, fetchPage, queryKey };
}

/**
 * Reads a list; see `useRead`. What comes back goes to `ListPage` or `PagedList`; `first` is the first page with what its
 * answer says beside the items.
 * @param limit items of a page, at most 200: where the page adds up or selects what is loaded
 */
export function useList<P extends ListPath>(
  noun: Noun,
  path: P,
  filters: Filters<P> | undefined,
  { limit = pageSize }: { readonly limit?: number } = {},
) {
  const fetchPage = pagesOf(path, filters ?? ({} as Filters<P>));
  const list = usePages<ItemAt<P>>(
    [noun, path, filters, 'pages'],
    (page, signal) => fetchPage({ ...page, limit }, signal),
    filters !== undefined,
  );
  return { ...list, first: list.data?.pages[0] as AnswerAt<P> | undefined, fetchPage };
}
