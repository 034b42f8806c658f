import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  ledgerPeriodContract,
  type PeriodState,
} from '@gongxiang/contracts/settlement/ledger/ledger-period.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { newId, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownNetwork } from '../network.fixture.js';
import { startSettlement } from '../settlement.fixture.js';
import { baseSql, sideSql } from './account.repository.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
  for (const [day, fen] of [
    ['2026-08-31T23:30:00+08:00', 100n],
    ['2026-09-01T00:10:00+08:00', 300n],
    ['2026-10-15T10:00:00+08:00', 500n],
    ['2026-11-02T10:00:00+08:00', 700n],
  ] as const) {
    settlement.clock.set(day);
    await approvedPool(settlement, {
      parties: [a, b],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: fen * 2n }],
    });
  }
  settlement.clock.set('2026-11-20T09:00:00+08:00');
});
afterAll(() => settlement.stop());

const approver = () => holder('approver', root);
const close = (month: string, actor = approver()) =>
  settlement.ask(ledgerPeriodContract.close, { month }, actor);
const reopen = (month: string, actor = approver()) =>
  settlement.ask(ledgerPeriodContract.reopen, { month, reason: '审计要求复核' }, actor);

async function states(): Promise<Record<string, PeriodState>> {
  const { items } = await settlement.ask(ledgerPeriodContract.list, {}, holder('auditor', root));
  return Object.fromEntries(items.map(({ month, state }) => [month, state]));
}

async function closed(month: string): Promise<void> {
  await close(month);
  await eventually(async () => expect((await states())[month]).toBe('closed'));
}

/** What A is owed at the end of a day; now where none is named. */
async function balanceOfA(asOf?: string): Promise<string> {
  const request = { union: a.id, ...(asOf === undefined ? {} : { asOf }) };
  const { items } = await settlement.ask(ledgerContract.listAccounts, request, holder('finance', a));
  return items[0]?.balance.amount ?? '';
}

async function balances(): Promise<string[]> {
  const days = ['2026-08-30', '2026-08-31', '2026-09-30', '2026-10-14', '2026-10-15', '2026-11-02'];
  return Promise.all([...days.map((day) => balanceOfA(day)), balanceOfA()]);
}

/** 100 in August, 300 in September, 500 in October, 700 in November. */
const expected = ['0', '100', '400', '400', '900', '1600', '1600'];

describe('months of the ledger', () => {
  it('are closed in order, each when it is over, with the balances of its end', async () => {
    expect(await balances()).toEqual(expected);
    await expect(close('2026-09')).rejects.toMatchObject({ code: 'PERIOD_OUT_OF_ORDER' });
    for (const month of ['2026-08', '2026-09', '2026-10']) {
      await closed(month);
      expect(await balances()).toEqual(expected);
    }
    await expect(close('2026-11')).rejects.toMatchObject({ code: 'PERIOD_NOT_PAST' });
    expect(await states()).toEqual({
      '2026-11': 'open',
      '2026-10': 'closed',
      '2026-09': 'closed',
      '2026-08': 'closed',
    });
    const view = await settlement.ask(
      ledgerPeriodContract.get,
      { month: '2026-09' },
      holder('auditor', root),
    );
    expect(view).toMatchObject({
      accountsDone: 2,
      accountsTotal: 2,
      entryCount: 1,
      turnover: toWire(300n),
      lastDay: '2026-09-30',
      history: [{ act: 'closed', reason: null }],
    });
  });

  it('say what was owed at the end of any day, and that both sides agree', async () => {
    const trial = await settlement.ask(
      ledgerContract.trialBalance,
      { asOf: '2026-09-15' },
      holder('auditor', root),
    );
    expect(trial).toEqual({
      debits: toWire(400n),
      credits: toWire(400n),
      difference: toWire(0n),
      balanced: true,
      asOf: '2026-09-15',
    });
  });

  it('take nothing any more once they are closed, from whatever program', async () => {
    const insert = (day: string): Promise<unknown> =>
      settlement.dataSource.query(
        `INSERT INTO entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
         VALUES ($1, 'costs', '补记', $2, now(), $1, $1, $1, 'x')`,
        [newId(), day],
      );
    await expect(insert('2026-10-31')).rejects.toThrow('is closed');
    const addLeg = `INSERT INTO posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
      SELECT entry_id, 9, debit_account, credit_account, 1, 'dues', $1 FROM posting WHERE posted_on = $2`;
    await expect(settlement.dataSource.query(addLeg, ['2026-10-15', '2026-10-15'])).rejects.toThrow(
      'of a month that is closed',
    );
    await expect(settlement.dataSource.query(addLeg, ['2026-11-03', '2026-11-02'])).rejects.toThrow(
      "not of its entry's day",
    );
    expect(await balances()).toEqual(expected);
  });

  it('wait with closing for an entry that is on its way into them', async () => {
    await reopen('2026-10');
    const runner = settlement.dataSource.createQueryRunner();
    await runner.startTransaction();
    const id = newId();
    await runner.query(
      `INSERT INTO entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
       VALUES ($1, 'costs', '午夜', '2026-10-31', now(), $1, $1, $1, 'x')`,
      [id],
    );
    const closing = close('2026-10');
    await eventually(async () => {
      const waiting: unknown[] = await settlement.dataSource.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      );
      expect(waiting.length).toBe(1);
    });
    await runner.rollbackTransaction();
    await runner.release();
    await closing;
    await eventually(async () => expect((await states())['2026-10']).toBe('closed'));
  });

  it('are opened again the newest first, with the reason, and closed anew', async () => {
    await expect(reopen('2026-09')).rejects.toMatchObject({ code: 'PERIOD_OUT_OF_ORDER' });
    await reopen('2026-10');
    expect((await states())['2026-10']).toBe('open');
    expect(await balances()).toEqual(expected);
    await closed('2026-10');
    const { history } = await settlement.ask(
      ledgerPeriodContract.get,
      { month: '2026-10' },
      holder('finance', root),
    );
    expect(history.slice(0, 2)).toMatchObject([
      { act: 'closed', reason: null },
      { act: 'reopened', reason: '审计要求复核' },
    ]);
    expect(history.map(({ byId }) => byId)).toEqual(history.map(() => expect.any(String)));
  });

  it('are closed once of several who ask at the same moment', async () => {
    await reopen('2026-10');
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => close('2026-10')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await eventually(async () => expect((await states())['2026-10']).toBe('closed'));
  });

  it.each<readonly [string, () => ReturnType<typeof holder>, string]>([
    ['an auditor of the root', () => holder('auditor', root), 'NOT_PERMITTED'],
    ['an approver below', () => holder('approver', a), 'NOT_FOUND'],
  ])('are not closed by %s', async (_who, actor, code) => {
    await expect(close('2026-11', actor())).rejects.toMatchObject({ code });
  });
});

describe('a balance', () => {
  /** How many rows of postings are touched to say what A is owed today. */
  async function rowsRead(): Promise<number> {
    const found: { id: string }[] = await settlement.dataSource.query(
      'SELECT id FROM account WHERE union_id = $1',
      [a.id],
    );
    const statement = `WITH ${baseSql} SELECT ${sideSql('credit')} FROM account a WHERE a.id = '${found[0]?.id}'`;
    const rows: { 'QUERY PLAN': [{ Plan: PlanNode }] }[] = await settlement.dataSource.transaction(
      async (sql) => {
        await sql.query('SET LOCAL enable_seqscan = off'); // so small a table is read faster as a whole
        return sql.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement.replaceAll('$1', 'NULL')}`);
      },
    );
    return deepest(rows[0]?.['QUERY PLAN'][0].Plan);
  }

  it('is read from the last closed month on, by an index, however long the history before it', async () => {
    const before = await rowsRead();
    settlement.clock.set('2026-11-25T09:00:00+08:00');
    for (let count = 0; count < 5; count += 1) {
      await approvedPool(settlement, {
        parties: [a, b],
        rule: { kind: 'equal' },
        bills: [{ payer: a, fen: 200n }],
      });
    }
    expect(await rowsRead()).toBe(before + 5);
    settlement.clock.set('2026-12-01T09:00:00+08:00');
    await closed('2026-11');
    expect(await rowsRead()).toBe(0);
    expect(await balanceOfA()).toBe('2100'); // 1,600 + 5 × 100
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows that a scan of postings has given. @throws where it reads the table from end to end */
function deepest(node: PlanNode | undefined): number {
  if (node === undefined) return 0;
  if (node['Relation Name'] === 'posting') {
    expect(node['Node Type']).toMatch(/Index|Bitmap/);
    return node['Actual Rows'];
  }
  return (node.Plans ?? []).reduce((sum, one) => sum + deepest(one), 0);
}
