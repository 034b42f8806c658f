import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { poolPlanContract } from '@gongxiang/contracts/settlement/bills/pool-plan.contract';
import { refundContract } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { supplementContract } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, bill, holder, knownActivity, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let a: UnionState, b: UnionState, far: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const { unions } = await knownNetwork(settlement, 3);
  [a, b, far] = unions as [UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

const rule = { kind: 'headcount' };
const heads = [30, 10];
async function openPool(): Promise<string> {
  const activityId = await knownActivity(settlement, { parties: [a, b], rule, heads });
  return (await settlement.ask(costPoolContract.create, { activityId }, holder('finance', a))).id;
}
const plan = (costPoolId: string, fen: bigint, actor: Actor | null = holder('organiser', a)) =>
  settlement.ask(
    poolPlanContract.addPlanned,
    { costPoolId, title: '场地', expenseCode: '1.2', amount: toWire(fen) },
    actor,
  );
const collect = (costPoolId: string, collector: UnionState, actor: Actor | null) =>
  settlement.ask(
    poolPlanContract.addSelfPayment,
    {
      costPoolId,
      title: '午餐自费',
      heads: 25,
      amount: toWire(50_000n),
      collector: { kind: 'union', id: collector.id },
    },
    actor,
  );
const summary = (costPoolId: string) =>
  settlement.ask(poolPlanContract.getSummary, { costPoolId }, holder('auditor', b));

describe('what is planned', () => {
  it('is written down while the pool is open, by the organiser alone', async () => {
    const costPoolId = await openPool();
    const { id: plannedItemId } = await plan(costPoolId, 80_000n);
    await expect(plan(costPoolId, 0n)).rejects.toMatchObject({
      code: 'AMOUNT_NOT_POSITIVE',
      errors: [{ pointer: '/amount' }],
    });
    await expect(plan(costPoolId, 1n, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(plan(costPoolId, 1n, holder('finance', far))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(plan(costPoolId, 1n, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    const page = await settlement.ask(poolPlanContract.listPlanned, { costPoolId }, holder('auditor', b));
    expect(page.items).toMatchObject([{ id: plannedItemId, title: '场地', amount: toWire(80_000n) }]);
    const remove = () =>
      settlement.ask(poolPlanContract.removePlanned, { costPoolId, plannedItemId }, holder('officer', a));
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 10n), holder('finance', a));
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a));
    await settlement.ask(costPoolContract.submit, { costPoolId }, holder('finance', a));
    await expect(remove()).rejects.toMatchObject({ code: 'POOL_NOT_OPEN' });
    const request = { costPoolId, reason: '缺票' };
    await settlement.ask(costPoolContract.return, request, holder('approver', a));
    await remove();
    await expect(remove()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what participants paid themselves', () => {
  it('is recorded by the union that collected it, also after the approval, and posts nothing', async () => {
    const pool = await approvedPool(settlement, {
      parties: [a, b],
      rule,
      heads,
      bills: [{ payer: a, fen: 100_000n }],
    });
    const count = async (): Promise<number> =>
      ((await settlement.dataSource.query('SELECT count(*)::int AS n FROM entry')) as [{ n: number }])[0].n;
    const before = await count();
    const { id: selfPaymentId } = await collect(pool.id, b, holder('finance', b));
    await expect(collect(pool.id, b, holder('finance', a))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(collect(pool.id, far, holder('finance', far))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(collect(pool.id, far, holder('finance', a))).rejects.toMatchObject({
      code: 'PAYER_NOT_IN_AGREEMENT',
    });
    const member = actorWith({ unionId: b.id, unionPath: b.path });
    await expect(collect(pool.id, b, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await count()).toBe(before);
    // 1,000.00 for 40 heads is 25.00; with 500.00 beside it 37.50.
    expect(await summary(pool.id)).toMatchObject({
      actual: toWire(100_000n),
      selfPaid: toWire(50_000n),
      selfPaidHeads: 25,
      heads: 40,
      costPerHead: toWire(2_500n),
      wholePerHead: toWire(3_750n),
    });
    const request = { costPoolId: pool.id, selfPaymentId };
    await expect(
      settlement.ask(poolPlanContract.removeSelfPayment, request, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await settlement.ask(poolPlanContract.removeSelfPayment, request, holder('finance', b));
    const page = await settlement.ask(
      poolPlanContract.listSelfPayments,
      { costPoolId: pool.id },
      holder('auditor', b),
    );
    expect(page.items).toEqual([]);
  });
});

describe('the summary of a pool', () => {
  it('is that of the pool with its supplements, less what came back', async () => {
    const costPoolId = await openPool();
    await plan(costPoolId, 80_000n);
    const finance = holder('finance', a);
    const item = await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 100_000n), finance);
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, finance);
    await settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', a));
    const lines = [{ itemId: item.id, amount: toWire(10_000n) }];
    const { previewHash } = await settlement.ask(refundContract.preview, { costPoolId, lines }, finance);
    const refund = await settlement.ask(
      refundContract.propose,
      { costPoolId, lines, reason: '退', creditNote: newId(), previewHash },
      finance,
    );
    await settlement.ask(refundContract.approve, { costPoolId, refundId: refund.id }, holder('approver', a));
    const supplement = await settlement.ask(supplementContract.open, { costPoolId }, finance);
    await settlement.ask(costPoolContract.addItem, bill(supplement.id, b, 4_000n), holder('finance', b));
    // 1,000.00 − 100.00 + 40.00 = 940.00, 140.00 more than planned.
    const expected = {
      planned: toWire(80_000n),
      actual: toWire(94_000n),
      difference: toWire(14_000n),
      comparison: [{ expenseCode: '1.2', planned: toWire(80_000n), actual: toWire(94_000n) }],
      chain: [
        { costPoolId, number: 0, state: 'approved', total: toWire(100_000n), returned: toWire(10_000n) },
        { costPoolId: supplement.id, number: 1, state: 'open', total: null, returned: toWire(0n) },
      ],
    };
    expect(await summary(costPoolId)).toMatchObject(expected);
    expect(await summary(supplement.id)).toMatchObject(expected);
  });
});
