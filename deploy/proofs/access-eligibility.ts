import type { Page } from '@gongxiang/contracts/core/contract';
import type { NoShowLineView } from '@gongxiang/contracts/sharing/activities/no-show.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';

/** The activity is published: everybody sees who may come, its organiser says it. */
export const eligibilityRows: readonly AccessRow[] = [
  { route: 'GET /activities/{activityId}/eligibility', expected: [401, 200, 200, 200] },
  {
    route: 'PUT /activities/{activityId}/eligibility',
    expected: [401, 403, 403, 200],
    request: async (world) => ({
      body: { unionIds: [world.network.root.id], sizeClasses: [] },
      ifMatch: await versionAt(world, `/activities/${idOf(world, 'activityId')}`),
    }),
  },
];

/** The one who stayed away is the other union's officer, who sees a no-show of their own, and does not decide on it. */
async function noShowIsRecorded(world: AccessWorld): Promise<void> {
  const path = `/activities/${idOf(world, 'activityId')}/no-shows`;
  await until(async () => {
    const { items } = await world.people.keeper.client.get<Page<NoShowLineView>>(path);
    world.ids.set('noShowId', items[0]?.id ?? '');
    return items.length > 0;
  }, 'the no-shows of the closed activity');
}

export const noShowRows: readonly AccessRow[] = [
  {
    route: 'GET /activities/{activityId}/no-shows',
    expected: [401, 403, 403, 200],
    before: noShowIsRecorded,
  },
  {
    route: 'GET /unions/{unionId}/no-shows',
    expected: [401, 403, 403, 200],
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  { route: 'GET /me/no-shows', expected: [401, 200, 200, 200] },
  {
    route: 'POST /me/no-shows/{noShowId}/appeal',
    expected: [401, 404, 200, 404],
    request: () => ({ body: { text: '当天临时加班' } }),
    why: 'only who did not come can appeal, and that is the other one',
  },
  { route: 'GET /no-shows/{noShowId}', expected: [401, 404, 403, 200] },
  {
    route: 'POST /no-shows/{noShowId}/decision',
    expected: [401, 404, 403, 200],
    request: () => ({ body: { excused: true, reason: '班组长已证实' } }),
  },
];
