import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { shareExplanationContract } from '@gongxiang/contracts/settlement/bills/share-explanation.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  approvedPool,
  bill,
  close,
  type Fact,
  factsOf,
  holder,
  keyOf,
  knownActivity,
  submittedPool,
} from '../../network.fixture.js';
import { ActivityCloseRow } from '../../agreements/activity/activity.entity.js';
import { grantOfficers, knownRoot, knownUnion, startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  root = await knownRoot(settlement, 1);
  a = await knownUnion(settlement, '1.1.', '甲厂工会');
  b = await knownUnion(settlement, '1.2.', '乙厂工会');
  c = await knownUnion(settlement, '1.3.', '丙店工会');
});
afterAll(() => settlement.stop());

const byHeads = { kind: 'headcount' };
const open = async (options: Partial<Parameters<typeof knownActivity>[1]> = {}) => {
  const activityId = await knownActivity(settlement, {
    parties: [a, b, c],
    rule: byHeads,
    heads: [47, 31, 9],
    ...options,
  });
  const pool = await settlement.ask(costPoolContract.create, { activityId }, holder('finance', a));
  return { activityId, costPoolId: pool.id, pool };
};

describe('the first posting of a network', () => {
  it('waits for two officers at the root', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: { kind: 'equal' } });
    const pool = await submittedPool(settlement, activityId, [{ payer: a, fen: 100n }], a);
    const approve = () =>
      settlement.ask(costPoolContract.approve, { costPoolId: pool.id }, holder('approver', a));
    await expect(approve()).rejects.toMatchObject({ code: 'TWO_OFFICERS_REQUIRED' });
    await grantOfficers(settlement, root.id, 1);
    expect(await approve()).toMatchObject({ state: 'approved' });
  });
});

describe('the shares of a pool', () => {
  it('follow the facts to the fen, and explain themselves', async () => {
    const { costPoolId } = await open();
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 1_000_000n), holder('finance', a));
    const view = await settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a));
    // 1,000,000 · 47/87, 31/87, 9/87 by largest remainder.
    expect(view.shares.map(({ amount, headcount }) => [amount.amount, headcount])).toEqual([
      ['540230', 47],
      ['356322', 31],
      ['103448', 9],
    ]);
    expect(view.shares[2]?.trace).toEqual(['¥10,000.00按人数9/87分摊：¥1,034.48']);
    const english = await settlement.ask(costPoolContract.get, { costPoolId }, holder('auditor', b), {
      locale: 'en',
    });
    // E75: what is read is what was computed, in either language.
    expect(english.shares.map(({ amount }) => amount)).toEqual(view.shares.map(({ amount }) => amount));
    expect(english.shares[2]?.trace).toEqual(['¥10,000.00 by headcount 9/87: ¥1,034.48']);
  });

  it('say how many were there who count for no party, and why they do not', async () => {
    // Only one of the six attendees belongs to a party: neither c nor any union above it shares the costs.
    const options = { parties: [a, b], rule: byHeads };
    const activityId = await knownActivity(settlement, { ...options, close: false });
    const facts = factsOf(activityId, { parties: [a, c], rule: byHeads, heads: [1, 5] });
    await settlement.emit(sharingEvents.attendanceRecorded, { activityId, pageNumber: 1, facts });
    await close(settlement, activityId, facts);
    const finance = holder('finance', a);
    const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 100n), finance);
    const view = await eventually(() =>
      settlement.ask(costPoolContract.computeShares, { costPoolId }, finance),
    );
    const outside = '另有5人在场，其工会既不是分摊方，也不在任何分摊方之下，不计入人数';
    expect(view.shares.map(({ trace }) => trace)).toEqual([
      [outside, '¥1.00按人数1/1分摊：¥1.00'],
      [outside, '¥1.00按人数0/1分摊：¥0.00'],
    ]);
    // What is computed again from what is stored says the same.
    const party = view.shares[0]?.party.id ?? '';
    const request = { costPoolId, party: `union:${party}` };
    const explained = await settlement.ask(shareExplanationContract.get, request, finance);
    expect([explained.reproduced, explained.trace[0]]).toEqual([true, outside]);
  });

  it('wait until the facts are complete', async () => {
    const options = { parties: [a, b], rule: byHeads, heads: [2, 1] };
    const activityId = await knownActivity(settlement, { ...options, heads: [], close: false });
    const { id: costPoolId } = await settlement.ask(
      costPoolContract.create,
      { activityId },
      holder('finance', a),
    );
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 100n), holder('finance', a));
    const compute = () =>
      settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a));
    await expect(compute()).rejects.toMatchObject({ code: 'FACTS_INCOMPLETE' });
    const facts = factsOf(activityId, options);
    await close(settlement, activityId, facts);
    await settlement.emit(sharingEvents.attendanceRecorded, {
      activityId,
      pageNumber: 1,
      facts: facts.slice(0, 1),
    });
    await expect(compute()).rejects.toMatchObject({ code: 'FACTS_INCOMPLETE' });
    await settlement.emit(sharingEvents.attendanceRecorded, {
      activityId,
      pageNumber: 2,
      facts: facts.slice(1),
    });
    const view = await eventually(compute);
    // 100 · 2/3 = 66.67 → 67.
    expect(view.shares.map(({ amount }) => amount.amount)).toEqual(['67', '33']);
  });

  it('go by attendance that was put right: what rests on the old one is not submitted', async () => {
    const options = { parties: [a, b, c], rule: byHeads, heads: [2, 1, 1] };
    const activityId = await knownActivity(settlement, { ...options, heads: [], close: false });
    const facts = factsOf(activityId, options);
    await settlement.emit(sharingEvents.attendanceRecorded, { activityId, pageNumber: 1, facts });
    await close(settlement, activityId, facts);
    const finance = holder('finance', a);
    const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 400n), finance);
    const compute = () => settlement.ask(costPoolContract.computeShares, { costPoolId }, finance);
    const submit = () => settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    await eventually(compute);

    // The second person has three heads and the third was absent; events arrive out of order, one of them twice.
    const [first, second, third] = facts as [Fact, Fact, Fact];
    const corrected = [first, { ...second, heads: 3, revision: 2 }, { ...third, heads: 0, revision: 2 }];
    await close(settlement, activityId, corrected, 3);
    for (const fact of [corrected[2], corrected[1], second, corrected[1]] as Fact[])
      await settlement.emit(sharingEvents.attendanceRecorded, { activityId, pageNumber: 1, facts: [fact] });
    const { manager } = settlement.dataSource;
    await eventually(() => manager.findOneByOrFail(ActivityCloseRow, { activityId, version: 3 }));
    await eventually(() => expect(submit()).rejects.toMatchObject({ code: 'FACTS_CHANGED' }));
    const view = await compute();
    expect(view.shares.map(({ amount, headcount }) => [amount.amount, headcount])).toEqual([
      ['160', 2],
      ['240', 3],
      ['0', 0],
    ]);
    expect(await submit()).toMatchObject({ state: 'submitted' });
  });

  it('E67: rotate the odd fen among pools of the same parties, in whatever order these stand', async () => {
    const [d, e] = [await knownUnion(settlement, '1.4.'), await knownUnion(settlement, '1.5.')];
    const odd: string[][] = [];
    for (const parties of [
      [d, e],
      [d, e],
      [e, d],
    ]) {
      const pool = await approvedPool(settlement, {
        parties,
        rule: { kind: 'equal' },
        bills: [{ payer: d, fen: 3n }],
      });
      odd.push(pool.shares.map(({ amount }) => amount.amount));
    }
    // The third begins with the first of the parties again, although the agreement names them the other way round.
    const [first] = [d, e].sort((x, y) => (x.id < y.id ? -1 : 1));
    const beginning = first === d ? ['2', '1'] : ['1', '2'];
    expect(odd).toEqual([beginning, [...beginning].reverse(), [...beginning].reverse()]);
  });

  it('E67: fall on both alike where two unions take turns to host', async () => {
    const [d, e] = [await knownUnion(settlement, '1.6.'), await knownUnion(settlement, '1.7.')];
    const borne = new Map<string, number>();
    for (let round = 0; round < 6; round += 1) {
      const parties = round % 2 === 0 ? [d, e] : [e, d];
      const rule = { kind: 'equal' };
      const pool = await approvedPool(settlement, { parties, rule, bills: [{ payer: d, fen: 3n }] });
      for (const { party, amount } of pool.shares)
        borne.set(party.id, (borne.get(party.id) ?? 0) + Number(amount.amount));
    }
    // Six times three fen: nine each.
    expect(borne).toEqual(
      new Map([
        [d.id, 9],
        [e.id, 9],
      ]),
    );
  });

  it('take the subsidy first, and post it from its source to the payer', async () => {
    const rule = {
      kind: 'subsidyFirst',
      source: keyOf(root),
      percent: '50',
      upTo: toWire(30n),
      rest: { kind: 'equal' },
    };
    // 50 % of 100 is 50, at most 30; 70 in equal parts: 35 each.
    const pool = await approvedPool(settlement, { parties: [a, b], rule, bills: [{ payer: a, fen: 100n }] });
    expect(pool).toMatchObject({ subsidy: toWire(30n), subsidySource: { name: '区总工会' } });
    expect(pool.shares[0]?.trace[0]).toBe('区总工会先补助¥0.30（总额¥1.00），余下¥0.70分摊');
    const entry = await settlement.ask(
      ledgerContract.getEntry,
      { entryId: pool.entryId ?? '' },
      holder('finance', a),
    );
    expect(
      entry.postings.map(
        ({ debitParty, creditParty, amount }) => `${debitParty.name}>${creditParty.name}:${amount.amount}`,
      ),
    ).toEqual(['乙厂工会>甲厂工会:35', '区总工会>甲厂工会:30']);
    // What the source gave is its share: its statement says where the 30 fen that it owes come from.
    const period = { union: root.id, from: '2026-11-20', to: '2026-11-20' };
    const statement = await settlement.ask(statementContract.get, period, holder('finance', root));
    expect(statement.lines.find(({ entryId }) => entryId === pool.entryId)).toMatchObject({
      share: toWire(30n),
      paid: toWire(0n),
      amount: toWire(-30n),
    });
  });

  it('refuse the usage of a party that does not take part', async () => {
    const { costPoolId } = await open();
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 10n), holder('finance', a));
    const usage = { [keyOf(a)]: 1, [keyOf(root)]: 2 };
    await expect(
      settlement.ask(costPoolContract.computeShares, { costPoolId, usage }, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'UNKNOWN_PARTY', errors: [{ pointer: `/usage/${keyOf(root)}` }] });
  });

  it('E77: are refused by the database itself where they do not make the total', async () => {
    const { costPoolId } = await open();
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 90n), holder('finance', a));
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a));
    const forge = settlement.dataSource.query(
      'UPDATE cost_share SET amount_fen = amount_fen + 1 WHERE cost_pool_id = $1',
      [costPoolId],
    );
    await expect(forge).rejects.toThrow('do not make its total');
  });

  it('E72: keep the agreement that was copied in when a later version comes', async () => {
    const { activityId, costPoolId } = await open({ rule: { kind: 'equal' }, parties: [a, b], heads: [] });
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 10n), holder('finance', a));
    const terms = {
      parties: [{ kind: 'union', id: a.id }],
      rule: { kind: 'equal' },
      fundCategory: 'dues',
      expenseCode: '1.2',
    };
    const later = {
      agreementId: newId(),
      version: 1,
      activityId,
      versionNumber: 2,
      hash: 'h2',
      state: 'inForce' as const,
      terms,
    };
    const eventId = newId();
    await settlement.emit(sharingEvents.agreementChanged, later, eventId);
    await eventually(async () => {
      const received: unknown[] = await settlement.dataSource.query(
        'SELECT 1 FROM inbox WHERE message_id = $1',
        [eventId],
      );
      expect(received).not.toEqual([]);
    });
    const view = await settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a));
    expect(view.shares.map(({ amount }) => amount.amount)).toEqual(['5', '5']);
  });
});

describe('the bills of a pool', () => {
  it('E122: are edited by their own union alone, and only before the pool is submitted', async () => {
    const { costPoolId } = await open();
    const item = await settlement.ask(
      costPoolContract.addItem,
      bill(costPoolId, b, 10n),
      holder('finance', b),
    );
    const remove = (actor: ReturnType<typeof holder>, ifMatch: number | null = item.poolVersion) =>
      settlement.ask(costPoolContract.removeItem, { costPoolId, itemId: item.id }, actor, { ifMatch });
    await expect(remove(holder('finance', a))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(remove(holder('finance', b), null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(remove(holder('finance', b), 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a));
    const submitted = await settlement.ask(costPoolContract.submit, { costPoolId }, holder('finance', a));
    await expect(remove(holder('finance', b), submitted.version)).rejects.toMatchObject({
      code: 'POOL_NOT_OPEN',
    });
    const returned = await settlement.ask(
      costPoolContract.return,
      { costPoolId, reason: '缺发票' },
      holder('approver', a),
    );
    expect(returned).toMatchObject({ state: 'open', returnReason: '缺发票' });
    expect(await remove(holder('finance', b), returned.version)).toMatchObject({ total: null, shares: [] });
  });

  it('are taken once per payer and invoice', async () => {
    const { costPoolId } = await open();
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 10n, 'INV-1'), holder('finance', a));
    await expect(
      settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 20n, 'INV-1'), holder('finance', a)),
    ).rejects.toMatchObject({ code: 'INVOICE_DUPLICATE', params: { invoiceNumber: 'INV-1' } });
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, b, 20n, 'INV-2'), holder('finance', b));
    const page = await settlement.ask(
      costPoolContract.listItems,
      { costPoolId, limit: 1 },
      holder('finance', c),
    );
    expect(page).toMatchObject({ items: [{ payer: { name: '甲厂工会' } }], nextCursor: expect.any(String) });
  });

  it('count an invoice once, whatever its case, blanks and width, and whoever is said to have paid it', async () => {
    const first = (await open()).costPoolId;
    const add = (costPoolId: string, payer: UnionState, fen: bigint, invoice: string) =>
      settlement.ask(
        costPoolContract.addItem,
        bill(costPoolId, payer, fen, invoice),
        holder('finance', payer),
      );
    await add(first, a, 10n, 'Dup 7');
    for (const number of [' dup7 ', 'ＤＵＰ７', 'DUP\u30007'])
      await expect(add(first, a, 11n, number)).rejects.toMatchObject({ code: 'INVOICE_DUPLICATE' });
    await expect(add(first, b, 12n, 'dup7')).rejects.toMatchObject({ code: 'INVOICE_DUPLICATE' });
    const other = (await open()).costPoolId;
    await expect(add(other, b, 10n, 'DUP7')).rejects.toMatchObject({ code: 'INVOICE_DUPLICATE' });
    // Numbers of two shops may be alike: another payer, another activity, another amount.
    expect(await add(other, b, 13n, 'DUP7')).toMatchObject({ receipt: { invoiceNumber: 'DUP7' } });
  });

  it('are refused beyond what any activity can cost', async () => {
    const { costPoolId } = await open();
    const add = (fen: bigint) =>
      settlement.ask(costPoolContract.addItem, bill(costPoolId, a, fen), holder('finance', a));
    await add(10n ** 15n - 5n);
    await expect(add(6n)).rejects.toMatchObject({
      code: 'POOL_TOO_LARGE',
      errors: [{ pointer: '/amount' }],
    });
    expect(await add(5n)).toMatchObject({ amount: { amount: '5' } });
  });

  it.each([
    { what: 'E94: a negative amount', fen: -5n, payer: () => a, code: 'AMOUNT_NOT_POSITIVE' },
    { what: 'a payer outside the agreement', fen: 5n, payer: () => root, code: 'PAYER_NOT_IN_AGREEMENT' },
  ])('are refused with $what', async ({ fen, payer, code }) => {
    const { costPoolId } = await open();
    await expect(
      settlement.ask(costPoolContract.addItem, bill(costPoolId, payer(), fen), holder('finance', root)),
    ).rejects.toMatchObject({ code });
  });
});

describe('the approval of a pool', () => {
  it('E83: needs a different person than the submitter; a union above may give it', async () => {
    const { costPoolId } = await open();
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 100n), holder('finance', a));
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a));
    const both = actorWith({
      roles: [
        ['finance', a.id, a.path],
        ['approver', a.id, a.path],
      ],
    });
    await settlement.ask(costPoolContract.submit, { costPoolId }, both);
    await expect(settlement.ask(costPoolContract.approve, { costPoolId }, both)).rejects.toMatchObject({
      code: 'SAME_PERSON',
    });
    const view = await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', root));
    expect(view).toMatchObject({ state: 'approved', entryId: expect.any(String) });
    const published = (await settlement.recorded(settlementEvents.costPoolApproved)).at(-1);
    expect(published).toMatchObject({ costPoolId, total: toWire(100n), subsidy: toWire(0n) });
  });

  it.each(['entered a bill', 'computed the shares'] as const)(
    'E83: is not given by who %s, though another submitted it',
    async (what) => {
      const { costPoolId } = await open();
      const both = actorWith({
        roles: [
          ['finance', a.id, a.path],
          ['approver', a.id, a.path],
        ],
      });
      const other = holder('finance', a);
      await settlement.ask(
        costPoolContract.addItem,
        bill(costPoolId, a, 100n),
        what === 'entered a bill' ? both : other,
      );
      await settlement.ask(
        costPoolContract.computeShares,
        { costPoolId },
        what === 'computed the shares' ? both : other,
      );
      const submitted = await settlement.ask(costPoolContract.submit, { costPoolId }, other);
      expect([...submitted.preparedBy].sort()).toEqual([both.personId, other.personId].sort());
      const waiting = { waitingForMe: true, limit: 200 };
      const waitsFor = async (actor: Actor) =>
        (await settlement.ask(costPoolContract.list, waiting, actor)).items.map(({ id }) => id);
      expect(await waitsFor(both)).not.toContain(costPoolId);
      expect(await waitsFor(holder('approver', a))).toContain(costPoolId);
      await expect(settlement.ask(costPoolContract.approve, { costPoolId }, both)).rejects.toMatchObject({
        code: 'SAME_PERSON',
      });
    },
  );

  it('is of what the approver has seen: not of a bill that came after a look', async () => {
    const finance = holder('finance', a);
    const approver = holder('approver', a);
    const { costPoolId } = await open();
    const request = { costPoolId };
    const submitWith = async (fen: bigint) => {
      await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, fen), finance);
      await settlement.ask(costPoolContract.computeShares, request, finance);
      return settlement.ask(costPoolContract.submit, request, finance);
    };
    const { version: ifMatch } = await submitWith(1_865_000n);
    const back = { ...request, reason: '缺少场地发票' };
    await settlement.ask(costPoolContract.return, back, holder('approver', root));
    const { version: present } = await submitWith(8_000_000n);
    const approve = (seen: number | null) =>
      settlement.ask(costPoolContract.approve, request, approver, { ifMatch: seen });
    await expect(approve(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(approve(ifMatch)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await settlement.ask(costPoolContract.get, request, approver)).toMatchObject({
      state: 'submitted',
      version: present,
      entryId: null,
    });
    // 18,650.00 + 80,000.00
    expect(await approve(present)).toMatchObject({ state: 'approved', total: toWire(9_865_000n) });
  });

  it('E85: happens once, however often it is asked for', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: { kind: 'equal' } });
    const pool = await submittedPool(settlement, activityId, [{ payer: a, fen: 100n }], a);
    const approver = holder('approver', a);
    const call = { idempotencyKey: 'approve once' };
    const request = { costPoolId: pool.id };
    const first = await settlement.send(costPoolContract.approve, request, approver, call);
    expect(await settlement.send(costPoolContract.approve, request, approver, call)).toEqual({
      ...first,
      replayed: true,
    });
    await expect(settlement.ask(costPoolContract.approve, request, approver)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    const rows: unknown[] = await settlement.dataSource.query('SELECT 1 FROM entry WHERE source_id = $1', [
      pool.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is asked of no pool without shares, and of no activity twice', async () => {
    const { activityId, costPoolId } = await open();
    await expect(
      settlement.ask(costPoolContract.submit, { costPoolId }, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'SHARES_NOT_COMPUTED' });
    await expect(
      settlement.ask(costPoolContract.computeShares, { costPoolId }, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'POOL_EMPTY' });
    const again = await settlement.send(costPoolContract.create, { activityId }, holder('finance', a));
    expect(again).toMatchObject({ existing: true, body: { id: costPoolId } });
  });
});

describe('who may see and do what to a pool', () => {
  let activityId: string;
  let costPoolId: string;
  beforeAll(async () => {
    ({ activityId, costPoolId } = await open());
  });
  const member = (): Actor => actorWith({ unionId: a.id, unionPath: a.path });
  const stranger = (): Actor =>
    actorWith({
      roles: [
        ['approver', newId(), '1.9.'],
        ['finance', newId(), '1.9.'],
      ],
    });

  it.each<
    readonly ['get' | 'submit' | 'approve' | 'computeShares' | 'create', () => Actor | null, string | null]
  >([
    ['get', () => null, 'NOT_SIGNED_IN'],
    ['get', member, 'NOT_FOUND'],
    ['get', stranger, 'NOT_FOUND'],
    ['get', () => holder('auditor', c), null],
    ['submit', () => null, 'NOT_SIGNED_IN'],
    ['submit', member, 'NOT_FOUND'],
    ['submit', stranger, 'NOT_FOUND'],
    ['submit', () => holder('finance', b), 'NOT_PERMITTED'],
    ['submit', () => holder('approver', a), 'NOT_PERMITTED'],
    ['approve', stranger, 'NOT_FOUND'],
    ['approve', () => holder('approver', b), 'NOT_PERMITTED'],
    ['approve', () => holder('finance', a), 'NOT_PERMITTED'],
    ['computeShares', () => holder('finance', b), 'NOT_PERMITTED'],
    ['create', () => holder('finance', b), 'NOT_PERMITTED'],
    ['create', stranger, 'NOT_FOUND'],
  ])('%s by %s answers %s', async (verb, actor, code) => {
    const answer =
      verb === 'create'
        ? settlement.ask(costPoolContract.create, { activityId }, actor())
        : settlement.ask(costPoolContract[verb], { costPoolId }, actor());
    if (code === null) expect(await answer).toMatchObject({ id: costPoolId });
    else await expect(answer).rejects.toMatchObject({ code });
  });

  it('lists only the pools of the unions that a person has a role at', async () => {
    const mine = await settlement.ask(costPoolContract.list, { limit: 200 }, holder('finance', c));
    const all = await settlement.ask(costPoolContract.list, { limit: 200 }, holder('finance', root));
    expect(mine.items.length).toBeGreaterThan(0);
    expect(mine.items.length).toBeLessThan(all.items.length);
    expect(await settlement.ask(costPoolContract.list, {}, stranger())).toMatchObject({ items: [] });
  });
});

describe('what is approved', () => {
  it('is told anew, as it was told first, and nothing else is', async () => {
    const { items } = await settlement.ask(costPoolContract.list, { limit: 200 }, holder('finance', root));
    const first = await settlement.recorded(settlementEvents.costPoolApproved);
    const operator = holder('operator', root);
    await settlement.ask(operationsContract('settlement').republish, { noun: 'costPool' }, operator);
    const republished = (await settlement.recorded(settlementEvents.costPoolApproved)).slice(first.length);
    const approved = items.filter(({ state }) => state === 'approved').map(({ id }) => id);
    expect(republished.map(({ costPoolId }) => costPoolId)).toEqual([...approved].sort());
    expect(approved.length).toBeGreaterThan(0);
    for (const one of republished) expect(first).toContainEqual(one);
  });
});

describe('the receipt of a bill', () => {
  it('is found by whoever may see the pool, as a file of the person who added it', async () => {
    const { costPoolId } = await open();
    const adder = holder('finance', a);
    const request = bill(costPoolId, a, 100n);
    const { id: itemId } = await settlement.ask(costPoolContract.addItem, request, adder);
    const receipt = (actor: Actor | null, item = itemId) =>
      settlement.ask(costPoolContract.getReceipt, { costPoolId, itemId: item }, actor);
    for (const actor of [adder, holder('auditor', b), holder('approver', root)])
      expect(await receipt(actor)).toEqual({ ...request.receipt, ownerId: adder.personId });
    await expect(receipt(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    const d = await knownUnion(settlement, '1.4.', '丁社工会');
    for (const stranger of [holder('finance', d), actorWith({ unionId: a.id, unionPath: a.path })])
      await expect(receipt(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(receipt(adder, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
