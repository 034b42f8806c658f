import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  confirmationContract,
  type ConfirmationSummaryView,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { disputeContract, type DisputeView } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { supplementContract } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState, far: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 4);
  root = network.root;
  [a, b, c, far] = network.unions as [UnionState, UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

/** A has paid 120.00 for A, B and C, and B 60.00: shares of 60.00 each, so that C owes A 60.00. */
const pool = (): Promise<CostPoolView> =>
  approvedPool(settlement, {
    parties: [a, b, c],
    rule: { kind: 'equal' },
    confirm: false,
    bills: [
      { payer: a, fen: 12_000n },
      { payer: b, fen: 3_000n },
    ],
  });

async function askedOf(costPoolId: string, union: UnionState): Promise<ConfirmationSummaryView> {
  const request = { costPoolId, limit: 200 };
  const { items } = await settlement.ask(confirmationContract.list, request, holder('auditor', root));
  const found = items.find(({ party }) => party.id === union.id);
  if (found === undefined) throw new Error(`${union.name} was not asked`);
  return found;
}

async function dispute(costPoolId: string, union: UnionState, itemId?: string): Promise<DisputeView> {
  const { id: confirmationId } = await askedOf(costPoolId, union);
  const complaint = { confirmationId, reason: '午餐只有八人', ...(itemId ? { itemId } : {}) };
  return settlement.ask(disputeContract.open, complaint, holder('finance', union));
}

const get = (disputeId: string, actor: Actor) => settlement.ask(disputeContract.get, { disputeId }, actor);
const decide = (disputeId: string, outcome: 'dismissed' | 'upheld', actor: Actor) =>
  settlement.ask(disputeContract.decide, { disputeId, outcome, reason: '按签到表' }, actor);
const waitingFor = async (actor: Actor, more: { ownUnions?: boolean } = {}): Promise<string[]> => {
  const request = { waitingForMe: true, limit: 200, ...more } as const;
  return (await settlement.ask(disputeContract.list, request, actor)).items.map(({ id }) => id);
};

/** How often PostgreSQL had to break one since it started. */
async function deadlocks(): Promise<number> {
  const [row]: [{ deadlocks: bigint }] = await settlement.dataSource.query(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(row.deadlocks);
}

describe('a disputed share', () => {
  it('is talked about by both sides, each for its union, and waits for the one that has not spoken last', async () => {
    const { id: costPoolId } = await pool();
    const { id, decidedAt, ...opened } = await dispute(costPoolId, c);
    expect(opened).toMatchObject({
      party: { name: '工会C' },
      owes: { amount: '5000' },
      mayWrite: true,
      mayRefer: true,
    });
    expect(decidedAt.name).toBe('区总工会');
    const [forA, forC] = [holder('finance', a), holder('finance', c)];
    expect(await waitingFor(forA)).toContain(id);
    expect(await waitingFor(forC)).not.toContain(id);
    expect(await waitingFor(forA, { ownUnions: true })).toContain(id);
    expect(await waitingFor(holder('officer', root), { ownUnions: true })).not.toContain(id);
    const say = (text: string, actor: Actor) =>
      settlement.ask(disputeContract.write, { disputeId: id, text }, actor);
    await say('名单上是十人', forA);
    settlement.clock.advance(60_000);
    expect(await waitingFor(forC)).toContain(id);
    await say('两人没有来', forC);
    await say('请双方核对签到表', holder('approver', root));
    const page = await settlement.ask(disputeContract.listMessages, { disputeId: id }, holder('auditor', a));
    expect(page.items.map(({ number, union, text }) => [number, union.name, text])).toEqual([
      [1, '工会A', '名单上是十人'],
      [2, '工会C', '两人没有来'],
      [3, '区总工会', '请双方核对签到表'],
    ]);
    // Who has no part in it does not learn of it; who sees it without speaking for a side writes nothing.
    await expect(get(id, holder('finance', far))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(say('?', holder('finance', far))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(say('?', holder('auditor', a))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await settlement.ask(disputeContract.withdraw, { disputeId: id }, forC);
    await expect(say('还有', forA)).rejects.toMatchObject({ code: 'DISPUTE_ENDED' });
    expect(await askedOf(costPoolId, c)).toMatchObject({ state: 'confirmed', way: 'withdrawal' });
  });

  it('is disputed by one dispute at a time, and by nobody else', async () => {
    const { id: costPoolId } = await pool();
    const { id: confirmationId } = await askedOf(costPoolId, c);
    const open = (actor: Actor, extra = {}) =>
      settlement.ask(disputeContract.open, { confirmationId, reason: '有误', ...extra }, actor);
    await expect(open(holder('finance', b))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(open(holder('finance', far))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open(holder('finance', c), { itemId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      errors: [{ pointer: '/itemId', code: 'NOT_FOUND' }],
    });
    const results = await Promise.allSettled([1, 2, 3].map(() => open(holder('officer', c))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = results.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({
      reason: { code: expect.stringMatching(/^(CONFIRMATION_ANSWERED|VERSION_STALE)$/) },
    });
  });

  it('of one party freezes that share; of a bill, all shares that rest on it', async () => {
    const first = await pool();
    await dispute(first.id, c);
    const second = await pool();
    const { items } = await settlement.ask(
      costPoolContract.listItems,
      { costPoolId: second.id },
      holder('finance', c),
    );
    const about = await dispute(second.id, c, items[0]?.id ?? '');
    expect(about.item).toMatchObject({ id: items[0]?.id, title: '场地租金', amount: { amount: '12000' } });
    const held: { pool: string; holds_all: boolean }[] = await settlement.dataSource.query(
      `SELECT cost_pool_id AS pool, holds_all FROM confirmation WHERE state = 'disputed' AND cost_pool_id = ANY($1)
       ORDER BY id`,
      [[first.id, second.id]],
    );
    expect(held).toEqual([
      { pool: first.id, holds_all: false },
      { pool: second.id, holds_all: true },
    ]);
  });
});

describe('the end of a dispute', () => {
  it('E83: is decided above both, after the time to talk or once it is referred, and not by who raised it', async () => {
    const { id: costPoolId } = await pool();
    const { id } = await dispute(costPoolId, c);
    const above = holder('approver', root);
    await expect(decide(id, 'dismissed', above)).rejects.toMatchObject({ code: 'DISPUTE_IN_TALK' });
    await expect(decide(id, 'dismissed', holder('approver', c))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await settlement.ask(disputeContract.refer, { disputeId: id }, holder('finance', a));
    await expect(
      settlement.ask(disputeContract.refer, { disputeId: id }, holder('finance', c)),
    ).rejects.toMatchObject({ code: 'DISPUTE_REFERRED' });
    expect(await waitingFor(above)).toContain(id);
    expect(await decide(id, 'dismissed', above)).toMatchObject({ state: 'dismissed', endReason: '按签到表' });
    expect(await askedOf(costPoolId, c)).toMatchObject({ state: 'confirmed', way: 'decision' });
    await expect(decide(id, 'upheld', above)).rejects.toMatchObject({ code: 'DISPUTE_ENDED' });
    expect(await waitingFor(above)).not.toContain(id);

    const { id: later } = await dispute((await pool()).id, b);
    settlement.clock.advance(7 * dayMs);
    expect(await waitingFor(above)).toContain(later);
    expect(await decide(later, 'dismissed', above)).toMatchObject({ state: 'dismissed' });
  });

  it('E83: is not decided by who approved the costs, and does not wait for them', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: { kind: 'equal' } });
    const { id: costPoolId } = await submittedPool(settlement, activityId, [{ payer: a, fen: 100n }], a);
    const above = holder('approver', root);
    await settlement.ask(costPoolContract.approve, { costPoolId }, above);
    const { id } = await dispute(costPoolId, b);
    await settlement.ask(disputeContract.refer, { disputeId: id }, holder('finance', a));
    expect(await waitingFor(above)).not.toContain(id);
    await expect(decide(id, 'dismissed', above)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    const another = holder('approver', root);
    expect(await waitingFor(another)).toContain(id);
    expect(await decide(id, 'dismissed', another)).toMatchObject({ state: 'dismissed' });
  });

  it('E80: that is granted by the other side reverses the entry once, and makes room for a correction', async () => {
    const { id: costPoolId, entryId, activityId } = await pool();
    const [ofC, ofB] = [await dispute(costPoolId, c), await dispute(costPoolId, b)];
    const granted = await decide(ofC.id, 'upheld', holder('approver', a));
    expect(granted).toMatchObject({ state: 'upheld', reversalId: expect.any(String) });
    const entry = await settlement.ask(
      ledgerContract.getEntry,
      { entryId: entryId ?? '' },
      holder('finance', a),
    );
    expect(entry.reversedBy).toBe(granted.reversalId);
    // The other dispute about it is moot: what it was about is gone.
    expect(await get(ofB.id, holder('finance', b))).toMatchObject({
      state: 'upheld',
      reversalId: granted.reversalId,
      endReason: '按签到表',
    });
    for (const union of [a, b, c]) expect((await askedOf(costPoolId, union)).state).toBe('lapsed');
    const next = await settlement.ask(costPoolContract.create, { activityId }, holder('finance', a));
    expect(next).toMatchObject({ state: 'open' });
    expect(next.id).not.toBe(costPoolId);
  });

  it('cannot be upheld while a supplement stands, which the refusal names', async () => {
    const { id: costPoolId } = await pool();
    const { id } = await dispute(costPoolId, c);
    const supplement = await settlement.ask(supplementContract.open, { costPoolId }, holder('finance', a));
    await expect(decide(id, 'upheld', holder('approver', a))).rejects.toMatchObject({
      code: 'SUPPLEMENT_STANDS',
      params: { costPoolId: supplement.id, title: supplement.title, amountFen: '0' },
    });
    expect(await get(id, holder('finance', c))).toMatchObject({ state: 'open' });
    await settlement.ask(supplementContract.discard, { costPoolId: supplement.id }, holder('finance', a), {
      ifMatch: supplement.version,
    });
    expect(await decide(id, 'upheld', holder('approver', a))).toMatchObject({ state: 'upheld' });
  });

  it('E88: that is upheld while its entry is taken back is ended by one of the two, and neither waits for the other', async () => {
    const pools = await Promise.all(Array.from({ length: 6 }, pool));
    const disputes: DisputeView[] = [];
    for (const { id } of pools) disputes.push(await dispute(id, c));
    const before = await deadlocks();
    const results = await Promise.allSettled(
      pools.flatMap(({ entryId }, index) => [
        decide(disputes[index]?.id ?? '', 'upheld', holder('approver', a)),
        settlement.ask(
          ledgerContract.reverse,
          { entryId: entryId ?? '', reason: '按签到表' },
          holder('approver', a),
        ),
      ]),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(pools.length);
    for (const one of results)
      if (one.status === 'rejected')
        expect(one.reason.code).toMatch(/^(DISPUTE_ENDED|ALREADY_REVERSED|VERSION_STALE)$/);
    for (const { id } of disputes)
      expect(await get(id, holder('finance', c))).toMatchObject({
        state: 'upheld',
        reversalId: expect.any(String),
        endReason: '按签到表',
      });
    expect(await deadlocks()).toBe(before);
  });

  it('E88: of two decisions at once lets one in', async () => {
    const { id } = await dispute((await pool()).id, c);
    await settlement.ask(disputeContract.refer, { disputeId: id }, holder('finance', c));
    const results = await Promise.allSettled([
      decide(id, 'upheld', holder('approver', root)),
      decide(id, 'dismissed', holder('approver', root)),
      decide(id, 'upheld', holder('approver', root)),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of results)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: expect.stringMatching(/^(DISPUTE_ENDED|VERSION_STALE)$/) });
  });
});

describe('the list of disputes', () => {
  it('is searched by title and state, and costs one query for all the people', async () => {
    const list = async (request: object, actor = holder('finance', c)) =>
      (await settlement.ask(disputeContract.list, { limit: 200, ...request }, actor)).items;
    await dispute((await pool()).id, c);
    expect((await list({ q: '运动', state: 'open' })).length).toBeGreaterThan(0);
    expect(await list({ q: '象棋' })).toEqual([]);
    expect(await list({}, holder('finance', far))).toEqual([]);
    const queries = await recordQueries(settlement.dataSource, () => list({}));
    // Due work runs beside it: what only views read is counted.
    expect(queries.filter(({ sql }) => sql.includes('member_ref'))).toHaveLength(1);
  });
});
