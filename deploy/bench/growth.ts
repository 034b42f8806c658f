// npm run bench -- growth: what a sign-up costs where many have signed up before, beside the same where few have.
//   --sizes=10000,100000,1000000 --rounds=5 --people=4000 --seats=1000 --connections=64
import { parseArgs } from 'node:util';
import type { Restartable } from '../proofs/own-servers.js';
import { addEarlierRegistrations } from './earlier-years.js';
import { spread } from './figures.js';
import type { LoadReport } from './load.js';
import { linesOf, measure, type Measured } from './measure.js';
import { type MeasuredPlatform, startMeasured } from './platform.js';
import { requireRush } from './rush.js';
import { exitOnSignals } from './signals.js';
import { createDatabase, run } from './sql.js';
import { startCounting } from './start.js';
import { forgetStatements, statementsMs } from './statements.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
    people: { type: 'string', default: '4000' },
    seats: { type: 'string', default: '1000' },
    connections: { type: 'string', default: '64' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const connections = Number(values.connections);
const rush = requireRush({ people: Number(values.people), seats: Number(values.seats), activities: 1 });

/** A platform whose database keeps so many registrations. */
interface Grown {
  readonly size: number;
  readonly database: string;
  readonly one: MeasuredPlatform;
}

interface Cost extends Measured {
  /** What PostgreSQL was at for each request, in µs from the beginning of each statement to its end. */
  readonly statements: number;
}

async function measureOne(postgres: Restartable, { database, one }: Grown): Promise<Cost> {
  let milliseconds = Number.NaN;
  const around = async (load: () => Promise<LoadReport>): Promise<LoadReport> => {
    await forgetStatements(postgres.url);
    const report = await load();
    milliseconds = await statementsMs(postgres.url, database);
    return report;
  };
  const postgresPid = postgres.pid();
  const measured = await measure(one.subject, { rush, connections, postgresPid, around });
  await forgetRush(one);
  return { ...measured, statements: (milliseconds / rush.people) * 1_000 };
}

/** The administrator takes out who has just signed up, so that the table is as large in the last round as in the first. */
async function forgetRush({ platform, activityIds }: MeasuredPlatform): Promise<void> {
  await run(platform.databaseUrl, 'DELETE FROM sharing.registration WHERE activity_id = ANY($1)', [
    activityIds(),
  ]);
  await run(platform.databaseUrl, 'VACUUM (ANALYZE) sharing.registration');
}

/** Those of earlier years, with what PostgreSQL would otherwise do about so many new rows in the midst of a round. */
async function grow({ size, one }: Grown): Promise<void> {
  await addEarlierRegistrations(one.platform.databaseUrl, size);
  for (const table of ['activity', 'pool', 'registration'])
    await run(one.platform.databaseUrl, `VACUUM (ANALYZE) sharing.${table}`);
  await run(one.platform.databaseUrl, 'CHECKPOINT');
}

/** Each size in turn in each round, and another first each time, so that all of them meet the same moods of the machine. */
async function measureAll(postgres: Restartable, all: readonly Grown[]): Promise<void> {
  // One round that does not count, with nothing there yet: what runs for the first time is slower.
  for (const grown of all) {
    await measureOne(postgres, grown);
    const from = performance.now();
    await grow(grown);
    const seconds = ((performance.now() - from) / 1_000).toFixed(0);
    process.stdout.write(`${grown.size} registrations of earlier years are there after ${seconds} s\n`);
  }
  const found = new Map<Grown, Cost[]>(all.map((grown) => [grown, []]));
  for (let round = 1; round <= rounds; round += 1) {
    const first = round % all.length;
    for (const grown of [...all.slice(first), ...all.slice(0, first)]) {
      const cost = await measureOne(postgres, grown);
      found.get(grown)?.push(cost);
      process.stdout.write(`round ${round} ${grown.one.subject.name} ${cost.perSecond.toFixed(0)} /s\n`);
    }
  }
  for (const [{ one }, costs] of found) {
    const statements = `  statements ${spread(costs.map((cost) => cost.statements))} µs a request`;
    process.stdout.write(`${[...linesOf(one.subject.name, costs), statements].join('\n')}\n`);
  }
  sayGrowth(found);
}

const processes = ['gateway', 'sharing', 'membership', 'PostgreSQL'] as const;
type Read = (cost: Cost) => number;

/** Of all processes of the platform together, of each, and of the statements: each size to the smallest, round by round. */
function sayGrowth(found: ReadonlyMap<Grown, readonly Cost[]>): void {
  const [[smallest, least] = [undefined, []], ...larger] = found;
  const parts: [string, Read][] = [
    ['processor of all', ({ cpu }) => processes.reduce((sum, name) => sum + (cpu[name] ?? Number.NaN), 0)],
    ...processes.map((name): [string, Read] => [name, ({ cpu }) => cpu[name] ?? Number.NaN]),
    ['statements', ({ statements }) => statements],
  ];
  for (const [{ size }, costs] of larger) {
    const lines = parts.map(([name, read]) => {
      const ratios = costs.map((cost, index) => read(cost) / read(least[index] ?? cost));
      return `  ${name} ${spread(ratios, 2)}`;
    });
    process.stdout.write(`\na sign-up with ${size} : with ${smallest?.size}\n${lines.join('\n')}\n`);
  }
}

exitOnSignals();
const postgres = await startCounting(true);
const grown: Grown[] = [];
try {
  for (const size of sizes) {
    const database = `size_${size}`;
    const url = await createDatabase(postgres.url, database);
    const one = await startMeasured(url, rush.people, { name: `${size} registrations` });
    grown.push({ size, database, one });
  }
  await measureAll(postgres, grown);
} finally {
  for (const { one } of grown) await one.platform.stop();
  await postgres.stop();
}
