import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { eventually } from '@gongxiang/testing';
import { haveEffect } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { type DueHandler, oneByOne } from './consumes.js';
import { DueLoop, schedule, scheduleAll, unschedule } from './index.js';

const pairs = 1_000;
const commandsAtOnce = 4;

let tools: BenchTools;

beforeAll(async () => {
  tools = await startTools();
  // A short deadlock timeout: the test counts deadlocks, not how long they last.
  await tools.admin.query(`
    DO $$ BEGIN EXECUTE format('ALTER ROLE bench IN DATABASE %I SET deadlock_timeout = 20', current_database()); END $$`);
});
afterAll(() => tools.stop());
beforeEach(() =>
  tools.admin.query('DELETE FROM bench.due; DELETE FROM bench.effect; DELETE FROM bench.thing'),
);

const transact = (work: (tx: Transaction) => Promise<void>): Promise<void> =>
  tools.transactions.system(continueTrace(undefined), work);

/** Takes the lock of an aggregate, and holds it long enough for others to queue. */
async function lock(tx: Transaction, id: string): Promise<void> {
  await tx.sql.query('SELECT 1 FROM thing WHERE id = $1 FOR UPDATE', [id]);
  await tx.sql.query('SELECT pg_sleep(0.002)');
}

async function makeThings(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await tools.dataSource.query(
    `INSERT INTO thing (id, version, name) SELECT id, 1, '' FROM unnest($1::uuid[]) AS id`,
    [ids],
  );
  return ids;
}

/** How many transactions PostgreSQL has killed in this database so far. */
async function deadlocks(): Promise<number> {
  const rows: { count: string }[] = await tools.admin.query(
    `SELECT deadlocks::text AS count FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(rows[0]?.count);
}

async function effects(): Promise<Map<string, number>> {
  const rows: { id: string; count: number }[] = await tools.dataSource.query('SELECT id, count FROM effect');
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function withReplicas(handle: DueHandler, work: () => Promise<void>): Promise<void> {
  const loops = Array.from(
    { length: 3 },
    () => new DueLoop(new Map([['work', oneByOne(handle)]]), tools.clock, tools),
  );
  for (const loop of loops) loop.start();
  try {
    await work();
  } finally {
    await Promise.all(loops.map((loop) => loop.stop()));
  }
}

/** A few at a time, in order. */
async function each(
  ids: readonly string[],
  work: (id: string, place: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const run = async (): Promise<void> => {
    for (let place = next++; place < ids.length; place = next++) await work(ids[place] ?? '', place);
  };
  await Promise.all(Array.from({ length: commandsAtOnce }, run));
}

/** Cuts connections, which is how the database sees the death of a process. @returns how many */
async function cutOff(): Promise<number> {
  const killed: unknown[] = await tools.admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE '%until it is lost%' AND usename = 'bench'`,
  );
  return killed.length;
}

async function nothingIsLeft(): Promise<void> {
  await eventually(async () => expect(await tools.dataSource.query('SELECT kind, key FROM due')).toEqual([]));
}

describe('due work and the commands that take it back or note it anew', () => {
  it(`never deadlock: of ${pairs} meetings each ends once, as if one had come before the other`, async () => {
    const ids = await makeThings(pairs);
    const start = tools.clock.now().getTime();
    await transact((tx) =>
      scheduleAll(
        tx,
        ids.map((key, place) => ({ kind: 'work', key, at: new Date(start - pairs + place) })),
      ),
    );
    const before = await deadlocks();
    const isWithdrawn = async (tx: Transaction, id: string): Promise<boolean> =>
      (await tx.sql.query<unknown[]>('SELECT 1 FROM thing WHERE id = $1 AND version = 2', [id])).length > 0;
    const handle: DueHandler = async (tx, id, payload) => {
      await lock(tx, id);
      const isAgain = (payload as { again?: boolean }).again === true;
      if (!(await isWithdrawn(tx, id))) await haveEffect(tx, `${isAgain ? 'again' : 'first'} ${id}`);
    };
    const withdraw = async (tx: Transaction, id: string): Promise<void> => {
      const isDone = await tx.sql.query<unknown[]>('SELECT 1 FROM effect WHERE id = $1', [`first ${id}`]);
      if (isDone.length > 0) return;
      await tx.sql.query('UPDATE thing SET version = 2 WHERE id = $1', [id]);
      await unschedule(tx, 'work', id);
      await haveEffect(tx, `withdrawn ${id}`);
    };
    await withReplicas(handle, async () => {
      await each(ids, (id, place) =>
        transact(async (tx) => {
          await lock(tx, id);
          if (place % 2 === 0) await withdraw(tx, id);
          else await schedule(tx, { kind: 'work', key: id, at: tools.clock.now(), payload: { again: true } });
        }),
      );
      await nothingIsLeft();
    });

    const had = await effects();
    const ends = ids.map((id, place) =>
      place % 2 === 0
        ? (had.get(`first ${id}`) ?? 0) + (had.get(`withdrawn ${id}`) ?? 0)
        : (had.get(`again ${id}`) ?? 0),
    );
    expect(ends).toEqual(ids.map(() => 1));
    expect(Math.max(...had.values())).toBe(1);
    await tools.admin.query('SELECT pg_sleep(1.5)'); // statistics are flushed once a second
    expect((await deadlocks()) - before).toBe(0);
  }, 240_000);

  it('never deadlock where transactions note and take back the same in opposite orders', async () => {
    const before = await deadlocks();
    const at = new Date(tools.clock.now().getTime() + 3_600_000);
    const keys = Array.from({ length: 6 }, (_one, place) => `shared ${place}`);
    const turns = Array.from({ length: 400 }, (_one, place) => String(place));
    await each(turns, (_turn, place) =>
      transact(async (tx) => {
        const order = place % 2 === 0 ? keys : [...keys].reverse();
        for (const [index, key] of order.entries()) {
          if ((index + place) % 3 === 0) await unschedule(tx, 'later', key);
          else await schedule(tx, { kind: 'later', key, at });
        }
      }),
    );
    await tools.admin.query('SELECT pg_sleep(1.5)');
    expect((await deadlocks()) - before).toBe(0);
  }, 120_000);
});

describe('due work whose connection is lost in the middle', () => {
  it('is done once more within seconds, and what was done before has never happened', async () => {
    const id = 'dropped';
    let tries = 0;
    await transact((tx) => schedule(tx, { kind: 'work', key: id, at: tools.clock.now() }));
    const handle: DueHandler = async (tx) => {
      await haveEffect(tx, id);
      tries += 1;
      if (tries === 1) await tx.sql.query(`SELECT pg_sleep(60) /* until it is lost */`);
    };
    await withReplicas(handle, async () => {
      await eventually(async () => expect(await cutOff()).toBe(1));
      await eventually(async () => {
        tools.clock.advance(1_000);
        expect(await tools.dataSource.query('SELECT 1 FROM due')).toEqual([]);
      });
    });
    expect([tries, await effects()]).toEqual([2, new Map([[id, 1]])]);
  });
});

describe('due work that is moved while it is being done', () => {
  it('counts as not done, and is done at its new time', async () => {
    const seen: string[] = [];
    const later = new Date(tools.clock.now().getTime() + 60_000);
    await transact((tx) => schedule(tx, { kind: 'work', key: 'moved', at: tools.clock.now() }));
    const handle: DueHandler = async (tx, key) => {
      await haveEffect(tx, key);
      seen.push(key);
      if (seen.length === 1) await transact((other) => schedule(other, { kind: 'work', key, at: later }));
    };
    await withReplicas(handle, async () => {
      await eventually(() => expect(seen).toHaveLength(1));
      await eventually(async () =>
        expect(await tools.dataSource.query(`SELECT attempts, due_at FROM due WHERE key = 'moved'`)).toEqual([
          { attempts: 0, due_at: later },
        ]),
      );
      expect(await effects()).toEqual(new Map());
      tools.clock.advance(60_000);
      await nothingIsLeft();
    });
    expect(await effects()).toEqual(new Map([['moved', 1]]));
  });

  it('stands where it is noted anew for now, and is done once more', async () => {
    const seen: string[] = [];
    await transact((tx) => schedule(tx, { kind: 'work', key: 'anew', at: tools.clock.now() }));
    const handle: DueHandler = async (tx, key) => {
      await haveEffect(tx, key);
      seen.push(key);
      if (seen.length === 1)
        await transact((other) => schedule(other, { kind: 'work', key, at: tools.clock.now() }));
    };
    await withReplicas(handle, nothingIsLeft);
    expect(await effects()).toEqual(new Map([['anew', 2]]));
  });
});
