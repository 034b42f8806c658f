import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { bookkeepingContract } from '@gongxiang/contracts/settlement/ledger/bookkeeping.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type MandateStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, bill, holder, knownActivity, knownNetwork } from '../../network.fixture.js';
import { MandateRef } from '../../reference/mandate.entity.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, small: UnionState, large: UnionState, other: UnionState;
let finance: Actor, approver: Actor;
let mandate: MandateStateData;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [small, large, other] = network.unions as [UnionState, UnionState, UnionState];
  [finance, approver] = [holder('finance', large), holder('approver', large)];
});
afterAll(() => settlement.stop());

/** Tells of a mandate, as sharing would, and waits until it is known. */
async function publishMandate(changes: Partial<MandateStateData>): Promise<void> {
  mandate = { ...mandate, ...changes, version: mandate.version + 1 };
  await settlement.emit(sharingEvents.mandateChanged, mandate);
  await eventually(async () => {
    const { version } = await settlement.dataSource.manager.findOneByOrFail(MandateRef, { id: mandate.id });
    expect(version).toBe(mandate.version);
  });
}

beforeEach(async () => {
  mandate = {
    id: newId(),
    version: 0,
    fromUnionId: small.id,
    toUnionId: large.id,
    scopes: ['bookkeeping'],
    from: '2026-01-01T00:00:00Z',
    until: '2028-01-01T00:00:00Z',
    revokedAt: null,
    entryLimit: null,
  };
  await publishMandate({});
});

const refused = (code: string) => ({ code });
const ended = () => publishMandate({ revokedAt: settlement.clock.now().toISOString() });

describe('who keeps the books of another union', () => {
  it('drafts, submits and approves its pool by two people, who stand in the trail with for whom they acted', async () => {
    const activityId = await knownActivity(settlement, { parties: [small, other], rule: { kind: 'equal' } });
    const pool = await settlement.ask(costPoolContract.create, { activityId }, finance);
    const costPoolId = pool.id;
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, small, 10_000n), finance);
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, finance);
    await settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    // E83: one person with both offices is still one person.
    const both = { ...approver, personId: finance.personId };
    await expect(settlement.ask(costPoolContract.approve, { costPoolId }, both)).rejects.toMatchObject(
      refused('SAME_PERSON'),
    );
    const approved = await settlement.ask(costPoolContract.approve, { costPoolId }, approver);
    expect(approved).toMatchObject({ state: 'approved', approvedBy: approver.personId });
    const { items } = await settlement.ask(
      bookkeepingContract.uses,
      { mandateId: mandate.id },
      holder('officer', small),
    );
    expect(items.map(({ action, kind, aboutId, amount }) => [action, kind, aboutId, amount?.amount])).toEqual(
      [
        ['settlement.cost-pool.approve', 'costPool', costPoolId, '10000'],
        ['settlement.cost-pool.submit', 'costPool', costPoolId, '10000'],
        ['settlement.cost-pool.compute-shares', 'costPool', costPoolId, undefined],
        ['settlement.cost-pool.add-item', 'costPool', costPoolId, '10000'],
        ['settlement.cost-pool.create', 'activity', activityId, undefined],
      ],
    );
    expect(items.every(({ title }) => title === '夏季运动会')).toBe(true);
    const trail: { after: object }[] = await settlement.dataSource.query(
      `SELECT after FROM audit_record WHERE noun = 'mandate-use' AND subject_id = $1 LIMIT 1`,
      [mandate.id],
    );
    expect(trail[0]?.after).toMatchObject({ onBehalfOf: small.id });
    await ended();
  });

  it('reads its statement, accounts and entries, and those of no other union', async () => {
    await approvedPool(settlement, {
      parties: [small, other],
      rule: { kind: 'equal' },
      bills: [{ payer: other, fen: 600n }],
    });
    const period = { from: '2026-11-01', to: '2026-12-31' };
    const statement = await settlement.ask(statementContract.get, { union: small.id, ...period }, finance);
    expect(statement.party.name).toBe(small.name);
    await expect(
      settlement.ask(statementContract.get, { union: other.id, ...period }, finance),
    ).rejects.toMatchObject(refused('NOT_FOUND'));
    const accounts = await settlement.ask(ledgerContract.listAccounts, { union: small.id }, finance);
    expect(accounts.items.length).toBeGreaterThan(0);
    const entries = await settlement.ask(ledgerContract.listEntries, {}, finance);
    expect(entries.items.length).toBeGreaterThan(0);
    const entryId = entries.items[0]?.id ?? '';
    await settlement.ask(ledgerContract.getEntry, { entryId }, finance);
    const reverse = settlement.ask(ledgerContract.reverse, { entryId, reason: '重复' }, approver);
    await expect(reverse).rejects.toMatchObject(refused('NOT_FOUND'));
    await ended();
    await expect(
      settlement.ask(statementContract.get, { union: small.id, ...period }, finance),
    ).rejects.toMatchObject(refused('NOT_FOUND'));
    const after = await settlement.ask(ledgerContract.listAccounts, { union: small.id }, finance);
    expect(after.items).toEqual([]);
    await expect(settlement.ask(ledgerContract.getEntry, { entryId }, finance)).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
  });

  it.each<[string, Partial<MandateStateData>]>([
    ['after its end', { until: '2026-01-02T00:00:00Z' }],
    ['before its beginning', { from: '2027-12-01T00:00:00Z' }],
    ['once it is revoked', { revokedAt: '2026-01-02T00:00:00Z' }],
    ['where it is for something else', { scopes: ['lending'] }],
    ['where it is for another union', { fromUnionId: newId() }],
  ])('may do nothing %s', async (_when, changes) => {
    await publishMandate(changes);
    const activityId = await knownActivity(settlement, { parties: [small, other], rule: { kind: 'equal' } });
    await expect(settlement.ask(costPoolContract.create, { activityId }, finance)).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
    await ended();
  });

  it('holds to the limit of one act, and nobody but finance and approvers acts at all', async () => {
    await publishMandate({ entryLimit: toWire(5_000n) });
    const activityId = await knownActivity(settlement, { parties: [small, other], rule: { kind: 'equal' } });
    const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
    const add = (fen: bigint, actor: Actor) =>
      settlement.ask(costPoolContract.addItem, bill(costPoolId, small, fen), actor);
    await expect(add(5_001n, finance)).rejects.toMatchObject({
      code: 'MANDATE_LIMIT_EXCEEDED',
      params: { limitFen: '5000' },
    });
    await expect(add(1n, holder('officer', large))).rejects.toMatchObject(refused('NOT_FOUND'));
    await add(5_000n, finance);
    await add(1n, finance);
    // The whole pool is above the limit now: the union itself submits it.
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', small));
    await expect(settlement.ask(costPoolContract.submit, { costPoolId }, finance)).rejects.toMatchObject(
      refused('MANDATE_LIMIT_EXCEEDED'),
    );
    await settlement.ask(costPoolContract.submit, { costPoolId }, holder('finance', small));
    await ended();
  });

  it('E83: confirms a payment, but not both sides of one between the two unions by one person', async () => {
    await approvedPool(settlement, {
      parties: [large, small],
      rule: { kind: 'equal' },
      bills: [{ payer: large, fen: 2_000n }],
    });
    const period = { periodFrom: '2026-11-01', periodTo: '2026-12-31', unionId: root.id };
    const parties = [small, large].map(({ id }) => ({ kind: 'union' as const, id }));
    const run = await settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', ...period, parties },
      holder('finance', root),
    );
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const { items } = await settlement.ask(paymentContract.list, { nettingRunId: run.id }, finance);
    const payment = items.find(({ payer }) => payer.id === small.id);
    expect(payment).toMatchObject({ payee: { id: large.id }, mayConfirm: ['sent', 'received'] });
    const paymentId = payment?.id ?? '';
    const sent = await settlement.ask(
      paymentContract.confirmSent,
      { paymentId, bankReference: '20261120-1' },
      finance,
    );
    expect(sent.mayConfirm).toEqual([]);
    await expect(
      settlement.ask(paymentContract.confirmReceived, { paymentId }, finance),
    ).rejects.toMatchObject(refused('SAME_PERSON'));
    await expect(
      settlement.ask(paymentContract.fail, { paymentId, reason: '没到账' }, approver),
    ).rejects.toMatchObject(refused('NOT_PERMITTED'));
    const settled = await settlement.ask(
      paymentContract.confirmReceived,
      { paymentId },
      holder('finance', large),
    );
    expect(settled.state).toBe('settled');
    await ended();
  });
});

describe('mandates to keep books', () => {
  it('are seen by both sides, and by nobody else', async () => {
    for (const [union, side] of [
      [small, 'given'],
      [large, 'taken'],
    ] as const) {
      const { items } = await settlement.ask(
        bookkeepingContract.list,
        { side, inForce: true },
        holder('finance', union),
      );
      expect(items).toMatchObject([
        { id: mandate.id, fromUnionName: small.name, toUnionName: large.name, mayAct: union === large },
      ]);
      await settlement.ask(bookkeepingContract.get, { mandateId: mandate.id }, holder('auditor', union));
    }
    const stranger = holder('finance', other);
    expect((await settlement.ask(bookkeepingContract.list, {}, stranger)).items).toEqual([]);
    const request = { mandateId: mandate.id };
    await expect(settlement.ask(bookkeepingContract.get, request, stranger)).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
    await expect(settlement.ask(bookkeepingContract.uses, request, stranger)).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
    await ended();
    const { items } = await settlement.ask(bookkeepingContract.list, { inForce: true }, finance);
    expect(items).toEqual([]);
    expect(await settlement.ask(bookkeepingContract.get, request, finance)).toMatchObject({
      state: 'revoked',
      mayAct: false,
    });
  });

  it('E30: an older state that comes late changes nothing', async () => {
    const before = mandate;
    await ended();
    await settlement.emit(sharingEvents.mandateChanged, before);
    const activityId = await knownActivity(settlement, { parties: [small, other], rule: { kind: 'equal' } });
    await expect(settlement.ask(costPoolContract.create, { activityId }, finance)).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
  });
});
