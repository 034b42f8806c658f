import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  authChangedSubject,
  type ResolveSessionRequest,
  type ResolvedSessionView,
  sessionContract,
} from '@gongxiang/contracts/membership/access/session.contract';
import { newId, systemCall } from '@gongxiang/domain';
import { RpcClient, RpcServer } from '@gongxiang/messaging/rpc';
import { continueTrace, createLogger } from '@gongxiang/observability';
import { eventually, startNats } from '@gongxiang/testing';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { ActorDirectory } from './actor-directory.js';

const personId = newId();
const session = { kind: 'session', personId, sessionId: newId(), endsAt: 0 } as const;
const rpcKey = randomBytes(32).toString('base64');
const key = { kind: 'apiKey', hash: 'f'.repeat(64) } as const;
const call = (leftMs = 60_000) => ({
  ...systemCall(continueTrace(undefined)),
  deadline: Date.now() + leftMs,
});

let nats: NatsConnection;
let rpc: RpcClient;
let directory: ActorDirectory;
let stop: () => Promise<void>;
/** The reply of the fake membership service. */
let answer: (request: ResolveSessionRequest) => Promise<ResolvedSessionView>;
let asked = 0;

/** Unavailable: it does not reply at all. */
const neverAnswered = (): Promise<never> => new Promise(() => undefined);

const living = (version: number): ResolvedSessionView => ({
  active: true,
  actor: { personId, unionId: null, unionPath: null, roles: [], version },
  scopes: ['read'],
});

beforeAll(async () => {
  const storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  const server = await startNats({ storeDirectory });
  nats = await connect({ servers: server.url });
  rpc = new RpcClient(server.url, { membership: rpcKey });
  await rpc.onModuleInit();
  const logger = createLogger({ service: 'membership', level: 'silent' });
  const membership = new RpcServer({ service: 'membership', natsUrl: server.url, key: rpcKey, logger });
  const handle = (request: object): Promise<ResolvedSessionView> => {
    asked += 1;
    return answer(request as ResolveSessionRequest).catch(neverAnswered);
  };
  await membership.listen([{ contract: sessionContract.resolve, handle }]);
  stop = async () => {
    await rpc.onApplicationShutdown();
    // Not closed gracefully, as that would wait for calls that are never answered.
    await membership.connection?.close();
    await nats.close();
    await server.stop();
    rmSync(storeDirectory, { recursive: true, force: true });
  };
});
afterAll(() => stop());

beforeEach(() => {
  asked = 0;
  answer = async () => living(1);
  directory = new ActorDirectory(rpc, nats);
  directory.onModuleInit();
});

async function publishAuthChanged(whose: string | null = personId): Promise<void> {
  nats.publish(authChangedSubject, JSON.stringify({ personId: whose }));
  await nats.flush();
}

describe('who asks', () => {
  it('is asked of membership once, until something changes or roles are wanted afresh', async () => {
    await directory.resolve(session, false, call());
    await directory.resolve(session, false, call());
    expect(asked).toBe(1);
    await directory.resolve(session, true, call());
    expect(asked).toBe(2);
    await publishAuthChanged();
    await eventually(async () => {
      await directory.resolve(session, false, call());
      expect(asked).toBe(3);
    });
  });

  it('is asked anew of everybody once what roles reach is another', async () => {
    await directory.resolve(session, false, call());
    await publishAuthChanged(null);
    await eventually(async () => {
      await directory.resolve(session, false, call());
      expect(asked).toBe(2);
    });
  });

  it('is not remembered of a key whose revocation overtook the answer', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    answer = async () => {
      await held;
      return living(1);
    };
    const early = directory.resolve(key, false, call());
    await eventually(() => expect(asked).toBe(1));
    await publishAuthChanged();
    answer = async () => ({ active: false, actor: null, scopes: [] });
    release();
    await early;
    expect(await directory.resolve(key, false, call())).toBeNull();
  });

  it('stays known for its half minute, though membership did not answer when it was asked afresh', async () => {
    await directory.resolve(session, false, call());
    answer = () => Promise.reject(new Error('away'));
    await expect(directory.resolve(session, true, call(500))).rejects.toMatchObject({ code: 'TIME_UP' });
    expect((await directory.resolve(session, false, call()))?.actor.version).toBe(1);
  });

  it('is asked anew by whoever comes when a question seems lost, and by nobody sooner', async () => {
    answer = () => Promise.reject(new Error('away'));
    const lost = [directory.resolve(session, false, call(2_000)), directory.resolve(session, false, call())];
    const ends = Promise.allSettled(lost);
    await eventually(() => expect(asked).toBe(1));
    answer = async () => living(2);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await directory.resolve(session, false, call()))?.actor.version).toBe(2);
    expect(asked).toBe(2);
    expect((await directory.resolve(session, false, call()))?.actor.version).toBe(2);
    expect(asked).toBe(2);
    // The two concurrent callers shared one lookup, and both time out.
    for (const end of await ends) expect(end).toMatchObject({ reason: { code: 'TIME_UP' } });
  });

  it('is asked anew two seconds after a refusal, as who has just got their account back was no stranger', async () => {
    answer = async () => ({ active: false, actor: null, scopes: [] });
    expect(await directory.resolve(session, false, call())).toBeNull();
    expect(await directory.resolve(session, false, call())).toBeNull();
    expect(asked).toBe(1);
    answer = async () => living(1);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await directory.resolve(session, false, call()))?.actor.version).toBe(1);
  });

  it('is not the session’s person where a token names another, though the answer about the former is remembered', async () => {
    // As in membership: a session belongs to one person.
    const stranger = { ...session, personId: newId() };
    answer = async (request) =>
      request.personId === personId ? living(1) : { active: false, actor: null, scopes: [] };
    expect((await directory.resolve(session, false, call()))?.actor.personId).toBe(personId);
    expect(await directory.resolve(stranger, false, call())).toBeNull();
    expect(await directory.resolve(stranger, false, call())).toBeNull();
    // Nor is the stranger's answer cached for the person.
    expect((await directory.resolve(session, false, call()))?.actor.personId).toBe(personId);
    expect(asked).toBe(2);
  });

  it('is known of a key only once it was found alive', async () => {
    expect(directory.ownerOfKey(key.hash)).toBeNull();
    answer = async () => ({ active: false, actor: null, scopes: [] });
    await directory.resolve(key, false, call());
    expect(directory.ownerOfKey(key.hash)).toBeNull();
    answer = async () => living(1);
    await directory.resolve(key, true, call());
    expect(directory.ownerOfKey(key.hash)).not.toBeNull();
  });
});
