import type { AccessRow } from './access-world.js';

/** Members of a union join by themselves; who is in the club is seen by its members and its officers. */
export const clubRows: readonly AccessRow[] = [
  { route: 'GET /clubs/{clubId}/closing', expected: [401, 403, 403, 200] },
  {
    route: 'POST /clubs/{clubId}/close',
    expected: [401, 403, 403, 200],
    request: () => ({ body: { reason: '成员一致同意解散' } }),
  },
  { route: 'POST /clubs/{clubId}/reopen', expected: [401, 403, 403, 200] },
  { route: 'GET /clubs/{clubId}/members', expected: [401, 403, 403, 200] },
  { route: 'POST /clubs/{clubId}/members', expected: [401, 201, 201, 201], request: () => ({ body: {} }) },
  {
    // Of the keeper, by others who are in it.
    route: 'GET /clubs/{clubId}/members/{personId}',
    expected: [401, 200, 200, 200],
    request: (world) => ({ params: { personId: world.people.keeper.personId } }),
  },
  {
    // The keeper's own membership: others see it, and may not end it.
    route: 'POST /clubs/{clubId}/members/{personId}/end',
    expected: [401, 403, 403, 200],
    request: (world) => ({ params: { personId: world.people.keeper.personId }, body: {} }),
  },
];
