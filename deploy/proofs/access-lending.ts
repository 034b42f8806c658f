import type { LoanWaitView } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const byKeeper = [401, 403, 403, 200] as const;
const made = [401, 403, 403, 201] as const;
const hidden = [401, 404, 404, 200] as const;

/** A hall of its own, which everyone may use at once. */
async function anotherHall(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { id } = await client.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: world.network.near.id },
    title: '乒乓球室',
    function: 'facility',
    businesses: ['culture'],
  });
  await client.post(`/resources/${id}/grants`, {
    to: { kind: 'everyone' },
    from: inDays(-1),
    until: inDays(300),
    approval: 'automatic',
    price: { kind: 'free' },
  });
  world.ids.set('lentId', id);
}

const ofHall = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { resourceId: idOf(world, 'lentId') },
});

/** Each at a time of its own. */
let slot = 10;
function aTime(world: AccessWorld): object {
  slot += 1;
  const resourceId = idOf(world, 'lentId');
  const times = { startsAt: inDays(slot), endsAt: inDays(slot + 0.1) };
  return { borrowerUnionId: world.network.next.id, resourceId, ...times, purpose: '球赛' };
}

const withoutResource = (world: AccessWorld): object => ({
  ...aTime(world),
  resourceId: undefined,
  purpose: undefined,
});

async function aLoan(world: AccessWorld): Promise<void> {
  const loan = await world.people.coHost.client.post<LoanView>('/loans', aTime(world));
  world.ids.set('movedLoanId', loan.id);
}

const ofLoan = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { loanId: idOf(world, 'movedLoanId') },
});

const aSeries = (world: AccessWorld): object => {
  slot += 2;
  return { ...aTime(world), rule: 'FREQ=DAILY;COUNT=2' };
};

const ofSeries = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { seriesId: idOf(world, 'loanSeriesId') },
});

const wanted = (world: AccessWorld): object => ({
  borrowerUnionId: world.network.next.id,
  windowFrom: inDays(60),
  windowTo: inDays(60.2),
  durationMinutes: 60,
  latestDecisionAt: inDays(59),
  purpose: '球赛',
});

const ofWait = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { waitId: idOf(world, 'waitId') },
});

/** Waits until what is free is offered. */
async function offered(world: AccessWorld): Promise<void> {
  const { client } = world.people.coHost;
  const path = `/resources/${idOf(world, 'lentId')}/waits`;
  const { id } = await client.post<LoanWaitView>(path, wanted(world));
  world.ids.set('waitId', id);
  for (let state = 'waiting'; state === 'waiting';) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    ({ state } = await client.get<LoanWaitView>(`/loan-waits/${id}`));
  }
}

/** When a resource is open, who may ask how early, and every other way to a time of it. */
export const lendingRows: readonly AccessRow[] = [
  {
    route: 'GET /resources/{resourceId}/opening-hours',
    expected: signedIn,
    before: anotherHall,
    request: ofHall,
  },
  {
    route: 'PUT /resources/{resourceId}/opening-hours',
    expected: byKeeper,
    request: async (world) => ({
      ...ofHall(world),
      body: { exceptions: [], holidays: 'asUsual', makeUpDays: 'asUsual', overnight: false },
      ifMatch: await versionAt(world, `/resources/${idOf(world, 'lentId')}/opening-hours`),
    }),
  },
  { route: 'GET /resources/{resourceId}/lending-rule', expected: signedIn, request: ofHall },
  {
    route: 'PUT /resources/{resourceId}/lending-rule',
    expected: byKeeper,
    request: async (world) => ({
      ...ofHall(world),
      body: { bookableDaysAhead: 300, noticeHours: 1, smallEarlierDays: 7 },
      ifMatch: await versionAt(world, `/resources/${idOf(world, 'lentId')}/lending-rule`),
    }),
  },
  {
    route: 'POST /resources/{resourceId}/loan-imports',
    expected: made,
    request: (world) => ({
      ...ofHall(world),
      body: {
        csv: '类型,借用工会,开始,结束,用途\n停用,,2099-01-01 09:00,2099-01-01 10:00,年检',
        dryRun: true,
      },
    }),
  },
  {
    route: 'POST /resources/{resourceId}/holds',
    expected: made,
    right: 'coHost',
    request: (world) => ({ ...ofHall(world), body: withoutResource(world) }),
    keep: 'holdId',
  },
  {
    route: 'DELETE /resources/{resourceId}/holds/{holdId}',
    expected: hidden,
    right: 'coHost',
    request: (world) => ({ params: { resourceId: idOf(world, 'lentId'), holdId: idOf(world, 'holdId') } }),
  },
  {
    route: 'POST /loans/{loanId}/move',
    expected: hidden,
    right: 'coHost',
    before: aLoan,
    request: (world) => ({
      ...ofLoan(world),
      body: { ...withoutResource(world), borrowerUnionId: undefined },
    }),
  },
  { route: 'GET /loans/{loanId}/moves', expected: hidden, right: 'coHost', request: ofLoan },
  {
    route: 'POST /loan-series/preview',
    expected: byKeeper,
    right: 'coHost',
    request: (world) => ({ body: aSeries(world) }),
  },
  {
    route: 'POST /loan-series',
    expected: made,
    right: 'coHost',
    request: (world) => ({ body: aSeries(world) }),
    keep: 'loanSeriesId',
  },
  { route: 'GET /loan-series', expected: signedIn },
  { route: 'GET /loan-series/{seriesId}', expected: hidden, right: 'coHost', request: ofSeries },
  {
    route: 'POST /loan-series/{seriesId}/cancel',
    expected: hidden,
    right: 'coHost',
    request: (world) => ({ ...ofSeries(world), body: {} }),
  },
  {
    route: 'POST /resources/{resourceId}/waits',
    expected: made,
    right: 'coHost',
    request: (world) => ({ ...ofHall(world), body: wanted(world) }),
    keep: 'waitId',
  },
  { route: 'GET /resources/{resourceId}/waits', expected: byKeeper, request: ofHall },
  { route: 'GET /me/loan-waits', expected: signedIn },
  { route: 'GET /loan-waits/{waitId}', expected: hidden, right: 'coHost', request: ofWait },
  { route: 'POST /loan-waits/{waitId}/withdraw', expected: hidden, right: 'coHost', request: ofWait },
  {
    route: 'POST /loan-waits/{waitId}/accept',
    expected: hidden,
    right: 'coHost',
    before: offered,
    request: ofWait,
  },
];
