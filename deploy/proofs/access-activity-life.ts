import type { AccessRow } from './access-world.js';

/** What is published is seen by all; its end is its organiser's affair. */
const published = [401, 403, 403, 200] as const;

/** The end of a closed activity: too late to be cancelled, put away and got out again. */
export const activityLifeRows: readonly AccessRow[] = [
  { route: 'GET /activities/{activityId}/cancellation-effect', expected: published },
  { route: 'POST /activities/{activityId}/archive', expected: published },
  { route: 'POST /activities/{activityId}/unarchive', expected: published },
];
