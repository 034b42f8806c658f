import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';

/** The closed activities that were held last, of which one may ask, score and rank. */
export function useClosedActivities() {
  return useQuery({
    queryKey: ['activity', 'closed'],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(
        api.GET('/api/v1/activities', { params: { query: { state: 'closed', limit: 200 } }, signal }),
      );
      return items;
    },
    staleTime: 60_000,
  });
}

/** The titles of closed activities by their ids, for views that name only the id. */
export function useActivityTitles(): ReadonlyMap<string, string> {
  const { data = [] } = useClosedActivities();
  return new Map(data.map(({ id, title }) => [id, title]));
}
