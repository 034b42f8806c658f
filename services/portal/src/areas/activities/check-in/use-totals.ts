import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';

/** A hint tells of the other doors; a lost one must not make a count wrong for long. */
const totalsMs = 30_000;

/**
 * How many are there, with those whom other doors let in.
 * @param enabled the list comes first: nobody waits for a sum
 */
export function useTotals(activityId: string, enabled: boolean) {
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
    enabled,
    refetchInterval: totalsMs,
  });
}
