import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Contract, type EventContract, ownerOf, versionIn } from '@gongxiang/contracts/core/contract';
import {
  type Actor,
  type CallContext,
  DomainError,
  newId,
  type Role,
  type RoleName,
} from '@gongxiang/domain';
import type { Envelope } from '@gongxiang/messaging/events';
import { type Store, storeOn } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { manifestOf, provision } from '@gongxiang/messaging/provision';
import { EventRuntime, serve, type ServedConfig, withFoundation } from '@gongxiang/messaging/service';
import { continueTrace, DataKeyConfig } from '@gongxiang/observability';
import { bootstrapDatabase, createDataSource, migrate } from '@gongxiang/persistence';
import { DataSource, type MigrationInterface } from 'typeorm';
import { FakeClock } from './fake-clock.js';
import { startNats } from './servers/nats-server.js';
import { suiteDatabase } from './suite-database.js';

export interface FixtureOptions {
  readonly name: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The service's root module for a configuration, e.g. `(config, clock) => SharingModule.with(config, clock)`. */
  readonly module: (config: ServedConfig, clock: FakeClock) => object;
  /** Replicas of the service, behind one queue group. */
  readonly replicas?: number;
  /** Configuration beyond the addresses, e.g. keys. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** The administrator's URL of the suite's own PostgreSQL, e.g. one with a standby. */
  readonly postgresUrl?: string;
}

/** A real service on a real database and a real NATS, with helpers to talk to it. */
export interface ServiceFixture {
  readonly clock: FakeClock;
  readonly dataSource: DataSource;
  /** The first replica. */
  readonly app: NestFastifyApplication;
  readonly replicas: readonly NestFastifyApplication[];
  readonly nats: NatsConnection;
  /** The NATS connection for events and files. */
  readonly store: Store;
  /**
   * Sends a request as an actor, and returns the view. Commands get a fresh idempotency key unless one is given;
   * decisions are sent with the current version unless the test states the version seen.
   */
  ask<Req, Res>(
    contract: Contract<Req, Res>,
    request: Req,
    actor: Actor | null,
    call?: Partial<CallContext>,
  ): Promise<Res>;
  /** Like {@link ask}, with the whole outcome. */
  send<Req, Res>(
    contract: Contract<Req, Res>,
    request: Req,
    actor: Actor | null,
    call?: Partial<CallContext>,
  ): Promise<Outcome<Res>>;
  /** Publishes an event as another service would. */
  emit<Data>(contract: EventContract<Data>, data: Data, id?: string): Promise<void>;
  /** The events that the service has recorded, oldest first, of one contract. */
  recorded<Data>(contract: EventContract<Data>): Promise<Data[]>;
  stop(): Promise<void>;
}

/** The password of every role in every suite: roles belong to the server, which the suites of a run share. */
export const testPassword = 'a password for tests only';
/**
 * Long enough for the largest rush of the tests on a busy machine; refusals arrive at once, so nobody waits in vain.
 */
const answerWithinMs = 100_000;
const neverSeen = -1;

export async function startService(options: FixtureOptions): Promise<ServiceFixture> {
  const { name } = options;
  const database = await suiteDatabase(name, (adminUrl) => prepare(adminUrl, options), options.postgresUrl);
  const natsServer = await natsForSuite();
  const nats = await connect({ servers: natsServer.url });
  const clock = new FakeClock();
  const rpcKey = randomBytes(32).toString('base64');
  const config = Object.assign(new DataKeyConfig(), {
    databaseUrl: database.urlAs(name, testPassword),
    natsUrl: natsServer.url,
    rpcKey,
    dataKey: randomBytes(32).toString('base64'),
    port: 0,
    logLevel: process.env['LOG_LEVEL'] ?? 'error',
    ...options.config,
  });
  const apps: NestFastifyApplication[] = [];
  for (let replica = 0; replica < (options.replicas ?? 1); replica += 1) {
    apps.push(await serve(name, options.module(config, clock), config));
  }
  const app = apps[0];
  if (app === undefined) throw new Error('a service needs at least one replica');
  await provideFor(app, name, nats);
  // The other one belongs to a service that never runs.
  const client = new RpcClient(natsServer.url, { [name]: rpcKey, nobody: rpcKey });
  await client.onModuleInit();
  const dataSource = app.get(DataSource);
  return {
    clock,
    app,
    replicas: apps,
    nats,
    store: storeOn(nats),
    dataSource,
    ask: async (contract, request, actor, call) => {
      const context = contextOf(contract, actor, {
        ...(await seenBy(client, contract, request, actor)),
        ...call,
      });
      return (await client.call(contract, request, context)).body;
    },
    send: async (contract, request, actor, call) => {
      const context = contextOf(contract, actor, {
        ...(await seenBy(client, contract, request, actor)),
        ...call,
      });
      const { body, existing, replayed } = await client.call(contract, request, context);
      return { body, existing, replayed };
    },
    emit: (contract, data, id) => emit(nats, contract, data, id),
    recorded: (contract) => recorded(dataSource, contract),
    stop: async () => {
      await client.onApplicationShutdown();
      await Promise.all(apps.map((one) => one.close()));
      await nats.close();
      await natsServer.stop();
      await database.drop();
    },
  };
}

/** Provisions NATS like a deployment's administrator, for the tested service and those that it consumes from. */
async function provideFor(app: NestFastifyApplication, name: string, nats: NatsConnection): Promise<void> {
  const consumers = app.get(EventRuntime).plannedConsumers();
  const owners = consumers.flatMap(({ subjects }) => subjects.map(ownerOf));
  await provision(nats, manifestOf([...new Set([name, ...owners])], consumers));
}

/**
 * The suite's own server, or the one that `npm run test:containers` assigns to one suite after another: emptied
 * first.
 */
async function natsForSuite(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const given = process.env['GONGXIANG_TEST_NATS_URL'];
  if (given) {
    await removeStreams(given);
    return { url: given, stop: async () => undefined };
  }
  const storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  const server = await startNats({ storeDirectory, config: 'max_payload: 8MB\n' });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(storeDirectory, { recursive: true, force: true });
    },
  };
}

async function removeStreams(url: string): Promise<void> {
  const nats = await connect({ servers: url });
  const { streams } = await jetstreamManager(nats);
  for await (const name of streams.names()) await streams.delete(name);
  await nats.close();
}

async function prepare(adminUrl: string, options: FixtureOptions): Promise<void> {
  const { name } = options;
  await bootstrapDatabase(adminUrl, { [name]: { owner: testPassword, service: testPassword } });
  const url = new URL(adminUrl);
  url.username = `${name}_owner`;
  url.password = testPassword;
  const dataSource = createDataSource({
    url: url.toString(),
    schema: name,
    entities: [],
    migrations: withFoundation(options.migrations),
  });
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

/**
 * The version that an actor sees now; an impossible one if they may not see the resource, so that another rule
 * refuses them.
 */
async function seenBy(
  client: RpcClient,
  { shownBy }: Contract<unknown, unknown>,
  request: unknown,
  actor: Actor | null,
): Promise<Partial<CallContext>> {
  if (shownBy === undefined) return {};
  try {
    const { body } = await client.call(shownBy, request, contextOf(shownBy, actor));
    return { ifMatch: versionIn(body, Object.values(request as object)) ?? neverSeen };
  } catch (error) {
    if (error instanceof DomainError) return { ifMatch: neverSeen };
    throw error;
  }
}

function contextOf(
  contract: Contract<unknown, unknown>,
  actor: Actor | null,
  call: Partial<CallContext> = {},
): CallContext {
  return {
    actor,
    idempotencyKey: contract.kind === 'command' ? newId() : null,
    locale: 'zh-CN',
    traceparent: continueTrace(undefined),
    deadline: Date.now() + answerWithinMs,
    ifMatch: null,
    from: '127.0.0.1',
    ...call,
  };
}

async function emit<Data>(
  nats: NatsConnection,
  contract: EventContract<Data>,
  data: Data,
  id: string = newId(),
): Promise<void> {
  const envelope: Envelope<Data> = {
    specversion: '1.0',
    id,
    source: `gongxiang/${ownerOf(contract.subject)}`,
    type: contract.subject.replace(/^evt\./, ''),
    subject: id,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    traceparent: continueTrace(undefined),
    actor: null,
    data,
  };
  await jetstream(nats).publish(contract.subject, JSON.stringify(envelope));
}

async function recorded<Data>(dataSource: DataSource, contract: EventContract<Data>): Promise<Data[]> {
  const rows: { envelope: Envelope<Data> }[] = await dataSource.query(
    'SELECT envelope FROM outbox WHERE subject = $1 ORDER BY position',
    [contract.subject],
  );
  return rows.map((row) => row.envelope.data);
}

/** An actor for a test: a member of a union, with roles given as `[role, unionId, path]`. */
export function actorWith(
  options: {
    personId?: string;
    unionId?: string;
    unionPath?: string;
    roles?: readonly (readonly [role: RoleName, unionId: string, path: string])[];
  } = {},
): Actor {
  const roles: Role[] = (options.roles ?? []).map(([role, unionId, path]) => ({ role, unionId, path }));
  return {
    personId: options.personId ?? newId(),
    unionId: options.unionId ?? null,
    unionPath: options.unionPath ?? null,
    roles,
    version: 1,
  };
}
