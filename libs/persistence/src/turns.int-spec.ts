import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@gongxiang/testing';
import { callBy, startSuite, type Suite } from './suite.fixture.js';
import type { Transaction } from './transaction.js';
import { Turns } from './turns.js';

let suite: Suite;
let turns: Turns;

beforeAll(async () => {
  suite = await startSuite();
});
afterAll(() => suite.stop());

beforeEach(async () => {
  turns = new Turns({ waitingMax: 100, keysAtOnce: 5 });
  await suite.service.query('DELETE FROM thing');
  await suite.service.query('INSERT INTO thing (id) VALUES (1), (2), (3)');
});

/** Locks a row and reports it, like any change of a thing. */
async function lock(tx: Transaction, id: number): Promise<void> {
  tx.takeTurn(turns.at(String(id)));
  await tx.sql.query('SELECT FROM thing WHERE id = $1 FOR UPDATE', [id]);
}

async function add(tx: Transaction, id: number): Promise<void> {
  await lock(tx, id);
  await tx.sql.query('UPDATE thing SET n = n + 1 WHERE id = $1', [id]);
}

const contract = { subject: 'shelf.thing.add' };

function command(work: (tx: Transaction) => Promise<unknown>): Promise<unknown> {
  return suite.transactions.command(callBy(), contract, {}, async (tx) => ({ done: await work(tx) }));
}

async function sums(): Promise<number[]> {
  const rows: { n: number }[] = await suite.service.query('SELECT n FROM thing ORDER BY id');
  return rows.map(({ n }) => n);
}

/** How many connections the transactions of this process hold. */
async function inTransactions(): Promise<number> {
  const [row] = (await suite.admin.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = 'shelf' AND state IN ('active', 'idle in transaction')`,
  )) as [{ n: number }];
  return row.n;
}

/** Locks the rows as another replica of the service would. */
async function lockElsewhere(ids: readonly number[]): Promise<() => Promise<void>> {
  const runner = suite.admin.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT FROM shelf.thing WHERE id = ANY($1) FOR UPDATE', [ids]);
  return async () => {
    await runner.rollbackTransaction();
    await runner.release();
  };
}

describe('a thing that many change at once', () => {
  it('takes one connection of the process, whoever they are and whatever they do first', async () => {
    const release = await lockElsewhere([1]);
    const rush = [
      ...Array.from({ length: 15 }, () => command((tx) => add(tx, 1))),
      ...Array.from({ length: 15 }, () => suite.transactions.system('', (tx) => add(tx, 1))),
    ];
    await eventually(async () => expect(await inTransactions()).toBe(1));
    await command((tx) => add(tx, 2));
    await release();
    await Promise.all(rush);
    expect(await sums()).toEqual([30, 1, 0]);
  });

  it('leaves connections to others when there are many such things', async () => {
    turns = new Turns({ waitingMax: 100, keysAtOnce: 2 });
    const release = await lockElsewhere([1, 2, 3]);
    const rush = [1, 2, 3, 1, 2, 3, 1, 2, 3].map((id) => command((tx) => add(tx, id)));
    await eventually(async () => expect(await inTransactions()).toBe(2));
    await release();
    await Promise.all(rush);
    expect(await sums()).toEqual([3, 3, 3]);
  });

  it('is changed once by each, though some begin anew, also at a savepoint', async () => {
    let begun = 0;
    const one = async (tx: Transaction): Promise<void> => {
      begun += 1;
      await tx.sql.query('UPDATE thing SET n = n + 1 WHERE id = $1', [begun % 2 === 0 ? 2 : 3]);
      await tx.sql.transaction((sql) => add(tx.part(sql), 1));
    };
    await Promise.all(Array.from({ length: 20 }, () => command(one)));
    const [first = 0, second = 0, third = 0] = await sums();
    expect([first, second + third]).toEqual([20, 20]);
    expect(begun).toBeGreaterThan(20);
  });

  it('ends for two that come to the same two things from two sides', async () => {
    const order = [
      [1, 2],
      [2, 1],
    ] as const;
    const both = Array.from({ length: 20 }, (_one, index) =>
      command(async (tx) => {
        for (const id of order[index % 2] ?? []) await add(tx, id);
      }),
    );
    await Promise.all(both);
    expect(await sums()).toEqual([20, 20, 0]);
  });

  it('is waited for before the transaction begins, where it is known before', async () => {
    const turn = turns.at('1');
    const leave = await turns.enter('1');
    let begun = 0;
    const work = async (tx: Transaction): Promise<object> => {
      begun += 1;
      await add(tx, 1);
      return {};
    };
    const two = [1, 2].map(() => suite.transactions.command(callBy(), contract, {}, work, { turn }));
    await command((tx) => add(tx, 2));
    expect(begun).toBe(0);
    leave();
    await Promise.all(two);
    expect([begun, await sums()]).toEqual([2, [2, 1, 0]]);
  });

  it('is let go by who fails, and by whom nobody waits for any more', async () => {
    await expect(
      command(async (tx) => {
        await lock(tx, 1);
        throw new Error('something else');
      }),
    ).rejects.toThrow('something else');
    const call = callBy(undefined, { deadline: Date.now() - 1 });
    await expect(
      suite.transactions.command(call, contract, {}, async (tx) => add(tx, 1), { turn: turns.at('1') }),
    ).rejects.toMatchObject({ code: 'TIME_UP' });
    await command((tx) => add(tx, 1));
    expect(await sums()).toEqual([1, 0, 0]);
  });
});
