import type { RolePasswords } from '@gongxiang/persistence';
import pg from 'pg';
import type { Secrets } from './secrets.js';
import { DATABASE_SERVICES } from './services.js';

/** uuidv7() and WITHOUT OVERLAPS came with 18. */
const VERSION_MIN = 180_000;
const DATABASE = 'gongxiang';
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Makes the database `gongxiang` on a server of ours.
 *
 * @param serverUrl the superuser's URL of any database there
 * @returns the superuser's URL of the new one
 */
export async function ensureDatabase(serverUrl: string): Promise<string> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) {
      await client.query(`create database ${DATABASE}`);
    }
  });
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  return url.href;
}

/** The passwords of each service's two roles, as {@link bootstrapDatabase} takes them. */
export function rolePasswords(secrets: Pick<Secrets, 'databasePasswords'>): Record<string, RolePasswords> {
  const { databasePasswords } = secrets;
  return Object.fromEntries(
    DATABASE_SERVICES.map((name) => [
      name,
      { owner: databasePasswords[`${name}_owner`] ?? '', service: databasePasswords[name] ?? '' },
    ]),
  );
}

/**
 * Looks at a database of the person's own before anything is built on it.
 *
 * @throws Error with one sentence that says what to do when it cannot be used
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/.test(new URL(databaseUrl).protocol)) {
    throw new Error(
      'DATABASE_URL is not of the form postgres://user:password@host:5432/database: correct it, or unset it.',
    );
  }
  const { version, mayCreate } = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: number; mayCreate: boolean }>(
      `select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as "mayCreate"
         from pg_roles where rolname = current_user`,
    );
    return rows[0] ?? { version: 0, mayCreate: false };
  }).catch((error: unknown) => {
    const { message, code } = error as Error & { code?: string };
    throw new Error(
      `DATABASE_URL (${new URL(databaseUrl).host}) cannot be used: ${message || code}; correct it, or unset it.`,
    );
  });
  if (version < VERSION_MIN) {
    const major = Math.floor(version / 10_000);
    throw new Error(
      `DATABASE_URL leads to PostgreSQL ${major}, and 18 or newer is needed: use such a server, or unset it.`,
    );
  }
  if (!mayCreate) {
    throw new Error(
      'The user of DATABASE_URL may not create roles: give it CREATEROLE, or use another, or unset DATABASE_URL.',
    );
  }
}

/** @param url of the role as which it is used */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
