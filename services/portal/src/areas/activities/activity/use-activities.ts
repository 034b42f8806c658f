import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';

export type Activity = components['schemas']['ActivityView'];
/** Includes the fields that only its own page shows. */
export type ActivityDetail = components['schemas']['ActivityDetailView'];

export function useActivity(activityId: string) {
  return useRead('activity', '/activities/{activityId}', { activityId });
}
