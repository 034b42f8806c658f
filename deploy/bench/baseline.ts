import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { poolsOf } from './rush.js';
import { countedIn, createDatabase, run } from './sql.js';
import type { LoadRequest, Subject } from './subject.js';

const server = fileURLToPath(new URL('../../bench/baseline/server.mjs', import.meta.url));

export interface Baseline {
  readonly subject: Subject;
  readonly noop: Subject;
  readonly url: string;
  readonly databaseUrl: string;
  stop(): void;
}

/** Starts it on a database of its own, beside the platform's. */
export async function startBaseline(adminUrl: string): Promise<Baseline> {
  const databaseUrl = await createDatabase(adminUrl, 'baseline');
  await run(
    databaseUrl,
    `CREATE TABLE activity (id uuid PRIMARY KEY);
     CREATE TABLE pool (id uuid PRIMARY KEY, activity_id uuid NOT NULL REFERENCES activity, capacity int NOT NULL,
       confirmed int NOT NULL DEFAULT 0, waiting int NOT NULL DEFAULT 0);
     CREATE TABLE registration (
       id uuid PRIMARY KEY DEFAULT gen_random_uuid(), activity_id uuid NOT NULL, person_id uuid NOT NULL,
       pool_id uuid NOT NULL, state text NOT NULL, place int, UNIQUE (activity_id, person_id));
     CREATE INDEX ON registration (activity_id, pool_id, state);
     CREATE TABLE listed (id uuid PRIMARY KEY, title text NOT NULL, description text, kind text NOT NULL, state text NOT NULL,
       organiser_id uuid NOT NULL, organiser_name text NOT NULL, union_id uuid NOT NULL, venue text, companions_max int NOT NULL,
       starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, time_zone text NOT NULL,
       sign_up_opens_at timestamptz NOT NULL, sign_up_closes_at timestamptz NOT NULL, published_at timestamptz);
     CREATE INDEX ON listed (starts_at, id)`,
  );
  const child = spawn(process.execPath, [server], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
    child.once('exit', () => reject(new Error('the baseline has ended')));
  });
  const pids = (): Record<string, number> => ({ baseline: child.pid ?? 0 });
  return {
    url: address,
    databaseUrl,
    subject: baselineSubject(address, databaseUrl, pids),
    noop: {
      kind: 'noop',
      name: 'no-op POST',
      urls: [address],
      pids,
      prepare: async ({ people }) => ({
        requests: Array.from({ length: people }, () => ({
          method: 'POST',
          path: '/noop',
          body: '{}',
          headers: { 'content-type': 'application/json' },
        })),
      }),
      count: async () => [],
    },
    stop: () => void child.kill(),
  };
}

function baselineSubject(url: string, databaseUrl: string, pids: Subject['pids']): Subject {
  let activityIds: string[] = [];
  return {
    kind: 'baseline',
    name: 'baseline',
    urls: [url],
    pids,
    prepare: async (rush) => {
      activityIds = Array.from({ length: rush.activities }, () => randomUUID());
      const pools = poolsOf(rush).map(({ activity, capacity }) => ({
        capacity,
        poolId: randomUUID(),
        activityId: activityIds[activity] ?? '',
      }));
      await run(databaseUrl, 'INSERT INTO activity SELECT unnest($1::uuid[])', [activityIds]);
      await run(
        databaseUrl,
        'INSERT INTO pool (id, activity_id, capacity) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[])',
        [
          pools.map(({ poolId }) => poolId),
          pools.map(({ activityId }) => activityId),
          pools.map(({ capacity }) => capacity),
        ],
      );
      const requests = Array.from({ length: rush.people }, (_one, index): LoadRequest => {
        const { activityId, poolId } = pools[index % pools.length] ?? { activityId: '', poolId: '' };
        return {
          method: 'POST',
          path: `/activities/${activityId}/registrations`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ personId: randomUUID(), poolId }),
        };
      });
      return { requests };
    },
    count: () => countedIn(databaseUrl, 'public', activityIds),
  };
}
