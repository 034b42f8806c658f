import { createHash, randomUUID } from 'node:crypto';
import type { SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import pg from 'pg';
import { spread } from '../figures.js';
import { runLoad } from '../load.js';
import { run } from '../sql.js';
import type { Stage } from './stage.js';

interface BurstOptions {
  readonly answers: number;
  readonly connections: number;
  readonly rounds: number;
}

/** All at once, through the gateway. @returns answers a second @throws Error where one was lost or kept twice */
async function burstOn(stage: Stage, survey: SurveyView, options: BurstOptions): Promise<number> {
  const { gatewayUrl, databaseUrl } = stage.platform;
  const before = await countOf(databaseUrl, survey.id);
  const path = `/api/v1/surveys/${survey.id}/responses`;
  const headers = { 'content-type': 'application/json' };
  const bodies = await stage.bodies(survey, options.answers);
  const requests = bodies.map((body) => ({ method: 'POST' as const, path, headers, body }));
  const warmUp = Array.from({ length: options.connections }, () => ({
    method: 'GET' as const,
    path: '/api/v1/size-class',
    headers: {},
  }));
  const { seconds, counts } = await runLoad([gatewayUrl], options.connections, requests, warmUp);
  const kept = (await countOf(databaseUrl, survey.id)) - before;
  if (kept !== options.answers)
    throw new Error(`${kept} of ${options.answers} are kept: ${JSON.stringify(counts)}`);
  return options.answers / seconds;
}

async function countOf(url: string, surveyId: string): Promise<number> {
  const text = 'SELECT count(*)::int AS count FROM evaluation.sealed_answer WHERE survey_id = $1';
  const [row] = await run<{ count: number }>(url, text, [surveyId]);
  return row?.count ?? 0;
}

/** The same rows as bare inserts, over as many connections. @returns inserts a second */
async function bareBurst(url: string, { answers, connections }: BurstOptions): Promise<number> {
  const surveyId = randomUUID();
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  let next = 0;
  const work = async (client: pg.Client): Promise<void> => {
    for (let index = next++; index < answers; index = next++)
      await client.query('INSERT INTO bare_response VALUES ($1, $2, $3, $4)', [
        surveyId,
        randomUUID(),
        createHash('sha256').update(randomUUID()).digest(),
        JSON.stringify({ place: 5, guides: 4, service: 3, belonging: 5, again: 4, nps: 9, way: 'bus' }),
      ]);
  };
  const from = performance.now();
  await Promise.all(clients.map(work));
  const perSecond = answers / ((performance.now() - from) / 1_000);
  await Promise.all(clients.map((client) => client.end()));
  return perSecond;
}

/** Everybody sends at the same moment, beside bare inserts in the same round. */
export async function measureBurst(stage: Stage, options: BurstOptions): Promise<void> {
  const { databaseUrl: url } = stage.platform;
  await run(
    url,
    `CREATE TABLE bare_response (survey_id uuid NOT NULL, id uuid NOT NULL, token_hash bytea NOT NULL, answers jsonb NOT NULL,
       PRIMARY KEY (survey_id, id), UNIQUE (survey_id, token_hash))`,
  );
  const found = { own: [] as number[], bare: [] as number[], ratio: [] as number[] };
  for (let round = 0; round <= options.rounds; round += 1) {
    const bare = await bareBurst(url, options);
    const own = await burstOn(stage, await stage.survey(), options);
    if (round === 0) continue;
    found.bare.push(bare);
    found.own.push(own);
    found.ratio.push(own / bare);
  }
  process.stdout.write(
    `${options.answers} answers at once, each kept once: platform ${spread(found.own)} /s; bare inserts ${spread(found.bare)} /s; ` +
      `platform : bare ${spread(found.ratio, 2)}\n`,
  );
}

/** What an answer costs where few have answered, and where many have. */
export async function measureGrowth(
  stage: Stage,
  sizes: readonly number[],
  options: BurstOptions,
): Promise<void> {
  const surveys: { readonly size: number; readonly survey: SurveyView; readonly costs: number[] }[] = [];
  for (const size of sizes) {
    const survey = await stage.survey();
    await stage.fill(survey, size);
    surveys.push({ size, survey, costs: [] });
  }
  for (let round = 0; round <= options.rounds; round += 1) {
    const first = round % surveys.length;
    for (const { survey, costs } of [...surveys.slice(first), ...surveys.slice(0, first)]) {
      const perSecond = await burstOn(stage, survey, options);
      if (round > 0) costs.push(1 / perSecond);
    }
  }
  const [smallest, ...larger] = surveys;
  for (const { size, costs } of larger) {
    const ratios = costs.map((cost, round) => cost / (smallest?.costs[round] ?? Number.NaN));
    process.stdout.write(`an answer with ${size} : with ${smallest?.size} ${spread(ratios, 2)}\n`);
  }
}
