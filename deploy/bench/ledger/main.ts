// npm run bench -- ledger: entries that are taken back through the REST interface, with all that belongs to it (roles, limits,
// locks, row hash, audit trail, key, event), beside COPY of the same rows, and beside a bare transaction for each of them.
//   --rounds=3 --postings=100000 --legs=100 --entries=10000 --connections=256 --bare=32
//   --statements            says what the costliest statements of the last round took in PostgreSQL
import { parseArgs } from 'node:util';
import { spread } from '../figures.js';
import { exitOnSignals } from '../signals.js';
import { run } from '../sql.js';
import { startCounting } from '../start.js';
import { costliest, forgetStatements } from '../statements.js';
import { copied, makeBare, oneByOne } from './bare.js';
import { type Taken, takeBack } from './reversals.js';
import { addEntries, startWorld, type World } from './world.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    postings: { type: 'string', default: '100000' },
    legs: { type: 'string', default: '100' },
    entries: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '256' },
    bare: { type: 'string', default: '32' },
    statements: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const legs = Number(values.legs);
const entries = Number(values.entries);
const connections = Number(values.connections);

interface Round {
  readonly real: number;
  readonly bare: number;
  readonly cpu: Taken['cpu'];
}

async function bulk(world: World): Promise<Round> {
  const count = Math.ceil(Number(values.postings) / legs);
  const ids = await addEntries(world, { count, legs });
  const since = new Date();
  const postings = count * legs;
  const { seconds, cpu } = await takeBack(world, ids, { postings, connections });
  return {
    real: postings / seconds,
    bare: postings / (await copied(world.platform.databaseUrl, since)),
    cpu,
  };
}

async function hot(world: World): Promise<Round> {
  const ids = await addEntries(world, { count: entries, legs: 1 });
  const { seconds, cpu } = await takeBack(world, ids, { postings: entries, connections });
  const bare = { count: entries, connections: Number(values.bare) };
  return { real: entries / seconds, bare: entries / (await oneByOne(world.platform.databaseUrl, bare)), cpu };
}

function say(what: string, against: string, found: readonly Round[]): void {
  const [real, bare] = [found.map((round) => round.real), found.map((round) => round.bare)];
  const ratios = found.map((round) => round.real / round.bare);
  process.stdout.write(
    `${what}: ${spread(real)} a second; ${against}: ${spread(bare)} a second; ratio ${spread(ratios, 2)}\n`,
  );
  for (const name of Object.keys(found[0]?.cpu ?? {})) {
    const used = found.map(({ cpu }) => cpu[name] ?? 0);
    process.stdout.write(`  ${name} ${spread(used)} µs an entry\n`);
  }
}

async function deadlocks(url: string): Promise<number> {
  const rows = await run<{ deadlocks: number }>(
    url,
    'SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0]?.deadlocks ?? 0;
}

exitOnSignals();
const postgres = await startCounting(values.statements);
try {
  const world = await startWorld(postgres.url, postgres.pid());
  try {
    await makeBare(world.platform.databaseUrl);
    const found: { bulk: Round[]; hot: Round[] } = { bulk: [], hot: [] };
    // One round that does not count: what runs for the first time is slower.
    for (let round = 0; round <= rounds; round += 1) {
      if (values.statements) await forgetStatements(postgres.url);
      const [one, other] = [await bulk(world), await hot(world)];
      if (round === 0) continue;
      found.bulk.push(one);
      found.hot.push(other);
    }
    say(`postings, ${legs} an entry`, 'COPY of the same rows', found.bulk);
    say('entries on one account', `a transaction each, ${values.bare} at a time`, found.hot);
    if (values.statements) process.stdout.write(`${await costliest(postgres.url)}\n`);
    process.stdout.write(`deadlocks: ${await deadlocks(world.platform.databaseUrl)}\n`);
  } finally {
    await world.platform.stop();
  }
} finally {
  await postgres.stop();
}
