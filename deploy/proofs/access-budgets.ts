import type { AccessRow, AccessWorld } from './access-world.js';
import { idOf, versionAt } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
/** Money is the matter of those whose it is: to all others it does not exist. */
const hidden = [401, 404, 404, 200] as const;
const hiddenMade = [401, 404, 404, 201] as const;
/** What a union discloses is for its members; to publish it is not. */
const forMembers = [401, 200, 404, 200] as const;

const thisYear = (): number => Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4));
const lines = [{ expenseCode: '1.2', amount: { amount: '5000000', currency: 'CNY' } }];
const budgetPath = (world: AccessWorld): string => `/budgets/${idOf(world, 'budgetId')}`;
const ofNear = (world: AccessWorld) => ({ unionId: world.network.near.id, year: thisYear() });

/** Drafted by finance, adopted by somebody else: from the plan of a year to what is told of it. */
export const budgetRows: readonly AccessRow[] = [
  {
    route: 'POST /budgets',
    expected: hiddenMade,
    request: (world) => ({ body: { ...ofNear(world), lines } }),
    keep: 'budgetId',
  },
  { route: 'GET /budgets', expected: signedIn },
  { route: 'GET /budgets/{budgetId}', expected: hidden },
  {
    route: 'PUT /budgets/{budgetId}/lines',
    expected: hidden,
    request: async (world) => ({ body: { lines }, ifMatch: await versionAt(world, budgetPath(world)) }),
  },
  { route: 'GET /budgets/{budgetId}/report', expected: hidden },
  {
    route: 'POST /budgets/{budgetId}/what-if',
    expected: hidden,
    request: () => ({ body: { lines: [{ expenseCode: '1.2', heads: 40 }] } }),
  },
  { route: 'POST /budgets/{budgetId}/submit', expected: hidden },
  {
    route: 'POST /budgets/{budgetId}/return',
    expected: hidden,
    right: 'approver',
    request: () => ({ body: { reason: '请重新测算' } }),
  },
  {
    route: 'POST /budgets/{budgetId}/adopt',
    expected: hidden,
    right: 'approver',
    before: (world) => world.people.keeper.client.decide(`${budgetPath(world)}/submit`),
  },
  {
    route: 'POST /budgets/{budgetId}/amendments',
    expected: hiddenMade,
    request: () => ({ body: { reason: '新增送清凉活动' } }),
  },
];

export const disclosureRows: readonly AccessRow[] = [
  {
    route: 'POST /disclosures/preview',
    expected: [401, 403, 404, 200],
    request: (world) => ({ body: ofNear(world) }),
  },
  {
    route: 'POST /disclosures',
    expected: [401, 403, 404, 201],
    request: (world) => ({ body: ofNear(world) }),
    keep: 'disclosureId',
  },
  { route: 'GET /disclosures', expected: signedIn },
  { route: 'GET /disclosures/reminders', expected: signedIn },
  { route: 'GET /disclosures/{disclosureId}', expected: forMembers },
];

export const voucherRows: readonly AccessRow[] = [
  {
    route: 'GET /vouchers',
    expected: hidden,
    request: (world) => ({
      query: `union=${world.network.near.id}&from=${thisYear()}-01-01&to=${thisYear()}-12-31`,
    }),
  },
  {
    route: 'GET /unions/{unionId}/voucher-subjects',
    expected: hidden,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'PUT /unions/{unionId}/voucher-subjects',
    expected: hidden,
    request: (world) => ({
      params: { unionId: world.network.near.id },
      body: { subjects: [{ subject: 'bank', code: '10201', name: '银行存款—基本户' }] },
      ifMatch: 0,
    }),
  },
  { route: 'GET /activities/{activityId}/statement', expected: hidden },
];
