import type { Page } from '@gongxiang/contracts/core/contract';
import type { MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const byKeeper = [401, 403, 403, 200] as const;
const made = [401, 403, 403, 201] as const;
const hidden = [401, 404, 404, 200] as const;

const owner = (world: AccessWorld): object => ({ kind: 'union', id: world.network.near.id });
const hall = (world: AccessWorld, title: string): object => ({
  owner: owner(world),
  title,
  function: 'facility',
  businesses: ['culture'],
  capacity: 300,
});
const right = (): object => ({
  to: { kind: 'everyone' },
  from: inDays(-1),
  until: inDays(90),
  approval: 'custodian',
  price: { kind: 'free' },
});

/** What a union offers, and the rights to use it. */
export const resourceRows: readonly AccessRow[] = [
  {
    route: 'POST /resources',
    expected: made,
    request: (world) => ({ body: hall(world, '多功能厅') }),
    keep: 'resourceId',
  },
  { route: 'GET /resources', expected: signedIn },
  { route: 'GET /offers', expected: signedIn, request: () => ({ query: 'forMe=true' }) },
  { route: 'GET /resources/{resourceId}', expected: signedIn },
  {
    route: 'PATCH /resources/{resourceId}',
    expected: byKeeper,
    request: async (world) => ({
      body: { capacity: 280 },
      ifMatch: await versionAt(world, `/resources/${idOf(world, 'resourceId')}`),
    }),
  },
  {
    route: 'GET /resources/{resourceId}/availability',
    expected: signedIn,
    request: () => ({
      query: `from=${encodeURIComponent(inDays(0))}&to=${encodeURIComponent(inDays(9))}`,
    }),
  },
  {
    route: 'POST /resources/{resourceId}/blocks',
    expected: made,
    request: () => ({ body: { from: inDays(40), to: inDays(41), reason: '音响维修' } }),
    keep: 'blockId',
  },
  { route: 'GET /resources/{resourceId}/blocks', expected: byKeeper },
  { route: 'DELETE /resources/{resourceId}/blocks/{blockId}', expected: byKeeper },
  {
    route: 'POST /resources/{resourceId}/grants',
    expected: made,
    request: () => ({ body: right() }),
    keep: 'grantId',
  },
  { route: 'GET /resources/{resourceId}/grants', expected: signedIn },
  {
    route: 'POST /resources/{resourceId}/grants/{grantId}/revoke',
    expected: byKeeper,
    before: async (world) => {
      const { client } = world.people.keeper;
      const path = `/resources/${idOf(world, 'resourceId')}/grants`;
      // The first stays in force: loans come by it.
      world.ids.set('grantId', (await client.post<GrantView>(path, right())).id);
    },
  },
];

/** Each loan at another time of the hall. */
let slot = 10;
function loanOf(world: AccessWorld): object {
  slot += 1;
  return {
    borrowerUnionId: world.network.next.id,
    resourceId: idOf(world, 'resourceId'),
    startsAt: inDays(slot),
    endsAt: inDays(slot + 0.2),
    purpose: '职工运动会',
  };
}

async function askForLoan(world: AccessWorld): Promise<void> {
  const loan = await world.people.coHost.client.post<LoanView>('/loans', loanOf(world));
  world.ids.set('loanId', loan.id);
}

/** A loan is the matter of its two sides: to all others it does not exist. */
export const loanRows: readonly AccessRow[] = [
  {
    route: 'POST /loans',
    expected: made,
    right: 'coHost',
    request: (world) => ({ body: loanOf(world) }),
    keep: 'loanId',
  },
  { route: 'GET /loans', expected: signedIn },
  { route: 'GET /me/loans', expected: signedIn },
  { route: 'GET /loans/{loanId}', expected: hidden },
  { route: 'POST /loans/{loanId}/approve', expected: hidden },
  {
    route: 'POST /loans/{loanId}/extend',
    expected: hidden,
    request: () => ({ body: { endsAt: inDays(slot + 0.4) } }),
  },
  { route: 'POST /loans/{loanId}/hand-over', expected: hidden },
  { route: 'POST /loans/{loanId}/return', expected: hidden },
  {
    route: 'POST /loans/{loanId}/refuse',
    expected: hidden,
    before: askForLoan,
    request: () => ({ body: { reason: '当天设备检修' } }),
  },
  {
    route: 'POST /loans/{loanId}/cancel',
    expected: hidden,
    right: 'coHost',
    before: askForLoan,
    request: () => ({ body: { reason: '活动改期' } }),
  },
];

const need = (world: AccessWorld): object => ({
  party: { kind: 'union', id: world.network.next.id },
  title: '要一个厅',
  wants: [{ function: 'facility', business: 'culture', capacity: 60 }],
  windows: [{ from: inDays(60), to: inDays(60.2) }],
  headcount: 60,
});

async function matchesOf(world: AccessWorld, count: number): Promise<readonly MatchView[]> {
  const path = `/needs/${idOf(world, 'needId')}/matches`;
  return until(async () => {
    const { items } = await world.people.coHost.client.get<Page<MatchView>>(path);
    return items.length >= count && items;
  }, 'the matches');
}

async function suggested(world: AccessWorld): Promise<void> {
  const free = (await matchesOf(world, 2)).find((match) => match.state === 'suggested');
  world.ids.set('matchId', free?.id ?? '');
}

/** What is sought and what fits it. */
export const needRows: readonly AccessRow[] = [
  {
    route: 'POST /needs',
    expected: made,
    right: 'coHost',
    before: (world) => world.people.keeper.client.post<ResourceView>('/resources', hall(world, '小礼堂')),
    request: (world) => ({ body: need(world) }),
    keep: 'needId',
  },
  { route: 'GET /needs', expected: signedIn },
  { route: 'GET /needs/{needId}', expected: signedIn },
  {
    route: 'PATCH /needs/{needId}',
    expected: byKeeper,
    right: 'coHost',
    // Its version rises when its matches are there.
    before: (world) => matchesOf(world, 2),
    request: async (world) => ({
      body: { headcount: 80 },
      ifMatch: await versionAt(world, `/needs/${idOf(world, 'needId')}`),
    }),
  },
  { route: 'GET /needs/{needId}/matches', expected: signedIn, right: 'coHost' },
  { route: 'POST /matches/{matchId}/propose', expected: hidden, before: suggested },
  {
    route: 'GET /matches',
    expected: signedIn,
    right: 'coHost',
    request: () => ({ query: 'waitingForMe=true' }),
  },
  { route: 'GET /matches/{matchId}', expected: hidden, right: 'coHost' },
  { route: 'POST /matches/{matchId}/accept', expected: hidden, right: 'coHost' },
  { route: 'POST /matches/{matchId}/decline', expected: hidden, right: 'coHost', before: suggested },
];
