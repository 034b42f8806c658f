import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { queryKeys } from '../../../api/query-keys.js';
import type { components } from '../../../api/schema.js';
import type { FetchPage } from '../../../api/use-pages.js';
import { type ActivityFilters, queryOf } from './activity-filters.js';

export type Activity = components['schemas']['ActivityView'];
/** With what its own page alone shows. */
export type ActivityDetail = components['schemas']['ActivityDetailView'];

const pageSize = 20;

/** Asks for one page of the activities that the filters leave. */
export function activityPages(filters: ActivityFilters): FetchPage<Activity> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/activities', { params: { query: { ...queryOf(filters), ...page } }, signal }));
}

export function useActivities(filters: ActivityFilters) {
  const fetchPage = activityPages(filters);
  return useInfiniteQuery({
    queryKey: queryKeys.activities(filters),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useActivity(activityId: string) {
  return useQuery({
    queryKey: queryKeys.activity(activityId),
    queryFn: () => answerOf(api.GET('/api/v1/activities/{activityId}', { params: { path: { activityId } } })),
  });
}
