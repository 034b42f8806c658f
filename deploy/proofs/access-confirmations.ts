import type { Page } from '@gongxiang/contracts/core/contract';
import type { ConfirmationSummaryView } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { DisputeView } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { money } from '../demo/tools/client.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
/** A share is the matter of those who bear the costs: to all others it does not exist. */
const hidden = [401, 404, 404, 200] as const;
const hiddenMade = [401, 404, 404, 201] as const;

/** What the co-host's union was asked of the pool that has just been approved. */
async function askedOfNext(world: AccessWorld): Promise<void> {
  const query = `costPoolId=${idOf(world, 'costPoolId')}`;
  const { items } = await world.people.coHost.client.get<Page<ConfirmationSummaryView>>(
    `/confirmations?${query}`,
  );
  const asked = items.find(({ party }) => party.id === world.network.next.id);
  world.ids.set('confirmationId', asked?.id ?? '');
}

/** The co-host's union disputes what it was asked of the pool. @returns the id of the dispute */
export async function disputeShare({ people, network }: AccessWorld, costPoolId: string): Promise<string> {
  const { client } = people.coHost;
  const { items } = await client.get<Page<ConfirmationSummaryView>>(
    `/confirmations?costPoolId=${costPoolId}`,
  );
  const asked = items.find(({ party }) => party.id === network.next.id);
  const { id } = await client.decide<DisputeView>(`/confirmations/${asked?.id}/dispute`, {
    reason: '人数有误',
  });
  return id;
}

/** Once the shared bill is approved, the co-host's union is asked; it has said nothing yet. */
async function askNext(world: AccessWorld): Promise<void> {
  const costPoolId = idOf(world, 'sharedBillId');
  await world.people.approver.client.decide(`/cost-pools/${costPoolId}/approve`);
  const query = `costPoolId=${costPoolId}&state=waiting`;
  const { items } = await world.people.coHost.client.get<Page<ConfirmationSummaryView>>(
    `/confirmations?${query}`,
  );
  world.ids.set('confirmationId', items[0]?.id ?? '');
}

/** What was withdrawn may be disputed again, as long as nobody has netted it. */
async function disputeAgain(world: AccessWorld): Promise<void> {
  const pool = await world.people.keeper.client.get<CostPoolView>(`/cost-pools/${idOf(world, 'costPoolId')}`);
  const disputeId = await disputeShare(world, pool.id);
  world.ids.set('disputeId', disputeId);
  await world.people.coHost.client.decide(`/disputes/${disputeId}/refer`);
}

/** Shares, answered by the union that bears them; disputes, between both and decided above them. */
export const confirmationRows: readonly AccessRow[] = [
  { route: 'GET /confirmations', expected: signedIn, before: askedOfNext },
  { route: 'GET /confirmations/{confirmationId}', expected: hidden, right: 'coHost' },
  {
    route: 'POST /confirmations/{confirmationId}/dispute',
    expected: hiddenMade,
    right: 'coHost',
    request: () => ({ body: { reason: '午餐只有八人，账单按十人计' } }),
    keep: 'disputeId',
  },
  { route: 'GET /disputes', expected: signedIn },
  { route: 'GET /disputes/{disputeId}', expected: hidden },
  {
    route: 'POST /disputes/{disputeId}/messages',
    expected: hiddenMade,
    request: () => ({ body: { text: '名单上是十人，附签到表' } }),
  },
  { route: 'GET /disputes/{disputeId}/messages', expected: hidden },
  { route: 'POST /disputes/{disputeId}/refer', expected: hidden },
  { route: 'POST /disputes/{disputeId}/withdraw', expected: hidden, right: 'coHost' },
  {
    route: 'POST /disputes/{disputeId}/decide',
    expected: hidden,
    right: 'judge',
    before: disputeAgain,
    request: () => ({ body: { outcome: 'dismissed', reason: '签到表为十人，份额成立' } }),
  },
  {
    route: 'POST /confirmations/{confirmationId}/confirm',
    expected: hidden,
    before: async (world) => {
      const query = `costPoolId=${idOf(world, 'costPoolId')}&state=waiting`;
      const { items } = await world.people.keeper.client.get<Page<ConfirmationSummaryView>>(
        `/confirmations?${query}`,
      );
      world.ids.set('confirmationId', items[0]?.id ?? '');
    },
  },
  {
    route: 'POST /shared-bills',
    expected: hiddenMade,
    request: ({ network: { near, next } }) => ({
      body: {
        title: '联合宣传册印刷',
        amount: money(120_000),
        payer: { kind: 'union', id: near.id },
        parties: [near, next].map(({ id }) => ({ party: { kind: 'union', id } })),
        incomeKind: 'dues',
        expenseCode: '1.3',
      },
    }),
    keep: 'sharedBillId',
  },
  {
    route: 'POST /confirmations/{confirmationId}/refuse',
    expected: hidden,
    right: 'coHost',
    before: askNext,
    request: () => ({ body: { reason: '我会没有参加' } }),
  },
];
