import type { DrawView } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';
import { inDays, publishActivity } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const organisers = [401, 403, 403, 200] as const;

async function anActivity(world: AccessWorld): Promise<void> {
  const { id } = await publishActivity(world.people.keeper.client, world.network.near, 2);
  world.ids.set('drawnActivityId', id);
}

const ofActivity = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { activityId: idOf(world, 'drawnActivityId') },
});

async function isOpen(world: AccessWorld): Promise<void> {
  const path = `/draws/${idOf(world, 'drawId')}`;
  await until(async () => {
    const { opensAt } = await world.people.keeper.client.get<DrawView>(path);
    return new Date() > new Date(opensAt);
  }, 'the opening of the draw');
}

/** A draw is its organiser's to make; those who see the activity see it, and enter for themselves. */
export const drawRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/draws',
    expected: [401, 403, 403, 201],
    before: anActivity,
    request: (world) => ({
      ...ofActivity(world),
      body: { opensAt: inDays(1), closesAt: inDays(2), fairShareDays: 365 },
    }),
    keep: 'drawId',
  },
  { route: 'GET /activities/{activityId}/draws', expected: signedIn, request: ofActivity },
  { route: 'GET /draws/{drawId}', expected: signedIn },
  {
    route: 'PATCH /draws/{drawId}',
    expected: organisers,
    request: async (world) => ({
      body: { opensAt: inDays(2 / 86_400) },
      ifMatch: await versionAt(world, `/draws/${idOf(world, 'drawId')}`),
    }),
  },
  { route: 'POST /draws/{drawId}/entries', expected: [401, 201, 201, 201], before: isOpen },
  { route: 'GET /me/draw-entries', expected: signedIn, why: 'everybody reads their own, and nobody else’s' },
  { route: 'POST /draws/{drawId}/withdraw-entry', expected: signedIn },
  {
    route: 'GET /draws/{drawId}/proof',
    expected: [401, 422, 422, 422],
    why: 'the secret of a draw is nobody’s before it is drawn',
  },
  {
    route: 'POST /draws/{drawId}/cancel',
    expected: organisers,
    request: () => ({ body: { reason: '名额改为按报名先后确定' } }),
  },
];
