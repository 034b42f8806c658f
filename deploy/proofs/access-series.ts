import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { ActivitySeriesView } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';

async function draftPattern(world: AccessWorld): Promise<void> {
  const pattern = await world.people.keeper.client.post<ActivityView>('/activities', {
    organiser: { kind: 'union', id: world.network.near.id },
    title: '周末合唱团',
    kind: 'training',
    function: 'facility',
    business: 'culture',
    startsAt: inDays(5),
    endsAt: inDays(5.1),
  });
  await world.people.keeper.client.post(`/activities/${pattern.id}/pools`, { name: '公共名额', capacity: 5 });
  world.ids.set('patternId', pattern.id);
}

function wish(world: AccessWorld): RowRequest {
  return { body: { activityId: idOf(world, 'patternId'), rule: 'FREQ=WEEKLY;COUNT=3' } };
}

async function lastOf(world: AccessWorld): Promise<string> {
  const path = `/activity-series/${idOf(world, 'seriesId')}`;
  const { occurrences } = await world.people.keeper.client.get<ActivitySeriesView>(path);
  return occurrences.at(-1)?.activityId ?? '';
}

/** Drafts are for those who prepare them; what of a series is published, for everybody. */
export const seriesRows: readonly AccessRow[] = [
  {
    route: 'POST /activity-series/preview',
    expected: [401, 404, 404, 200],
    before: draftPattern,
    request: wish,
  },
  { route: 'POST /activity-series', expected: [401, 404, 404, 201], request: wish, keep: 'seriesId' },
  { route: 'GET /activity-series', expected: [401, 200, 200, 200] },
  { route: 'GET /activity-series/{seriesId}', expected: [401, 404, 404, 200] },
  {
    route: 'PATCH /activity-series/{seriesId}',
    expected: [401, 404, 404, 200],
    request: async (world) => ({
      body: { fromActivityId: await lastOf(world), changes: { venue: '二楼' } },
      ifMatch: await versionAt(world, `/activity-series/${idOf(world, 'seriesId')}`),
    }),
  },
  { route: 'POST /activity-series/{seriesId}/publish', expected: [401, 404, 404, 200] },
  { route: 'GET /activity-series/{seriesId}', expected: [401, 200, 200, 200] },
  {
    route: 'POST /activity-series/{seriesId}/cancel',
    expected: [401, 403, 403, 200],
    request: async (world) => ({ body: { fromActivityId: await lastOf(world), reason: '场地停用' } }),
  },
  {
    route: 'POST /activity-series/{seriesId}/extend/preview',
    expected: [401, 403, 403, 200],
    request: () => ({ body: { count: 4 } }),
  },
  {
    route: 'POST /activity-series/{seriesId}/extend',
    expected: [401, 403, 403, 200],
    request: () => ({ body: { count: 4 } }),
  },
];
