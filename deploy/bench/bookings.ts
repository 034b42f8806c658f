// npm run bench -- bookings: everybody wants the same hall in the same second, beside bare inserts under an exclusion constraint.
//   --rounds=5 --warm-ups=5 --bookings=500 --hours=250 --connections=500
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import pg from 'pg';
import { inDays, makeNetwork, makePerson, type Person, renewed } from '../proofs/fixtures.js';
import { startOwnPostgres } from '../proofs/own-servers.js';
import { startTestPlatform, type TestPlatform } from '../proofs/test-platform.js';
import { spread } from './figures.js';
import { runLoad } from './load.js';
import { exitOnSignals } from './signals.js';
import { createDatabase, run } from './sql.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'warm-ups': { type: 'string', default: '5' },
    bookings: { type: 'string', default: '500' },
    hours: { type: 'string', default: '250' },
    connections: { type: 'string', default: '500' },
  },
});
const rounds = Number(values.rounds);
const warmUps = Number(values['warm-ups']);
const bookings = Number(values.bookings);
/** So many hours are asked for, each by as many as the others: one of them gets it. */
const hours = Math.min(Number(values.hours), bookings);
const connections = Number(values.connections);
const hourMs = 3_600_000;

/** The hours in the order in which they are asked for: a second one asks when the first is still being served. */
const asked = Array.from({ length: bookings }, (_one, number) => number % hours);

interface Hour {
  readonly startsAt: string;
  readonly endsAt: string;
}

function hourOf(number: number, from: number): Hour {
  const start = from + number * hourMs;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + hourMs).toISOString() };
}

/** A hall of its own for each round, which everyone may borrow. */
async function newHall({ client }: Person, unionId: string): Promise<string> {
  const { id } = await client.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: unionId },
    title: '多功能厅',
    function: 'facility',
    businesses: ['culture'],
  });
  await client.post(`/resources/${id}/grants`, {
    to: { kind: 'everyone' },
    from: inDays(-1),
    until: inDays(360),
    approval: 'automatic',
    price: { kind: 'free' },
  });
  return id;
}

interface Sides {
  readonly platform: TestPlatform;
  readonly owner: Person;
  readonly borrower: Person;
  readonly ownerUnionId: string;
  readonly borrowerUnionId: string;
}

/** Through the gateway, with sign-in, key, right of use, trail and events. @returns answers a second */
async function rushOn({ platform, owner, borrower, ownerUnionId, borrowerUnionId }: Sides): Promise<number> {
  const resourceId = await newHall(owner, ownerUnionId);
  const from = Date.parse(inDays(2));
  const { token } = renewed(platform, borrower);
  const requests = asked.map((hour) => ({
    method: 'POST' as const,
    path: '/api/v1/loans',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ borrowerUnionId, resourceId, ...hourOf(hour, from), purpose: '职工运动会' }),
  }));
  // The baseline's connections are open before its clock runs, and its process has run before.
  const warmUp = Array.from({ length: connections * 4 }, () => ({
    method: 'GET' as const,
    path: '/api/v1/me',
    headers: { authorization: `Bearer ${token}` },
  }));
  const { seconds, counts } = await runLoad([platform.gatewayUrl], connections, requests, warmUp);
  const [held] = await run<{ held: number }>(
    platform.databaseUrl,
    'SELECT count(*)::int AS held FROM sharing.booking WHERE resource_id = $1',
    [resourceId],
  );
  requireExact('platform', {
    got: counts['201 approved'] ?? 0,
    refused: counts['409 SLOT_TAKEN'] ?? 0,
    held: held?.held ?? 0,
  });
  return bookings / seconds;
}

/** The same wishes as bare inserts, each on its own, over as many connections. @returns answers a second */
async function rushOnBare(url: string): Promise<number> {
  const resourceId = randomUUID();
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const from = Date.parse(inDays(2));
  const counts = { got: 0, refused: 0 };
  let next = 0;
  const work = async (client: pg.Client): Promise<void> => {
    for (let number = next++; number < asked.length; number = next++) {
      const isTaken = await insert(client, resourceId, hourOf(asked[number] ?? 0, from));
      counts[isTaken ? 'refused' : 'got'] += 1;
    }
  };
  const began = performance.now();
  await Promise.all(clients.map(work));
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  const [held] = await run<{ held: number }>(
    url,
    'SELECT count(*)::int AS held FROM booking WHERE resource_id = $1',
    [resourceId],
  );
  requireExact('baseline', { ...counts, held: held?.held ?? 0 });
  return bookings / seconds;
}

/** Two that wait for one another are told so by PostgreSQL after a second, and one of them asks again. */
async function insert(client: pg.Client, resourceId: string, { startsAt, endsAt }: Hour): Promise<boolean> {
  for (;;) {
    try {
      await client.query('INSERT INTO booking VALUES ($1, $2, $3, $4)', [
        resourceId,
        randomUUID(),
        startsAt,
        endsAt,
      ]);
      return false;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '23P01') return true;
      if (code !== '40P01') throw error;
    }
  }
}

/** Each hour went to one who wanted it, and everybody else was told so; else the run is none. */
function requireExact(
  name: string,
  { got, refused, held }: { readonly got: number; readonly refused: number; readonly held: number },
): void {
  if (got === hours && refused === bookings - hours && held === hours) return;
  throw new Error(
    `${name}: ${got} got an hour, ${refused} were refused, ${held} are booked, of ${hours} hours`,
  );
}

async function startBare(adminUrl: string): Promise<string> {
  const url = await createDatabase(adminUrl, 'bare_bookings');
  await run(
    url,
    `CREATE EXTENSION IF NOT EXISTS btree_gist;
     CREATE TABLE booking (resource_id uuid NOT NULL, id uuid NOT NULL, starts_at timestamptz NOT NULL,
       occupied_until timestamptz NOT NULL, PRIMARY KEY (resource_id, id),
       EXCLUDE USING gist (resource_id WITH =, tstzrange(starts_at, occupied_until, '[)') WITH &&))`,
  );
  return url;
}

async function compare(sides: Sides, bareUrl: string): Promise<void> {
  const found = { platform: [] as number[], baseline: [] as number[], ratio: [] as number[] };
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const bare = await rushOnBare(bareUrl);
    const own = await rushOn(sides);
    // The first ones do not count, on either side: Node compiles what runs often only after it has run some thousand times.
    if (round < warmUps) continue;
    found.baseline.push(bare);
    found.platform.push(own);
    found.ratio.push(own / bare);
  }
  process.stdout.write(
    `${bookings} at once for ${hours} hours of one hall: platform ${spread(found.platform)} /s; ` +
      `baseline ${spread(found.baseline)} /s; platform : baseline ${spread(found.ratio, 2)}\n`,
  );
}

exitOnSignals();
// The baseline has a connection to the database for each of those who ask; the platform needs some fifty.
const postgres = await startOwnPostgres({ settings: { max_connections: String(connections + 100) } });
try {
  const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
  const platform = await startTestPlatform({ settlement: 0, evaluation: 0 }, limits, { url: postgres.url });
  try {
    const network = await makeNetwork(platform);
    const { near, next } = network;
    const owner = await makePerson(platform, network, near, ['officer']);
    const borrower = await makePerson(platform, network, next, ['officer']);
    const sides = { platform, owner, borrower, ownerUnionId: near.id, borrowerUnionId: next.id };
    await compare(sides, await startBare(postgres.url));
  } finally {
    await platform.stop();
  }
} finally {
  await postgres.stop();
}
