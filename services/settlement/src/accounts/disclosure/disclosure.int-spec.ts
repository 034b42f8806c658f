import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  disclosureContract,
  type DisclosureView,
} from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { poolPlanContract } from '@gongxiang/contracts/settlement/bills/pool-plan.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId, sum, toWire } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import { actorWith, eventually, readPaper, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';
import { reminderOf } from './disclosure-reminder.service.js';
import { hashOf } from './disclosure.service.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;
let entryId: string;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
  // The root gives 100.00 first; A and B share 200.00 by 2 : 1 heads. A has paid all.
  const pool = await approvedPool(settlement, {
    parties: [a, b],
    rule: {
      kind: 'subsidyFirst',
      source: `union:${root.id}`,
      percent: null,
      upTo: toWire(10_000n),
      rest: { kind: 'headcount' },
    },
    heads: [20, 10],
    bills: [{ payer: a, fen: 30_000n }],
  });
  entryId = pool.entryId ?? '';
  // Thirty people pay 3.00 each for their lunch, ten of whom join later.
  for (const [heads, fen] of [
    [20, 6_000n],
    [10, 3_000n],
  ] as const) {
    const lunch = { costPoolId: pool.id, title: '午餐自费', heads, amount: toWire(fen) };
    await settlement.ask(
      poolPlanContract.addSelfPayment,
      { ...lunch, collector: { kind: 'union', id: a.id } },
      holder('finance', a),
    );
  }
});
afterAll(() => settlement.stop());

const member = (union: UnionState): Actor => ({ ...actorWith(), unionId: union.id, unionPath: union.path });
const publish = (union: UnionState, more: { reason?: string; year?: number } = {}) =>
  settlement.ask(
    disclosureContract.publish,
    { unionId: union.id, year: 2026, ...more },
    holder('officer', union),
  );
const get = ({ id: disclosureId }: { id: string }, actor: Actor): Promise<DisclosureView> =>
  settlement.ask(disclosureContract.get, { disclosureId }, actor);
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('a yearly disclosure', () => {
  let first: DisclosureView;

  it('says what each activity cost, who paid, who bore it, and how many came', async () => {
    const request = { unionId: a.id, year: 2026 };
    const preview = await settlement.ask(disclosureContract.preview, request, holder('officer', a));
    expect(preview).toMatchObject({ number: 1, isUnchanged: false });
    first = await publish(a);
    expect(first).toMatchObject({
      number: 1,
      isLatest: true,
      reason: null,
      contentHash: preview.contentHash,
    });
    expect(first.content).toMatchObject({
      cost: toWire(30_000n),
      subsidies: toWire(10_000n),
      heads: 20,
      budgetNumber: null,
      total: { planned: toWire(0n), borne: toWire(13_333n), isOver: true },
    });
    const [activity] = first.content.activities;
    expect(activity?.shares.map(({ party, amount }) => [party.name, amount.amount])).toEqual([
      ['工会A', '13333'],
      ['工会B', '6667'],
      ['区总工会', '10000'],
    ]);
    expect(activity?.payers.map(({ party, amount }) => [party.name, amount.amount])).toEqual([
      ['工会A', '30000'],
    ]);
    // Beside the cost: 60.00 + 30.00 by 20 + 10 heads.
    expect(first.content.selfPaid).toEqual({ amount: toWire(9_000n), heads: 30 });
    expect(activity?.selfPaid).toEqual(first.content.selfPaid);
    // 133.33 / 20 heads.
    expect(activity).toMatchObject({ heads: 20, perHead: toWire(666n) });
  });

  it('agrees with the ledger on its date: paid less borne is what the union is owed for costs', async () => {
    const period = { union: a.id, from: '2026-01-01', to: '2026-12-31' };
    const { lines } = await settlement.ask(statementContract.get, period, holder('finance', a));
    const owed = sum(lines.filter(({ kind }) => kind === 'costs').map(({ amount }) => BigInt(amount.amount)));
    const { activities, total } = first.content;
    const paid = activities.flatMap(({ payers }) => payers).filter(({ party }) => party.id === a.id);
    expect(sum(paid.map(({ amount }) => BigInt(amount.amount))) - BigInt(total.borne.amount)).toBe(owed);
    expect(sum(activities.map(({ borne }) => BigInt(borne.amount)))).toBe(BigInt(total.borne.amount));
    for (const { cost, shares, payers } of activities) {
      const sums = [shares, payers].map((list) => sum(list.map(({ amount }) => BigInt(amount.amount))));
      expect(sums).toEqual([BigInt(cost.amount), BigInt(cost.amount)]);
    }
  });

  it('has a hash that anybody can compute again', async () => {
    expect(hashOf((await get(first, member(a))).content)).toBe(first.contentHash);
  });

  it.each([
    ['a member of the union', () => member(a), 'done'],
    ['a member of a union below it', () => ({ ...member(a), unionPath: `${a.path}7.` }), 'done'],
    ['an officer above it', () => holder('officer', root), 'done'],
    ['a member of another union', () => member(b), 'NOT_FOUND'],
    ['an officer of another union', () => holder('officer', b), 'NOT_FOUND'],
    ['a member of the union above it', () => member(root), 'NOT_FOUND'],
    ['somebody without a union', () => actorWith(), 'NOT_FOUND'],
  ])('is seen by %s: %s', async (_name, actor, expected) => {
    expect(await codeOf(get(first, actor()))).toBe(expected);
    const { items } = await settlement.ask(disclosureContract.list, {}, actor());
    expect(items.some(({ id }) => id === first.id)).toBe(expected === 'done');
  });

  it.each([
    ['a member of the union', () => member(a), 'NOT_PERMITTED'],
    ['its finance', () => holder('finance', a), 'NOT_PERMITTED'],
    ['an officer of another union', () => holder('officer', b), 'NOT_FOUND'],
  ])('is not published by %s', async (_name, actor, code) => {
    const act = settlement.ask(
      disclosureContract.publish,
      { unionId: a.id, year: 2026, reason: 'x' },
      actor(),
    );
    expect(await codeOf(act)).toBe(code);
  });

  it('is not published twice alike, nor corrected without a reason, nor ahead of its year', async () => {
    expect(await codeOf(publish(a))).toBe('DISCLOSURE_REASON_REQUIRED');
    expect(await codeOf(publish(a, { reason: '核对' }))).toBe('DISCLOSURE_UNCHANGED');
    expect(await codeOf(publish(a, { year: 2027 }))).toBe('DISCLOSURE_YEAR_AHEAD');
  });

  it('is frozen: what is reversed later stands in a correction beside it', async () => {
    const reverse = { entryId, reason: '发票有误' };
    await settlement.ask(ledgerContract.reverse, reverse, holder('approver', a));
    expect((await get(first, member(a))).content).toEqual(first.content);
    const second = await publish(a, { reason: '发票有误，已冲销' });
    expect(second).toMatchObject({ number: 2, isLatest: true, reason: '发票有误，已冲销' });
    const nothing = { amount: toWire(0n), heads: 0 };
    expect(second.content).toMatchObject({ cost: toWire(0n), selfPaid: nothing, activities: [] });
    expect(await get(first, member(a))).toMatchObject({ isLatest: false, content: first.content });
    const change = (): Promise<unknown> => settlement.dataSource.query('DELETE FROM disclosure');
    await expect(change()).rejects.toThrow(/permission denied|append-only/);
  });

  it('that was frozen before it told what participants paid stays as it was, also on paper', async () => {
    const { selfPaid: _told, ...content } = first.content;
    const old = {
      ...content,
      activities: content.activities.map(({ selfPaid: _paid, ...activity }) => activity),
    };
    const id = newId();
    await settlement.dataSource.query(
      `INSERT INTO disclosure (id, union_id, year, number, content, content_hash, published_by, published_at)
       VALUES ($1, $2, 2025, 1, $3, $4, $1, now())`,
      [id, a.id, JSON.stringify(old), hashOf(old)],
    );
    const view = await get({ id }, member(a));
    expect(view.content).toEqual(old);
    expect(hashOf(view.content)).toBe(view.contentHash);
    const print = settlement.ask(disclosureContract.print, { disclosureId: id }, member(a));
    expect((await print).size).toBeGreaterThan(0);
  });

  it('is printed as it was frozen, with its hash and without anybody’s name', async () => {
    const actor = member(a);
    const view = await settlement.ask(disclosureContract.print, { disclosureId: first.id }, actor);
    expect(view.fileName).toBe('工会A 2026 年度经费公开 1.pdf');
    const content = await new FileStore(settlement.store, briefFilesOf('settlement')).get(
      view.key,
      actor.personId,
    );
    const words = readPaper(Buffer.concat((await content.toArray()) as Buffer[])).pages.flat();
    expect(words).toEqual(
      expect.arrayContaining([first.contentHash, '夏季运动会', '300.00', '133.33', '90.00']),
    );
    expect(words.join('')).not.toContain(actor.personId);
  });
});

describe('the reminder of January', () => {
  it('goes to whoever bore costs in the year before and has disclosed nothing, and then notes the next', async () => {
    await approvedPool(settlement, {
      parties: [b, c],
      rule: { kind: 'equal' },
      bills: [{ payer: b, fen: 100n }],
    });
    await publish(c);
    const reminders = async (union: UnionState) =>
      (await settlement.ask(disclosureContract.listReminders, {}, holder('officer', union))).items;
    expect(await reminders(b)).toEqual([]);
    settlement.clock.set(reminderOf(2026));
    await eventually(async () =>
      expect(await reminders(b)).toMatchObject([{ union: { name: '工会B' }, year: 2026 }]),
    );
    expect(await reminders(c)).toEqual([]);
    const [next] = await settlement.dataSource.query(
      `SELECT key, due_at FROM due WHERE kind = 'disclosure-reminder'`,
    );
    expect(next).toEqual({ key: '2027', due_at: reminderOf(2027) });
    await publish(b);
    expect(await reminders(b)).toEqual([]);
  });
});
