import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quantileOf } from '../endurance-series.js';
import { insertMembers, makeNetwork, type Person, renewed } from '../fixtures.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

const greedyPeople = 32;
const greedyCallers = 256;
const otherPeople = 4;
const windowMs = 10_000;
/** Threads are started and code is compiled meanwhile. */
const warmUpMs = 5_000;
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
let people: Person[];

beforeAll(async () => {
  platform = await startTestPlatform({}, { LIMIT_PER_ADDRESS: '1000000' });
  const network = await makeNetwork(platform);
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
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
  };
  await Promise.all(tokensOf(people.slice(greedyPeople)).map(ask));
  return { timings, refused };
}

function startGreed(): { readonly process: ChildProcess; readonly counts: Promise<Record<string, number>> } {
  const plan = {
    gatewayUrl: platform.gatewayUrl,
    callers: greedyCallers,
    tokens: tokensOf(people.slice(0, greedyPeople)),
  };
  const program = fileURLToPath(new URL('chaos-greed-load.mjs', import.meta.url));
  const env = { ...process.env, LOAD: JSON.stringify(plan) };
  const child = spawn(process.execPath, [program], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const counts = text(child.stdout).then((said) => JSON.parse(said) as Record<string, number>);
  return { process: child, counts };
}

describe('256 greedy callers', () => {
  it(
    'are told to come back later, while others are answered whatever they ask for',
    async () => {
      const calm = await seenFor(windowMs);
      const greed = startGreed();
      await seenFor(warmUpMs);
      const during = await seenFor(windowMs);
      greed.process.stdin?.end();
      const counts = await greed.counts;
      // Times depend on who else is on the machine, so they are said and not judged.
      const p99 = ({ timings }: Seen, name: string): number => quantileOf(timings.get(name) ?? [], 0.99);
      for (const name of Object.keys(classes))
        process.stdout.write(
          `${name}: p99 ${p99(calm, name).toFixed(0)} ms, ${p99(during, name).toFixed(0)} ms\n`,
        );
      expect([calm.refused, during.refused]).toEqual([[], []]);
      expect(counts).toMatchObject({ 200: expect.any(Number), 503: expect.any(Number) });
    },
    proofMs,
  );
});
