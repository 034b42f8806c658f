import { type AccessRow, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;

/** How a score is made up and what it was before is for all; whole periods are scored by the system's evaluators. */
export const scoreExplanationRows: readonly AccessRow[] = [
  { route: 'GET /scores/{scoreId}/waterfall', expected: signedIn },
  { route: 'GET /scores/{scoreId}/verification', expected: signedIn },
  { route: 'GET /scores/{scoreId}/revisions', expected: signedIn },
  {
    route: 'POST /score-batches',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: {
        indicatorSystemId: idOf(world, 'systemId'),
        subjectKind: 'union',
        from: '2026-01-01',
        to: '2026-06-30',
      },
    }),
    keep: 'batchId',
  },
  { route: 'GET /score-batches', expected: signedIn },
  { route: 'GET /score-batches/{batchId}', expected: signedIn },
];
