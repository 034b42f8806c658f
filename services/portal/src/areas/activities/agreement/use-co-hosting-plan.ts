import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';

/** What a need suggests to the hosts that it has brought together; empty where none stands behind the activity. */
export function useCoHostingPlan(activityId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['match', 'plan', activityId],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/co-hosting-plan', {
          params: { path: { activityId } },
          signal,
        }),
      ),
  });
}
