// npm run bench -- reads: how many pages of the list of activities, and single activities, a second, beside the bare baseline.
//   --rounds=5 --activities=100000 --requests=5000 --connections=64
import { parseArgs } from 'node:util';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  insertMembers,
  makeNetwork,
  makePerson,
  type Person,
  publishActivity,
  renewed,
} from '../proofs/fixtures.js';
import { type Restartable, startOwnPostgres } from '../proofs/own-servers.js';
import { startTestPlatform, type TestPlatform } from '../proofs/test-platform.js';
import { type Baseline, startBaseline } from './baseline.js';
import { spread } from './figures.js';
import { type LoadReport, runLoad } from './load.js';
import { exitOnSignals } from './signals.js';
import { run } from './sql.js';
import type { LoadRequest } from './subject.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    activities: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '5000' },
    connections: { type: 'string', default: '64' },
  },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);
const connections = Number(values.connections);

const pageSize = 50;
/** How far people turn the pages: each is asked for as often as the others. */
const pages = 40;
const readers = 200;

/** What answers, and what it is asked in one run. */
interface Reads {
  readonly name: string;
  readonly url: string;
  readonly request: (number: number) => Omit<LoadRequest, 'method'>;
}

/** The same question of both. */
interface Path {
  readonly name: string;
  readonly platform: Reads;
  readonly baseline: Reads;
}

/** Activities of the next years, one an hour, as copies of one that is there. */
async function addActivities(platform: TestPlatform, count: number): Promise<void> {
  await run(
    platform.databaseUrl,
    `SET search_path = sharing;
     INSERT INTO activity SELECT copied.* FROM generate_series(1, ${count}) AS n CROSS JOIN LATERAL (
       SELECT (jsonb_populate_record(NULL::activity, to_jsonb(p) || jsonb_build_object('id', gen_random_uuid(),
         'title', '活动 ' || n, 'starts_at', p.starts_at + n * interval '1 hour', 'ends_at', p.ends_at + n * interval '1 hour'))).*
       FROM (SELECT * FROM activity LIMIT 1) AS p) AS copied;
     ANALYZE activity`,
  );
}

/** As many in the baseline's table, with what its list shows of each. */
async function addListed({ databaseUrl }: Baseline, count: number): Promise<void> {
  await run(
    databaseUrl,
    `INSERT INTO listed SELECT gen_random_uuid(), '活动 ' || n, '带好饮用水', 'sports', 'published', gen_random_uuid(), '某某工会',
       gen_random_uuid(), '职工之家', 2, now() + n * interval '1 hour', now() + (n + 2) * interval '1 hour', 'Asia/Shanghai',
       now(), now() + n * interval '1 hour', now()
     FROM generate_series(1, ${count}) AS n;
     ANALYZE listed`,
  );
}

/** The cursors of the first pages, as whoever turns them meets them. */
async function cursorsOf({ client }: Person): Promise<string[]> {
  const cursors: string[] = [];
  let query = `limit=${pageSize}`;
  for (let page = 1; page <= pages; page += 1) {
    cursors.push(query);
    const { items, nextCursor } = await client.get<Page<ActivityView>>(`/activities?${query}`);
    if (items.length !== pageSize || nextCursor === null) throw new Error(`page ${page} is not full`);
    query = `limit=${pageSize}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return cursors;
}

/** What of both is asked by whom. */
interface World {
  readonly platform: Pick<Reads, 'name' | 'url'>;
  readonly baseline: Pick<Reads, 'name' | 'url'>;
  readonly signedIn: (number: number) => Record<string, string>;
}

type Request = Reads['request'];

const byOffset: Request = (number) => ({
  path: `/activities?limit=${pageSize}&offset=${(number % pages) * pageSize}`,
  headers: {},
});

function listPath({ platform, baseline, signedIn }: World, cursors: readonly string[]): Path {
  const request: Request = (number) => ({
    path: `/api/v1/activities?${cursors[number % pages]}`,
    headers: signedIn(number),
  });
  return {
    name: 'list',
    platform: { ...platform, request },
    baseline: { ...baseline, request: byOffset },
  };
}

function publicPath({ platform, baseline }: World, unionId: string): Path {
  const path = `/api/v1/public/unions/${unionId}/activities?limit=${pageSize}`;
  return {
    name: 'public list of a union',
    platform: { ...platform, request: () => ({ path, headers: {} }) },
    baseline: { ...baseline, request: () => byOffset(0) },
  };
}

function detailPath(
  { platform, baseline, signedIn }: World,
  ids: { readonly platform: readonly string[]; readonly baseline: readonly string[] },
): Path {
  const idAt = (all: readonly string[], number: number): string => all[number % all.length] ?? '';
  const own: Request = (number) => ({
    path: `/api/v1/activities/${idAt(ids.platform, number)}`,
    headers: signedIn(number),
  });
  const bare: Request = (number) => ({ path: `/activities/${idAt(ids.baseline, number)}`, headers: {} });
  return {
    name: 'detail',
    platform: { ...platform, request: own },
    baseline: { ...baseline, request: bare },
  };
}

async function idsIn(databaseUrl: string, table: string): Promise<string[]> {
  const rows = await run<{ id: string }>(databaseUrl, `SELECT id FROM ${table} LIMIT 1000`);
  return rows.map(({ id }) => id);
}

async function pathsOf(
  platform: TestPlatform,
  bare: Baseline,
  { first, people, unionId }: { first: Person; people: readonly Person[]; unionId: string },
): Promise<Path[]> {
  const tokens = people.map((person) => renewed(platform, person).token);
  const world: World = {
    platform: { name: 'platform', url: platform.gatewayUrl },
    baseline: { name: 'baseline', url: bare.url },
    signedIn: (number) => ({ authorization: `Bearer ${tokens[number % tokens.length]}` }),
  };
  const ids = {
    platform: await idsIn(platform.databaseUrl, 'sharing.activity'),
    baseline: await idsIn(bare.databaseUrl, 'listed'),
  };
  return [listPath(world, await cursorsOf(first)), publicPath(world, unionId), detailPath(world, ids)];
}

/** Every answer is a page or an activity, or the run is none. @returns answers a second */
async function measure({ name, url, request }: Reads): Promise<{ perSecond: number; report: LoadReport }> {
  const all = Array.from({ length: requests }, (_one, number) => ({
    method: 'GET' as const,
    ...request(number),
  }));
  const report = await runLoad([url], connections, all);
  const wrong = Object.entries(report.counts).filter(([what]) => !what.startsWith('200'));
  if (wrong.length > 0) throw new Error(`${name} answered ${JSON.stringify(wrong)}`);
  return { perSecond: requests / report.seconds, report };
}

async function compare({ name, platform, baseline }: Path): Promise<void> {
  const found = {
    platform: [] as number[],
    baseline: [] as number[],
    ratio: [] as number[],
    p99: [] as number[],
  };
  for (let round = 0; round <= rounds; round += 1) {
    const bare = await measure(baseline);
    const own = await measure(platform);
    // The first does not count: what runs for the first time is slower.
    if (round === 0) continue;
    found.baseline.push(bare.perSecond);
    found.platform.push(own.perSecond);
    found.ratio.push(own.perSecond / bare.perSecond);
    found.p99.push(own.report.p99);
  }
  process.stdout.write(
    `${name}: platform ${spread(found.platform)} /s, p99 ${spread(found.p99, 1)} ms; baseline ${spread(found.baseline)} /s; ` +
      `platform : baseline ${spread(found.ratio, 2)}\n`,
  );
}

async function measureOn(postgres: Restartable): Promise<void> {
  const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
  const services = { settlement: 0, evaluation: 0 };
  const platform = await startTestPlatform(services, limits, { url: postgres.url });
  const bare = await startBaseline(postgres.url);
  try {
    const network = await makeNetwork(platform);
    const organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
    await publishActivity(organiser.client, network.near, 100);
    const people = await insertMembers(platform, network, network.near, readers);
    await addActivities(platform, Number(values.activities));
    await addListed(bare, Number(values.activities));
    const readersOf = { first: organiser, people, unionId: network.near.id };
    for (const path of await pathsOf(platform, bare, readersOf)) await compare(path);
  } finally {
    bare.stop();
    await platform.stop();
  }
}

exitOnSignals();
const postgres = await startOwnPostgres({});
try {
  await measureOn(postgres);
} finally {
  await postgres.stop();
}
