import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, ownerOf, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, bill, holder, knownNetwork } from '../network.fixture.js';
import { startSettlement } from '../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

const posted = async (): Promise<{ poolId: string; entryId: string }> => {
  const pool = await approvedPool(settlement, {
    parties: [a, b, c],
    rule: { kind: 'equal' },
    bills: [{ payer: a, fen: 300n }],
  });
  return { poolId: pool.id, entryId: pool.entryId ?? '' };
};
const reverse = (entryId: string, actor = holder('approver', a)) =>
  settlement.ask(ledgerContract.reverse, { entryId, reason: '重复入账' }, actor);

async function balances(): Promise<Record<string, string>> {
  const { items } = await settlement.ask(
    ledgerContract.listAccounts,
    { limit: 200 },
    holder('finance', root),
  );
  return Object.fromEntries(items.map(({ party, balance }) => [party.name, balance.amount]));
}

describe('the ledger', () => {
  it('sums to zero, account by account', async () => {
    await posted();
    // A paid 300 for three shares of 100.
    expect(await balances()).toEqual({ 工会A: '200', 工会B: '-100', 工会C: '-100' });
    expect(await settlement.ask(ledgerContract.trialBalance, {}, holder('auditor', root))).toEqual({
      debits: toWire(200n),
      credits: toWire(200n),
      difference: toWire(0n),
      balanced: true,
      asOf: null,
    });
  });

  it('E82: takes an entry back by its exact negation, and frees the activity for a correction', async () => {
    const before = await balances();
    const { poolId, entryId } = await posted();
    const reversal = await reverse(entryId);
    expect(reversal).toMatchObject({
      kind: 'reversal',
      reversalOf: entryId,
      reason: '重复入账',
      postedOn: '2026-11-20',
    });
    expect(await balances()).toEqual(before);
    expect(await settlement.ask(ledgerContract.getEntry, { entryId }, holder('finance', b))).toMatchObject({
      reversedBy: reversal.id,
    });
    expect((await settlement.recorded(settlementEvents.entryReversed)).at(-1)).toMatchObject({
      entryId,
      sourceId: poolId,
    });
    const pool = await eventually(async () => {
      const view = await settlement.ask(costPoolContract.get, { costPoolId: poolId }, holder('finance', a));
      expect(view.state).toBe('reversed');
      return view;
    });
    const finance = holder('finance', a);
    const { id } = await settlement.ask(costPoolContract.create, { activityId: pool.activityId }, finance);
    expect(id).not.toBe(poolId);
    // The correction names the invoices of what it corrects; each of them counts once all the same.
    const { items } = await settlement.ask(costPoolContract.listItems, { costPoolId: poolId }, finance);
    const { receipt } = items[0] ?? { receipt: { invoiceNumber: '' } };
    const again = () => bill(id, a, 290n, receipt?.invoiceNumber);
    await settlement.ask(costPoolContract.addItem, again(), finance);
    await expect(settlement.ask(costPoolContract.addItem, again(), finance)).rejects.toMatchObject({
      code: 'INVOICE_DUPLICATE',
    });
  });

  it('E82: answers a reversal of many legs with the first twenty, and keeps them all', async () => {
    const { entryId } = await posted();
    const owner = await ownerOf(settlement);
    // Two legs for the shares of B and C, and thirty more.
    await owner.query(
      `INSERT INTO posting SELECT p.entry_id, n, p.debit_account, p.credit_account, n, p.income_kind, p.posted_on
       FROM posting p, generate_series(2, 31) AS n WHERE p.entry_id = $1 AND p.line = 0`,
      [entryId],
    );
    await owner.destroy();
    const reversal = await reverse(entryId);
    const read = (id: string) =>
      settlement.ask(ledgerContract.getEntry, { entryId: id }, holder('finance', a));
    const whole = await read(reversal.id);
    expect([reversal.postingCount, whole.postings.length]).toEqual([32, 32]);
    expect(reversal.postings).toEqual(whole.postings.slice(0, 20));
    const negated = (await read(entryId)).postings.map((leg) => ({
      ...leg,
      entryId: reversal.id,
      kind: 'reversal',
      postedOn: reversal.postedOn,
      debitAccountId: leg.creditAccountId,
      creditAccountId: leg.debitAccountId,
      debitParty: leg.creditParty,
      creditParty: leg.debitParty,
    }));
    expect(whole.postings).toEqual(negated);
  });

  it('E88: posts one of several reversals that arrive at once, in any replica', async () => {
    const { entryId } = await posted();
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => reverse(entryId)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results
      .filter((result) => result.status === 'rejected')
      .map(({ reason }) => (reason as { code: string }).code);
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'ALREADY_REVERSED'));
  });

  it('gives each of those who come together their own answer', async () => {
    const [one, two] = [await posted(), await posted()];
    const before = await balances();
    const results = await Promise.allSettled([
      reverse(one.entryId),
      reverse(newId()),
      reverse(two.entryId, holder('approver', b)),
      reverse(two.entryId, holder('approver', root)),
      reverse(one.entryId),
    ]);
    const outcomes = results.map((result) =>
      result.status === 'fulfilled' ? result.value.reversalOf : (result.reason as { code: string }).code,
    );
    const refused = ['ALREADY_REVERSED', 'NOT_FOUND', 'NOT_PERMITTED'];
    expect([...outcomes].sort()).toEqual([...refused, one.entryId, two.entryId].sort());
    // Twice 200 was owed to A, and 100 each by B and C.
    const after = await balances();
    const changes = Object.entries(after).map(([party, fen]) => [party, Number(fen) - Number(before[party])]);
    expect(Object.fromEntries(changes)).toEqual({ 工会A: -400, 工会B: 200, 工会C: 200 });
  });

  it('E80: refuses to reverse a reversal', async () => {
    const { entryId } = await posted();
    const { id } = await reverse(entryId);
    await expect(reverse(id)).rejects.toMatchObject({ code: 'REVERSAL_OF_REVERSAL' });
  });

  it('E89: cannot be changed or cut short, by whatever program', async () => {
    const { entryId } = await posted();
    const sql = settlement.dataSource;
    await expect(
      sql.query('UPDATE posting SET amount_fen = 1 WHERE entry_id = $1', [entryId]),
    ).rejects.toThrow('permission denied');
    await expect(sql.query('DELETE FROM entry WHERE id = $1', [entryId])).rejects.toThrow(
      'permission denied',
    );
  });

  it.each([
    ['an entry that is not there', `gen_random_uuid(), 9, debit_account, credit_account`],
    ['a debit account that is not there', `entry_id, 9, gen_random_uuid(), credit_account`],
    ['a credit account that is not there', `entry_id, 9, debit_account, gen_random_uuid()`],
  ])('E89: takes no posting of %s, from whatever program', async (_what, columns) => {
    await posted();
    const insert = `INSERT INTO posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
      SELECT ${columns}, 1, income_kind, posted_on FROM posting LIMIT 1`;
    await expect(settlement.dataSource.query(insert)).rejects.toMatchObject({
      driverError: { code: '23503' },
    });
  });

  it('keeps every account that it was ever opened with, whoever asks', async () => {
    await posted();
    const owner = await ownerOf(settlement);
    for (const change of ['DELETE FROM account', 'UPDATE account SET id = gen_random_uuid()'])
      for (const sql of [settlement.dataSource, owner])
        await expect(sql.query(change)).rejects.toThrow(/permission denied|neither removed nor renamed/);
    await expect(owner.query('TRUNCATE account CASCADE')).rejects.toThrow('an account is neither removed');
    await owner.destroy();
  });

  it('lists the postings of an account from both sides, page by page', async () => {
    const { items } = await settlement.ask(
      ledgerContract.listAccounts,
      { union: a.id },
      holder('finance', a),
    );
    const accountId = items[0]?.id ?? '';
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await settlement.ask(
        ledgerContract.listPostings,
        { accountId, limit: 3, ...(cursor === undefined ? {} : { cursor }) },
        holder('finance', a),
      );
      seen.push(...page.items.map(({ entryId, line }) => `${entryId}/${line}`));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const rows: unknown[] = await settlement.dataSource.query('SELECT 1 FROM posting');
    expect(new Set(seen).size).toBe(rows.length);
  });
});

describe('who may see and do what in the ledger', () => {
  let entryId: string;
  beforeAll(async () => {
    entryId = (await posted()).entryId;
  });

  it.each<readonly [string, () => Actor | null, string | null]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => actorWith({ unionId: a.id, unionPath: a.path }), 'NOT_FOUND'],
    ['a stranger', () => actorWith({ roles: [['approver', newId(), '1.9.']] }), 'NOT_FOUND'],
    ['the approver of another party', () => holder('approver', b), 'NOT_PERMITTED'],
    ['the finance of the union itself', () => holder('finance', a), 'NOT_PERMITTED'],
  ])('an entry is not reversed by %s', async (_who, actor, code) => {
    const answer = settlement.ask(ledgerContract.reverse, { entryId, reason: '无' }, actor());
    await expect(answer).rejects.toMatchObject({ code });
  });

  it('shows accounts and entries within the reach of a role, and the trial balance at the root', async () => {
    const own = await settlement.ask(ledgerContract.listAccounts, {}, holder('finance', b));
    expect(own.items.map(({ party }) => party.name)).toEqual(['工会B']);
    const stranger = actorWith({ roles: [['finance', newId(), '1.9.']] });
    expect((await settlement.ask(ledgerContract.listEntries, {}, stranger)).items).toEqual([]);
    expect(
      (await settlement.ask(ledgerContract.listEntries, { kind: 'costs' }, holder('officer', c))).items
        .length,
    ).toBeGreaterThan(0);
    await expect(settlement.ask(ledgerContract.trialBalance, {}, holder('finance', b))).rejects.toMatchObject(
      { code: 'NOT_PERMITTED' },
    );
    const { items } = await settlement.ask(
      ledgerContract.listAccounts,
      { union: a.id },
      holder('finance', a),
    );
    await expect(
      settlement.ask(ledgerContract.listPostings, { accountId: items[0]?.id ?? '' }, holder('finance', b)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
