import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { eventually } from '@gongxiang/testing';
import { thingChanged } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { recordEvent, recordEvents, Relay } from './index.js';

let tools: BenchTools;
let relays: Relay[] = [];

beforeAll(async () => {
  tools = await startTools();
});
afterAll(() => tools.stop());

beforeEach(async () => {
  await tools.dataSource.query('DELETE FROM outbox');
  const { streams } = await jetstreamManager(tools.nats);
  await streams.delete('evt_bench').catch(() => false); // absent in the first test
  await tools.provide();
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
});

function startRelay(pollMs?: number): Relay {
  const relay = new Relay(tools, pollMs);
  relays.push(relay);
  relay.start();
  return relay;
}

const record = (count: number): Promise<void> =>
  tools.transactions.system(continueTrace(undefined), async (tx) => {
    const states = Array.from({ length: count }, (_, version) => ({ id: newId(), version, name: 'thing' }));
    const events = states.map((data) => ({ about: data.id, data }));
    await recordEvents(tx, thingChanged, events);
  });

async function outboxIds(): Promise<string[]> {
  const rows: { id: string }[] = await tools.dataSource.query('SELECT id FROM outbox ORDER BY position');
  return rows.map((row) => row.id);
}

/** As if the relays were connected to a server process that nobody has met. */
async function meetAnotherServer(): Promise<void> {
  await tools.dataSource.query('DELETE FROM outbox_doubt');
}

async function unpublished(): Promise<number> {
  const rows: unknown[] = await tools.dataSource.query('SELECT 1 FROM outbox WHERE published_at IS NULL');
  return rows.length;
}

describe('the relay', () => {
  it('publishes what a process committed that died before it could tell', async () => {
    await record(3); // no relay has run yet: the process died after its commit
    startRelay();
    await eventually(async () => expect(await unpublished()).toBe(0));
    expect(await tools.messagesOf('evt_bench')).toEqual(await outboxIds());
  });

  it('keeps the order of recording, and publishes once though two replicas relay', async () => {
    startRelay();
    startRelay();
    for (let batch = 0; batch < 8; batch += 1) await record(90);
    await eventually(async () => expect(await unpublished()).toBe(0));
    expect(await tools.messagesOf('evt_bench')).toEqual(await outboxIds());
    expect(await outboxIds()).toHaveLength(720);
  });

  it('publishes again, without a second copy, what was published but not marked', async () => {
    startRelay();
    await record(5);
    await eventually(async () => expect(await unpublished()).toBe(0));
    await tools.dataSource.query('UPDATE outbox SET published_at = NULL');
    await eventually(async () => expect(await unpublished()).toBe(0));
    expect(await tools.messagesOf('evt_bench')).toHaveLength(5);
  });

  it('publishes again what the server acknowledged and then lost', async () => {
    const first = startRelay();
    await record(4);
    await eventually(async () => expect(await unpublished()).toBe(0));
    await first.stop();
    await (await jetstreamManager(tools.nats)).streams.delete('evt_bench');
    await meetAnotherServer();
    await tools.provide();
    startRelay();
    await eventually(async () => expect(await tools.messagesOf('evt_bench')).toHaveLength(4));
  });

  it('waits where it finds its stream gone, and tells what it had to as soon as the stream is made again', async () => {
    startRelay();
    await record(1);
    await eventually(async () => expect(await unpublished()).toBe(0));
    await (await jetstreamManager(tools.nats)).streams.delete('evt_bench');
    await record(2);
    const complaints = (): string[] =>
      tools.lines.filter((line) => line.includes('the relay could not publish'));
    await eventually(() => expect(complaints()).not.toEqual([]));
    expect(await unpublished()).toBe(2);
    await tools.provide();
    await eventually(async () => expect(await unpublished()).toBe(0));
    expect(await tools.messagesOf('evt_bench')).toEqual((await outboxIds()).slice(-2));
  });

  it('tells nothing of what was rolled back', async () => {
    startRelay();
    const failing = tools.transactions.system(continueTrace(undefined), async (tx) => {
      await recordEvent(tx, thingChanged, newId(), { id: newId(), version: 1, name: 'never' });
      throw new Error('a mistake');
    });
    await expect(failing).rejects.toThrow('a mistake');
    await record(1);
    await eventually(async () => expect(await tools.messagesOf('evt_bench')).toHaveLength(1));
  });

  it('is woken by each commit of its own process, whenever its next poll is', async () => {
    startRelay(24 * 3_600_000);
    for (let turn = 0; turn < 5; turn += 1) {
      await record(1);
      await eventually(async () => expect(await unpublished()).toBe(0));
    }
    expect(await tools.messagesOf('evt_bench')).toEqual(await outboxIds());
  });

  it('tells how far behind it is, and forgets what was told a month ago', async () => {
    await record(2);
    await tools.dataSource.query(`UPDATE outbox SET created_at = now() - interval '1 hour'`);
    const relay = new Relay(tools);
    await relay.measure();
    const text = await tools.metrics.registry.metrics();
    expect(text).toMatch(/gongxiang_outbox_unpublished\{service="bench"\} 2/);
    const ageSeconds = Number(/gongxiang_outbox_age_seconds\{service="bench"\} ([\d.]+)/.exec(text)?.[1]);
    expect(ageSeconds).toBeGreaterThanOrEqual(3_600);
    expect(ageSeconds).toBeLessThan(2 * 3_600); // the hour, plus the duration of this test
    await tools.dataSource.query(`UPDATE outbox SET published_at = now() - interval '32 days'`);
    await relay.tidy();
    expect(await outboxIds()).toEqual([]);
  });

  it('is not held up by an event too large to be sent: recording it fails', async () => {
    const tooLarge = { id: newId(), version: 1, name: 'x'.repeat(300_001) };
    const recording = tools.transactions.system(continueTrace(undefined), (tx) =>
      recordEvent(tx, thingChanged, tooLarge.id, tooLarge),
    );
    await expect(recording).rejects.toThrow('too large');
  });
});

describe('the envelope', () => {
  it('is a CloudEvent with the trace of the call and the actor', async () => {
    const traceparent = continueTrace(undefined);
    const id = newId();
    await tools.transactions.system(traceparent, (tx) =>
      recordEvent(tx, thingChanged, id, { id, version: 1, name: 'a' }),
    );
    const rows: unknown[] = await tools.dataSource.query('SELECT id, subject, envelope FROM outbox');
    expect(rows).toEqual([
      {
        id: expect.any(String),
        subject: 'evt.bench.thing.changed.v1',
        envelope: {
          specversion: '1.0',
          id: (rows[0] as { id: string }).id,
          source: 'gongxiang/bench',
          type: 'bench.thing.changed.v1',
          subject: id,
          time: tools.clock.now().toISOString(),
          datacontenttype: 'application/json',
          traceparent,
          actor: null,
          data: { id, version: 1, name: 'a' },
        },
      },
    ]);
  });
});
