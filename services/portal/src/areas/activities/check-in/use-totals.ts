import { useQuery } from '@tanstack/react-query';
import { readOf } from '../../../api/use-read.js';

/** Live hints report the other doors; after a lost hint the count is wrong for no longer than this. */
const totalsMs = 30_000;

/**
 * How many people are there, by all doors.
 * @param enabled the list comes first: nobody waits for a sum
 */
export function useTotals(activityId: string, enabled: boolean) {
  const params = enabled ? { activityId, limit: 1 } : undefined;
  return useQuery({
    ...readOf('attendance', '/activities/{activityId}/attendance', params, { refetchInterval: totalsMs }),
    select: ({ totals }) => totals,
  });
}
