import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventContract, event } from '@gongxiang/contracts/core/contract';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { eventually } from '@gongxiang/testing';
import { haveEffect, ThingCopy, ThingState } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { consumerPlan } from '../provision/index.js';
import { ConsumerLoop, type EventHandler, storeCopy, storeCopyLast, listDeadLetters } from './index.js';

const thingMoved = event('evt.other.thing.moved.v1', ThingState);
const things = 8;
const rounds = 60;

let tools: BenchTools;
let loops: ConsumerLoop[] = [];

beforeAll(async () => {
  tools = await startTools();
  await tools.provide();
  // A short deadlock timeout: the test counts deadlocks, not how long they last.
  await tools.admin.query(`
    DO $$ BEGIN EXECUTE format('ALTER ROLE bench IN DATABASE %I SET deadlock_timeout = 20', current_database()); END $$`);
});
afterAll(() => tools.stop());
afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.stop()));
  loops = [];
});

/** Publishes the same things in one order and in the other, then lets two replicas handle all of it at once. */
async function hearCrossing(
  consumer: string,
  handle: EventHandler<ThingState>,
  rowOf?: (thing: ThingState) => string,
): Promise<string[]> {
  const ids = Array.from({ length: things }, () => newId());
  await tools.dataSource.query(
    `INSERT INTO thing (id, version, name) SELECT id, 0, '' FROM unnest($1::uuid[]) AS id`,
    [ids],
  );
  await tools.provide(consumerPlan(consumer, 'bench', [thingMoved.subject]));
  for (let version = 1; version <= rounds; version += 1) {
    const order = version % 2 === 0 ? ids : [...ids].reverse();
    for (const id of order)
      await tools.publish(thingMoved.subject, envelopeOf({ id, version, name: consumer }));
  }
  const bound = {
    consumer,
    contract: thingMoved as EventContract<unknown>,
    handle: handle as EventHandler<unknown>,
    ...(rowOf === undefined ? {} : { rowOf: rowOf as (data: unknown) => string }),
  };
  loops = Array.from({ length: 2 }, () => new ConsumerLoop(consumer, [bound], tools));
  for (const loop of loops) loop.start();
  return ids;
}

function envelopeOf(data: ThingState): object {
  return {
    specversion: '1.0',
    id: newId(),
    source: 'gongxiang/other',
    type: 'other.thing.moved.v1',
    subject: data.id,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    traceparent: continueTrace(undefined),
    actor: null,
    data,
  };
}

/** How many transactions PostgreSQL has killed in this database so far; statistics are flushed once a second. */
async function deadlocks(): Promise<number> {
  await tools.admin.query('SELECT pg_sleep(1.5)');
  const rows: { count: string }[] = await tools.admin.query(
    `SELECT deadlocks::text AS count FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(rows[0]?.count);
}

describe('two replicas that hear of the same things in crossing orders', () => {
  it('never deadlock where each event takes the lock of a thing, and do each once', async () => {
    const before = await deadlocks();
    const handle = async (tx: Transaction, { id }: ThingState): Promise<void> => {
      await tx.sql.query('SELECT 1 FROM thing WHERE id = $1 FOR UPDATE', [id]);
      await tx.sql.query('SELECT pg_sleep(0.002)');
      await haveEffect(tx, `moved ${id}`);
    };
    const ids = await hearCrossing('locks', handle);
    await eventually(async () => {
      const rows: { count: number }[] = await tools.dataSource.query(
        'SELECT count FROM effect WHERE id = ANY($1)',
        [ids.map((id) => `moved ${id}`)],
      );
      expect(rows).toEqual(ids.map(() => ({ count: rounds })));
    });
    expect((await deadlocks()) - before).toBe(0);
    expect(await listDeadLetters(tools.dataSource)).toEqual([]);
  });

  it.each([
    ['one after the other', storeCopy],
    [
      'all at once before the commit',
      async (...copy: Parameters<typeof storeCopyLast>) => storeCopyLast(...copy),
    ],
  ] as const)(
    'never deadlock where they keep copies of them together, %s, and keep the newest',
    async (how, store) => {
      const before = await deadlocks();
      let transactions = new Set<unknown>();
      const handle = async (tx: Transaction, { id, version, name }: ThingState): Promise<void> => {
        transactions = transactions.add(tx.sql);
        await store(tx, ThingCopy, { id, version, name });
        await tx.sql.query('SELECT pg_sleep(0.002)');
      };
      const ids = await hearCrossing(
        how === 'one after the other' ? 'copies' : 'last-copies',
        handle,
        ({ id }) => id,
      );
      await eventually(async () => {
        const rows: { version: number }[] = await tools.dataSource.query(
          'SELECT version FROM thing_copy WHERE id = ANY($1)',
          [ids],
        );
        expect(rows).toEqual(ids.map(() => ({ version: rounds })));
      });
      expect((await deadlocks()) - before).toBe(0);
      expect(transactions.size).toBeLessThan(things * rounds * 0.5);
    },
  );
});
