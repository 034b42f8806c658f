import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { AdoptionRequestView } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const keepersOfADraft = [401, 404, 404, 200] as const;
const keepers = [401, 403, 403, 200] as const;

async function farAsks(world: AccessWorld): Promise<void> {
  const path = `/brands/${idOf(world, 'brandId')}/adoption-requests`;
  const body = { unionId: world.network.far.id };
  const { id } = await world.people.other.client.post<AdoptionRequestView>(path, body);
  world.ids.set('requestId', id);
}

/** A brand is its founder's to keep; once it is published every union sees it, and asks for itself. */
export const brandRows: readonly AccessRow[] = [
  {
    route: 'POST /brands',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: {
        activityId: idOf(world, 'activityId'),
        name: '工厂开放日',
        story: '每年一次',
        adoption: 'onRequest',
      },
    }),
    keep: 'brandId',
  },
  { route: 'GET /brands', expected: signedIn },
  { route: 'GET /brands/{brandId}', expected: keepersOfADraft },
  {
    route: 'PATCH /brands/{brandId}',
    expected: keepersOfADraft,
    request: async (world) => ({
      body: { story: '每年春天一次' },
      ifMatch: await versionAt(world, `/brands/${idOf(world, 'brandId')}`),
    }),
  },
  { route: 'POST /brands/{brandId}/publish', expected: keepersOfADraft },
  { route: 'GET /brands/{brandId}', expected: signedIn },
  { route: 'GET /brands/{brandId}/editions', expected: signedIn },
  { route: 'GET /brands/{brandId}/statistics', expected: signedIn },
  {
    route: 'POST /brands/{brandId}/adopt',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: { organiser: { kind: 'union', id: world.network.near.id }, startsAt: inDays(200) },
    }),
  },
  {
    route: 'POST /brands/{brandId}/adoption-requests',
    expected: [401, 403, 403, 201],
    right: 'coHost',
    request: (world) => ({ body: { unionId: world.network.next.id } }),
    keep: 'requestId',
  },
  { route: 'GET /brands/{brandId}/adoption-requests', expected: signedIn },
  { route: 'POST /brands/{brandId}/adoption-requests/{requestId}/approve', expected: keepers },
  {
    route: 'POST /brands/{brandId}/adoption-requests/{requestId}/refuse',
    expected: keepers,
    before: farAsks,
    request: () => ({ body: { reason: '请先来看一次' } }),
  },
  { route: 'POST /brands/{brandId}/retire', expected: keepers },
];

async function memberProposes(world: AccessWorld): Promise<void> {
  const { id } = await world.people.member.client.post<ActivityView>('/activity-proposals', wish());
  world.ids.set('proposalId', id);
}

const wish = () => ({ title: '周末一起修自行车', what: '师傅教大家修。', startsAt: inDays(20), heads: 20 });

const proposal = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { activityId: idOf(world, 'proposalId') },
});

/** All propose for themselves; the officers of the proposer's union decide, and the proposer alone renews. */
export const proposalRows: readonly AccessRow[] = [
  {
    route: 'POST /activity-proposals',
    expected: [401, 201, 201, 201],
    request: () => ({ body: wish() }),
  },
  { route: 'GET /activity-proposals', expected: signedIn, request: () => ({ query: 'waitingForMe=true' }) },
  {
    route: 'POST /activities/{activityId}/decline-proposal',
    // The member, who proposed it, sees it and does not decide on it.
    expected: [401, 403, 404, 200],
    before: memberProposes,
    request: (world) => ({ ...proposal(world), body: { reason: '当天场地已满' } }),
  },
  {
    route: 'POST /activities/{activityId}/renew-proposal',
    expected: [401, 404, 404, 200],
    // Of the keeper's own, which nobody else sees but those who hold a role at the keeper's union.
    before: async (world) => {
      const { client } = world.people.keeper;
      const { id } = await client.post<ActivityView>('/activity-proposals', wish());
      await client.decide(`/activities/${id}/decline-proposal`, { reason: '再想想' });
      world.ids.set('ownProposalId', id);
    },
    request: (world) => ({ params: { activityId: idOf(world, 'ownProposalId') } }),
  },
  { route: 'POST /activities/{activityId}/sponsor', expected: [401, 403, 404, 200], request: proposal },
];
