import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { inDays } from './fixtures.js';

/** A draft exists for those alone who prepare it. */
const draft = [401, 404, 404, 200] as const;
const draftMade = [401, 404, 404, 201] as const;

/** A draft of the keeper's union, to be hosted with the co-host's. */
async function planTogether(world: AccessWorld): Promise<void> {
  world.ids.set('family', idOf(world, 'activityId'));
  const plan = {
    organiser: { kind: 'union', id: world.network.near.id },
    title: '合办登山',
    kind: 'sports',
    function: 'service',
    business: 'culture',
    startsAt: inDays(3),
    endsAt: inDays(4),
  };
  const { id } = await world.people.keeper.client.post<ActivityView>('/activities', plan);
  world.ids.set('activityId', id);
}

async function inviteNext(world: AccessWorld): Promise<void> {
  const path = `/activities/${idOf(world, 'activityId')}/co-hosts`;
  const body = { party: { kind: 'union', id: world.network.next.id } };
  const { id } = await world.people.keeper.client.post<CoHostView>(path, body);
  world.ids.set('invitationId', id);
  world.ids.set('coHostId', id);
}

async function joinNext(world: AccessWorld): Promise<void> {
  await world.people.coHost.client.decide(`/co-host-invitations/${idOf(world, 'invitationId')}/accept`, {});
}

/** Tasks of the hosts, other terms, and leaving. */
export const coHostingRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/tasks',
    expected: draftMade,
    before: planTogether,
    request: () => ({ body: { title: '准备急救箱', dueOn: '2099-11-20' } }),
    keep: 'taskId',
  },
  { route: 'GET /activities/{activityId}/tasks', expected: draft },
  {
    route: 'GET /activity-tasks',
    expected: [401, 200, 200, 200],
    request: () => ({ query: 'waitingForMe=true' }),
  },
  {
    route: 'PATCH /activities/{activityId}/tasks/{taskId}',
    expected: draft,
    request: () => ({ body: { note: '放在一号车' }, ifMatch: 1 }),
  },
  { route: 'POST /activities/{activityId}/tasks/{taskId}/done', expected: draft },
  { route: 'POST /activities/{activityId}/tasks/{taskId}/reopen', expected: draft },
  { route: 'POST /activities/{activityId}/tasks/{taskId}/drop', expected: draft },
  {
    route: 'POST /co-host-invitations/{invitationId}/counter-propose',
    expected: draft,
    right: 'coHost',
    before: inviteNext,
    request: () => ({ body: { note: '名额我们要 30 个' } }),
  },
  {
    route: 'GET /activities/{activityId}/co-hosts/{coHostId}/leaving',
    expected: draft,
    before: joinNext,
  },
  {
    route: 'POST /activities/{activityId}/co-hosts/{coHostId}/leave',
    expected: draft,
    right: 'coHost',
    request: () => ({ body: { reason: '本会经费另有安排' } }),
    after: (world) => world.ids.set('activityId', idOf(world, 'family')),
  },
];
