import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { startNats } from './nats-server.js';
import { freePort, isPortFree } from './ports.js';
import { dataDirectoryFor, removePostgresData, startPostgres } from './postgres-server.js';
import { isAlive, startProcess } from './process.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-servers-'));
  chmodSync(directory, 0o755);
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('PostgreSQL', () => {
  it('starts, answers with the extensions we need, keeps its data, and stops', async () => {
    const dataDirectory = join(directory, 'data');
    const options = { dataDirectory, superuserPassword: 'a password', fast: true };
    const first = await startPostgres(options);
    expect(first.port).toBeLessThan(32_768);
    await query(
      first.url,
      'create extension btree_gist; create extension pg_trgm; create table kept (name text)',
    );
    await query(first.url, "insert into kept values ('张三')");
    expect(await query(first.url, 'select uuidv7()::text as id')).toEqual([
      { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
    expect(await query(first.url, "select show_trgm('工享') <> '{}' as chinese")).toEqual([
      { chinese: true },
    ]);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startPostgres(options);
    expect(await query(second.url, 'select name from kept')).toEqual([{ name: '张三' }]);
    await second.stop();
    removePostgresData(dataDirectory);
    expect(existsSync(dataDirectory)).toBe(false);
  });

  it('writes no value of a row that breaks a constraint into its log', async () => {
    const logFile = join(directory, 'postgres.log');
    const server = await startPostgres({ dataDirectory: join(directory, 'data'), logFile, fast: true });
    await query(server.url, 'create table once (name text unique)');
    await query(server.url, "insert into once values ('张三')");
    // What a statement is bound to is what a service sends: the statement itself is logged, its values are not.
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const again = client.query('insert into once values ($1)', ['张三']);
    await expect(again).rejects.toMatchObject({ detail: expect.stringContaining('张三') });
    await client.end();
    await server.stop();
    const log = readFileSync(logFile, 'utf8');
    expect(log).toContain('once_name_key');
    expect(log).not.toContain('张三');
  });

  it('starts under a directory that only its owner may enter', async () => {
    const closed = join(directory, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const dataDirectory = join(closed, 'data');
    const server = await startPostgres({ dataDirectory, fast: true });
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    const real = dataDirectoryFor(dataDirectory);
    removePostgresData(dataDirectory);
    expect(existsSync(real)).toBe(false);
  });

  it('stops a server that a killed parent left on the same data', async () => {
    const options = { dataDirectory: join(directory, 'data'), superuserPassword: 'x', fast: true };
    const left = await startPostgres(options);
    const next = await startPostgres(options);
    expect(isAlive(left.pid)).toBe(false);
    await next.stop();
  });

  it('says in one sentence that the password is wrong', async () => {
    const dataDirectory = join(directory, 'data');
    await (await startPostgres({ dataDirectory, superuserPassword: 'right', fast: true })).stop();
    await expect(startPostgres({ dataDirectory, superuserPassword: 'wrong', fast: true })).rejects.toThrow(
      /refuses the/,
    );
  });
});

describe('nats-server', () => {
  it('starts with JetStream, keeps its streams, and stops', async () => {
    const storeDirectory = join(directory, 'nats');
    const first = await startNats({ storeDirectory });
    await withConnection(first.url, async (connection) => {
      const manager = await jetstreamManager(connection);
      await manager.streams.add({ name: 'EVENTS', subjects: ['evt.>'] });
      const acknowledgement = await jetstream(connection).publish('evt.a', 'hello');
      expect(acknowledgement.seq).toBe(1);
    });
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startNats({ storeDirectory });
    await withConnection(second.url, async (connection) => {
      const manager = await jetstreamManager(connection);
      expect((await manager.streams.info('EVENTS')).state.messages).toBe(1);
    });
    await second.stop();
  });

  it('takes its users from a configuration', async () => {
    const config = 'authorization { users: [ { user: gateway, password: $SECRET } ] }';
    const server = await startNats({
      storeDirectory: join(directory, 'nats'),
      config,
      env: { SECRET: 'abc' },
    });
    await expect(connect({ servers: server.url, reconnect: false })).rejects.toThrow(/Authorization/i);
    const connection = await connect({ servers: server.url, user: 'gateway', pass: 'abc' });
    await connection.close();
    await server.stop();
  });

  it('says in one sentence what is wrong with a configuration', async () => {
    const starting = startNats({ storeDirectory: join(directory, 'nats'), config: 'nonsense { ' });
    await expect(starting).rejects.toThrow(/nats-server ended while it was starting/);
  });
});

describe('ports and processes', () => {
  it('takes the next port when the preferred one is taken', async () => {
    // From the lower end of the range, as the search begins anew at its upper end.
    const server = await startNats({ storeDirectory: join(directory, 'nats'), port: await freePort(20_000) });
    expect(await isPortFree(server.port)).toBe(false);
    const other = await freePort(server.port);
    expect(other).toBeGreaterThan(server.port);
    expect(await freePort(other, new Set([other]))).toBeGreaterThan(other);
    await server.stop();
  });

  it('ends by force a process that does not want to stop', async () => {
    const script =
      "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log('ready')";
    const stubborn = await startProcess({
      name: 'stubborn',
      command: process.execPath,
      args: ['-e', script],
    });
    while (!stubborn.lastOutput().includes('ready')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await stubborn.stop(100);
    expect(await stubborn.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });
});

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withConnection(
  url: string,
  use: (connection: Awaited<ReturnType<typeof connect>>) => Promise<void>,
): Promise<void> {
  const connection = await connect({ servers: url });
  try {
    await use(connection);
  } finally {
    await connection.close();
  }
}
