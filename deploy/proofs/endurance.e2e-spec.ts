import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from '@gongxiang/testing';
import { RequestError, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { floorOf, growsBeyond, quantileOf, type Sample, type Trend, trendOf } from './endurance-series.js';
import {
  insertMembers,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  publishActivity,
  withDatabase,
} from './fixtures.js';
import { connectAsAdmin } from './streams.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** The short form sees what is gross; `GONGXIANG_ENDURANCE=long` takes minutes, looks closely, and prints what it saw. */
const isLong = process.env['GONGXIANG_ENDURANCE'] === 'long';
const form = isLong
  ? {
      warmUpSeconds: 60,
      seconds: 180,
      collectMs: 4_000,
      floorMs: 10_000,
      growth: 0.2,
      perMinutes: 60,
      slowdown: 1.5,
    }
  : // May grow by its own size within the run; a machine that others use meanwhile is slower by turns.
    {
      warmUpSeconds: 5,
      seconds: 20,
      collectMs: 1_000,
      floorMs: 3_000,
      growth: 1,
      perMinutes: 1 / 3,
      slowdown: 6,
    };
const sampleMs = 250;
const callersMax = 256;
const idleTimeoutMs = 90_000;
/** Who hears a hint answers nothing; who does not is told of by NATS within milliseconds, on a busy machine within this. */
const heardTimeoutMs = 2_000;
/** Of all answers, those that said that it is too busy: more would mean that little was done. */
const busyShareMax = 0.05;
const services = ['membership', 'sharing', 'settlement', 'evaluation', 'gateway'] as const;
type Service = (typeof services)[number];

interface LoadReport {
  /** Start and duration of each request, in ms. */
  readonly timings: readonly (readonly [number, number])[];
  readonly counts: Readonly<Record<string, number>>;
  readonly strange: Readonly<Record<string, number>>;
  readonly busy: number;
}

/** What a process holds at one time. */
interface Held {
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly sockets: number;
  readonly openFiles: number;
}

let platform: TestPlatform;
let network: Network;
let nats: NatsConnection;
let officer: Person;
let callers: Person[];
let activityIds: string[];

beforeAll(async () => {
  platform = await startTestPlatform(
    {},
    {
      ...{ LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '1000000', REQUEST_TIMEOUT_MS: '60000' },
      NODE_OPTIONS: `--expose-gc --import=${new URL('collect.mjs', import.meta.url).href}`,
      COLLECT_EVERY_MS: String(form.collectMs),
    },
  );
  nats = await connectAsAdmin(platform);
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  callers = await insertMembers(platform, network, network.near, callersMax);
  const activities = [];
  for (let count = 0; count < 6; count += 1)
    activities.push(await publishActivity(officer.client, network.near, 2 * callersMax));
  activityIds = activities.map(({ id }) => id);
});

afterAll(async () => {
  await nats?.close();
  await platform?.stop();
});

const run = promisify(execFile);

async function load(seconds: number): Promise<LoadReport> {
  const plan = {
    ...{ gatewayUrl: platform.gatewayUrl, seconds, activityIds, officerToken: officer.token },
    callers: callers.map(({ token }) => token),
  };
  const program = fileURLToPath(new URL('endurance-load.mjs', import.meta.url));
  const env = { ...process.env, LOAD: JSON.stringify(plan) };
  const { stdout } = await run(process.execPath, [program], { env, maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as LoadReport;
}

async function heldBy(service: Service): Promise<Held> {
  const text = await (await fetch(platform.metricsUrl(service))).text();
  const valueOf = (name: string, label = ''): number => {
    const line = text.split('\n').find((one) => one.startsWith(`${name}{`) && one.includes(label));
    return Number(line?.split(' ').at(-1) ?? Number.NaN);
  };
  const held = {
    residentBytes: valueOf('process_resident_memory_bytes'),
    heapBytes: valueOf('nodejs_heap_size_used_bytes'),
    sockets: valueOf('nodejs_active_resources', 'type="TCPSocketWrap"'),
    openFiles: valueOf('process_open_fds'),
  };
  if (Object.values(held).some(Number.isNaN)) throw new Error(`${service} does not tell what it holds`);
  return held;
}

/** Watches what every process holds until the work is done. */
async function watching<T>(
  work: Promise<T>,
): Promise<{ result: T; seen: Map<Service, (Held & { atMs: number })[]> }> {
  const seen = new Map(services.map((service) => [service, [] as (Held & { atMs: number })[]]));
  let isOver = false;
  const watch = async (service: Service): Promise<void> => {
    while (!isOver) {
      seen.get(service)?.push({ ...(await heldBy(service)), atMs: performance.now() });
      await new Promise((resolve) => setTimeout(resolve, sampleMs));
    }
  };
  const watches = Promise.all(services.map(watch));
  const result = await work.finally(() => {
    isOver = true;
  });
  await watches;
  return { result, seen };
}

interface NamedTrend {
  readonly what: string;
  readonly trend: Trend;
}

/** In MB: of the memory of a process, and of what its heap holds after collections. */
function trendsOf(service: Service, samples: readonly (Held & { atMs: number })[]): NamedTrend[] {
  return (['residentBytes', 'heapBytes'] as const).map((part) => {
    const series: Sample[] = samples.map((one) => ({ atMs: one.atMs, value: one[part] / 2 ** 20 }));
    const lastedMs = (series.at(-1)?.atMs ?? 0) - (series[0]?.atMs ?? 0);
    const window = Math.floor((series.length * form.floorMs) / lastedMs);
    return { what: `${service} ${part}`, trend: trendOf(floorOf(series, window)) };
  });
}

function textOf({ what, trend }: NamedTrend): string {
  const [slope, error] = [trend.slopePerMinute, trend.standardError].map((value) => value.toFixed(2));
  return `${what}: ${trend.start.toFixed(0)} MB, ${slope} ± ${error} MB a minute`;
}

/** How long the requests took that began in a third of the time, in ms. */
function thirdOf({ timings }: LoadReport, third: number): number[] {
  const thirdMs = (form.seconds * 1_000) / 3;
  return timings.filter(([at]) => Math.floor(at / thirdMs) === third).map(([, ms]) => ms);
}

async function connections(): Promise<number> {
  return withDatabase(platform, async (sql) => {
    const { rows } = await sql.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database()',
    );
    return rows[0]?.count ?? 0;
  });
}

/** Whether anybody hears the hints of a person: NATS itself answers a request that nobody hears. */
async function isHeard({ personId }: Person): Promise<boolean> {
  try {
    await nats.request(`push.${personId}`, '', { timeout: heardTimeoutMs });
    return true;
  } catch (error) {
    return !(error instanceof RequestError && error.isNoResponders());
  }
}

const open = async (): Promise<Record<string, number>> => {
  const held = await Promise.all(
    services.map(async (service) => [`sockets of ${service}`, (await heldBy(service)).sockets] as const),
  );
  return { ...Object.fromEntries(held), 'connections to the database': await connections() };
};

describe(`${callersMax} callers at once, reading and writing`, () => {
  it('are answered properly to the end, by processes that neither grow, nor slow down, nor keep anything open', async () => {
    const before = await open();
    await load(form.warmUpSeconds);
    const { result, seen } = await watching(load(form.seconds));
    const total = result.timings.length;

    expect(result.strange).toEqual({});
    expect(Object.keys(result.counts)).toHaveLength(11);
    expect(result.busy).toBeLessThanOrEqual(total * busyShareMax);

    const trends = services.flatMap((service) => trendsOf(service, seen.get(service) ?? []));
    const p99 = [0, 1, 2].map((third) => quantileOf(thirdOf(result, third), 0.99));
    if (isLong)
      console.log(
        [...trends.map(textOf), `${total} requests, p99 by thirds ${p99.join(', ')} ms`].join('\n'),
      );
    const growing = trends.filter(({ trend }) => growsBeyond(trend, form.growth, form.perMinutes));
    expect(growing.map(textOf)).toEqual([]);
    expect((p99[2] ?? 0) / (p99[0] ?? 1)).toBeLessThanOrEqual(form.slowdown);

    await eventually(async () => {
      const after = await open();
      const kept = Object.entries(after).filter(([what, count]) => count > (before[what] ?? 0));
      expect(kept.map(([what, count]) => `${what}: ${before[what]}, then ${count}`)).toEqual([]);
    }, idleTimeoutMs);
    await eventually(async () => {
      const heard = await Promise.all(callers.map(isHeard));
      expect(heard.filter(Boolean).length).toBe(0);
    }, idleTimeoutMs);
  }, 600_000);

  it('would be seen to leave a stream open: whoever listens is heard of', async () => {
    const [caller] = callers;
    if (caller === undefined) throw new Error('there is no caller');
    const stream = new AbortController();
    const headers = { Authorization: `Bearer ${caller.token}` };
    const response = await fetch(`${platform.gatewayUrl}/api/v1/events`, { headers, signal: stream.signal });
    await response.body?.getReader().read();
    expect(await isHeard(caller)).toBe(true);
    stream.abort();
    await eventually(async () => expect(await isHeard(caller)).toBe(false));
  });
});
