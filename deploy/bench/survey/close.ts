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

/** Milliseconds of one round. */
interface Closed {
  readonly close: number;
  readonly bare: number;
  /** One read of the published results. */
  readonly read: number;
}

/** The close of a survey, with suppression and freezing; then its results as they are read. */
export async function measureClose(stage: Stage, answers: number, rounds: number): Promise<void> {
  const found: Closed[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    // What runs for the first time is slower; a tenth is enough to have run.
    const closed = await closeOne(stage, round === 0 ? Math.ceil(answers / 10) : answers);
    const { close, bare, read } = closed;
    process.stdout.write(
      `${round === 0 ? 'warm-up' : `round ${round}`} close ${close.toFixed(0)} ms, bare GROUP BY ${bare.toFixed(0)} ms, a read ${read.toFixed(1)} ms\n`,
    );
    if (round > 0) found.push(closed);
  }
  const of = (figure: (closed: Closed) => number, digits = 0): string => spread(found.map(figure), digits);
  process.stdout.write(
    `${answers} answers to ${questionKeys.length} questions: close ${of(({ close }) => close)} ms; bare GROUP BY ${of(({ bare }) => bare)} ms; ` +
      `close : bare ${of(({ close, bare }) => close / bare, 2)}; published results are read ${of(({ bare, read }) => bare / read)} times as fast as the bare GROUP BY\n`,
  );
}

async function closeOne(stage: Stage, answers: number): Promise<Closed> {
  const { databaseUrl: url } = stage.platform;
  const { client } = stage.evaluator;
  const survey = await stage.survey();
  await stage.fill(survey, answers);
  await makeBare(url, survey.id);
  await groupBare(url);
  const bare = await timed(() => groupBare(url));
  const close = await timed(() => client.post(`/surveys/${survey.id}/close`));
  await requireScattered(url, survey.id, answers);
  const readOnce = (): Promise<SurveyResultsView> => client.get(`/surveys/${survey.id}/results`);
  const results = await readOnce();
  if (results.participation?.answered !== answers) throw new Error('not every answer was counted');
  const reads = await timed(async () => {
    for (let read = 0; read < readsPerRound; read += 1) await readOnce();
  });
  // The next round meets the same empty table.
  await run(url, 'TRUNCATE evaluation.survey_response');
  return { close, bare, read: reads / readsPerRound };
}

/** Waits for the work that follows a close, which is no part of it. @throws Error where it failed, or an answer is lost */
async function requireScattered(url: string, surveyId: string, answers: number): Promise<void> {
  await eventually(async () => {
    const due = await run(url, `SELECT 1 FROM evaluation.due WHERE kind LIKE 'survey-%' AND key = $1`, [
      surveyId,
    ]);
    if (due.length > 0) throw new Error('the answers are still being written anew');
  }, 600_000);
  const [left] = await run<{ kept: number; failed: number }>(
    url,
    `SELECT (SELECT count(*)::int FROM evaluation.survey_response WHERE survey_id = $1) AS kept,
            (SELECT count(*)::int FROM evaluation.dead_letter) AS failed`,
    [surveyId],
  );
  if (left?.failed !== 0 || left.kept !== answers)
    throw new Error(`after the close, work has failed or answers are lost: ${JSON.stringify(left)}`);
}
