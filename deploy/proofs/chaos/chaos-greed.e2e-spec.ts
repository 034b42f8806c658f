import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreatedApiKeyView } from '@gongxiang/contracts/membership/access/api-key.contract';
import { quantileOf } from '../endurance-series.js';
import {
  insertMembers,
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  type Person,
  renewed,
} from '../fixtures.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

const greedyPeople = 32;
const greedyCallers = 256;
const otherPeople = 4;
/** Long enough for some hundred answers of each class: of fewer the p99 is the slowest. */
const windowMs = 30_000;
/** Between two questions of one person, who stays under the limit by it. */
const pauseMs = 80;
/** Threads are started and code is compiled meanwhile. */
const warmUpMs = 5_000;
const minuteMs = 60_000;
const proofMs = 300_000;

/** What others ask for: of each service something that is read, and something small that is computed. */
const classes: Readonly<Record<string, { readonly path: string; readonly body?: object }>> = {
  'membership, read': { path: '/unions?limit=20' },
  'sharing, read': { path: '/activities?limit=20' },
  'settlement, read': { path: '/confirmations?limit=20' },
  'evaluation, read': { path: '/surveys?limit=20' },
  'settlement, small preview': {
    path: '/previews/split',
    body: {
      total: { amount: '100', currency: 'CNY' },
      parties: [{ id: 'A' }, { id: 'B' }],
      rule: { kind: 'equal' },
    },
  },
};

let platform: TestPlatform;
let network: Network;
let people: Person[];

beforeAll(async () => {
  platform = await startTestPlatform({}, { LIMIT_PER_ADDRESS: '1000000' });
  network = await makeNetwork(platform);
  people = await insertMembers(platform, network, network.near, greedyPeople + otherPeople);
});

afterAll(() => platform?.stop());

const tokensOf = (some: readonly Person[]): string[] => some.map((one) => renewed(platform, one).token);

type Timings = Map<string, number[]>;

interface Seen {
  readonly timings: Timings;
  /** Answers that were none: class and status. */
  readonly refused: readonly string[];
}

/** How long each class takes for those who ask one thing at a time. */
async function seenFor(forMs: number): Promise<Seen> {
  const timings: Timings = new Map(Object.keys(classes).map((name) => [name, []]));
  const refused: string[] = [];
  const until = Date.now() + forMs;
  const ask = async (token: string): Promise<void> => {
    while (Date.now() < until)
      for (const [name, { path, body }] of Object.entries(classes)) {
        const from = performance.now();
        const answer = await fetch(`${platform.gatewayUrl}/api/v1${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        await answer.arrayBuffer();
        timings.get(name)?.push(performance.now() - from);
        if (answer.status !== 200) refused.push(`${name} ${answer.status}`);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
  };
  await Promise.all(tokensOf(people.slice(greedyPeople)).map(ask));
  return { timings, refused };
}

/** A path, and the body of what is not only read. */
type Ask = readonly [path: string, body?: object];

interface Greed {
  readonly callers: number;
  readonly tokens: readonly string[];
  /** What they ask for in turn; where it is left out, previews that compute for long. */
  readonly asks?: readonly Ask[];
  /** Whether they come back when they were told to, or at once. */
  readonly isPatient: boolean;
}

function startGreed(greed: Greed): {
  readonly process: ChildProcess;
  readonly counts: Promise<Record<string, number>>;
} {
  const plan = { gatewayUrl: platform.gatewayUrl, ...greed };
  const program = fileURLToPath(new URL('chaos-greed-load.mjs', import.meta.url));
  const child = spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  child.stdin.write(`${JSON.stringify(plan)}\n`);
  const counts = text(child.stdout).then((said) => JSON.parse(said) as Record<string, number>);
  return { process: child, counts };
}

/** Of the p99 of each window the one in the middle: what else the machine does for a moment is in one of them. */
const p99Of = (windows: readonly Seen[], name: string): number =>
  quantileOf(
    windows.map(({ timings }) => quantileOf(timings.get(name) ?? [], 0.99)),
    0.5,
  );

/** What others wait for at most, by class: while nobody is greedy, and while somebody is. */
function sayTimes(who: string, before: readonly Seen[], during: readonly Seen[]): void {
  for (const name of Object.keys(classes)) {
    const [was, is] = [before, during].map((windows) => p99Of(windows, name).toFixed(0));
    process.stdout.write(`${who}; ${name}: p99 ${was} ms, ${is} ms\n`);
  }
}

/**
 * Keeps every processor of the machine busy with what is none of the platform's, and gives way to whoever else wants it: as
 * much of the machine is taken by it as the platform's own threads take, which give way likewise. What others wait for beside
 * that is what the machine makes them wait; what they wait for longer is what the platform does.
 * @returns ends it
 */
function occupyProcessors(): () => void {
  const program = `${giveWay} for (;;);`;
  const all = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', program], { stdio: 'ignore', detached: true }),
  );
  return () => all.forEach((child) => child.kill('SIGKILL'));
}

/** As the greedy callers do it: between sessions Linux weighs these, and not processes. */
const giveWay = `
  require('node:os').setPriority(19);
  const { existsSync, writeFileSync } = require('node:fs');
  if (existsSync('/proc/self/autogroup')) writeFileSync('/proc/self/autogroup', '19');`;

/**
 * Others' p99 beside greedy callers, at most this many times what it is beside as busy a machine. Measured on two cores in two runs:
 * 1.2 to 2.2 times of the services that are not asked for previews, 2.1 to 3.3 times of settlement, which is; twice for all is the goal.
 */
const slowerMax = 4;
/** So many windows of either kind, in turn: whatever else the machine does meanwhile meets both. */
const rounds = 5;

const starvedFactor = 3;

/** The classes of which half the answers came later than three times the slowest of a hundred did before: no noise does that. */
function starvedIn(calm: Seen, during: Seen): string[] {
  const quantile = ({ timings }: Seen, name: string, part: number): number =>
    quantileOf(timings.get(name) ?? [], part);
  return Object.keys(classes).filter(
    (name) => quantile(during, name, 0.5) > starvedFactor * quantile(calm, name, 0.99),
  );
}

function slowedIn(before: readonly Seen[], during: readonly Seen[]): string[] {
  return Object.keys(classes).filter((name) => p99Of(during, name) > slowerMax * p99Of(before, name));
}

describe('256 greedy callers', () => {
  it(
    'are answered or told to come back later, while others are answered whatever they ask for',
    async () => {
      sayTimes('nobody', [await seenFor(windowMs)], [await seenFor(windowMs)]);
      const tokens = tokensOf(people.slice(0, greedyPeople));
      const busy: Seen[] = [];
      const during: Seen[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const release = occupyProcessors();
        await seenFor(warmUpMs);
        busy.push(await seenFor(windowMs));
        release();
        const greed = startGreed({ callers: greedyCallers, tokens, isPatient: true });
        await seenFor(warmUpMs);
        during.push(await seenFor(windowMs));
        greed.process.stdin?.end();
        const counts = await greed.counts;
        process.stdout.write(`256 callers were answered ${JSON.stringify(counts)}\n`);
        expect(counts).toMatchObject({ 200: expect.any(Number) });
        expect(['200', '503']).toEqual(expect.arrayContaining(Object.keys(counts)));
      }
      sayTimes('256 callers', busy, during);
      const refused = [...busy, ...during].flatMap((seen) => seen.refused);
      expect([refused, slowedIn(busy, during)]).toEqual([[], []]);
    },
    2 * proofMs,
  );
});

const fen = (amount: number): object => ({ amount: String(amount), currency: 'CNY' });
const largestDebts = Array.from({ length: 10_000 }, (_, index) => ({
  from: `P${index % 999}`,
  to: `P${(index % 999) + 1}`,
  amount: fen(1 + index),
}));
/** What takes longest of all that anybody may ask for. */
const askedByAnybody: readonly Ask[] = [
  ['/previews/netting', { mode: 'fewest', hub: null, debts: largestDebts }],
  ['/previews/split', { total: fen(1), parties: largestDebts.slice(0, 1_000), rule: { kind: 'equal' } }],
  ['/activities?limit=200'],
  ['/resources?limit=200'],
];

/** A roster of as many lines as one may have, looked through again and again. */
async function rosterOf({ client }: Person): Promise<Ask> {
  const lines = Array.from({ length: 50_000 }, (_, index) => `张${index},${index}`);
  const { key } = await client.upload('roster.csv', `姓名,证件号码\n${lines.join('\n')}\n`, 'text/csv');
  return ['/member-imports', { unionId: network.far.id, fileKey: key, dryRun: true }];
}

const greedy: Readonly<Record<string, () => Promise<Pick<Greed, 'tokens' | 'asks'>>>> = {
  'a member': async () => ({ tokens: tokensOf(people.slice(0, 1)), asks: askedByAnybody }),
  'an officer': async () => {
    // Not where the crowd is: their names are not sealed, so no list of them can be shown.
    const officer = await makePerson(platform, network, network.far, ['officer']);
    const asks = [
      ...askedByAnybody,
      await rosterOf(officer),
      [`/members?union=${network.far.id}&limit=200`] as const,
    ];
    return { tokens: [officer.token], asks };
  },
  'an API key': async () => {
    const { client } = await makePerson(platform, network, network.near, ['officer']);
    const { key } = await client.post<CreatedApiKeyView>('/api-keys', {
      name: '贪心',
      scopes: ['read', 'write'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      password: memberPassword,
    });
    return { tokens: [key ?? ''], asks: askedByAnybody };
  },
};

describe('for a minute', () => {
  it.each(Object.entries(greedy))(
    '%s asks for the most there is, on 64 connections and without a pause, and keeps nobody from an answer',
    async (who, prepare) => {
      const greed = await prepare();
      const calm = await seenFor(windowMs);
      const load = startGreed({ ...greed, callers: 64, isPatient: false });
      await seenFor(warmUpMs);
      const during = await seenFor(minuteMs);
      load.process.stdin?.end();
      const counts = await load.counts;
      sayTimes(who, [calm], [during]);
      process.stdout.write(`${who} was answered ${JSON.stringify(counts)}\n`);
      expect([calm.refused, during.refused, starvedIn(calm, during)]).toEqual([[], [], []]);
      expect(counts).toMatchObject({ 429: expect.any(Number) });
      expect(counts).not.toHaveProperty('500');
    },
    proofMs,
  );
});
