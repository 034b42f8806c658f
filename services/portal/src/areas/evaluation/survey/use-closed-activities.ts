import { useQuery } from '@tanstack/react-query';
import { readOf } from '../../../api/use-read.js';

/** The closed activities that were held last: they can be surveyed, scored and ranked. */
export function useClosedActivities() {
  return useQuery({
    ...readOf('activity', '/activities', { state: 'closed', limit: 200 }, { staleTime: 60_000 }),
    select: ({ items }) => items,
  });
}

/** The titles of closed activities by their ids, for views that name only the id. */
export function useActivityTitles(): ReadonlyMap<string, string> {
  const { data = [] } = useClosedActivities();
  return new Map(data.map(({ id, title }) => [id, title]));
}
