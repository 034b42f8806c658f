import { useRead } from '../../../api/use-read.js';

/** Who may come, and whether the reader may. It has the noun of its activity, with which it changes. */
export function useEligibility(activityId: string) {
  return useRead('activity', '/activities/{activityId}/eligibility', { activityId });
}
