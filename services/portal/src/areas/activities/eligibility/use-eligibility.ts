import { useRead } from '../../../api/use-read.js';
import type { Activity } from '../activity/use-activities.js';

/** Who may come, and whether the reader may. It has the noun of its activity, with which it changes. */
export function useEligibility(activityId: string) {
  return useRead('activity', '/activities/{activityId}/eligibility', { activityId });
}

/** Is the reader known not to be among those who may come? Where it is not known, the platform decides. */
export function useIsBarred({ id, hasConditions }: Activity): boolean {
  const params = hasConditions ? { activityId: id } : undefined;
  const { data } = useRead('activity', '/activities/{activityId}/eligibility', params);
  return data?.mine.eligible === false;
}
