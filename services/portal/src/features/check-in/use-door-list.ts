import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { Page } from '../../api/use-pages.js';

const pageSize = 200;
/** Ten thousand people at one door have several lists. */
const pagesMax = 50;
/** A hint tells of the other doors; a lost one must not make a count wrong for long. */
const totalsMs = 30_000;

/** Everybody who is registered. */
export function useEverybody(activityId: string) {
  return useQuery({
    queryKey: ['registration', 'everybody', activityId],
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answerOf(
          api.GET('/api/v1/activities/{activityId}/registrations', {
            params: { path: { activityId }, query: { limit: pageSize, ...cursor } },
            signal,
          }),
        ),
      ),
  });
}

/** How many are there, with those whom other doors let in. */
export function useTotals(activityId: string) {
  return useQuery({
    queryKey: ['attendance', activityId, 'totals'],
    queryFn: async ({ signal }) => {
      const path = { activityId };
      const { totals } = await answerOf(
        api.GET('/api/v1/activities/{activityId}/attendance', {
          params: { path, query: { limit: 1 } },
          signal,
        }),
      );
      return totals;
    },
    refetchInterval: totalsMs,
  });
}

/** Who is there; asked anew only where their number has changed. */
export function useAttendance(activityId: string, parties: number | undefined) {
  return useQuery({
    queryKey: ['attendance-list', activityId, parties],
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answerOf(
          api.GET('/api/v1/activities/{activityId}/attendance', {
            params: { path: { activityId }, query: { limit: pageSize, ...cursor } },
            signal,
          }),
        ),
      ),
    enabled: parties !== undefined,
    placeholderData: keepPreviousData,
  });
}

async function allPages<Item>(
  fetchPage: (cursor: { cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer: Page<Item> = await fetchPage(cursor === null ? {} : { cursor });
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
