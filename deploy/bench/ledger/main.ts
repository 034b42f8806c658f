// npm run bench -- ledger: entries that are taken back through the REST interface, with all that belongs to it (roles, limits,
// locks, row hash, audit trail, key, event), beside COPY of the same rows, and beside a bare transaction for each of them.
//   --rounds=3 --postings=100000 --legs=100 --entries=10000 --connections=256 --bare=32
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startOwnPostgres } from '../../proofs/own-servers.js';
import { renewed } from '../../proofs/fixtures.js';
import { spread } from '../figures.js';
import { runLoad } from '../load.js';
import { exitOnSignals } from '../signals.js';
import { run } from '../sql.js';
import { copied, makeBare, oneByOne } from './bare.js';
import { addEntries, startWorld, type World } from './world.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    postings: { type: 'string', default: '100000' },
    legs: { type: 'string', default: '100' },
    entries: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '256' },
    bare: { type: 'string', default: '32' },
  },
});
const rounds = Number(values.rounds);
const legs = Number(values.legs);
const entries = Number(values.entries);
const connections = Number(values.connections);

/** @returns seconds until the last answer. @throws where one of them was not taken back, or a posting is not there */
async function reversed(world: World, ids: readonly string[], postings: number): Promise<number> {
  const { platform, approver } = world;
  const { token } = renewed(platform, approver);
  const requests = ids.map((id) => ({
    ...{ method: 'POST' as const, path: `/api/v1/ledger/entries/${id}/reverse` },
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ reason: '活动取消' }),
  }));
  const { seconds, counts } = await runLoad([platform.gatewayUrl], connections, requests);
  if (counts['201'] !== ids.length) throw new Error(`not all were taken back: ${JSON.stringify(counts)}`);
  const [found] = await run<{ count: number }>(
    platform.databaseUrl,
    `SELECT count(*)::int AS count FROM settlement.posting p JOIN settlement.entry e ON e.id = p.entry_id
     WHERE e.reversal_of = ANY($1::uuid[])`,
    [ids],
  );
  if (found?.count !== postings) throw new Error(`${found?.count} postings instead of ${postings}`);
  return seconds;
}

interface Round {
  readonly real: number;
  readonly bare: number;
}

async function bulk(world: World): Promise<Round> {
  const count = Math.ceil(Number(values.postings) / legs);
  const ids = await addEntries(world, { count, legs });
  const since = new Date();
  const postings = count * legs;
  const real = postings / (await reversed(world, ids, postings));
  return { real, bare: postings / (await copied(world.platform.databaseUrl, since)) };
}

async function hot(world: World): Promise<Round> {
  const ids = await addEntries(world, { count: entries, legs: 1 });
  const real = entries / (await reversed(world, ids, entries));
  const bare = { count: entries, connections: Number(values.bare) };
  return { real, bare: entries / (await oneByOne(world.platform.databaseUrl, bare)) };
}

function say(what: string, against: string, found: readonly Round[]): void {
  const [real, bare] = [found.map((round) => round.real), found.map((round) => round.bare)];
  const ratios = found.map((round) => round.real / round.bare);
  process.stdout.write(
    `${what}: ${spread(real)} a second; ${against}: ${spread(bare)} a second; ratio ${spread(ratios, 2)}\n`,
  );
}

async function deadlocks(url: string): Promise<number> {
  const rows = await run<{ deadlocks: number }>(
    url,
    'SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0]?.deadlocks ?? 0;
}

exitOnSignals();
const postgres = await startOwnPostgres();
try {
  const world = await startWorld(postgres.url);
  try {
    await makeBare(world.platform.databaseUrl);
    const found: { bulk: Round[]; hot: Round[] } = { bulk: [], hot: [] };
    // One round that does not count: what runs for the first time is slower.
    for (let round = 0; round <= rounds; round += 1) {
      const [one, other] = [await bulk(world), await hot(world)];
      if (round === 0) continue;
      found.bulk.push(one);
      found.hot.push(other);
    }
    say(`postings, ${legs} an entry`, 'COPY of the same rows', found.bulk);
    say('entries on one account', `a transaction each, ${values.bare} at a time`, found.hot);
    process.stdout.write(`deadlocks: ${await deadlocks(world.platform.databaseUrl)}\n`);
  } finally {
    await world.platform.stop();
  }
} finally {
  await postgres.stop();
}
