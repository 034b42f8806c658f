import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { accountClosureContract } from '@gongxiang/contracts/settlement/accounts/account-closure.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState, d: UnionState;
const rule = { kind: 'equal' };

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 4);
  root = network.root;
  [a, b, c, d] = network.unions as [UnionState, UnionState, UnionState, UnionState];
  // A paid 3.00 for A, B and C: B and C owe it 1.00 each. B paid 0.50 for B and C: C owes it 0.25.
  await approvedPool(settlement, { parties: [a, b, c], rule, bills: [{ payer: a, fen: 300n }] });
  await approvedPool(settlement, { parties: [b, c], rule, bills: [{ payer: b, fen: 50n }] });
});
afterAll(() => settlement.stop());

const partyOf = ({ id }: UnionState) => ({ kind: 'union' as const, id });
const propose = (party: UnionState, successor: UnionState | null, actor: Actor = holder('finance', party)) =>
  settlement.ask(
    accountClosureContract.propose,
    {
      party: partyOf(party),
      ...(successor === null ? {} : { successor: partyOf(successor) }),
      reason: '并入其他工会',
    },
    actor,
  );
const approve = (closureId: string, actor: Actor = holder('approver', root)) =>
  settlement.ask(accountClosureContract.approve, { closureId }, actor);

async function balances(): Promise<Record<string, string>> {
  const { items } = await settlement.ask(
    ledgerContract.listAccounts,
    { limit: 200, purpose: 'current' },
    holder('finance', root),
  );
  return Object.fromEntries(items.map(({ party, balance }) => [party.name, balance.amount]));
}

describe('the end of the accounts of a party', () => {
  it('E70: is refused while something is left and nobody takes it over', async () => {
    await expect(propose(b, null)).rejects.toMatchObject({ code: 'ACCOUNTS_NOT_EMPTY' });
    await expect(propose(b, b)).rejects.toMatchObject({ code: 'SUCCESSOR_IS_PARTY' });
    // −1.00 + 0.25
    expect(await balances()).toEqual({ 工会A: '200', 工会B: '-75', 工会C: '-125' });
  });

  it('is proposed by one and approved by another, and can be taken back until then', async () => {
    const finance = holder('finance', b);
    const { id, remainders, state } = await propose(b, c, finance);
    expect({ state, remainders }).toEqual({
      state: 'proposed',
      remainders: [{ incomeKind: 'dues', balance: toWire(-75n) }],
    });
    await expect(propose(b, d)).rejects.toMatchObject({ code: 'CLOSURE_WAITING' });
    const both = { ...holder('approver', b), personId: finance.personId };
    await expect(approve(id, both)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(approve(id, holder('approver', a))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(approve(id, finance)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const withdrawn = await settlement.ask(accountClosureContract.withdraw, { closureId: id }, finance);
    expect(withdrawn.state).toBe('withdrawn');
    await expect(approve(id)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('E71: moves the exact remainder to the successor, pair by pair, by one entry', async () => {
    const { id } = await propose(b, d);
    const closed = await approve(id);
    expect(closed).toMatchObject({
      state: 'closed',
      remainders: [{ incomeKind: 'dues', balance: toWire(-75n) }],
      successor: { name: '工会D' },
    });
    // What B owed A is D's to pay now, and C's 0.25 is owed to D.
    expect(await balances()).toEqual({ 工会A: '200', 工会B: '0', 工会C: '-125', 工会D: '-75' });
    const entry = await settlement.ask(
      ledgerContract.getEntry,
      { entryId: closed.entryId ?? '' },
      holder('auditor', root),
    );
    expect(entry).toMatchObject({ kind: 'closing', reason: '并入其他工会', postingCount: 4 });
  });

  it('leaves nothing of it for a netting run: each debt stands between those who are there', async () => {
    const run = await settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', periodFrom: '2026-11-01', periodTo: '2026-11-30', unionId: root.id },
      holder('finance', root),
    );
    const transfers = run.transfers.map(({ from, to, amount }) => [from.name, to.name, amount.amount]);
    expect(transfers.sort()).toEqual([
      ['工会C', '工会A', '100'],
      ['工会C', '工会D', '25'],
      ['工会D', '工会A', '100'],
    ]);
    const confirmed = await settlement.ask(
      nettingContract.confirm,
      { nettingRunId: run.id },
      holder('approver', root),
    );
    expect(confirmed.state).toBe('confirmed');
  });

  it('E69: lets nothing be posted to it any more, also of a kind of money that it never had', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule });
    const pool = await submittedPool(settlement, activityId, [{ payer: a, fen: 200n }], a);
    const answer = settlement.ask(costPoolContract.approve, { costPoolId: pool.id }, holder('approver', a));
    await expect(answer).rejects.toMatchObject({ code: 'ACCOUNT_CLOSED', params: { party: '工会B' } });
    await settlement.dataSource.query(`UPDATE account SET income_kind = 'other' WHERE party_id = $1`, [b.id]);
    const again = settlement.ask(costPoolContract.approve, { costPoolId: pool.id }, holder('approver', a));
    await expect(again).rejects.toMatchObject({ code: 'ACCOUNT_CLOSED' });
    await settlement.dataSource.query(`UPDATE account SET income_kind = 'dues' WHERE party_id = $1`, [b.id]);
    await expect(propose(b, c)).rejects.toMatchObject({ code: 'ACCOUNT_CLOSED' });
  });

  it('waits for payments that are on their way', async () => {
    await expect(propose(c, d)).rejects.toMatchObject({ code: 'ACCOUNTS_OPEN_MATTERS' });
  });

  it('is told as to be done where a union has ended in the network', async () => {
    await settlement.emit(membershipEvents.unionChanged, { ...c, version: 2, active: false });
    const ended = await eventually(async () => {
      const page = await settlement.ask(accountClosureContract.listEnded, {}, holder('auditor', root));
      expect(page.items).toHaveLength(1);
      return page.items;
    });
    expect(ended).toMatchObject([{ party: { name: '工会C' }, balance: toWire(-125n) }]);
    const own = await settlement.ask(accountClosureContract.listEnded, {}, holder('finance', a));
    expect(own.items).toEqual([]);
  });

  it('is shown to those who see its accounts', async () => {
    const list = (actor: Actor) => settlement.ask(accountClosureContract.list, { state: 'closed' }, actor);
    expect((await list(holder('finance', b))).items.map(({ party }) => party.name)).toEqual(['工会B']);
    expect((await list(holder('finance', a))).items).toEqual([]);
  });
});
