// npm run bench -- search: how long a search over many resources takes, with what is free at a time, beside the bare SQL; and what
// is offered in all.
//   --rounds=200 --resources=100000 --bookings=5
import { parseArgs } from 'node:util';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import pg from 'pg';
import { inDays, makeNetwork, makePerson, type Person } from '../proofs/fixtures.js';
import type { Restartable } from '../proofs/own-servers.js';
import { startTestPlatform, type TestPlatform } from '../proofs/test-platform.js';
import { bareSchema, type BareSearch, bareSearches, bareSums } from './bare-search.js';
import { spread } from './figures.js';
import { exitOnSignals } from './signals.js';
import { run } from './sql.js';
import { startCounting } from './start.js';
import { forgetStatements, statementsMs } from './statements.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    resources: { type: 'string', default: '100000' },
    bookings: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds);
const wanted = Number(values.resources);
const bookings = Number(values.bookings);
/** What looks at everything takes as long as many searches. */
const sumRounds = Math.ceil(rounds / 10);
const pageSize = 50;
/** So many of all resources have opening hours. */
const openPercent = 30;
/** What runs for the first time is slower: Node compiles what it has run often, and a service has been running for long. */
const warmUps = 100;

/** Each is copied as often as it takes: so many have what somebody looks for. */
const titles = [
  '音乐厅',
  '会议室',
  '篮球馆',
  '羽毛球馆',
  '瑜伽教练',
  '合唱指挥',
  '投影仪',
  '章程范本',
  '大巴',
  '礼堂',
].flatMap((thing) => ['东湖', '长江', '绿园', '重工', '桥梁'].map((place) => `${place}${thing}`));

/** The first of each, as a union offers it. */
async function offerFirst(officer: Person, unionId: string): Promise<void> {
  for (const [place, title] of titles.entries()) {
    const made = await officer.client.post<ResourceView>('/resources', {
      owner: { kind: 'union', id: unionId },
      title,
      description: '带音响，可停车',
      function: place % 2 === 0 ? 'facility' : 'people',
      businesses: ['culture'],
      district: '武昌区',
      latitude: 30.5,
      longitude: 114.3,
      capacity: 100,
    });
    await officer.client.post<GrantView>(`/resources/${made.id}/grants`, {
      to: { kind: 'everyone' },
      from: inDays(-1),
      until: inDays(400),
      approval: 'automatic',
      price: { kind: 'free' },
    });
  }
}

/** Names the resource: what is rolled without it is rolled once for all of them, so that all are taken at a time, or none. */
const ofEach = (resource: string): string => `${resource}.title <> ''`;

/** On all days from eight to eight or nine, so that the searches find it open. */
const weekly = `(SELECT jsonb_agg(jsonb_build_object('weekday', d, 'from', '08:00', 'to', '2' || floor(random() * 2)::int || ':00'))
  FROM unnest(ARRAY['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']) AS d WHERE ${ofEach('resource')})`;

/** Copies of them, each at a place of its own within some 60 km, each taken on some of the coming days. */
async function addCopies(databaseUrl: string): Promise<void> {
  const copies = Math.max(1, Math.ceil(wanted / titles.length) - 1);
  const copyOf = (
    table: string,
  ): string => `INSERT INTO ${table} SELECT copied.* FROM copy c JOIN ${table} o ON o.id = c.of
    CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, to_jsonb(o) || jsonb_build_object(
      'id', c.id, 'latitude', c.latitude, 'longitude', c.longitude)) AS copied;`;
  await run(
    databaseUrl,
    `SET search_path = sharing, public;
     CREATE TEMP TABLE copy AS SELECT r.id AS of, gen_random_uuid() AS id, 30.5 + (random() - 0.5) AS latitude,
       114.3 + (random() - 0.5) AS longitude FROM resource r CROSS JOIN generate_series(1, ${copies});
     ${copyOf('resource')}
     ${copyOf('offer')}
     INSERT INTO right_of_use SELECT copied.* FROM copy c JOIN right_of_use g ON g.resource_id = c.of
       CROSS JOIN LATERAL jsonb_populate_record(NULL::right_of_use, to_jsonb(g) || jsonb_build_object('resource_id', c.id)) AS copied;
     INSERT INTO opening_hours SELECT id, 1, ${weekly}, '[]', 'closed', 'asWorkday', false, gen_random_uuid(), now()
       FROM resource WHERE random() * 100 < ${openPercent};
     INSERT INTO booking SELECT r.id, gen_random_uuid(), 'block', t.day + interval '8 hours', t.day + interval '18 hours', ''
       FROM resource r CROSS JOIN LATERAL (
         SELECT DISTINCT date_trunc('day', now()) + (1 + floor(random() * 10)) * interval '1 day' AS day
         FROM generate_series(1, ${bookings}) WHERE ${ofEach('r')}) AS t`,
  );
}

/** How long each of many takes, one after the other, in milliseconds. */
async function timesOf(work: () => Promise<number>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const began = performance.now();
    if ((await work()) === 0) throw new Error('nothing was found');
    times.push(performance.now() - began);
  }
  return times;
}

interface Taken {
  readonly times: readonly number[];
  /** Of one on the average, what PostgreSQL itself was at, in milliseconds. */
  readonly inDatabase: number;
}

interface Times {
  readonly count: number;
  readonly warmUps: number;
}

/** How long each takes, and how much of that all statements for it. */
async function taken(
  { databaseUrl }: TestPlatform,
  work: () => Promise<number>,
  { count, warmUps: before }: Times,
): Promise<Taken> {
  await timesOf(work, before);
  await forgetStatements(databaseUrl);
  const times = await timesOf(work, count);
  const spent = await statementsMs(databaseUrl, new URL(databaseUrl).pathname.slice(1));
  return { times, inDatabase: spent / count };
}

async function compare(platform: TestPlatform, officer: Person): Promise<void> {
  const pool = new pg.Pool({ connectionString: platform.databaseUrl, max: 1 });
  const dayOf = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const time = { from: `${dayOf(3)}T01:00:00Z`, to: `${dayOf(3)}T09:00:00Z` };
  const month = { from: `${dayOf(0)}T00:00:00Z`, to: `${dayOf(30)}T00:00:00Z` };
  const ask = async ({ path, list }: BareSearch): Promise<number> =>
    (await officer.client.get<Readonly<Record<string, readonly unknown[]>>>(path))[list]?.length ?? 0;
  const compareOne = async (one: BareSearch, times: Times): Promise<void> => {
    const { name, sql, params } = one;
    const asked = { name, text: sql, values: [...params] };
    const bare = await taken(platform, async () => (await pool.query(asked)).rows.length, times);
    const own = await taken(platform, () => ask(one), times);
    const ratios = own.times.map((ms, index) => ms / (bare.times[index] ?? Number.NaN));
    process.stdout.write(
      `${name}: platform ${spread(own.times, 1)} ms; bare SQL ${spread(bare.times, 1)} ms; platform : bare SQL ${spread(ratios, 2)}; ` +
        `in PostgreSQL ${own.inDatabase.toFixed(1)} : ${bare.inDatabase.toFixed(1)} ms = ${(own.inDatabase / bare.inDatabase).toFixed(2)}\n`,
    );
  };
  try {
    for (const one of bareSearches(time, pageSize)) await compareOne(one, { count: rounds, warmUps });
    for (const one of bareSums(month)) await compareOne(one, { count: sumRounds, warmUps: sumRounds });
  } finally {
    await pool.end();
  }
}

async function measureOn(postgres: Restartable): Promise<void> {
  const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
  const platform = await startTestPlatform({ settlement: 0, evaluation: 0 }, limits, { url: postgres.url });
  try {
    const network = await makeNetwork(platform);
    const owner = await makePerson(platform, network, network.near, ['officer']);
    const reader = await makePerson(platform, network, network.next, ['officer']);
    await offerFirst(owner, network.near.id);
    await addCopies(platform.databaseUrl);
    // As it stands some minutes later: what was written last is in the indexes, and counted.
    await run(platform.databaseUrl, 'VACUUM ANALYZE');
    await run(platform.databaseUrl, bareSchema);
    await compare(platform, reader);
  } finally {
    await platform.stop();
  }
}

exitOnSignals();
const postgres = await startCounting(true);
try {
  await measureOn(postgres);
} finally {
  await postgres.stop();
}
