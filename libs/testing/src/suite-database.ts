import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removePostgresData, type RunningServer, startPostgres } from './servers/postgres-server.js';

/** A suite's own migrated database, dropped when the suite ends. */
export interface SuiteDatabase {
  /** URL of the administrator. */
  readonly adminUrl: string;
  /** URL of a role that {@link prepare} created, e.g. `sharing`. */
  urlAs(role: string, password: string): string;
  drop(): Promise<void>;
}

/** Databases of this process that are not dropped yet: the server is stopped with the last of them. */
let openCount = 0;
let ownServer: Promise<{ server: RunningServer; directory: string }> | null = null;

/** The server of the whole run if `npm test` has started one, otherwise one of this process. */
async function serverUrl(): Promise<string> {
  const given = process.env['GONGXIANG_TEST_POSTGRES_URL'];
  if (given) return given;
  ownServer ??= startOwn();
  return (await ownServer).server.url;
}

async function startOwn(): Promise<{ server: RunningServer; directory: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'gongxiang-suite-'));
  // Root lends it to the user that PostgreSQL runs as.
  chmodSync(directory, 0o755);
  const dataDirectory = join(directory, 'postgres');
  const server = await startPostgres({ dataDirectory, fast: true, bySocket: true });
  return { server, directory };
}

async function stopOwn(): Promise<void> {
  if (ownServer === null || openCount > 0) return;
  const { server, directory } = await ownServer;
  ownServer = null;
  await server.stop();
  removePostgresData(join(directory, 'postgres'));
  rmSync(directory, { recursive: true, force: true });
}

/**
 * Creates a database from a template. The first suite that needs a template creates it, with `prepare`; concurrent
 * suites, in other processes too, wait for it.
 * @param template identifies what `prepare` does; the same name always means the same schema within one run
 * @param givenServer the administrator's URL of the suite's own server, if it has one
 */
export async function suiteDatabase(
  template: string,
  prepare: (adminUrl: string) => Promise<void>,
  givenServer?: string,
): Promise<SuiteDatabase> {
  const server = givenServer ?? (await serverUrl());
  const templateName = `template_${template}`;
  const name = `suite_${template}_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended($1, 0))`, [templateName]);
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      `${templateName}_done`,
    ]);
    if (known.rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${templateName}`);
      await client.query(`CREATE DATABASE ${templateName}`);
      await prepare(urlOf(server, templateName));
      // Renamed when it is complete: a run that dies half-way leaves no template that looks complete.
      await client.query(`ALTER DATABASE ${templateName} RENAME TO ${templateName}_done`);
    }
    // A file copy instead of the log, which takes up to twice as long.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}_done STRATEGY FILE_COPY`);
    await client.query(`SELECT pg_advisory_unlock(hashtextextended($1, 0))`, [templateName]);
  });
  openCount += 1;
  return {
    adminUrl: urlOf(server, name),
    urlAs: (role, password) => urlOf(server, name, role, password),
    drop: async () => {
      await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      openCount -= 1;
      await stopOwn();
    },
  };
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string, role?: string, password?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = password ?? '';
  }
  return url.toString();
}
