import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { query } from '@gongxiang/contracts/core/contract';
import { type CallContext, systemCall } from '@gongxiang/domain';
import { continueTrace, createLogger, createMetrics, type Logger } from '@gongxiang/observability';
import { eventually, type RunningServer, startNats } from '@gongxiang/testing';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { AskRequest, AskView } from '../fixture/bench.fixture.js';
import { RequestWatch, RpcClient, RpcServer } from './index.js';
import { seal, sealKeyOf } from './seal.js';
import { toWire } from './wire.js';

const contract = query('bench.thing.wait', AskRequest, AskView);
const elsewhere = query('other.thing.wait', AskRequest, AskView);
const newKey = (): string => randomBytes(32).toString('base64');
const keys = { bench: newKey(), other: newKey() };
const metrics = createMetrics('bench');
const logged: string[] = [];

let storeDirectory: string;
let server: RunningServer;
let bench: RpcServer;
let other: RpcServer;
let nats: NatsConnection;
/** What either service has handled. */
let done: string[] = [];

async function startCopy(
  service: 'bench' | 'other',
  asked: typeof contract,
  { logger, watch }: { readonly logger: Logger; readonly watch: RequestWatch },
): Promise<RpcServer> {
  const copy = new RpcServer({ service, natsUrl: server.url, key: keys[service], logger, watch });
  await copy.listen([{ contract: asked, handle: async () => void done.push(service) }]);
  return copy;
}

beforeAll(async () => {
  storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  server = await startNats({ storeDirectory });
  const destination = { write: (line: string) => void logged.push(line) };
  const logger = createLogger({ service: 'bench', level: 'debug', destination });
  const watching = { logger, watch: new RequestWatch(logger, metrics, 100) };
  bench = await startCopy('bench', contract, watching);
  other = await startCopy('other', elsewhere, watching);
  nats = await connect({ servers: server.url });
});

afterAll(async () => {
  await nats?.close();
  await bench?.close();
  await other?.close();
  await server?.stop();
  rmSync(storeDirectory, { recursive: true, force: true });
});

beforeEach(() => {
  done = [];
});

const call = (): CallContext => ({
  ...systemCall(continueTrace(undefined)),
  deadline: Date.now() + 25_000,
});

function frame(subject = contract.subject): Buffer {
  const asked = { call: toWire(call()), request: { how: 'a secret word' } };
  return Buffer.from(`${JSON.stringify([[1, subject, asked]])}\n`);
}

const sealedWith = (key: string, subject: string, ageMs = 0) => ({
  of: (content: Buffer, reply: string) =>
    seal(sealKeyOf(key), { subject, reply }, content, Date.now() - ageMs),
});

/** Publishes it as any user with the permission. @returns the first message that comes back, on any inbox */
async function send(
  subject: string,
  frameFor: (reply: string) => Uint8Array,
  reply = `${createInbox('_INBOX_gateway')}.1`,
): Promise<Msg> {
  const inbox = reply.slice(0, reply.lastIndexOf('.'));
  const answer = new Promise<Msg>((resolve, reject) => {
    nats.subscribe(`${inbox}.>`, {
      max: 1,
      callback: (error, message) => (error === null ? resolve(message) : reject(error)),
    });
  });
  await nats.flush();
  nats.publish(subject, frameFor(reply), { reply });
  return answer;
}

async function refusals(fault: string): Promise<number> {
  const text = await metrics.registry.metrics();
  const [, count] = new RegExp(`frames_refused_total\\{fault="${fault}",[^}]*\\} (\\d+)`).exec(text) ?? [];
  return Number(count);
}

describe('a service', () => {
  it('does what the gateway asks', async () => {
    const reply = `${createInbox('_INBOX_gateway')}.1`;
    const answer = await send(
      'rpc.bench',
      () => sealedWith(keys.bench, 'rpc.bench').of(frame(), reply),
      reply,
    );
    expect(answer.headers).toBeUndefined();
    expect(done).toEqual(['bench']);
  });

  it.each([
    ['without a seal', 'unsealed', () => frame()],
    [
      'sealed with a key that nobody has',
      'forged',
      (reply: string) => sealedWith(newKey(), 'rpc.bench').of(frame(), reply),
    ],
    [
      'sealed with the key of another service',
      'forged',
      (reply: string) => sealedWith(keys.other, 'rpc.bench').of(frame(), reply),
    ],
    [
      'sealed for another subject',
      'forged',
      (reply: string) => sealedWith(keys.bench, 'slow.bench').of(frame(), reply),
    ],
    [
      'sealed for the answers of another',
      'forged',
      () => sealedWith(keys.bench, 'rpc.bench').of(frame(), '_INBOX_gateway.another.1'),
    ],
    [
      'of which a byte was altered',
      'forged',
      (reply: string) => {
        const altered = sealedWith(keys.bench, 'rpc.bench').of(frame(), reply);
        altered[altered.length - 10] = 0x20;
        return altered;
      },
    ],
    [
      'sealed 61 seconds ago',
      'stale',
      (reply: string) => sealedWith(keys.bench, 'rpc.bench', 61_000).of(frame(), reply),
    ],
    [
      'sealed 61 seconds from now',
      'stale',
      (reply: string) => sealedWith(keys.bench, 'rpc.bench', -61_000).of(frame(), reply),
    ],
  ])('does nothing of a frame %s, and says so at once', async (_what, fault, frameFor) => {
    const before = await refusals(fault);
    const answer = await send('rpc.bench', frameFor);
    expect(answer.headers?.code).toBe(503);
    expect(answer.data).toHaveLength(0);
    expect(done).toEqual([]);
    expect(await refusals(fault)).toBe(before + 1);
  });

  it('does nothing of a frame that another service got, though it calls one of its own subjects', async () => {
    const reply = `${createInbox('_INBOX_gateway')}.1`;
    const heard = sealedWith(keys.bench, 'rpc.bench').of(frame(elsewhere.subject), reply);
    const answer = await send('rpc.other', () => heard, reply);
    expect(answer.headers?.code).toBe(503);
    expect(done).toEqual([]);
  });

  it('does nothing of a frame that a stream passes on to it', async () => {
    // A user who may create a consumer chooses its delivery subject, without being allowed to publish there.
    const manager = await jetstreamManager(nats);
    await manager.streams.add({ name: 'relay', subjects: ['push.relay'], storage: 'memory' });
    const consumer = { deliver_subject: 'rpc.bench', deliver_group: 'bench', ack_policy: 'none' } as const;
    await manager.consumers.add('relay', { ...consumer, durable_name: 'relay' });
    const before = await refusals('unsealed');
    await jetstream(nats).publish('push.relay', frame());
    await eventually(async () => expect(await refusals('unsealed')).toBe(before + 1));
    expect(done).toEqual([]);
    await manager.streams.delete('relay');
  });

  it('answers a refusal to an inbox alone, as whoever forges a frame chooses where the answer goes', async () => {
    const heard: string[] = [];
    const everything = nats.subscribe('evt.>', {
      callback: (_error, { subject }) => void heard.push(subject),
    });
    await nats.flush();
    nats.publish('rpc.bench', frame(), { reply: 'evt.bench.thing.changed.v1' });
    // A reply to this one arrives after any reply to the other would have.
    await send('rpc.bench', () => frame());
    await nats.flush();
    everything.unsubscribe();
    expect(heard).toEqual([]);
  });

  it('logs each fault once, with the subject and none of the content', () => {
    const faults = logged
      .filter((line) => line.includes('"fault"'))
      .map((line) => JSON.parse(line) as object);
    expect(faults).toHaveLength(3);
    expect(faults).toEqual(
      expect.arrayContaining(
        ['unsealed', 'forged', 'stale'].map((fault) =>
          expect.objectContaining({ level: 50, subject: 'rpc.bench', fault }),
        ),
      ),
    );
    expect(logged.join()).not.toContain('a secret word');
  });
});

describe('whoever asks with a wrong key', () => {
  it('hears UNAVAILABLE long before the time is up, and nothing was done', async () => {
    const caller = new RpcClient(server.url, { bench: keys.other });
    await caller.onModuleInit();
    const asking = caller.call(contract, { how: 'now' }, { ...call(), deadline: Date.now() + 600_000 });
    await expect(asking).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
    expect(done).toEqual([]);
    await caller.onApplicationShutdown();
  });

  it('cannot ask a service whose key is not known at all', async () => {
    const caller = new RpcClient(server.url, { bench: keys.bench });
    await caller.onModuleInit();
    const asking = caller.call(elsewhere, { how: 'now' }, { ...call(), deadline: Date.now() + 600_000 });
    await expect(asking).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(done).toEqual([]);
    await caller.onApplicationShutdown();
  });
});
