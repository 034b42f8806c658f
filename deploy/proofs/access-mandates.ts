import type { AccessRow } from './access-world.js';
import { inDays } from './fixtures.js';

const bySides = [401, 404, 404, 200] as const;

/** Given by the union of the one who may, to the one that co-hosts with it: to all others it does not exist. */
export const mandateRows: readonly AccessRow[] = [
  {
    route: 'POST /mandates',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: {
        fromUnionId: world.network.near.id,
        toUnionId: world.network.next.id,
        scopes: ['signUp', 'lending'],
        until: inDays(90),
      },
    }),
    keep: 'mandateId',
  },
  { route: 'GET /mandates', expected: [401, 200, 200, 200] },
  { route: 'GET /mandates/{mandateId}', expected: bySides },
  { route: 'GET /mandates/{mandateId}/uses', expected: bySides },
  {
    route: 'POST /mandates/{mandateId}/revoke',
    expected: bySides,
    request: () => ({ body: { reason: '已有专人负责' } }),
  },
];
