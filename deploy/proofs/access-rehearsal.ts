import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { AccessRow, AccessWorld } from './access-world.js';
import { inDays } from './fixtures.js';

async function draftToRehearse(world: AccessWorld): Promise<void> {
  const draft = await world.people.keeper.client.post<ActivityView>('/activities', {
    organiser: { kind: 'union', id: world.network.near.id },
    title: '彩排过的健步走',
    kind: 'sports',
    function: 'service',
    business: 'culture',
    startsAt: inDays(6),
    endsAt: inDays(6.1),
  });
  world.ids.set('rehearsedId', draft.id);
}

/** A draft is rehearsed by those who prepare it; nobody else knows of it. */
export const rehearsalRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/rehearsals',
    expected: [401, 404, 404, 200],
    before: draftToRehearse,
    request: (world) => ({
      params: { activityId: world.ids.get('rehearsedId') ?? '' },
      body: { people: 20, partyShare: 20, cancelShare: 10, presentShare: 90, walkIns: 2 },
    }),
  },
];
