// npm run bench -- ranking: how long it takes to rank many unions from scratch through the whole platform, beside one bare
// statement that reads the same scores; and whether it grows with their number.
//   --rounds=5 --unions=1000,10000
import type {
  RankingVerificationView,
  RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import pg from 'pg';
import { parseArgs } from 'node:util';
import { median, spread } from '../figures.js';
import { exitOnSignals } from '../signals.js';
import { createDatabase, run } from '../sql.js';
import { startCounting } from '../start.js';
import { plantUnions, type RankingWorld, startRankingWorld } from './world.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    unions: { type: 'string', default: '1000,10000' },
  },
});
const rounds = Number(values.rounds);
const sizes = values.unions.split(',').map(Number);

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/** Reads what a ranking rests on: of each score its id, its hash and its values, on a connection that is there. */
async function bareRead(client: pg.Client, { weightVersionId }: RankingWorld): Promise<number> {
  const { rows } = await client.query(
    `SELECT DISTINCT ON (subject_id) subject_id, id, union_id, inputs_hash, missing, score, inputs->'values' AS values
     FROM evaluation.score WHERE weight_version_id = $1 AND subject_kind = 'union' ORDER BY subject_id, id DESC`,
    [weightVersionId],
  );
  return rows.length;
}

function rank({ evaluator, systemId }: RankingWorld, method: string): Promise<RankingView> {
  const body = { indicatorSystemId: systemId, subjectKind: 'union', method, groupBy: 'sizeClass' };
  return evaluator.client.post<RankingView>('/rankings', body);
}

/** @returns the median of the time for a ranking by score, in milliseconds */
async function measure(world: RankingWorld, client: pg.Client, unions: number): Promise<number> {
  const found = {
    score: [] as number[],
    topsis: [] as number[],
    bare: [] as number[],
    verified: [] as number[],
  };
  // One round that does not count: what runs for the first time is slower.
  for (let round = 0; round <= rounds; round += 1) {
    const bare = await timed(() => bareRead(client, world));
    const byScore = await timed(() => rank(world, 'score'));
    const byTopsis = await timed(() => rank(world, 'topsis'));
    const path = `/rankings/${byScore.result.id}/verification`;
    const verified = await timed(() => world.evaluator.client.get<RankingVerificationView>(path));
    if (bare.result !== unions || byScore.result.ranked !== unions || byTopsis.result.ranked !== unions)
      throw new Error('not all of them are ranked');
    if (!verified.result.equal) throw new Error('the ranking came out otherwise');
    if (round === 0) continue;
    found.bare.push(bare.ms);
    found.score.push(byScore.ms);
    found.topsis.push(byTopsis.ms);
    found.verified.push(verified.ms);
  }
  const ratios = found.score.map((ms, index) => ms / (found.bare[index] ?? Number.NaN));
  process.stdout.write(
    `${unions} unions: by score ${spread(found.score)} ms, by TOPSIS ${spread(found.topsis)} ms, ` +
      `computed again ${spread(found.verified)} ms; bare read ${spread(found.bare)} ms; ` +
      `by score : bare read ${spread(ratios, 1)}\n`,
  );
  return median(found.score);
}

exitOnSignals();
const postgres = await startCounting(false);
try {
  const world = await startRankingWorld(await createDatabase(postgres.url, 'ranking'));
  const client = new pg.Client({ connectionString: world.platform.databaseUrl });
  await client.connect();
  try {
    let planted = 0;
    const each: number[] = [];
    for (const size of sizes) {
      await plantUnions(world, size - planted);
      planted = size;
      await run(world.platform.databaseUrl, 'ANALYZE evaluation.score, evaluation.union_ref');
      each.push((await measure(world, client, size)) / size);
    }
    const [first = Number.NaN] = each;
    const growth = each.map((ms) => (ms / first).toFixed(2)).join(', ');
    process.stdout.write(`the time for each union, to that with ${sizes[0]}: ${growth}\n`);
  } finally {
    await client.end();
    await world.platform.stop();
  }
} finally {
  await postgres.stop();
}
