// npm run bench -- census: how long it takes to count the members of a federation, beside the bare scan of all memberships.
//   --members=500000 --unions=2000 --rounds=20
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CensusView, UnionStatisticsView } from '@gongxiang/contracts/membership/census/census.contract';
import pg from 'pg';
import { makeNetwork, type Network } from '../proofs/fixtures.js';
import { startTestPlatform, type TestPlatform } from '../proofs/test-platform.js';
import { spread } from './figures.js';
import { exitOnSignals } from './signals.js';
import { createDatabase, run } from './sql.js';
import { startCounting } from './start.js';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '500000' },
    unions: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '20' },
  },
});
const members = Number(values.members);
const unions = Number(values.unions);
const rounds = Number(values.rounds);
const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
const pollMs = 1_000;
/** What runs for the first time is slower. */
const warmUps = 5;
/** In one statement, each of which leaves a change for the totals. */
const membersAtOnce = 50_000;
/** Members of a union who were born on different days. */
const birthDates = 200;

/** Unions of enterprises below two districts, in equal parts. */
async function addUnions({ databaseUrl }: TestPlatform, { districts }: Network): Promise<void> {
  await run(
    databaseUrl,
    `INSERT INTO membership.labour_union (id, version, parent_id, path, name, active, created_at, tier)
     SELECT gen_random_uuid(), 1, d.id, d.path || 'c' || to_hex(i) || '.', '统计工会' || i, true, now(), 'enterprise'
     FROM generate_series(1, $1::int) i
     JOIN membership.labour_union d ON d.id = ($2::uuid[])[1 + i % 2]`,
    [unions, districts.map(({ id }) => id)],
  );
}

/** As membership itself would leave them, in random unions; their changes are counted as any other. */
async function addMembers({ databaseUrl }: TestPlatform): Promise<void> {
  for (let first = 0; first < members; first += membersAtOnce) {
    await run(
      databaseUrl,
      `WITH made AS (
         INSERT INTO membership.person (id, version, name, name_hash, masked_name, locale, created_at)
         SELECT id, 1, 'unsealed', id::text, '会*', 'zh-CN', now()
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1::int)) AS drawn RETURNING id
       ), place AS (
         SELECT array_agg(id) AS ids FROM membership.labour_union WHERE tier = 'enterprise' AND name LIKE '统计工会%'
       )
       INSERT INTO membership.union_membership
         (id, person_id, union_id, state, valid_from, created_at, employment_kind)
       SELECT gen_random_uuid(), made.id, place.ids[1 + floor(random() * array_length(place.ids, 1))::int], 'active',
         current_date - floor(random() * 700)::int, now(),
         (ARRAY['regular', 'dispatched', 'newForm', 'partTime', NULL])[1 + floor(random() * 5)::int]
       FROM made, place`,
      [Math.min(membersAtOnce, members - first)],
    );
  }
}

/** @returns seconds until all changes were in the totals */
async function folded({ databaseUrl }: TestPlatform): Promise<number> {
  const began = performance.now();
  for (;;) {
    const [left] = await run<{ open: boolean }>(
      databaseUrl,
      'SELECT EXISTS (SELECT 1 FROM membership.census_change) AS open',
    );
    if (left?.open === false) return (performance.now() - began) / 1_000;
    await setTimeout(pollMs);
  }
}

/** What sealed numbers would have said: the totals are as large as those of real people. Nothing below looks at their values. */
async function addBirths({ databaseUrl }: TestPlatform): Promise<void> {
  await run(
    databaseUrl,
    `INSERT INTO membership.census_total (union_id, dimension, value, members)
     SELECT id, 'birth', (date '1966-01-01' + day * 73)::text, 1
     FROM membership.labour_union CROSS JOIN generate_series(1, ${birthDates}) AS day WHERE name LIKE '统计工会%'`,
  );
  await run(databaseUrl, 'VACUUM ANALYZE membership.census_total');
  await run(databaseUrl, 'VACUUM ANALYZE membership.union_membership');
  await run(databaseUrl, 'VACUUM ANALYZE membership.labour_union');
}

interface Scanned {
  readonly value: string;
  readonly members: number;
}

/** The same from all memberships below a union, written by hand. */
const scan = (column: string): string => `
  SELECT left(u.path, length($1) + strpos(substr(u.path, length($1) + 1), '.')) AS path, ${column} AS value,
    count(*)::int AS members
  FROM membership.labour_union u JOIN membership.union_membership m ON m.union_id = u.id
  WHERE u.path LIKE $1 || '%' AND m.state <> 'ended' GROUP BY 1, 2`;

interface Question {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
  readonly bare: () => Promise<unknown>;
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** One after the other in each round, so that both meet the same moods of the machine. */
async function compare({ name, ask, bare }: Question): Promise<void> {
  const found: { platform: number; scan: number }[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const times = { platform: await msOf(ask), scan: await msOf(bare) };
    if (round >= 0) found.push(times);
  }
  const ms = (of: 'platform' | 'scan'): string => spread(found.map((one) => one[of]));
  const ratio = spread(
    found.map(({ platform, scan: scanned }) => platform / scanned),
    2,
  );
  process.stdout.write(
    `${name}: platform ${ms('platform')} ms, bare scan ${ms('scan')} ms; platform : bare scan ${ratio}\n`,
  );
}

const byValue = (counted: readonly Scanned[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { value, members: more } of counted) sums.set(value, (sums.get(value) ?? 0) + more);
  return sums;
};

/** The totals are those of the scan, or the run is worth nothing. */
function requireEqual(kept: CensusView, scanned: readonly Scanned[]): void {
  const sums = byValue(scanned);
  const shown = byValue(
    kept.rows.flatMap(({ values: some }) =>
      some.map(({ value, members: more }) => ({ value, members: more ?? 0 })),
    ),
  );
  for (const [value, count] of sums)
    if (shown.get(value) !== count)
      throw new Error(`${value}: the totals say ${shown.get(value)}, the memberships ${count}`);
}

async function measureAll(platform: TestPlatform, network: Network): Promise<void> {
  const sql = new pg.Client({ connectionString: platform.databaseUrl });
  await sql.connect();
  const { client } = network.operator;
  const rows = async (column: string, path: string): Promise<Scanned[]> =>
    (await sql.query<Scanned>(scan(column), [path])).rows;
  const employment = `coalesce(m.employment_kind, 'unknown')`;
  const [district] = network.districts;
  const pathOf = async (id: string): Promise<string> =>
    (await sql.query<{ path: string }>('SELECT path FROM membership.labour_union WHERE id = $1', [id]))
      .rows[0]?.path ?? '';
  const [rootPath, districtPath] = [await pathOf(network.root.id), await pathOf(district.id)];
  const census = (unionId: string): Promise<CensusView> =>
    client.get<CensusView>(`/census?union=${unionId}&by=employment`);
  try {
    requireEqual(await census(network.root.id), await rows(employment, rootPath));
    await compare({
      name: 'the federation by employment',
      ask: () => census(network.root.id),
      bare: () => rows(employment, rootPath),
    });
    await compare({
      name: `a district with ${Math.ceil(unions / 2)} unions by employment`,
      ask: () => census(district.id),
      bare: () => rows(employment, districtPath),
    });
    await compare({
      name: 'all figures of the federation, with twelve months',
      ask: () => client.get<UnionStatisticsView>(`/unions/${network.root.id}/statistics`),
      bare: () => rows(`to_char(m.valid_from, 'YYYY-MM')`, rootPath),
    });
  } finally {
    await sql.end();
  }
}

exitOnSignals();
const postgres = await startCounting(false);
try {
  const databaseUrl = await createDatabase(postgres.url, 'census');
  const platform = await startTestPlatform({ evaluation: 0, settlement: 0 }, limits, { url: databaseUrl });
  try {
    const network = await makeNetwork(platform);
    await addUnions(platform, network);
    await addMembers(platform);
    const seconds = await folded(platform);
    process.stdout.write(`${members} memberships were counted after another ${seconds.toFixed(0)} s\n`);
    await addBirths(platform);
    await measureAll(platform, network);
  } finally {
    await platform.stop();
  }
} finally {
  await postgres.stop();
}
