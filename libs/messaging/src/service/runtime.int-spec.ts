import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscardPolicy, jetstreamManager } from '@nats-io/jetstream';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import { newId, rootPath } from '@gongxiang/domain';
import { continueTrace, type DatabaseConfig } from '@gongxiang/observability';
import { actorWith, eventually } from '@gongxiang/testing';
import { benchContract, noteMade, startBench, thingChanged } from '../fixture/bench.fixture.js';
import { CONFIG } from './index.js';

let bench: Awaited<ReturnType<typeof startBench>>;
const operations = operationsContract('bench');
const operator = actorWith({ roles: [['operator', newId(), rootPath]] });
const auditor = actorWith({ roles: [['auditor', newId(), rootPath]] });

beforeAll(async () => {
  bench = await startBench({ replicas: 2 });
});
afterAll(() => bench.stop());

async function effectOf(id: string): Promise<number> {
  const rows: { count: number }[] = await bench.dataSource.query('SELECT count FROM effect WHERE id = $1', [
    id,
  ]);
  return rows[0]?.count ?? 0;
}

async function copyOf(id: string): Promise<{ version: number; name: string } | undefined> {
  const rows: { version: number; name: string }[] = await bench.dataSource.query(
    'SELECT version, name FROM thing_copy WHERE id = $1',
    [id],
  );
  return rows[0];
}

const put = (thingId: string, version: number, name: string, call = {}): Promise<unknown> =>
  bench.ask(benchContract.put, { thingId, version, name }, null, call);

describe('an event', () => {
  it('goes from the commit into another feature’s copy, with the trace of the call', async () => {
    const id = newId();
    const traceparent = continueTrace(undefined);
    await put(id, 1, 'first', { traceparent });
    await eventually(async () => expect(await copyOf(id)).toEqual({ version: 1, name: 'first' }));
    const rows: unknown[] = await bench.dataSource.query(
      `SELECT e.trace, o.envelope->>'traceparent' AS recorded FROM effect e JOIN outbox o ON o.envelope->>'subject' = $1
       WHERE e.id = 'copy ' || $1`,
      [id],
    );
    expect(rows).toEqual([{ trace: traceparent, recorded: traceparent }]);
  });

  it('with an older version than the copy’s changes nothing, so that order does not matter', async () => {
    const id = newId();
    await bench.emit(thingChanged, { id, version: 2, name: 'newer' });
    await bench.emit(thingChanged, { id, version: 1, name: 'older' });
    await eventually(async () => expect(await effectOf(`copy ${id}`)).toBe(2));
    expect(await copyOf(id)).toEqual({ version: 2, name: 'newer' });
  });
});

describe('republish', () => {
  it('rebuilds a copy that was dropped', async () => {
    const ids = Array.from({ length: 5 }, () => newId());
    await Promise.all(ids.map((id, index) => put(id, index + 1, `thing ${index}`)));
    const isCopied = (): Promise<void> =>
      eventually(async () => {
        for (const [index, id] of ids.entries()) {
          expect(await copyOf(id)).toEqual({ version: index + 1, name: `thing ${index}` });
        }
      });
    await isCopied();
    await bench.dataSource.query('DELETE FROM thing_copy');
    await bench.ask(operations.republish, { noun: 'thing' }, operator);
    await isCopied();
  });

  it('answers NOT_FOUND for a noun that nobody tells of', async () => {
    await expect(bench.ask(operations.republish, { noun: 'nothing' }, operator)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      errors: [{ pointer: '/noun' }],
    });
  });
});

describe('dead letters', () => {
  it('are listed with their reason, and handled once more on replay', async () => {
    bench.directions.broken.add('hopeless');
    const note = { id: newId(), mood: 'hopeless' };
    await bench.emit(noteMade, note);
    const { items } = await eventually(async () => {
      const list = await bench.ask(operations.listDeadLetters, {}, operator);
      expect(list.items).toHaveLength(1);
      return list;
    });
    const letter = items[0] ?? { consumer: '', messageId: '' };
    expect(letter).toMatchObject({
      consumer: 'bench-note-consumer-of-other',
      subject: noteMade.subject,
      reason: 'Error: it can never be done',
    });
    const { consumer, messageId } = letter;
    await expect(
      bench.ask(operations.replayDeadLetter, { consumer, messageId }, operator),
    ).rejects.toMatchObject({
      code: 'DEAD_LETTER_FAILED',
      params: { reason: 'Error: it can never be done' },
    });
    expect(await effectOf(note.id)).toBe(0);
    bench.directions.broken.delete('hopeless');
    const after = await bench.ask(operations.replayDeadLetter, { consumer, messageId }, operator);
    expect([after.items, await effectOf(note.id)]).toEqual([[], 1]);
  });

  it('that can never be handled are given up with a reason, which the trail keeps; nothing counts them any more', async () => {
    bench.directions.broken.add('never');
    const note = { id: newId(), mood: 'never' };
    await bench.emit(noteMade, note);
    const [letter] = await eventually(async () => {
      const { items } = await bench.ask(operations.listDeadLetters, {}, operator);
      expect(items).toHaveLength(1);
      return items;
    });
    const { consumer = '', messageId = '' } = letter ?? {};
    const request = { consumer, messageId, reason: '日期写错的试录' };
    expect(await bench.ask(operations.discardDeadLetter, request, operator)).toEqual({ items: [] });
    bench.directions.broken.delete('never');
    for (const again of [operations.discardDeadLetter, operations.replayDeadLetter] as const)
      await expect(bench.ask(again as never, request as never, operator)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await effectOf(note.id)).toBe(0);
    const { items } = await bench.ask(operations.listAudit, { subjectId: messageId }, auditor);
    expect(items).toMatchObject([
      { noun: 'deadLetter', actorId: operator.personId, after: { discarded: request.reason } },
    ]);
  });

  it('that are not there are NOT_FOUND', async () => {
    const request = { consumer: 'bench-note-consumer-of-other', messageId: newId(), reason: '-' };
    for (const act of [operations.replayDeadLetter, operations.discardDeadLetter] as const)
      await expect(bench.ask(act as never, request as never, operator)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});

describe('due work', () => {
  const later = (key: string, inMs: number, mood = 'fine'): Promise<unknown> =>
    bench.ask(benchContract.later, { key, inMs, mood }, null);

  /** Due work is claimed in order of time: once this is done, all earlier work has been claimed. */
  async function afterAllThatIsDue(): Promise<void> {
    const key = newId();
    await later(key, 0);
    await eventually(async () => expect(await effectOf(`due ${key} fine`)).toBe(1));
  }

  it('is done once, when its time has come, though two replicas look for it', async () => {
    const keys = Array.from({ length: 10 }, () => newId());
    await Promise.all(keys.map((key) => later(key, 60_000)));
    await afterAllThatIsDue();
    for (const key of keys) expect(await effectOf(`due ${key} fine`)).toBe(0);
    bench.clock.advance(60_000);
    await eventually(async () => {
      for (const key of keys) expect(await effectOf(`due ${key} fine`)).toBe(1);
    });
    await afterAllThatIsDue();
    expect(bench.directions.tries.filter((key) => keys.some((one) => one === key))).toHaveLength(10);
  });

  it('moves when it is noted again', async () => {
    const key = newId();
    await later(key, 10_000, 'early');
    await later(key, 100_000, 'moved');
    bench.clock.advance(50_000);
    await afterAllThatIsDue();
    expect(bench.directions.tries).not.toContain(key);
    bench.clock.advance(50_000);
    await eventually(async () => expect(await effectOf(`due ${key} moved`)).toBe(1));
    expect(await effectOf(`due ${key} early`)).toBe(0);
  });

  it('is postponed when it fails, is a dead letter after eight tries, and falls due anew on replay', async () => {
    const key = newId();
    bench.directions.broken.add('bad');
    await later(key, 0, 'bad');
    const tries = (): number => bench.directions.tries.filter((one) => one === key).length;
    const attemptsKept = async (): Promise<number> => {
      const rows: { attempts: number }[] = await bench.dataSource.query(
        'SELECT attempts FROM due WHERE key = $1',
        [key],
      );
      return rows[0]?.attempts ?? 8;
    };
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await eventually(async () => expect(await attemptsKept()).toBe(attempt));
      expect(tries()).toBe(attempt);
      bench.clock.advance(2 ** attempt * 250);
    }
    const { items } = await eventually(async () => {
      const list = await bench.ask(operations.listDeadLetters, {}, operator);
      expect(list.items).toHaveLength(1);
      return list;
    });
    expect(items[0]).toMatchObject({ consumer: 'due-thing', subject: 'thing' });
    expect(await effectOf(`due ${key} bad`)).toBe(0);
    bench.directions.broken.delete('bad');
    const { consumer = '', messageId = '' } = items[0] ?? {};
    await bench.ask(operations.replayDeadLetter, { consumer, messageId }, operator);
    await eventually(async () => expect(await effectOf(`due ${key} bad`)).toBe(1));
  });
});

describe('the operators’ calls', () => {
  const calls = [
    ['list-audit', () => operations.listAudit, {}],
    ['verify-audit', () => operations.verifyAudit, {}],
    ['list-dead-letters', () => operations.listDeadLetters, {}],
    ['replay-dead-letter', () => operations.replayDeadLetter, { consumer: 'x', messageId: newId() }],
    [
      'discard-dead-letter',
      () => operations.discardDeadLetter,
      { consumer: 'x', messageId: newId(), reason: 'y' },
    ],
    ['republish', () => operations.republish, { noun: 'thing' }],
  ] as const;

  it.each(calls)(
    '%s is refused to nobody, to a member and to an operator of one union',
    async (_name, contract, request) => {
      const member = actorWith({ unionId: newId(), unionPath: rootPath });
      const local = actorWith({ roles: [['operator', newId(), '1.2.']] });
      const ask = (actor: typeof member | null) => bench.ask(contract() as never, request as never, actor);
      await expect(ask(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
      await expect(ask(member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(ask(local)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    },
  );

  it('let an auditor read the trail, and nothing else', async () => {
    expect(await bench.ask(operations.verifyAudit, {}, auditor)).toMatchObject({ intact: true });
    await expect(bench.ask(operations.listDeadLetters, {}, auditor)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});

describe('health and metrics', () => {
  it('says over HTTP that it lives, that it is ready, and how much waits', async () => {
    expect(await (await get('health/live')).json()).toEqual({ alive: true });
    await isReadiness([200, { ready: true, checks: { database: 'up', nats: 'up' } }]);
    await eventually(async () => {
      const text = await (await get('metrics')).text();
      expect(text).toMatch(
        /gongxiang_consumer_pending\{consumer="bench-note-consumer-of-other",service="bench"\} 0/,
      );
      expect(text).toMatch(/gongxiang_pool_connections\{state="total",service="bench"\} [1-9]/);
      expect(text).toMatch(/gongxiang_dead_letters\{service="bench"\} 0/);
    });
  });

  it('is not ready while no connection to the database is to be had', async () => {
    const letGo = await takeConnections(bench.app.get<DatabaseConfig>(CONFIG).poolSize);
    try {
      await isReadiness([503, { ready: false, checks: { database: 'down', nats: 'up' } }]);
    } finally {
      await letGo();
    }
    await isReadiness([200, { ready: true, checks: { database: 'up', nats: 'up' } }]);
  });

  it('says in words that NATS takes no events, and stays ready, as requests are answered', async () => {
    const { streams } = await jetstreamManager(bench.nats);
    const { config } = await streams.info('evt_bench');
    await streams.update('evt_bench', { ...config, max_bytes: 1, discard: DiscardPolicy.New });
    await put(newId(), 1, 'late');
    await bench.dataSource.query(
      `UPDATE outbox SET created_at = now() - interval '1 minute' WHERE published_at IS NULL`,
    );
    const warnings = {
      events: expect.stringMatching(
        /^1 events are not published, the oldest for 6\d s: .*maximum bytes exceeded/,
      ),
    };
    const checks = { database: 'up', nats: 'up' };
    await isReadiness([200, { ready: true, checks, warnings }]);
    await streams.update('evt_bench', config);
    await isReadiness([200, { ready: true, checks }]);
  });
});

function get(path: string): Promise<Response> {
  const { port } = bench.app.getHttpServer().address() as { port: number };
  return fetch(`http://127.0.0.1:${port}/${path}`);
}

/** Readiness gives each check one second at most, so that a busy machine may look worse for a while than it is. */
function isReadiness(expected: [status: number, report: object]): Promise<void> {
  return eventually(async () => {
    const answer = await get('health/ready');
    expect([answer.status, await answer.json()]).toEqual(expected);
  });
}

/** Takes connections out of the pool. @returns a function that releases them */
async function takeConnections(count: number): Promise<() => Promise<void>> {
  const runners = Array.from({ length: count }, () => bench.dataSource.createQueryRunner());
  await Promise.all(runners.map((runner) => runner.connect()));
  return async () => {
    await Promise.all(runners.map((runner) => runner.release()));
  };
}
