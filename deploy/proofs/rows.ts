import pg from 'pg';
import type { TestPlatform } from './test-platform.js';

/** Of the administrator, one for each database: a check that is repeated must not sign in each time. */
const pools = new Map<string, pg.Pool>();

function poolOf(databaseUrl: string): pg.Pool {
  const known = pools.get(databaseUrl);
  if (known !== undefined) return known;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    idleTimeoutMillis: 1_000,
    allowExitOnIdle: true,
  });
  pool.on('error', () => undefined); // the server was killed, or its database dropped
  pools.set(databaseUrl, pool);
  return pool;
}

/** What the administrator sees, behind the services' backs. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  platform: Pick<TestPlatform, 'databaseUrl'>,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await poolOf(platform.databaseUrl).query<Row>(text, [...values])).rows;
}
