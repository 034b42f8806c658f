import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileStore, openStore, storeOn, uploads } from '@gongxiang/messaging/files';
import { provision } from '@gongxiang/messaging/provision';
import { natsOptions } from '@gongxiang/messaging/rpc';
import { bootstrapDatabase } from '@gongxiang/persistence';
import { type RunningServer, startNats, startPostgres } from '@gongxiang/testing/servers';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import { checkDatabase, ensureDatabase, rolePasswords } from './database.js';
import { readManifest } from '../nats/files.js';
import { keepProvided } from '../nats/keep-provided.js';
import { platformAccount, storeUserOf } from '../nats/users.js';
import { adoptEarlierStore, natsEnvironmentOf } from './nats-store.js';
import { pathsOf } from './paths.js';
import { rootAbove } from '../root.js';
import { loadSecrets, type Secrets } from './secrets.js';

const root = rootAbove(fileURLToPath(import.meta.url));
const natsConfig = pathsOf(root).natsConfig;
let directory: string;
let secrets: Secrets;
let postgres: RunningServer;
let nats: RunningServer;
let databaseUrl: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-permissions-'));
  chmodSync(directory, 0o755);
  secrets = loadSecrets(join(directory, 'secrets.json'));
  [postgres, nats] = await Promise.all([
    startPostgres({ dataDirectory: join(directory, 'postgres'), fast: true }),
    startNats({
      storeDirectory: join(directory, 'nats'),
      configFile: natsConfig,
      env: natsEnvironmentOf(secrets),
    }),
  ]);
  databaseUrl = await ensureDatabase(postgres.url);
  await bootstrapDatabase(databaseUrl, rolePasswords(secrets));
  await asRole('membership_owner', 'create table person (id int primary key, name text)');
});

afterAll(async () => {
  await Promise.all([postgres.stop(), nats.stop()]);
  rmSync(directory, { recursive: true, force: true });
});

describe('roles of the database', () => {
  it('may be made again at every start', async () => {
    await bootstrapDatabase(await ensureDatabase(postgres.url), rolePasswords(secrets));
    await expect(checkDatabase(databaseUrl)).resolves.toBeUndefined();
  });

  it('let a service read and write the rows of its own schema', async () => {
    await asRole('membership', "insert into person values (1, '张三')");
    await asRole('membership', "update person set name = '李四' where id = 1");
    expect(await asRole('membership', 'delete from person returning name')).toEqual([{ name: '李四' }]);
  });

  it.each([
    ['sharing', 'select * from membership.person'],
    ['sharing_owner', 'select * from membership.person'],
    ['sharing', 'create table sharing.own (id int)'],
    ['sharing', 'create table public.own (id int)'],
    ['sharing_owner', 'create table public.own (id int)'],
    ['membership', 'alter table person add column more text'],
    ['membership', 'drop table person'],
    ['membership', 'truncate person'],
    ['evaluation', 'set role membership'],
    ['evaluation', 'create role more'],
  ])('refuse %s to %s', async (role, sql) => {
    await expect(asRole(role, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('find what is in public: operators of btree_gist and pg_trgm', async () => {
    expect(await asRole('sharing', "select similarity('工会活动', '工会活动') as same")).toEqual([
      { same: 1 },
    ]);
  });

  it.each([
    ['mysql://x', /is not of the form postgres:/],
    [
      'postgres://nobody:wrong@127.0.0.1:1/x',
      /DATABASE_URL \(127\.0\.0\.1:1\) cannot be used: .*correct it, or unset it/,
    ],
  ])('say in one sentence why %s cannot be used', async (url, sentence) => {
    await expect(checkDatabase(url)).rejects.toThrow(sentence);
  });
});

describe('users of NATS', () => {
  it('let the gateway ask and the owner answer, in its queue group', async () => {
    await withUsers(['gateway', 'sharing'], async ([gateway, sharing]) => {
      for (const subject of ['rpc.sharing', 'slow.sharing']) {
        sharing.subscribe(subject, {
          queue: 'sharing',
          callback: (_error, message) => void message.respond('pong'),
        });
        await sharing.flush();
        const answer = await gateway.request(subject, 'ping', { timeout: 20_000 });
        expect(answer.string()).toBe('pong');
      }
    });
  });

  it('let the gateway hear hints and revocations', async () => {
    await withUsers(['gateway', 'membership'], async ([gateway, membership]) => {
      const heard: string[] = [];
      for (const subject of ['auth.changed', 'push.>']) {
        gateway.subscribe(subject, { callback: (_error, message) => void heard.push(message.subject) });
      }
      await gateway.flush();
      membership.publish('auth.changed');
      membership.publish('push.person-1');
      await membership.flush();
      await gateway.flush();
      expect(heard.sort()).toEqual(['auth.changed', 'push.person-1']);
    });
  });

  it('let the administrator provision any number of times, and each service find its consumers', async () => {
    const url = new URL(nats.url);
    [url.username, url.password] = ['admin', secrets.natsPasswords['admin'] ?? ''];
    for (let times = 0; times < 2; times += 1) {
      const provided = await keepProvided(url.href, root, {}, () => undefined);
      await provided.stop();
    }
    for (const { service, stream, name } of readManifest(root).consumers)
      await withUsers([storeUserOf(service)], async ([user]) => {
        const answer = await user.request(`STORE.CONSUMER.INFO.${stream}.${name}`, '', { timeout: 20_000 });
        expect(answer.json()).toMatchObject({
          name,
          type: 'io.nats.jetstream.api.v1.consumer_info_response',
        });
      });
  });

  it.each([
    ['sharing', 'rpc.membership'],
    ['sharing', 'rpc.sharing'],
    ['sharing', 'slow.settlement'],
    ['sharing', 'evt.membership.person.ended.v1'],
    ['sharing', 'evt.sharing.activity.published.v1'],
    ['sharing', 'STORE.DIRECT.GET.OBJ_files'],
    ['sharing', 'auth.changed'],
    ['sharing', '_INBOX_membership.abc'],
    ['sharing', '$JS.API.INFO'],
    ['sharing', '$JS.API.STREAM.DELETE.EVENTS'],
    ['gateway', 'evt.sharing.activity.published.v1'],
    ['gateway', 'auth.changed'],
  ] as const)('refuse %s to publish %s', async (name, subject) => {
    await withUsers([name], async ([user]) => {
      const refusal = nextError(user);
      user.publish(subject, 'x');
      await user.flush();
      expect(await refusal).toMatch(/permissions violation for publish/i);
    });
  });

  it.each([
    ['sharing', 'rpc.membership', 'sharing'],
    ['sharing', 'rpc.sharing', undefined],
    ['sharing', 'slow.sharing', 'membership'],
    ['sharing', '_INBOX_gateway.>', undefined],
    ['sharing', '>', undefined],
    ['gateway', 'rpc.membership', undefined],
  ] as const)('refuse %s to listen to %s in the group %s', async (name, subject, queue) => {
    await withUsers([name], async ([user]) => {
      const refused = new Promise((resolve) => {
        user.subscribe(subject, { queue, callback: (error) => resolve(error?.message) });
      });
      expect(await refused).toMatch(/permissions violation for subscription/i);
    });
  });
});

describe('the store of an earlier release, without accounts', () => {
  it('is found by this one, with the files in it', async () => {
    const store = join(directory, 'earlier');
    const earlier = await startNats({ storeDirectory: store });
    const before = await connect({ servers: earlier.url });
    await provision(before, readManifest(root));
    const content = Readable.from(['%PDF-1.4 a receipt']);
    const options = { bytesMax: 100, types: ['application/pdf'], ownerId: 'somebody' };
    const { key } = await new FileStore(storeOn(before), uploads).put(content, options);
    await before.close();
    await earlier.stop();
    adoptEarlierStore(store);
    const env = natsEnvironmentOf(secrets);
    const now = await startNats({ storeDirectory: store, configFile: natsConfig, env });
    const url = new URL(now.url);
    [url.username, url.password] = ['admin', secrets.natsPasswords['admin'] ?? ''];
    await (await keepProvided(url.href, root, {}, () => undefined)).stop();
    url.username = storeUserOf('gateway');
    url.password = secrets.natsPasswords['gateway'] ?? '';
    const user = await connect(natsOptions(url.href, 'gateway'));
    const found = await new FileStore(await openStore(url.href, 'gateway', user), uploads).get(
      key,
      'somebody',
    );
    expect(String(Buffer.concat(await found.toArray()))).toBe('%PDF-1.4 a receipt');
    await user.close();
    await now.stop();
    expect(existsSync(join(store, 'jetstream', platformAccount))).toBe(true);
  });
});

async function asRole(role: string, sql: string): Promise<readonly unknown[]> {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = secrets.databasePasswords[role] ?? '';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

type Connections = readonly [NatsConnection, NatsConnection];

async function withUsers(
  names: readonly string[],
  use: (users: Connections) => Promise<void>,
): Promise<void> {
  const users = await Promise.all(
    names.map((user) =>
      connect({
        servers: nats.url,
        user,
        pass: secrets.natsPasswords[user.replace('-store', '')],
        inboxPrefix: `_INBOX_${user}`,
      }),
    ),
  );
  try {
    await use(users as unknown as Connections);
  } finally {
    await Promise.all(users.map((user) => user.close()));
  }
}

/** The server refuses a publication asynchronously, as a status of the connection. */
async function nextError(user: NatsConnection): Promise<string> {
  for await (const status of user.status()) {
    if (status.type === 'error') {
      return status.error.message;
    }
  }
  return 'the connection was closed';
}
