import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { eventually, recordQueries } from '@gongxiang/testing';
import { haveEffect } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { type DueHandler, type DueWorker, oneByOne } from './consumes.js';
import { DueLoop, dueWaiting, listDeadLetters, schedule, scheduleAll, scheduleNew } from './index.js';

let tools: BenchTools;
let loops: DueLoop[] = [];

beforeAll(async () => {
  tools = await startTools();
});
afterAll(() => tools.stop());

afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.stop()));
  loops = [];
});

function startReplicas(count: number, handle: DueHandler): void {
  startWorkers(count, oneByOne(handle));
}

function startWorkers(count: number, worker: DueWorker): void {
  loops = Array.from({ length: count }, () => new DueLoop(new Map([['work', worker]]), tools.clock, tools));
  for (const loop of loops) loop.start();
}

const note = (key: string): Promise<void> =>
  tools.transactions.system(continueTrace(undefined), (tx) =>
    schedule(tx, { kind: 'work', key, at: tools.clock.now() }),
  );

const noteAll = (keys: readonly string[]): Promise<void> =>
  tools.transactions.system(continueTrace(undefined), (tx) =>
    scheduleAll(
      tx,
      keys.map((key) => ({ kind: 'work', key, at: tools.clock.now() })),
    ),
  );

async function attemptsOf(key: string): Promise<number | undefined> {
  const rows: { attempts: number }[] = await tools.dataSource.query(
    'SELECT attempts FROM due WHERE key = $1',
    [key],
  );
  return rows[0]?.attempts;
}

async function effectsOf(id: string): Promise<number> {
  const rows: { count: number }[] = await tools.dataSource.query('SELECT count FROM effect WHERE id = $1', [
    id,
  ]);
  return rows[0]?.count ?? 0;
}

describe('due work', () => {
  it('is done at once when this process schedules it for now, however long its loop would sleep', async () => {
    const done: string[] = [];
    const handle: DueHandler = async (_tx, key) => void done.push(key);
    const hourMs = 3_600_000;
    const pauses = { busyMs: hourMs, idleMs: hourMs };
    loops = [new DueLoop(new Map([['work', oneByOne(handle)]]), tools.clock, tools, pauses)];
    loops[0]?.start();
    for (const key of ['first', 'second']) {
      await note(key);
      await eventually(() => expect(done).toContain(key));
    }
  });

  it('that fails stays with the replica that tried it until it is postponed', async () => {
    // The postponement takes longer than any replica sleeps between two rounds.
    await tools.admin.query(`
      CREATE FUNCTION bench.dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$;
      CREATE TRIGGER dawdle BEFORE UPDATE ON bench.due FOR EACH STATEMENT EXECUTE FUNCTION bench.dawdle();
    `);
    let tries = 0;
    startReplicas(4, async () => {
      tries += 1;
      throw new Error('it went wrong');
    });
    await note('slowly postponed');
    await eventually(async () => expect(await attemptsOf('slowly postponed')).toBe(1));
    expect(tries).toBe(1);
    await tools.admin.query('DROP FUNCTION bench.dawdle CASCADE; DELETE FROM bench.due');
  });

  it('that fails leaves nothing behind, neither in the database nor to be done after the commit', async () => {
    const committed: string[] = [];
    let tries = 0;
    startReplicas(1, async (tx, key) => {
      tries += 1;
      await haveEffect(tx, key);
      tx.afterCommit(() => committed.push(`try ${tries}`));
      if (tries === 1) throw new Error('it went wrong');
    });
    await note('twice tried');
    await eventually(async () => expect(await attemptsOf('twice tried')).toBe(1));
    expect([await effectsOf('twice tried'), committed]).toEqual([0, []]);
    tools.clock.advance(1_000);
    await eventually(() => expect(committed).toEqual(['try 2']));
    expect([await effectsOf('twice tried'), await attemptsOf('twice tried')]).toEqual([1, undefined]);
  });

  it('leaves in the audit trail what it changed', async () => {
    startReplicas(1, async (tx, key) => tx.audit({ noun: 'thing', id: key, after: { done: true } }));
    await note('audited');
    await eventually(async () =>
      expect(
        await tools.dataSource.query(
          `SELECT action, actor_id, after FROM audit_record WHERE subject_id = 'audited'`,
        ),
      ).toEqual([{ action: 'work.due', actor_id: null, after: { done: true } }]),
    );
  });

  it('that its own handler notes anew is done again', async () => {
    startReplicas(2, async (tx, key) => {
      await haveEffect(tx, key);
      if (
        (await tx.sql.query<unknown[]>(`SELECT 1 FROM effect WHERE id = $1 AND count < 3`, [key])).length > 0
      )
        await schedule(tx, { kind: 'work', key, at: tx.now });
    });
    await note('thrice done');
    await eventually(async () => expect(await effectsOf('thrice done')).toBe(3));
    expect(await attemptsOf('thrice done')).toBeUndefined();
  });

  it('that its handler notes only where it is new is done once for all who note it', async () => {
    const seen: unknown[] = [];
    startReplicas(1, async (tx, key, payload) => {
      seen.push(payload);
      if (!key.startsWith('asks')) return;
      await scheduleNew(tx, [{ kind: 'work', key: 'asked for', at: tx.now, payload: { by: key } }]);
    });
    const later = new Date(tools.clock.now().getTime() + 60_000);
    await tools.transactions.system(continueTrace(undefined), (tx) =>
      scheduleAll(
        tx,
        ['asks 1', 'asks 2'].map((key) => ({ kind: 'work', key, at: later })),
      ),
    );
    tools.clock.advance(60_000);
    // A handler runs before its transaction commits, which removes the row.
    await eventually(async () =>
      expect(await tools.dataSource.query('SELECT kind, key FROM due')).toEqual([]),
    );
    expect(seen).toEqual([{}, {}, { by: 'asks 1' }]);
  });

  it('that breaks a rule of the database is a dead letter after eight tries, like any other failure', async () => {
    startReplicas(2, async (tx) => {
      await tx.sql.query('SELECT 1 / 0');
    });
    await note('impossible');
    for (let attempt = 1; attempt < 8; attempt += 1) {
      await eventually(async () => expect(await attemptsOf('impossible')).toBe(attempt));
      tools.clock.advance(2 ** attempt * 250);
    }
    await eventually(async () => {
      expect(await listDeadLetters(tools.dataSource)).toMatchObject([
        { consumer: 'due-work', subject: 'work', reason: expect.stringContaining('division by zero') },
      ]);
    });
    expect(await attemptsOf('impossible')).toBeUndefined();
  });

  it('that waits for what is on its way is looked at once a minute for as long as it takes, and done when that has come', async () => {
    let looks = 0;
    let hasCome = false;
    startReplicas(2, async (tx, key) => {
      looks += 1;
      await haveEffect(tx, key);
      if (!hasCome) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
    });
    await note('pending');
    const until = tools.clock.now().getTime() + 30 * 60_000;
    await eventually(async () => {
      const now = tools.clock.now();
      const [row] = await tools.dataSource.query<{ due_at: Date }[]>(
        `SELECT due_at FROM due WHERE key = 'pending'`,
      );
      if (row === undefined) throw new Error('it waits no longer');
      expect(row.due_at.getTime() - now.getTime()).toBeLessThanOrEqual(60_000);
      if (row.due_at > now) tools.clock.set(row.due_at);
      expect(now.getTime()).toBeGreaterThan(until);
    });
    expect(looks).toBeGreaterThan(30);
    expect(await attemptsOf('pending')).toBe(0);
    expect(await dueWaiting(tools.dataSource, tools.clock.now())).toBeGreaterThan(29 * 60);
    const letters = await listDeadLetters(tools.dataSource);
    expect(letters.filter(({ reason }) => reason.startsWith('pending'))).toEqual([]);
    expect(await effectsOf('pending')).toBe(0);
    hasCome = true;
    tools.clock.advance(60_000);
    await eventually(async () => expect(await attemptsOf('pending')).toBeUndefined());
    expect(await effectsOf('pending')).toBe(1);
    expect(await dueWaiting(tools.dataSource, tools.clock.now())).toBe(0);
  });

  it('of a kind that is done together is done once each, however many replicas share it, and never more at a time than said', async () => {
    const keys = Array.from({ length: 50 }, (_one, place) => `together ${place}`);
    const sizes: number[] = [];
    await noteAll(keys);
    startWorkers(3, {
      max: 20,
      handle: async (tx, pieces) => {
        for (const { key } of pieces) await haveEffect(tx, key);
        sizes.push(pieces.length);
      },
    });
    await eventually(async () => expect(await Promise.all(keys.map(effectsOf))).toEqual(keys.map(() => 1)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50);
    expect(Math.max(...sizes)).toBe(20);
  });

  it('that says what it lies near is done with what lies near the oldest', async () => {
    const near = ['b', 'a', 'c', 'b'];
    await tools.transactions.system(continueTrace(undefined), (tx) =>
      scheduleAll(
        tx,
        Array.from({ length: 40 }, (_one, place) => ({
          kind: 'work',
          key: `near ${place}`,
          at: new Date(tools.clock.now().getTime() - 1_000 + place),
          payload: { near: near[place % 4] },
        })),
      ),
    );
    const batches: string[] = [];
    startWorkers(1, {
      max: 10,
      handle: (_tx, pieces) => {
        batches.push(
          pieces
            .map(({ payload }) => (payload as { near: string }).near)
            .sort()
            .join(''),
        );
        return Promise.resolve();
      },
    });
    await eventually(async () => expect(batches.join('')).toHaveLength(40));
    expect(batches).toEqual(['bbbbbbbbbb', 'aaaaaaaaaa', 'cccccccccc', 'bbbbbbbbbb']);
  });

  it('that fails in company is tried alone: the others are done, and nothing of the common try is left', async () => {
    const keys = ['sound 1', 'broken', 'sound 2'];
    const committed: string[] = [];
    await noteAll(keys);
    startWorkers(2, {
      max: 20,
      handle: async (tx, pieces) => {
        for (const { key } of pieces) {
          await haveEffect(tx, key);
          tx.afterCommit(() => committed.push(key));
        }
        if (pieces.some(({ key }) => key === 'broken')) throw new Error('it went wrong');
      },
    });
    await eventually(async () => expect(await attemptsOf('broken')).toBe(1));
    await eventually(() => expect(committed.sort()).toEqual(['sound 1', 'sound 2']));
    expect(await Promise.all(keys.map(effectsOf))).toEqual([1, 0, 1]);
  });

  it('that has failed before is tried alone, and keeps no others from being done', async () => {
    const companies: string[][] = [];
    await noteAll(['failed before', 'fresh 1', 'fresh 2']);
    await tools.dataSource.query(`UPDATE due SET attempts = 1 WHERE key = 'failed before'`);
    startWorkers(1, {
      max: 20,
      handle: async (_tx, pieces) => {
        companies.push(pieces.map(({ key }) => key).sort());
      },
    });
    await eventually(() => expect(companies).toHaveLength(2));
    expect(companies).toEqual(expect.arrayContaining([['failed before'], ['fresh 1', 'fresh 2']]));
  });

  it('is recorded among the statements of a request only where it is asked for', async () => {
    const request = (): Promise<unknown> =>
      tools.transactions.system(continueTrace(undefined), (tx) => tx.sql.query('SELECT 1 FROM thing'));
    const recordedOf = async (key: string, options = {}): Promise<{ request: number; due: number }> => {
      const queries = await recordQueries(
        tools.dataSource,
        async () => {
          await note(key);
          await eventually(async () => expect(await attemptsOf(key)).toBeUndefined());
          await request();
        },
        options,
      );
      const countOf = (part: string): number => queries.filter(({ sql }) => sql.includes(part)).length;
      return { request: countOf('FROM thing'), due: countOf('INSERT INTO effect') };
    };
    startReplicas(1, haveEffect);
    expect(await recordedOf('beside')).toEqual({ request: 1, due: 0 });
    expect(await recordedOf('asked for', { withDueWork: true })).toEqual({ request: 1, due: 1 });
  });
});
