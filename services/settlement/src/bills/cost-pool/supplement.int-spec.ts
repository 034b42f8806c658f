import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { supplementContract } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { LoanUseRow } from '../../agreements/activity/activity.entity.js';
import { approvedPool, bill, holder, keyOf, knownActivity, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let a: UnionState, b: UnionState, c: UnionState, far: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const { unions } = await knownNetwork(settlement, 4);
  [a, b, c, far] = unions as [UnionState, UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

const equal = { kind: 'equal' };
const first = (fen: bigint, more: Record<string, unknown> = {}): Promise<CostPoolView> =>
  approvedPool(settlement, { parties: [a, b, c], rule: equal, bills: [{ payer: a, fen }], ...more });
const open = (costPoolId: string, actor: Actor | null = holder('finance', a)): Promise<CostPoolView> =>
  settlement.ask(supplementContract.open, { costPoolId }, actor);
const compute = (costPoolId: string, more: object = {}): Promise<CostPoolView> =>
  settlement.ask(costPoolContract.computeShares, { costPoolId, ...more }, holder('finance', a));
const approve = (costPoolId: string): Promise<CostPoolView> =>
  settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', a));

async function submitted(costPoolId: string, payer: UnionState, fen: bigint): Promise<CostPoolView> {
  await settlement.ask(costPoolContract.addItem, bill(costPoolId, payer, fen), holder('finance', payer));
  await compute(costPoolId);
  return settlement.ask(costPoolContract.submit, { costPoolId }, holder('finance', a));
}

const reverse = ({ entryId }: CostPoolView) =>
  settlement.ask(
    ledgerContract.reverse,
    { entryId: entryId ?? '', reason: '发票作废' },
    holder('approver', a),
  );
const sharesOf = ({ shares }: CostPoolView): string[] => shares.map(({ amount }) => amount.amount);

describe('a supplement', () => {
  it('has the agreement, the heads and the parties of the pool, and a number and an entry of its own', async () => {
    const heads = [47, 31, 9];
    const pool = await first(1_000_000n, { rule: { kind: 'headcount' }, heads });
    const supplement = await open(pool.id);
    expect(supplement).toMatchObject({
      supplementOf: pool.id,
      state: 'open',
      agreementVersion: pool.agreementVersion,
      rotation: pool.rotation + 1,
      activityId: pool.activityId,
    });
    // 87.00 by 47 : 31 : 9 is 47.00, 31.00, 9.00.
    await submitted(supplement.id, b, 8_700n);
    const approved = await approve(supplement.id);
    expect(sharesOf(approved)).toEqual(['4700', '3100', '900']);
    expect(approved.shares.map(({ headcount }) => headcount)).toEqual(heads);
    expect(approved.shares[0]?.trace[0]).toContain('此前的结算单中已承担¥5,402.30');
    expect(approved.entryId).not.toBe(pool.entryId);
    const again = await settlement.ask(costPoolContract.get, { costPoolId: pool.id }, holder('auditor', b));
    expect([sharesOf(again), again.version]).toEqual([sharesOf(pool), pool.version]);
  });

  it('E72: keeps a cap for the sum of both', async () => {
    const pool = await first(60_000n, { caps: { [keyOf(c)]: toWire(15_000n) } });
    expect(sharesOf(pool)).toEqual(['22500', '22500', '15000']);
    const { id } = await open(pool.id);
    expect(sharesOf(await submitted(id, a, 9_000n))).toEqual(['4500', '4500', '0']);
  });

  it('E85: is one at a time, however often and by how many it is asked for', async () => {
    const pool = await first(300n);
    const opened = await Promise.all([1, 2, 3].map(() => open(pool.id)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    const [one] = opened as [CostPoolView];
    const again = await settlement.send(
      supplementContract.open,
      { costPoolId: one.id },
      holder('finance', a),
    );
    expect(again).toMatchObject({ existing: true, body: { id: one.id } });
    await submitted(one.id, b, 30n);
    await approve(one.id);
    // What supplements a supplement supplements the pool.
    expect(await open(one.id)).toMatchObject({ supplementOf: pool.id });
  });

  it('is refused where the pool is not approved, or was taken back', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: equal });
    const draft = await settlement.ask(costPoolContract.create, { activityId }, holder('finance', a));
    await expect(open(draft.id)).rejects.toMatchObject({ code: 'POOL_NOT_APPROVED' });
    const pool = await first(300n);
    await reverse(pool);
    // At once, before the pool has heard of it.
    await expect(open(pool.id)).rejects.toMatchObject({ code: 'POOL_NOT_APPROVED' });
  });

  it('holds the pool before it: the last goes first, and a correction finds its place', async () => {
    const pool = await first(300n);
    const { id } = await open(pool.id);
    const named = (costPoolId: string, amountFen: string) => ({
      code: 'SUPPLEMENT_STANDS',
      params: { costPoolId, title: '夏季运动会', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), amountFen },
    });
    await expect(reverse(pool)).rejects.toMatchObject(named(id, '0'));
    await submitted(id, b, 30n);
    const supplement = await approve(id);
    await expect(reverse(pool)).rejects.toMatchObject(named(id, '30'));
    // Of two supplements the refusal names the last, which must be reversed first.
    const second = await open(pool.id);
    await expect(reverse(pool)).rejects.toMatchObject(named(second.id, '0'));
    await submitted(second.id, c, 20n);
    const last = await approve(second.id);
    await expect(reverse(supplement)).rejects.toMatchObject(named(second.id, '20'));
    await reverse(last);
    await reverse(supplement);
    await reverse(pool);
    await expect(reverse(pool)).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
    const reopened = () =>
      settlement.ask(costPoolContract.create, { activityId: pool.activityId }, holder('finance', a));
    await eventually(async () => expect((await reopened()).id).not.toBe(pool.id));
    expect(await reopened()).toMatchObject({ supplementOf: null, state: 'open' });
  });

  it('is discarded as long as it holds no bills; what it was stays in the trail', async () => {
    const pool = await first(300n);
    const { id, version } = await open(pool.id);
    const discard = (ifMatch: number | null, actor = holder('finance', a)) =>
      settlement.ask(supplementContract.discard, { costPoolId: id }, actor, { ifMatch });
    await expect(discard(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(discard(version, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const item = await settlement.ask(costPoolContract.addItem, bill(id, b, 10n), holder('finance', b));
    await expect(discard(item.poolVersion)).rejects.toMatchObject({ code: 'POOL_HAS_ITEMS' });
    const removed = await settlement.ask(
      costPoolContract.removeItem,
      { costPoolId: id, itemId: item.id },
      holder('finance', b),
      { ifMatch: item.poolVersion },
    );
    await discard(removed.version);
    const read = settlement.ask(costPoolContract.get, { costPoolId: id }, holder('finance', a));
    await expect(read).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { items } = await settlement.ask(
      supplementContract.listSteps,
      { costPoolId: pool.id },
      holder('auditor', c),
    );
    expect(items.slice(-2).map(({ kind }) => kind)).toEqual(['supplementOpened', 'supplementDiscarded']);
    await reverse(pool);
  });

  it('is told to others as a pool of its own', async () => {
    const pool = await first(300n);
    const { id } = await open(pool.id);
    await submitted(id, b, 30n);
    await approve(id);
    const published = (await settlement.recorded(settlementEvents.costPoolApproved)).at(-1);
    expect(published).toMatchObject({ costPoolId: id, activityId: pool.activityId, total: toWire(30n) });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => actorWith({ unionId: a.id, unionPath: a.path }), 'NOT_FOUND'],
    ['the finance of a stranger', () => holder('finance', far), 'NOT_FOUND'],
    ['the finance of another party', () => holder('finance', b), 'NOT_PERMITTED'],
  ])('is not opened by %s', async (_who, actor, code) => {
    const pool = await first(300n);
    await expect(open(pool.id, actor())).rejects.toMatchObject({ code });
  });
});

describe('the trail of a pool', () => {
  it('says who did what, in its order', async () => {
    const pool = await first(300n);
    await reverse(pool);
    const steps = async () =>
      (await settlement.ask(supplementContract.listSteps, { costPoolId: pool.id }, holder('auditor', b)))
        .items;
    await eventually(async () => expect((await steps()).at(-1)?.kind).toBe('reversed'));
    const items = await steps();
    expect(items.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '1 opened',
      '2 itemAdded',
      '3 computed',
      '4 submitted',
      '5 approved',
      '6 reversed',
    ]);
    expect(items[1]).toMatchObject({ subject: '场地租金', amount: toWire(300n) });
    expect(items[5]).toMatchObject({ reason: '发票作废' });
    await expect(settlement.dataSource.query('DELETE FROM pool_step')).rejects.toThrow();
  });
});

describe('the usage of a rule', () => {
  const lend = (activityId: string, borrower: UnionState, more: object = {}): Promise<void> =>
    settlement.emit(sharingEvents.loanChanged, {
      id: newId(),
      version: 3,
      resourceId: newId(),
      ownerUnionId: c.id,
      borrowerUnionId: borrower.id,
      function: 'facility',
      state: 'returned',
      title: '舞台灯光',
      requestedBy: newId(),
      activityId,
      startsAt: '2026-11-01T08:00:00+08:00',
      endsAt: '2026-11-01T12:00:00+08:00',
      pieces: 2,
      handedOverAt: '2026-11-01T08:00:00+08:00',
      returnedAt: '2026-11-01T10:30:00+08:00',
      ...more,
    });

  it('is proposed from the loans for the activity, and corrected with a reason', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b, c], rule: { kind: 'usage' } });
    await lend(activityId, a);
    // A union that uses what is its own uses it as well; what was never handed over was not used.
    await lend(activityId, c, { pieces: 1, returnedAt: null });
    await lend(activityId, b, { handedOverAt: null, returnedAt: null });
    await eventually(async () =>
      expect(await settlement.dataSource.manager.countBy(LoanUseRow, { activityId })).toBe(2),
    );
    const pool = await settlement.ask(costPoolContract.create, { activityId }, holder('finance', a));
    await settlement.ask(costPoolContract.addItem, bill(pool.id, b, 1_000n), holder('finance', b));
    // 2.5 hours are three begun, × 2 = 6; four hours × 1 = 4: 600 and 400 of 1,000.
    expect(sharesOf(await compute(pool.id))).toEqual(['600', '0', '400']);
    const usage = await settlement.ask(
      supplementContract.getUsage,
      { costPoolId: pool.id },
      holder('auditor', b),
    );
    expect(usage).toMatchObject({ needed: true, proposed: true, reason: null });
    expect(usage.parties.map(({ proposed, used, loans }) => [proposed, used, loans.length])).toEqual([
      [6, 6, 1],
      [0, 0, 0],
      [4, 4, 1],
    ]);
    expect(usage.parties[2]?.loans[0]).toMatchObject({ hours: 4, returned: false });
    const corrected = { [keyOf(a)]: 5, [keyOf(b)]: 1, [keyOf(c)]: 4 };
    await expect(compute(pool.id, { usage: corrected })).rejects.toMatchObject({
      code: 'USAGE_REASON_REQUIRED',
      errors: [{ pointer: '/usageReason' }],
    });
    const view = await compute(pool.id, { usage: corrected, usageReason: '乙厂借用了一小时' });
    expect(sharesOf(view)).toEqual(['500', '100', '400']);
  });
});
