import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  authChangedSubject,
  type ResolvedSessionView,
  type ResolveSessionRequest,
  sessionContract,
} from '@gongxiang/contracts/membership/access/session.contract';
import { newId } from '@gongxiang/domain';
import { RpcClient, RpcServer } from '@gongxiang/messaging/rpc';
import { createLogger, createMetrics, NestLogger } from '@gongxiang/observability';
import { eventually, freePort, startNats } from '@gongxiang/testing';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createSigner } from 'fast-jwt';
import { CONFIG, LOGGER, NATS } from '../config/tokens.js';
import { ActorDirectory } from '../http/actor-directory.js';
import { AuthenticationGuard } from '../http/authentication-guard.js';
import { installEdgeHooks } from '../http/edge-hooks.js';
import { ProblemFilter } from '../http/problem-filter.js';
import { EventsController } from './events.controller.js';

const jwtSecret = 'a secret of at least thirty-two characters';
const sign = createSigner({ key: jwtSecret, algorithm: 'HS256' });
const rpcKey = randomBytes(32).toString('base64');
const logger = createLogger({ service: 'gateway', level: 'silent' });
const perPersonMax = 20;

let nats: NatsConnection;
let natsUrl: string;
let app: NestFastifyApplication;
let server: Server;
let url: string;
let monitorUrl: string;
let stop: () => Promise<void>;
/** Membership replies once this is resolved. */
let held: Promise<void>;
let asked = 0;

async function answer({ personId }: ResolveSessionRequest): Promise<ResolvedSessionView> {
  asked += 1;
  await held;
  const actor = { personId: personId ?? '', unionId: null, unionPath: null, roles: [], version: 1 };
  return { active: true, actor, scopes: [] };
}

beforeAll(async () => {
  const storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  const monitorPort = await freePort();
  monitorUrl = `http://127.0.0.1:${monitorPort}`;
  const natsServer = await startNats({ storeDirectory, config: `http: "127.0.0.1:${monitorPort}"` });
  nats = await connect({ servers: natsServer.url });
  natsUrl = natsServer.url;
  const membership = new RpcServer({ service: 'membership', natsUrl: natsServer.url, key: rpcKey, logger });
  const handle = (request: object): Promise<ResolvedSessionView> => answer(request as ResolveSessionRequest);
  await membership.listen([{ contract: sessionContract.resolve, handle }]);
  stop = async () => {
    await membership.connection?.close();
    await nats.close();
    await natsServer.stop();
    rmSync(storeDirectory, { recursive: true, force: true });
  };
  app = await serve();
  server = app.getHttpServer();
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
});
afterAll(async () => {
  await app?.close();
  await stop?.();
});

beforeEach(() => {
  held = Promise.resolve();
  asked = 0;
});

/** The stream's controller behind the gateway's own guard, filter and hooks. */
async function serve(): Promise<NestFastifyApplication> {
  @Module({
    controllers: [EventsController],
    providers: [
      { provide: NATS, useValue: nats },
      { provide: RpcClient, useFactory: () => new RpcClient(natsUrl, { membership: rpcKey }) },
      { provide: CONFIG, useValue: { requestTimeoutMs: 60_000 } },
      { provide: LOGGER, useValue: logger },
      ActorDirectory,
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_GUARD, useClass: AuthenticationGuard },
    ],
  })
  class Edge {}
  const adapter = new FastifyAdapter();
  const edge = await NestFactory.create<NestFastifyApplication>(Edge, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const metrics = createMetrics('gateway');
  installEdgeHooks(adapter.getInstance() as never, { jwtSecret, publicUrl: null, logger, metrics });
  await edge.listen(0, '127.0.0.1');
  return edge;
}

/** An access token of this person. */
const tokenOf = (personId: string, endsAt = Date.now() + 600_000): string =>
  sign({ sub: personId, sid: newId(), exp: Math.ceil(endsAt / 1_000) });

interface Opened {
  readonly response: IncomingMessage;
  readonly ended: Promise<void>;
  readonly text: () => string;
  readonly leave: () => void;
}

/** Resolves once the response has begun. */
function open(personId: string, token = tokenOf(personId), at = url): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const request = get(at, { headers: { authorization: `Bearer ${token}` }, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      const ended = new Promise<void>((done) => response.once('close', done));
      resolve({ response, ended, text: () => text, leave: () => request.destroy() });
    });
    request.on('error', reject);
  });
}

/** Opened, and from now on no hint is missed. */
async function listen(personId: string, token?: string): Promise<Opened> {
  const opened = await open(personId, token);
  expect(opened.response.statusCode).toBe(200);
  await eventually(() => expect(opened.text()).toContain('retry:'));
  return opened;
}

interface Left {
  readonly subscriptions: number;
  readonly timers: number;
  readonly connections: number;
}

/** What the process and NATS hold; `subscriptions` as NATS itself counts them. */
async function holdings(): Promise<Left> {
  const response = await fetch(`${monitorUrl}/subsz`);
  const { num_subscriptions: subscriptions } = (await response.json()) as { num_subscriptions: number };
  const connections = await new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  return { subscriptions, timers, connections };
}

/** Until nothing is left of what has been opened since. Timers of others, such as of pings, come and go. */
async function expectLeft(before: Left): Promise<void> {
  await eventually(async () => {
    const now = await holdings();
    expect([now.subscriptions, now.connections]).toEqual([before.subscriptions, before.connections]);
    expect(now.timers).toBeLessThanOrEqual(before.timers);
  });
}

describe('streams that have ended leave nothing behind', () => {
  const cycles = 15;

  it('whose pages went away, a few hundred of them', async () => {
    const personId = newId();
    (await listen(personId)).leave();
    await eventually(async () => expect((await holdings()).connections).toBe(0));
    const before = await holdings();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const opened = await Promise.all(Array.from({ length: perPersonMax }, () => listen(personId)));
      expect((await holdings()).subscriptions).toBe(before.subscriptions + perPersonMax);
      for (const { leave } of opened) leave();
      await expectLeft(before);
    }
  });

  it('whose pages went away before it was known who asks', async () => {
    const headers = { authorization: `Bearer ${tokenOf(newId())}` };
    const before = await holdings();
    let release = (): void => undefined;
    held = new Promise((resolve) => (release = resolve));
    const early = Array.from({ length: perPersonMax }, () => get(url, { headers, agent: false }));
    for (const request of early) request.on('error', () => undefined); // it is we who go away
    await eventually(() => expect(asked).toBeGreaterThan(0));
    await eventually(async () => expect((await holdings()).connections).toBe(perPersonMax));
    for (const request of early) request.destroy();
    await eventually(async () => expect((await holdings()).connections).toBe(0));
    release();
    (await listen(newId())).leave();
    await expectLeft(before);
  });

  it('whose tokens have ended', async () => {
    const before = await holdings();
    const personId = newId();
    const token = tokenOf(personId, Date.now() + 1_500);
    const opened = await Promise.all(Array.from({ length: perPersonMax }, () => listen(personId, token)));
    await Promise.all(opened.map(({ ended }) => ended));
    await expectLeft(before);
    expect((await open(personId, token)).response.statusCode).toBe(401);
  });

  it('whose person’s sign-in has changed, and nobody else’s', async () => {
    const before = await holdings();
    const [personId, other] = [newId(), newId()];
    const opened = await Promise.all(Array.from({ length: perPersonMax }, () => listen(personId)));
    const calm = await listen(other);
    nats.publish(authChangedSubject, JSON.stringify({ personId }));
    await Promise.all(opened.map(({ ended }) => ended));
    nats.publish(`push.${other}`, JSON.stringify({ resource: 'registration', id: newId(), version: 1 }));
    await eventually(() => expect(calm.text()).toContain('event: hint'));
    calm.leave();
    await expectLeft(before);
  });

  it('whose page keeps the line and reads nothing', async () => {
    const before = await holdings();
    const personId = newId();
    const deaf = await openDeaf(tokenOf(personId));
    await eventually(async () => expect((await holdings()).subscriptions).toBe(before.subscriptions + 1));
    // Piece by piece until nothing more goes into the buffers of the kernel, some megabytes.
    await eventually(async () => {
      nats.publish(`push.${personId}`, 'x'.repeat(50_000));
      await expect(holdings()).resolves.toMatchObject({ subscriptions: before.subscriptions });
    });
    await expectLeft(before);
    deaf.destroy();
  });
});

describe('a person', () => {
  it('has twenty streams at most, is told when to come again, and has room again when one is closed', async () => {
    const before = await holdings();
    const personId = newId();
    const opened = await Promise.all(Array.from({ length: perPersonMax }, () => listen(personId)));
    const refused = await open(personId);
    await refused.ended;
    const { code } = JSON.parse(refused.text()) as { code: string };
    expect([refused.response.statusCode, code]).toEqual([429, 'STREAMS_TOO_MANY']);
    expect(refused.response.headers['retry-after']).toBe('60');
    (await listen(newId())).leave();
    opened.pop()?.leave();
    await eventually(async () => opened.push(await listen(personId)));
    for (const { leave } of opened) leave();
    await expectLeft(before);
  });
});

describe('a gateway that is asked to end', () => {
  it('ends all streams, and opens no other while it ends', async () => {
    const other = await serve();
    const at = `http://127.0.0.1:${(other.getHttpServer().address() as AddressInfo).port}/events`;
    const personId = newId();
    const opened = await Promise.all(Array.from({ length: 3 }, () => open(personId, tokenOf(personId), at)));
    await eventually(() => expect(opened.every(({ text }) => text().includes('retry:'))).toBe(true));
    other.get(EventsController).beforeApplicationShutdown();
    await Promise.all(opened.map(({ ended }) => ended));
    const late = await open(personId, tokenOf(personId), at);
    expect([late.response.statusCode, late.response.headers['retry-after']]).toEqual([503, '30']);
    await other.close();
  });
});

/** A page whose browser has stopped it: its line is there, and nobody reads. */
async function openDeaf(token: string): Promise<Socket> {
  const { hostname, port, pathname } = new URL(url);
  const socket = dial(Number(port), hostname);
  socket.on('error', () => undefined); // the gateway cuts the line
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.pause();
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  return socket;
}
