import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';

export type CoHost = components['schemas']['CoHostView'];

/** All that one page may hold: an activity has fewer hosts. */
const pageMax = 200;

export function useCoHosts(activityId: string) {
  return useRead('coHost', '/activities/{activityId}/co-hosts', { activityId, limit: pageMax });
}
