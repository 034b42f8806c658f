import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { publishActivity } from './fixtures.js';

const byInvolved = [401, 404, 404, 200] as const;

async function anActivity(world: AccessWorld): Promise<void> {
  const { id } = await publishActivity(world.people.keeper.client, world.network.near, 2);
  world.ids.set('helpedActivityId', id);
}

const ofActivity = (world: AccessWorld): RowRequest => ({
  query: `matterKind=activity&matterId=${idOf(world, 'helpedActivityId')}`,
});

/** Given to the member of the union: to all who are neither that person nor may give it, it does not exist. */
export const delegationRows: readonly AccessRow[] = [
  {
    route: 'POST /delegations',
    expected: [401, 403, 403, 201],
    before: anActivity,
    request: (world) => ({
      body: {
        matterKind: 'activity',
        matterId: idOf(world, 'helpedActivityId'),
        personId: world.people.approver.personId,
      },
    }),
    keep: 'delegationId',
  },
  { route: 'GET /delegations', expected: [401, 403, 403, 200], request: ofActivity },
  { route: 'GET /me/delegations', expected: [401, 200, 200, 200], right: 'approver' },
  { route: 'GET /delegations/{delegationId}', expected: byInvolved },
  { route: 'GET /delegations/{delegationId}', expected: byInvolved, right: 'approver' },
  // The person who holds it can now do what organisers do with this activity.
  {
    route: 'GET /activities/{activityId}/registrations',
    expected: [401, 403, 403, 200],
    right: 'approver',
    request: (world) => ({ params: { activityId: idOf(world, 'helpedActivityId') } }),
  },
  { route: 'POST /delegations/{delegationId}/revoke', expected: byInvolved },
];
