import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { command, type Contract, query } from '@gongxiang/contracts/core/contract';
import { type CallContext, systemCall } from '@gongxiang/domain';
import { continueTrace, createLogger } from '@gongxiang/observability';
import { eventually, type RunningServer, startNats } from '@gongxiang/testing';
import { AskRequest, AskView } from '../fixture/bench.fixture.js';
import { RpcClient, RpcServer } from './index.js';

const contract = query('bench.thing.wait', AskRequest, AskView);
const write = command('bench.thing.write', AskRequest, AskView);
const key = randomBytes(32).toString('base64');
const answerWithinMs = 25_000;
const shortlyMs = 500;
const almostStaleMs = 900;
let storeDirectory: string;
let server: RunningServer;
let caller: RpcClient;

beforeAll(async () => {
  storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  server = await startNats({ storeDirectory });
  caller = new RpcClient(server.url, { bench: key });
  await caller.onModuleInit();
});

afterAll(async () => {
  await caller?.onApplicationShutdown();
  await server?.stop();
  rmSync(storeDirectory, { recursive: true, force: true });
});

function serverAt(natsUrl: string): RpcServer {
  const logger = createLogger({ service: 'bench', level: 'silent' });
  return new RpcServer({ service: 'bench', natsUrl, key, logger });
}

/** A replica of a service that replies with its name, each time the test lets it. */
async function startCopy(
  name: string,
  gate: Promise<void>,
): Promise<{
  begun(): number;
  connection(): NatsConnection | null;
  close(): Promise<void>;
  die(): Promise<void>;
}> {
  let begun = 0;
  const copy = serverAt(server.url);
  const handle = async () => {
    begun += 1;
    await gate;
    return name;
  };
  const done = async () => ({ body: await handle(), existing: false, replayed: false });
  await copy.listen([
    { contract, handle },
    { contract: write, handle: done },
  ]);
  // As the kernel closes the connections of a killed process.
  const die = async (): Promise<void> => copy.connection?.close();
  return { begun: () => begun, connection: () => copy.connection, close: () => copy.close(), die };
}

async function ask(
  withinMs = answerWithinMs,
  asked: Contract<AskRequest, AskView> = contract,
  from = caller,
): Promise<unknown> {
  const call: CallContext = {
    ...systemCall(continueTrace(undefined)),
    deadline: Date.now() + withinMs,
  };
  const { body } = await from.call(asked, { how: 'now' }, call);
  return body;
}

describe('a copy of a service that is asked to end', () => {
  it('answers what has come, leaves to the others what comes, and ends then', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = await startCopy('first', gate);
    const answers = Promise.all(Array.from({ length: 50 }, () => ask()));
    await eventually(() => expect(first.begun()).toBe(50));
    const second = await startCopy('second', Promise.resolve());
    // Some of these are on their way to the first replica when it stops listening.
    const onTheWay = Array.from({ length: 50 }, () => ask());
    let hasEnded = false;
    const ended = first.close().then(() => (hasEnded = true));
    // A call that the first replica still receives gets no reply before the gate is open.
    await eventually(async () => expect(await ask(shortlyMs)).toBe('second'));
    expect(hasEnded).toBe(false);
    open();
    expect(await answers).toEqual(Array.from({ length: 50 }, () => 'first'));
    for (const name of await Promise.all(onTheWay)) expect(['first', 'second']).toContain(name);
    await ended;
    await second.close();
  });

  it('ends though its server is gone', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
    const own = await startNats({ storeDirectory: directory });
    const copy = serverAt(own.url);
    await copy.listen([{ contract, handle: async () => 'never' }]);
    await own.stop();
    await copy.close();
    rmSync(directory, { recursive: true, force: true });
  });
});

describe('a request whose answer no message holds', () => {
  it('is refused in words, with the server as small as it comes; the service goes on and answers all others', async () => {
    const copy = serverAt(server.url);
    let size = 2_000_000;
    await copy.listen([{ contract, handle: async () => 'x'.repeat(size) }]);
    await expect(ask()).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
    size = 1_000_000;
    expect(await ask()).toHaveLength(size);
    const mixed = await Promise.allSettled([ask(), ask(), ask()]);
    expect(mixed.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await copy.close();
  });

  it('is refused before it is sent where it is itself too large, and not called an outage', async () => {
    const copy = await startCopy('small', Promise.resolve());
    const call: CallContext = {
      ...systemCall(continueTrace(undefined)),
      deadline: Date.now() + answerWithinMs,
    };
    const large = { how: 'x'.repeat(1_048_576) } as unknown as AskRequest;
    await expect(caller.call(contract, large, call)).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect(copy.begun()).toBe(0);
    expect(await ask()).toBe('small');
    await copy.close();
  });
});

describe('a server that carries larger messages than NATS does by itself', () => {
  it('is asked how large, by both sides', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
    const configFile = join(directory, 'nats.conf');
    writeFileSync(configFile, 'max_payload: 2MB\n');
    const large = await startNats({ storeDirectory: directory, configFile });
    const copy = serverAt(large.url);
    const other = new RpcClient(large.url, { bench: key });
    await other.onModuleInit();
    let size = 1_500_000;
    await copy.listen([{ contract, handle: async () => 'x'.repeat(size) }]);
    expect(await ask(answerWithinMs, contract, other)).toHaveLength(size);
    size = 2_500_000;
    await expect(ask(answerWithinMs, contract, other)).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
    await other.onApplicationShutdown();
    await copy.close();
    await large.stop();
    rmSync(directory, { recursive: true, force: true });
  });
});

describe('an answer that cannot be sent', () => {
  it('costs its caller that call, and the service goes on', async () => {
    const copy = await startCopy('there', Promise.resolve());
    expect(await ask()).toBe('there');
    const connection = copy.connection() as NatsConnection;
    const publish = connection.publish.bind(connection);
    // As the client does where the server carries less than it did before it was started again.
    connection.publish = () => {
      throw new Error('max_payload size exceeded');
    };
    await expect(ask(shortlyMs)).rejects.toMatchObject({ code: 'TIME_UP' });
    connection.publish = publish;
    expect(await ask()).toBe('there');
    await copy.close();
  });
});

describe('a copy of a service that is killed with calls in its hands', () => {
  const forEver = new Promise<void>(() => undefined);
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('costs its readers a moment, as another copy is asked; who wrote is told to ask again; who waits elsewhere goes on waiting', async () => {
    let open: () => void = () => undefined;
    const busy = await startCopy('busy', new Promise<void>((resolve) => (open = resolve)));
    const doomed = await startDoomed();
    const before = busy.begun();
    const [reads, writes]: Promise<unknown>[][] = [[], []];
    for (let n = 0; n < 16; n += 1) {
      // Those sent before have waited long enough to be looked at before the others have: these must not be forgotten.
      if (n === 8) await new Promise((resolve) => setTimeout(resolve, almostStaleMs));
      reads?.push(ask());
      await turn();
      writes?.push(ask(answerWithinMs, write).catch((error: unknown) => error));
      await turn();
    }
    await eventually(() => expect(doomed.begun() + busy.begun() - before).toBe(32));
    const [lost, lostReads] = [doomed.begun(), doomed.reads()];
    expect([lost > 0, lost < 32]).toEqual([true, true]);
    await doomed.die();
    // Its queries go to the living replica; calls that this one holds itself are not sent twice.
    await eventually(() => expect(busy.begun() - before).toBe(32 - lost + lostReads));
    open();
    expect(new Set(await Promise.all(reads ?? []))).toEqual(new Set(['busy']));
    const refused = (await Promise.all(writes ?? [])).filter((one) => one !== 'busy');
    expect(refused).toHaveLength(lost - lostReads);
    for (const one of refused) expect(one).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
    await busy.close();
  });

  /** A replica that replies to one call, so that it is known, and then to none. */
  async function startDoomed() {
    let [begun, reads] = [0, 0];
    let isKnown = false;
    const copy = serverAt(server.url);
    const handle = async (isRead: boolean): Promise<string> => {
      if (!isKnown) return 'known';
      begun += 1;
      if (isRead) reads += 1;
      await forEver;
      return '';
    };
    await copy.listen([
      { contract, handle: () => handle(true) },
      { contract: write, handle: () => handle(false) },
    ]);
    // The other replica may receive some of these, and holds them.
    await eventually(async () => expect(await ask(shortlyMs)).toBe('known'));
    isKnown = true;
    return { begun: () => begun, reads: () => reads, die: async () => copy.connection?.close() };
  }
});
