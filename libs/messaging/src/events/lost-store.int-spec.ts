import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import type { EventContract } from '@gongxiang/contracts/core/contract';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { eventually } from '@gongxiang/testing';
import { haveEffect, type ThingState, thingChanged } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { consumerPlan } from '../provision/index.js';
import { ConsumerLoop, recordEvent, Relay } from './index.js';

const survivor = 'bench-survivor-of-bench';
let tools: BenchTools;
let running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  tools = await startTools();
});
afterAll(() => tools.stop());

beforeEach(async () => {
  await tools.dataSource.query('DELETE FROM outbox');
  await loseStream();
  running.push(await tools.keepProviding(consumerPlan(survivor, 'bench', [thingChanged.subject])));
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
});

/** What a server that lost its store knows of a service: nothing. It is another process, which no relay has met. */
async function loseStream(): Promise<void> {
  const { streams } = await jetstreamManager(tools.nats);
  await streams.delete('evt_bench').catch(() => false); // absent in the first test
  await tools.dataSource.query('DELETE FROM outbox_doubt');
}

function startRelay(): Relay {
  const relay = new Relay(tools);
  running.push(relay);
  relay.start();
  return relay;
}

/** Records events and waits until they are published. @returns their ids, in order */
async function recordAndWait(count: number): Promise<string[]> {
  for (let n = 0; n < count; n += 1) {
    const id = newId();
    await tools.transactions.system(continueTrace(undefined), (tx) =>
      recordEvent(tx, thingChanged, id, { id, version: 1, name: 'thing' }),
    );
  }
  const relay = startRelay();
  const rows = await eventually(async () => {
    const all: { id: string; published: boolean }[] = await tools.dataSource.query(
      `SELECT id, published_at IS NOT NULL AS published FROM outbox ORDER BY position`,
    );
    expect(all.map((row) => row.published)).not.toContain(false);
    return all;
  });
  await relay.stop();
  return rows.map((row) => row.id);
}

/** Moves an event's publication into the past. */
async function tellBefore(id: string | undefined, minutes: number): Promise<void> {
  await tools.dataSource.query(
    `UPDATE outbox SET published_at = now() - make_interval(mins => $2) WHERE id = $1`,
    [id, minutes],
  );
}

const messages = (): Promise<string[]> => tools.messagesOf('evt_bench').catch(() => []);

describe('a server that has lost its store', () => {
  it('is told again what it acknowledged last, however long it was away since', async () => {
    const [first, ...last] = await recordAndWait(3);
    // Two are within 250 seconds of the last one, an hour ago; the first is not.
    await tellBefore(first, 70);
    await tellBefore(last[0], 63);
    await tellBefore(last[1], 60);
    await loseStream();
    startRelay();
    await eventually(async () => expect(await messages()).toEqual(last));
  });

  it('is not told more and more by a connection that comes and goes before anything could be told', async () => {
    const [first, last] = await recordAndWait(2);
    await tellBefore(first, 7);
    await tellBefore(last, 1);
    await loseStream();
    const lock = tools.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 0))`);
    startRelay();
    for (let times = 0; times < 3; times += 1) await tools.nats.reconnect();
    await lock.commitTransaction();
    await lock.release();
    const isEnded = 'SELECT ended_at IS NOT NULL AS ended FROM outbox_doubt';
    await eventually(async () => expect(await tools.dataSource.query(isEnded)).toEqual([{ ended: true }]));
    expect(await messages()).toEqual([last]);
  });

  it('is listened to again by whoever listened before', async () => {
    const bound = {
      consumer: survivor,
      contract: thingChanged as EventContract<unknown>,
      handle: (tx: Parameters<typeof haveEffect>[0], data: unknown) =>
        haveEffect(tx, (data as ThingState).id),
    };
    const loop = new ConsumerLoop(bound.consumer, [bound], tools);
    running.push(loop);
    loop.start();
    const effects = async (): Promise<number> => {
      const rows: unknown[] = await tools.dataSource.query('SELECT id FROM effect');
      return rows.length;
    };
    const before = await effects();
    await recordAndWait(1);
    await eventually(async () => expect(await effects()).toBe(before + 1));
    await loseStream();
    await recordAndWait(1);
    await eventually(async () => expect(await effects()).toBe(before + 2));
  });
});
