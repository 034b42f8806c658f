import type { SurveyResultsView } from '@gongxiang/contracts';
import { eventually } from '@gongxiang/testing';
import { spread } from '../figures.js';
import { run } from '../sql.js';
import { questionKeys, type Stage } from './stage.js';

const readsPerRound = 50;

/** Milliseconds that the work takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** The same answers as columns of a table that nothing hangs on. */
async function makeBare(url: string, surveyId: string): Promise<void> {
  const columns = questionKeys.map((key) => `answers->>'${key}' AS ${key}`);
  await run(url, 'DROP TABLE IF EXISTS bare_answer');
  await run(
    url,
    `CREATE TABLE bare_answer AS SELECT ${columns.join(', ')} FROM evaluation.survey_response WHERE survey_id = '${surveyId}'`,
  );
  await run(url, 'VACUUM (ANALYZE) bare_answer');
}

/** What is chosen how often, question by question, and no more. */
async function groupBare(url: string): Promise<void> {
  for (const key of questionKeys) await run(url, `SELECT ${key}, count(*) FROM bare_answer GROUP BY ${key}`);
}

/** The close of a survey, with suppression and freezing; then its results as they are read. */
export async function measureClose(stage: Stage, answers: number, rounds: number): Promise<void> {
  const { databaseUrl: url } = stage.platform;
  const { client } = stage.evaluator;
  const found = { close: [] as number[], bare: [] as number[], ratio: [] as number[], read: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const survey = await stage.survey();
    await stage.fill(survey, answers);
    await makeBare(url, survey.id);
    await groupBare(url);
    const bare = await timed(() => groupBare(url));
    const close = await timed(() => client.post(`/surveys/${survey.id}/close`));
    const results = await client.get<SurveyResultsView>(`/surveys/${survey.id}/results`);
    if (results.participation?.answered !== answers) throw new Error('not every answer was counted');
    const reads = await timed(async () => {
      for (let read = 0; read < readsPerRound; read += 1) await client.get(`/surveys/${survey.id}/results`);
    });
    await forget(url, survey.id);
    // What runs for the first time is slower.
    if (round === 0) continue;
    found.bare.push(bare);
    found.close.push(close);
    found.ratio.push(close / bare);
    found.read.push(bare / (reads / readsPerRound));
  }
  process.stdout.write(
    `${answers} answers to ${questionKeys.length} questions: close ${spread(found.close)} ms; bare GROUP BY ${spread(found.bare)} ms; ` +
      `close : bare ${spread(found.ratio, 2)}; published results are read ${spread(found.read)} times as fast as the bare GROUP BY\n`,
  );
}

/** Once they are written anew, so that the next round meets the same empty table. */
async function forget(url: string, surveyId: string): Promise<void> {
  await eventually(async () => {
    const due = await run(url, `SELECT 1 FROM evaluation.due WHERE kind = 'survey-scatter' AND key = $1`, [
      surveyId,
    ]);
    if (due.length > 0) throw new Error('the answers are still being written anew');
  }, 600_000);
  await run(url, 'TRUNCATE evaluation.survey_response');
}
