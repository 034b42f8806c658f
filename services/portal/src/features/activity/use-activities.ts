import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { queryKeys } from '../../api/query-keys.js';
import type { components } from '../../api/schema.js';
import type { ActivityFilters } from './activity-filters.js';

export type Activity = components['schemas']['ActivityView'];

const pageSize = 20;

export function useActivities(filters: ActivityFilters) {
  return useInfiniteQuery({
    queryKey: queryKeys.activities(filters),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/activities', {
          params: {
            query: { ...filters, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
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
