import type { Page } from '@gongxiang/contracts/core/contract';
import type { CostItemView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { RefundPreviewView, RefundView } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { newId } from '@gongxiang/domain';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';

/** Money is the matter of those whose it is: to all others it does not exist. */
const hidden = [401, 404, 404, 200] as const;
const hiddenMade = [401, 404, 404, 201] as const;
const amount = { amount: '100', currency: 'CNY' };
const poolPath = (world: AccessWorld): string => `/cost-pools/${idOf(world, 'costPoolId')}`;

const ofSupplement = (world: AccessWorld) => ({ costPoolId: idOf(world, 'supplementId') });

/** Once the pool is approved: a supplement with what is planned for it and what participants paid, taken back again. */
export const supplementRows: readonly AccessRow[] = [
  { route: 'POST /cost-pools/{costPoolId}/supplements', expected: hiddenMade, keep: 'supplementId' },
  {
    route: 'POST /cost-pools/{costPoolId}/planned-items',
    expected: hiddenMade,
    request: (world) => ({
      params: ofSupplement(world),
      body: { title: '场地租金', expenseCode: '1.2', amount },
    }),
    keep: 'plannedItemId',
  },
  { route: 'GET /cost-pools/{costPoolId}/planned-items', expected: hidden },
  {
    route: 'DELETE /cost-pools/{costPoolId}/planned-items/{plannedItemId}',
    expected: hidden,
    request: (world) => ({ params: ofSupplement(world) }),
  },
  {
    route: 'POST /cost-pools/{costPoolId}/self-payments',
    expected: hiddenMade,
    request: ({ network }) => ({
      body: { title: '午餐自费', heads: 3, amount, collector: { kind: 'union', id: network.near.id } },
    }),
    keep: 'selfPaymentId',
  },
  { route: 'GET /cost-pools/{costPoolId}/self-payments', expected: hidden },
  { route: 'DELETE /cost-pools/{costPoolId}/self-payments/{selfPaymentId}', expected: hidden },
  { route: 'GET /cost-pools/{costPoolId}/summary', expected: hidden },
  { route: 'GET /cost-pools/{costPoolId}/usage', expected: hidden },
  { route: 'GET /cost-pools/{costPoolId}/steps', expected: hidden },
  {
    route: 'DELETE /cost-pools/{costPoolId}',
    expected: hidden,
    request: async (world) => {
      const params = ofSupplement(world);
      return { params, ifMatch: await versionAt(world, `/cost-pools/${params.costPoolId}`) };
    },
  },
];

async function linesOf(world: AccessWorld): Promise<object[]> {
  const { items } = await world.people.keeper.client.get<Page<CostItemView>>(`${poolPath(world)}/items`);
  return [{ itemId: items[0]?.id ?? '', amount }];
}

async function proposalOf(world: AccessWorld): Promise<object> {
  const lines = await linesOf(world);
  const { client } = world.people.keeper;
  const path = `${poolPath(world)}/refunds/preview`;
  const { previewHash } = await client.post<RefundPreviewView>(path, { lines });
  return { lines, reason: '场地少用一天', creditNote: newId(), previewHash };
}

async function proposeAgain(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const refund = await client.post<RefundView>(`${poolPath(world)}/refunds`, await proposalOf(world));
  world.ids.set('refundId', refund.id);
}

const reason = () => ({ body: { reason: '凭证不清楚' } });

/** What comes back of an approved pool; the ledger's rows find it free of refunds. */
export const refundRows: readonly AccessRow[] = [
  {
    route: 'POST /cost-pools/{costPoolId}/refunds/preview',
    expected: hidden,
    request: async (world) => ({ body: { lines: await linesOf(world) } }),
  },
  {
    route: 'POST /cost-pools/{costPoolId}/refunds',
    expected: hiddenMade,
    request: async (world) => ({ body: await proposalOf(world) }),
    keep: 'refundId',
  },
  { route: 'GET /cost-pools/{costPoolId}/refunds', expected: hidden },
  { route: 'GET /cost-pools/{costPoolId}/refunds/{refundId}', expected: hidden },
  {
    route: 'POST /cost-pools/{costPoolId}/refunds/{refundId}/return',
    expected: hidden,
    right: 'approver',
    request: reason,
  },
  {
    route: 'POST /cost-pools/{costPoolId}/refunds/{refundId}/withdraw',
    expected: hidden,
    before: proposeAgain,
  },
  {
    route: 'POST /cost-pools/{costPoolId}/refunds/{refundId}/approve',
    expected: hidden,
    right: 'approver',
    before: proposeAgain,
  },
  {
    route: 'POST /cost-pools/{costPoolId}/refunds/{refundId}/reverse',
    expected: hidden,
    right: 'approver',
    request: reason,
  },
];
