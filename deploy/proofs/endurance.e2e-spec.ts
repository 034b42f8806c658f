import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from '@gongxiang/testing';
import { RequestError, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICE_NAMES, type ServiceName } from '../local/services.js';
import {
  floorOf,
  growsBeyond,
  medianOf,
  quantileOf,
  type Sample,
  type Slice,
  slowdownOf,
  type Trend,
  trendOf,
} from './endurance-series.js';
import {
  insertMembers,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  publishActivity,
  renewed,
  withDatabase,
} from './fixtures.js';
import { connectAsAdmin } from './streams.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** How long is looked, how closely, and what may be found. */
const form = {
  warmUpSeconds: 60,
  seconds: 180,
  collectMs: 4_000,
  floorMs: 10_000,
  growth: 0.2,
  perMinutes: 60,
  slowdown: 1.5,
};
const sampleMs = 250;
/** Of a run: four in each third. */
const sliceCount = 12;
/**
 * Memory that grows because much is still done for the first time stops growing, on a busy machine later; a leak does not.
 * What grows is watched for as long again, and has failed when it grows in each of so many runs.
 */
const runsMax = 3;
/** What is open is looked at for so long, before and after. */
const openWithinMs = 5_000;
const callersMax = 256;
const idleTimeoutMs = 90_000;
/** Who hears a hint answers nothing; who does not is told of by NATS within milliseconds, on a busy machine within this. */
const heardTimeoutMs = 2_000;
/** Of all answers, those that said that it is too busy: more would mean that little was done. */
const busyShareMax = 0.05;

interface LoadReport {
  /** Start and duration of each request, in ms. */
  readonly timings: readonly (readonly [number, number])[];
  readonly counts: Readonly<Record<string, number>>;
  readonly strange: Readonly<Record<string, number>>;
  readonly busy: number;
}

/** What a process holds at one time. */
interface Held {
  /** Its own memory. Pages of programs, which the system takes away and lends again, are not counted where it tells. */
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly sockets: number;
  readonly openFiles: number;
  /** Connections to the database that its pool knows, and those of them that nobody uses; the gateway has none. */
  readonly pooled: number;
  readonly pooledIdle: number;
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
      LIMIT_PER_PERSON: '1000000',
      LIMIT_PER_ADDRESS: '1000000',
      REQUEST_TIMEOUT_MS: '60000',
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
  const tokenOf = (person: Person): string => renewed(platform, person).token;
  const plan = {
    gatewayUrl: platform.gatewayUrl,
    seconds,
    activityIds,
    officerToken: tokenOf(officer),
    callers: callers.map(tokenOf),
  };
  const program = fileURLToPath(new URL('endurance-load.mjs', import.meta.url));
  const env = { ...process.env, LOAD: JSON.stringify(plan) };
  const { stdout } = await run(process.execPath, [program], { env, maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as LoadReport;
}

async function ownBytes(service: ServiceName): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const status = await readFile(`/proc/${platform.replicas(service)[0]?.pid}/status`, 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024;
}

async function heldBy(service: ServiceName): Promise<Held> {
  const text = await (await fetch(platform.metricsUrl(service))).text();
  const valueOf = (name: string, label = '', absent = Number.NaN): number => {
    const line = text.split('\n').find((one) => one.startsWith(`${name}{`) && one.includes(label));
    return Number(line?.split(' ').at(-1) ?? absent);
  };
  const none = service === 'gateway' ? 0 : Number.NaN;
  const held = {
    residentBytes: (await ownBytes(service)) ?? valueOf('process_resident_memory_bytes'),
    heapBytes: valueOf('nodejs_heap_size_used_bytes'),
    sockets: valueOf('nodejs_active_resources', 'type="TCPSocketWrap"'),
    openFiles: valueOf('process_open_fds'),
    pooled: valueOf('gongxiang_pool_connections', 'state="total"', none),
    pooledIdle: valueOf('gongxiang_pool_connections', 'state="idle"', none),
  };
  if (Object.values(held).some(Number.isNaN)) throw new Error(`${service} does not tell what it holds`);
  return held;
}

/** Some tens of milliseconds of one core: longer than a process is left alone on a busy machine. */
const workBytes = Buffer.alloc(2 ** 20);
const workRounds = 40;
/** The work takes at most this part of the time, however slow the machine is. */
const workShareMax = 0.1;

/** @returns how long the work took, in ms */
function paceNow(): number {
  const from = performance.now();
  for (let round = 0; round < workRounds; round += 1) createHash('sha256').update(workBytes).digest();
  return performance.now() - from;
}

interface Seen<T> {
  readonly result: T;
  readonly seen: ReadonlyMap<ServiceName, readonly (Held & { readonly atMs: number })[]>;
  readonly paces: readonly Sample[];
}

/** Watches what every process holds, and how fast the machine is, until the work is done. */
async function watching<T>(work: Promise<T>): Promise<Seen<T>> {
  const seen = new Map(SERVICE_NAMES.map((service) => [service, [] as (Held & { atMs: number })[]]));
  const paces: Sample[] = [];
  let isOver = false;
  const watchPace = async (): Promise<void> => {
    while (!isOver) {
      const atMs = performance.now();
      const value = paceNow();
      paces.push({ atMs, value });
      await new Promise((resolve) => setTimeout(resolve, Math.max(sampleMs, value / workShareMax)));
    }
  };
  const watch = async (service: ServiceName): Promise<void> => {
    while (!isOver) {
      seen.get(service)?.push({ ...(await heldBy(service)), atMs: performance.now() });
      await new Promise((resolve) => setTimeout(resolve, sampleMs));
    }
  };
  const watches = Promise.all([watchPace(), ...SERVICE_NAMES.map(watch)]);
  const result = await work.finally(() => {
    isOver = true;
  });
  await watches;
  return { result, seen, paces };
}

interface NamedTrend {
  readonly what: string;
  readonly trend: Trend;
}

/** In MB: of the memory of a process, and of what its heap holds after collections. */
function trendsOf(service: ServiceName, samples: readonly (Held & { atMs: number })[]): NamedTrend[] {
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

function textOfSlices(slices: readonly Slice[]): string {
  const texts = slices.map(({ p99Ms, paceMs }) => `${p99Ms.toFixed(0)} (${paceMs.toFixed(0)})`);
  return `p99 in ms, and the machine's pace: ${texts.join(', ')}`;
}

/** The twelfths of a run: how long the requests took that began in each, and how the machine did meanwhile. */
function slicesOf({ timings }: LoadReport, paces: readonly Sample[]): Slice[] {
  const sliceMs = (form.seconds * 1_000) / sliceCount;
  const beganAt = paces[0]?.atMs ?? 0;
  return Array.from({ length: sliceCount }, (_one, slice) => ({
    p99Ms: quantileOf(
      timings.filter(([at]) => Math.floor(at / sliceMs) === slice).map(([, ms]) => ms),
      0.99,
    ),
    paceMs: medianOf(
      paces.filter(({ atMs }) => Math.floor((atMs - beganAt) / sliceMs) === slice).map(({ value }) => value),
    ),
  }));
}

/** Each service has a role of its own in the database, of the same name. */
async function connectionsByRole(): Promise<Map<string, number>> {
  return withDatabase(platform, async (sql) => {
    const { rows } = await sql.query<{ role: string; count: number }>(
      `SELECT usename AS role, count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() GROUP BY 1`,
    );
    return new Map(rows.map(({ role, count }) => [role, count]));
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

/**
 * What a service holds open at this moment. How many connections its pool keeps between two uses is the pool's own affair,
 * and depends on how much came at once: what counts are sockets and connections beside those, and those in use.
 */
async function open(): Promise<Map<string, number>> {
  const [connections, held] = await Promise.all([
    connectionsByRole(),
    Promise.all(SERVICE_NAMES.map(async (service) => [service, await heldBy(service)] as const)),
  ]);
  return new Map(
    held.flatMap(([service, { sockets, pooled, pooledIdle }]) => {
      const connected = connections.get(service) ?? 0;
      return [
        [`sockets of ${service} beside those to the database`, sockets - connected],
        [`connections that no pool of ${service} knows`, connected - pooled],
        [`connections that ${service} has in use`, pooled - pooledIdle],
      ] as const;
    }),
  );
}

/** Looks for a while, as there is always something that comes and goes. @returns the medians */
async function usuallyOpen(): Promise<Map<string, number>> {
  const looks: Map<string, number>[] = [];
  const until = Date.now() + openWithinMs;
  while (Date.now() < until) {
    looks.push(await open());
    await new Promise((resolve) => setTimeout(resolve, sampleMs));
  }
  const names = [...(looks[0]?.keys() ?? [])];
  return new Map(names.map((name) => [name, medianOf(looks.map((look) => look.get(name) ?? 0))]));
}

/** Waits until everything that was opened since then is closed, each in its own time. */
async function expectClosed(before: ReadonlyMap<string, number>): Promise<void> {
  let waiting = [...before.keys()];
  await eventually(async () => {
    const after = await usuallyOpen();
    waiting = waiting.filter((what) => (after.get(what) ?? 0) > (before.get(what) ?? 0));
    expect(waiting.map((what) => `${what}: ${before.get(what)}, then ${after.get(what)}`)).toEqual([]);
  }, idleTimeoutMs);
}

/** One run. @returns what grows by more than it may, and how much slower the end is than the beginning */
async function endure(): Promise<{ readonly growing: NamedTrend[]; readonly slowdown: number }> {
  const { result, seen, paces } = await watching(load(form.seconds));
  const total = result.timings.length;

  expect(result.strange).toEqual({});
  expect(Object.keys(result.counts)).toHaveLength(11);
  expect(result.busy).toBeLessThanOrEqual(total * busyShareMax);

  const trends = SERVICE_NAMES.flatMap((service) => trendsOf(service, seen.get(service) ?? []));
  const slices = slicesOf(result, paces);
  const slowdown = slowdownOf(slices);
  const lines = [`${total} requests`, textOfSlices(slices), `slowdown ${slowdown.toFixed(2)}`];
  console.log([...trends.map(textOf), ...lines].join('\n'));
  return {
    growing: trends.filter(({ trend }) => growsBeyond(trend, form.growth, form.perMinutes)),
    slowdown,
  };
}

describe(`${callersMax} callers at once, reading and writing`, () => {
  it('are answered properly to the end, by processes that neither grow, nor slow down, nor keep anything open', async () => {
    const before = await usuallyOpen();
    await load(form.warmUpSeconds);
    let growing: NamedTrend[] = [];
    for (let run = 1; run === 1 || (run <= runsMax && growing.length > 0); run += 1) {
      const { growing: now, slowdown } = await endure();
      expect(slowdown).toBeLessThanOrEqual(form.slowdown);
      growing = now.filter(({ what }) => run === 1 || growing.some((one) => one.what === what));
    }
    expect(growing.map(textOf)).toEqual([]);

    await expectClosed(before);
    await eventually(async () => {
      const heard = await Promise.all(callers.map(isHeard));
      expect(heard.filter(Boolean).length).toBe(0);
    }, idleTimeoutMs);
  }, 1_800_000);

  it('would be seen to leave a stream open: whoever listens is heard of', async () => {
    const [caller] = callers;
    if (caller === undefined) throw new Error('there is no caller');
    const stream = new AbortController();
    const headers = { Authorization: `Bearer ${renewed(platform, caller).token}` };
    const response = await fetch(`${platform.gatewayUrl}/api/v1/events`, { headers, signal: stream.signal });
    await response.body?.getReader().read();
    expect(await isHeard(caller)).toBe(true);
    stream.abort();
    await eventually(async () => expect(await isHeard(caller)).toBe(false));
  });
});
