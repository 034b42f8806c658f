import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  costPoolContract,
  type CostPoolSummaryView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import {
  nettingContract,
  type NettingRunSummaryView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract, type PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

const waitingForMe = { waitingForMe: true, limit: 200 } as const;
/** As the home page asks: nothing that waits for the unions below. */
const ofMyUnions = { ...waitingForMe, ownUnions: true } as const;

describe('a cost pool', () => {
  const waiting = async (actor: Actor): Promise<CostPoolSummaryView[]> =>
    (await settlement.ask(costPoolContract.list, waitingForMe, actor)).items;

  it('waits for whoever may approve it, with its union and since when, until it is approved or returned', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: { kind: 'equal' } });
    const openedAt = settlement.clock.now().toISOString();
    const { id: costPoolId } = await settlement.ask(
      costPoolContract.create,
      { activityId },
      holder('finance', a),
    );
    expect(await waiting(holder('approver', a))).toEqual([]);
    settlement.clock.advance(60_000);
    const submittedAt = settlement.clock.now().toISOString();
    await submittedPool(settlement, activityId, [{ payer: a, fen: 100n }], a);
    expect(await waiting(holder('approver', a))).toMatchObject([
      { id: costPoolId, unionName: a.name, createdAt: openedAt, submittedAt, title: '夏季运动会' },
    ]);
    expect(await waiting(holder('approver', root))).toMatchObject([{ id: costPoolId }]);
    for (const [approver, seen] of [
      [root, []],
      [a, [{ id: costPoolId }]],
    ] as const) {
      const { items } = await settlement.ask(costPoolContract.list, ofMyUnions, holder('approver', approver));
      expect(items).toMatchObject(seen);
    }
    // A party's approver sees the pool, and has nothing to approve; nor has the organiser's finance.
    for (const actor of [holder('approver', b), holder('finance', a)]) {
      expect(await waiting(actor)).toEqual([]);
      const seen = await settlement.ask(costPoolContract.list, { state: 'submitted' }, actor);
      expect(seen.items).toMatchObject([{ id: costPoolId }]);
    }
    const found = async (q: string) =>
      (await settlement.ask(costPoolContract.list, { q, activityId }, holder('finance', b))).items.map(
        ({ id }) => id,
      );
    expect(await found('运动')).toEqual([costPoolId]);
    expect(await found('%')).toEqual([]);
    const request = { costPoolId, reason: '缺发票' };
    const returned = await settlement.ask(costPoolContract.return, request, holder('approver', a));
    expect(returned).toMatchObject({ submittedAt: null, unionName: a.name });
    expect(await waiting(holder('approver', a))).toEqual([]);
  });

  it('E83: does not wait for whoever has submitted it', async () => {
    const activityId = await knownActivity(settlement, { parties: [b], rule: { kind: 'equal' } });
    const both: Actor = { ...holder('finance', b), roles: [] };
    const roles = (['finance', 'approver'] as const).map((role) => ({ role, unionId: b.id, path: b.path }));
    const pool = await submittedPool(settlement, activityId, [{ payer: b, fen: 100n }], b);
    const request = { costPoolId: pool.id, reason: '再看一次' };
    await settlement.ask(costPoolContract.return, request, holder('approver', b));
    await settlement.ask(costPoolContract.submit, { costPoolId: pool.id }, { ...both, roles });
    expect(await waiting({ ...both, roles })).toEqual([]);
    expect(await waiting(holder('approver', b))).toMatchObject([{ id: pool.id }]);
  });
});

describe('netting and its payments', () => {
  const runs = async (actor: Actor): Promise<NettingRunSummaryView[]> =>
    (await settlement.ask(nettingContract.list, waitingForMe, actor)).items;
  const payments = async (actor: Actor): Promise<PaymentView[]> =>
    (await settlement.ask(paymentContract.list, waitingForMe, actor)).items;

  it('wait for the one who confirms the run, then for the payer, then for the payee', async () => {
    // a has paid 120.00 for both: b owes half of it.
    const bills = [{ payer: a, fen: 12_000n }];
    await approvedPool(settlement, { parties: [a, b], rule: { kind: 'equal' }, bills });
    const period = { periodFrom: '2026-11-01', periodTo: '2026-11-30' };
    const author = holder('finance', root);
    const run = await settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', ...period, unionId: root.id },
      author,
    );
    expect(await runs(holder('approver', root))).toMatchObject([
      { id: run.id, unionName: root.name, total: { amount: '6000' }, transferCount: 1, ...period },
    ]);
    expect(run).toMatchObject({ unionName: root.name, total: { amount: '6000' } });
    const own = await settlement.ask(nettingContract.list, ofMyUnions, holder('approver', root));
    expect(own.items).toMatchObject([{ id: run.id }]);
    for (const actor of [author, holder('approver', a), holder('finance', b)])
      expect(await runs(actor)).toEqual([]);
    const createdAt = settlement.clock.now().toISOString();
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    expect(await runs(holder('approver', root))).toEqual([]);

    const [payer, payee] = [holder('finance', b), holder('finance', a)];
    const [payment] = await payments(payer);
    expect(payment).toMatchObject({ nettingRunId: run.id, createdAt, mayConfirm: ['sent'] });
    expect(payment?.payee.name).toBe(a.name);
    const ofRoot = holder('finance', root);
    expect(await payments(ofRoot)).toMatchObject([{ id: payment?.id }]);
    for (const [finance, seen] of [
      [ofRoot, []],
      [payer, [{ id: payment?.id }]],
    ] as const)
      expect((await settlement.ask(paymentContract.list, ofMyUnions, finance)).items).toMatchObject(seen);
    // Nothing was sent yet, so nothing is to be received; but who knows better may say so.
    expect(await payments(payee)).toEqual([]);
    const seen = await settlement.ask(paymentContract.list, { state: 'open' }, payee);
    expect(seen.items).toMatchObject([{ id: payment?.id, mayConfirm: ['received'] }]);
    // Either side finds it by the name of the other, in whatever case.
    const found = async (q: string) =>
      (await settlement.ask(paymentContract.list, { q }, payee)).items.map(({ id }) => id);
    expect(await found(b.name.toLowerCase())).toEqual([payment?.id]);
    expect(await found('没有这一家')).toEqual([]);
    const audited = await settlement.ask(paymentContract.list, { state: 'open' }, holder('auditor', a));
    expect(audited.items).toMatchObject([{ id: payment?.id, mayConfirm: [] }]);

    const paymentId = payment?.id ?? '';
    const above = holder('finance', root);
    expect(await payments(above)).toMatchObject([{ id: paymentId, mayConfirm: ['sent', 'received'] }]);
    await settlement.ask(paymentContract.confirmSent, { paymentId, bankReference: 'B1' }, above);
    // E83: both confirmations are never one person's.
    expect(await payments(above)).toEqual([]);
    expect(await payments(payer)).toEqual([]);
    expect(await payments(payee)).toMatchObject([{ id: paymentId, mayConfirm: ['received'] }]);
    const settled = await settlement.ask(paymentContract.confirmReceived, { paymentId }, payee);
    expect(settled).toMatchObject({ state: 'settled', mayConfirm: [] });
    expect(await payments(payee)).toEqual([]);
  });
});
