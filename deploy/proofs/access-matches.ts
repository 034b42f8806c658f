import type { AccessRow } from './access-world.js';

/** What a need suggests to the hosts that it brought together: theirs, as their agreements are. */
export const coHostingPlanRows: readonly AccessRow[] = [
  { route: 'GET /activities/{activityId}/co-hosting-plan', expected: [401, 403, 403, 200] },
];
