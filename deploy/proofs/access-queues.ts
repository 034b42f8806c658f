import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';
import { draftOf, inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;

/** It opens tomorrow. */
async function anAnnouncedActivity(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const draft = draftOf(world.network.near, { signUpOpensAt: inDays(1) });
  const { id } = await client.post<ActivityView>('/activities', draft);
  await client.post<PoolView>(`/activities/${id}/pools`, { name: '公共名额', capacity: 2 });
  await client.decide(`/activities/${id}/publish`);
  world.ids.set('queuedActivityId', id);
}

const ofActivity = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { activityId: idOf(world, 'queuedActivityId') },
});

/** A queue is its organiser's to set; those who see the activity see it, and join for themselves. */
export const queueRows: readonly AccessRow[] = [
  {
    route: 'PUT /activities/{activityId}/queue',
    expected: [401, 403, 403, 200],
    before: anAnnouncedActivity,
    request: async (world) => ({
      ...ofActivity(world),
      body: { joinFrom: new Date().toISOString(), perMinute: 300 },
      ifMatch: await versionAt(world, `/activities/${idOf(world, 'queuedActivityId')}`),
    }),
  },
  { route: 'GET /activities/{activityId}/queue', expected: signedIn, request: ofActivity },
  {
    route: 'POST /activities/{activityId}/queue-places',
    expected: [401, 201, 201, 201],
    request: (world) => ({ ...ofActivity(world), body: {} }),
  },
  { route: 'GET /activities/{activityId}/queue-places/mine', expected: signedIn, request: ofActivity },
  { route: 'GET /me/queue-places', expected: signedIn, why: 'everybody reads their own, and nobody else’s' },
  { route: 'DELETE /activities/{activityId}/queue', expected: [401, 403, 403, 200], request: ofActivity },
];
