import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASE_SERVICES, SERVICE_NAMES, type ServiceName } from '../../local/services.js';
import { ask } from '../ask.js';
import { listenersOf, settled, toldViolations } from './chaos-checks.js';
import { rowsOf } from '../rows.js';
import { makeNetwork, makePerson, publishActivity } from '../fixtures.js';
import { startOwnPostgres, type Restartable } from '../own-servers.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

/** Fourteen processes and twelve migrations at once, on whatever cores there are. */
const startUpMs = 600_000;
const proofMs = 180_000;
/** Two race as three do; the long form has three. */
const copies = process.env['GONGXIANG_PROOFS'] === 'long' ? 3 : 2;
const slots = [...Array(copies).keys()];
const each = (count: number): Record<ServiceName, number> => ({
  membership: count,
  sharing: count,
  settlement: count,
  evaluation: count,
  notification: count,
  affairs: count,
  gateway: count,
});

let postgres: Restartable;
let platform: TestPlatform;
/** A database that was migrated in peace. */
let peaceful: TestPlatform;

beforeAll(async () => {
  peaceful = await startTestPlatform(each(0));
  postgres = await startOwnPostgres();
  platform = await startTestPlatform(each(copies), {}, { url: postgres.url, isMigratedByEachCopy: true });
}, startUpMs);

afterAll(async () => {
  await platform?.stop();
  await postgres?.stop();
  await peaceful?.stop();
}, startUpMs);

/** Everything that the migrations leave: tables, columns, keys, checks, indexes, triggers, functions and rights. */
const catalogue = `
  SELECT 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
    || ' ' || coalesce(column_default, '') AS line FROM information_schema.columns WHERE table_schema = ANY($1)
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace::regnamespace::text = ANY($1)
  UNION ALL
  SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = ANY($1)
  UNION ALL
  SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace::regnamespace::text = ANY($1)
  UNION ALL
  SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc
    WHERE pronamespace::regnamespace::text = ANY($1) AND prokind <> 'a'
  UNION ALL
  SELECT 'aggregate ' || oid::regprocedure || ' ' || aggtransfn || ' ' || aggfinalfn || ' ' || coalesce(agginitval, '')
    FROM pg_proc JOIN pg_aggregate ON aggfnoid = pg_proc.oid WHERE pronamespace::regnamespace::text = ANY($1)
  UNION ALL
  SELECT 'right ' || table_schema || '.' || table_name || ' ' || grantee || ' ' || privilege_type
    FROM information_schema.role_table_grants WHERE table_schema = ANY($1)
  UNION ALL
  SELECT 'schema ' || nspname || ' ' || nspowner::regrole || ' ' || coalesce(nspacl::text, '') FROM pg_namespace
    WHERE nspname = ANY($1)`;

async function linesOf(one: TestPlatform): Promise<string[]> {
  const rows = await rowsOf<{ line: string }>(one, catalogue, [DATABASE_SERVICES]);
  return rows.map((row) => row.line).sort();
}

function migrationsOf(one: TestPlatform): Promise<object[]> {
  const text = DATABASE_SERVICES.map(
    (schema) => `SELECT '${schema}' AS schema, name FROM ${schema}.migration`,
  );
  return rowsOf(one, `${text.join(' UNION ALL ')} ORDER BY schema, name`);
}

describe(`${copies} copies of every service that start at once on an empty database`, () => {
  it('leave the schema of a peaceful start, each migration applied once', async () => {
    const lines = await linesOf(platform);
    expect(lines.length).toBeGreaterThan(500);
    expect(lines).toEqual(await linesOf(peaceful));
    expect(await migrationsOf(platform)).toEqual(await migrationsOf(peaceful));
  });

  it('make one federation with one operator', async () => {
    const [made] = await rowsOf(
      platform,
      `SELECT (SELECT count(*)::int FROM membership.labour_union) AS unions,
              (SELECT count(*)::int FROM membership.person) AS people`,
    );
    expect(made).toEqual({ unions: 1, people: 1 });
  });

  it(
    'are ready, all of them, and work as one',
    async () => {
      for (const service of SERVICE_NAMES)
        for (const slot of slots) expect((await fetch(platform.healthUrl(service, slot))).status).toBe(200);
      const listeners = await listenersOf(platform);
      expect(new Set(listeners.map((one) => one.name)).size).toBe(listeners.length);
      expect(new Set(listeners.map((one) => one.owner))).toEqual(new Set(DATABASE_SERVICES));
      const network = await makeNetwork(platform);
      const organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
      const { id } = await publishActivity(organiser.client, network.near, copies);
      for (const slot of slots) {
        const { origin } = new URL(platform.healthUrl('gateway', slot));
        const member = await makePerson(platform, network, network.near);
        const path = `/activities/${id}/registrations`;
        const answer = await settledAnswer(() => ask(origin, 'POST', path, { token: member.token }));
        expect([answer.status, answer.body.state]).toEqual([201, 'confirmed']);
      }
      expect(await settled(() => toldViolations(platform, listeners))).toEqual([]);
    },
    proofMs,
  );

  it('report no error', () => {
    for (const service of SERVICE_NAMES)
      for (const slot of slots) expect(errorsIn(platform.logOf(service, slot))).toEqual([]);
  });
});

/** A new member is not known everywhere at once. */
async function settledAnswer(one: () => ReturnType<typeof ask>): ReturnType<typeof ask> {
  let answer = await one();
  await settled(async () => {
    if (answer.body.code === 'REFERENCE_PENDING') answer = await one();
    return answer.body.code === 'REFERENCE_PENDING' ? ['late: the member is not known yet'] : [];
  });
  return answer;
}

/** Whatever is no line of the log itself is the cry of a process that died. */
function errorsIn(log: string): string[] {
  const errorLevel = 50;
  return log.split('\n').filter((line) => {
    if (line === '') return false;
    if (!line.startsWith('{')) return true;
    return (JSON.parse(line) as { level: number }).level >= errorLevel;
  });
}
