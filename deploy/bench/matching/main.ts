// npm run bench -- matching: what it costs that needs find what answers them, at first and with each change, where little is
// offered and where much is, beside a bare look into the index.
//   --needs=10000 --offers=50000 --sizes=1000,10000,100000 --standing=1000 --rounds=5 --events=10
//   --replicas=1            copies of sharing that match for the first time   --only=first,events   --statements
import { parseArgs } from 'node:util';
import type { Restartable } from '../../proofs/own-servers.js';
import { cpuOf } from '../../proofs/cpu.js';
import { median, spread } from '../figures.js';
import { exitOnSignals } from '../signals.js';
import { startCounting } from '../start.js';
import { costliest, forgetStatements, statementsMs } from '../statements.js';
import { compareWithScratch } from './check.js';
import { drained } from './due.js';
import { bareLookup, type Cost, costOf, type EventName, eventNames } from './events.js';
import { offerUpTo, seek, startWorld, type World } from './world.js';

const { values } = parseArgs({
  options: {
    needs: { type: 'string', default: '10000' },
    offers: { type: 'string', default: '50000' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    standing: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    events: { type: 'string', default: '10' },
    replicas: { type: 'string', default: '1' },
    only: { type: 'string', default: 'first,events' },
    statements: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const count = Number(values.events);
const compared = 50;

const secondsSince = (began: number): number => (performance.now() - began) / 1_000;

/** How long it takes until everybody who seeks has a list, where nobody had one. */
async function measureFirst(postgres: Restartable): Promise<void> {
  const needs = Number(values.needs);
  const copies = Number(values.replicas);
  const world = await startWorld(postgres.url, 'matching_first', copies);
  try {
    await offerUpTo(world, Number(values.offers));
    await forgetStatements(postgres.url);
    const cpuBefore = processorMs(world);
    const began = performance.now();
    await seek(world, needs);
    await drained(world.platform.databaseUrl);
    const seconds = secondsSince(began);
    const processor = (processorMs(world) - cpuBefore) / needs;
    const statements = (await statementsMs(postgres.url, world.database)) / needs;
    process.stdout.write(
      `${needs} needs against ${values.offers} offers for the first time: ${seconds.toFixed(0)} s, ${(needs / seconds).toFixed(0)} needs a second; ` +
        `each: processor ${processor.toFixed(1)} ms, statements ${statements.toFixed(1)} ms\n`,
    );
    if (values.statements) process.stdout.write(`${await costliest(postgres.url)}\n`);
  } finally {
    await world.platform.stop();
  }
}

/** What the processor of all copies of sharing was at so far. */
function processorMs({ platform }: World): number {
  const pids = Object.fromEntries(platform.replicas('sharing').map(({ pid }, copy) => [`copy ${copy}`, pid]));
  return Object.values(cpuOf(pids)).reduce((sum, seconds) => sum + seconds, 0) * 1_000;
}

/** A platform with so many offers, and needs that have found theirs. */
interface Sized {
  readonly size: number;
  readonly world: World;
  readonly costs: Map<EventName, Cost[]>;
  readonly bare: number[];
}

async function startSized(postgres: Restartable, size: number): Promise<Sized> {
  const world = await startWorld(postgres.url, `matching_${size}`);
  await offerUpTo(world, size);
  await seek(world, Number(values.standing));
  await drained(world.platform.databaseUrl);
  return { size, world, costs: new Map(eventNames.map((name) => [name, []])), bare: [] };
}

/** Each size in turn in each round, and another first each time, so that all of them meet the same moods of the machine. */
async function measureEvents(all: readonly Sized[]): Promise<void> {
  // One round that does not count: what runs for the first time is slower.
  for (let round = 0; round <= rounds; round += 1) {
    const start = round % all.length;
    for (const { world, costs, bare } of [...all.slice(start), ...all.slice(0, start)]) {
      for (const name of eventNames) {
        const cost = await costOf(world, name, { count, first: round * count });
        if (round > 0) costs.get(name)?.push(cost);
      }
      if (round > 0) bare.push(await bareLookup(world, count));
    }
  }
}

const parts = ['took', 'processor', 'statements'] as const;

function sayCosts({ size, costs, bare }: Sized): void {
  const least = median(bare);
  for (const [name, all] of costs) {
    const said = parts.map(
      (part) =>
        `${part} ${spread(
          all.map((cost) => cost[part]),
          1,
        )} ms`,
    );
    const timesBare = median(all.map(({ statements }) => statements)) / least;
    process.stdout.write(
      `a ${name} with ${size} offers: ${said.join(', ')}; statements : bare look at one key (${least.toFixed(2)} ms) ${timesBare.toFixed(0)}\n`,
    );
  }
}

/** Each size to the smallest, round by round. */
function sayGrowth([smallest, ...larger]: readonly Sized[]): void {
  for (const { size, costs } of larger) {
    for (const [name, all] of costs) {
      const least = smallest?.costs.get(name) ?? [];
      const said = parts.map((part) => {
        const ratios = all.map((cost, round) => cost[part] / (least[round]?.[part] ?? Number.NaN));
        return `${part} ${spread(ratios, 2)}`;
      });
      process.stdout.write(`a ${name} with ${size} : with ${smallest?.size}: ${said.join(', ')}\n`);
    }
  }
}

async function measureSizes(postgres: Restartable): Promise<void> {
  const all: Sized[] = [];
  try {
    for (const size of values.sizes.split(',').map(Number)) all.push(await startSized(postgres, size));
    await measureEvents(all);
    all.forEach(sayCosts);
    sayGrowth(all);
    for (const { size, world } of all) {
      const { needs, same, worse } = await compareWithScratch(world.platform.databaseUrl, compared);
      process.stdout.write(
        `with ${size} offers, of ${needs} needs ${same} have the very list that is computed from scratch, ${worse} a worse one\n`,
      );
    }
  } finally {
    for (const { world } of all) await world.platform.stop();
  }
}

exitOnSignals();
const postgres = await startCounting(true);
try {
  const only = values.only.split(',');
  if (only.includes('events')) await measureSizes(postgres);
  if (only.includes('first')) await measureFirst(postgres);
} finally {
  await postgres.stop();
}
