import type { SurveyResultsView, SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
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
async function makeBare(url: string, answers: number): Promise<void> {
  const columns = questionKeys.map((key) => `s.answers->>'${key}' AS ${key}`);
  await run(url, 'DROP TABLE IF EXISTS bare_answer');
  await run(
    url,
    `CREATE TABLE bare_answer AS SELECT ${columns.join(', ')} FROM generate_series(1, ${answers}) n
     JOIN sealed_sample s ON s.place = n % (SELECT count(*)::int FROM sealed_sample)`,
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
  await makeBare(url, answers);
  await groupBare(url);
  const bare = await timed(() => groupBare(url));
  const close = await timed(async () => {
    await client.post(`/surveys/${survey.id}/close`, {}, { ifMatch: survey.version });
    await untilCounted(stage, survey.id);
  });
  await requireGone(url, survey.id);
  const readOnce = (): Promise<SurveyResultsView> => client.get(`/surveys/${survey.id}/results`);
  const results = await readOnce();
  if (results.participation?.answered !== answers) throw new Error('not every answer was counted');
  const reads = await timed(async () => {
    for (let read = 0; read < readsPerRound; read += 1) await readOnce();
  });
  await run(url, 'VACUUM evaluation.sealed_answer');
  return { close, bare, read: reads / readsPerRound };
}

/** Opened in a thread of its own, counted, suppressed and frozen. */
function untilCounted(stage: Stage, surveyId: string): Promise<void> {
  return eventually(async () => {
    const { state } = await stage.evaluator.client.get<SurveyView>(`/surveys/${surveyId}`);
    if (state !== 'closed') throw new Error('the answers are still being counted');
  }, 600_000);
}

/** @throws Error where work has failed, or answers are left */
async function requireGone(url: string, surveyId: string): Promise<void> {
  const [left] = await run<{ kept: number; failed: number }>(
    url,
    `SELECT (SELECT count(*)::int FROM evaluation.sealed_answer WHERE survey_id = $1) AS kept,
            (SELECT count(*)::int FROM evaluation.dead_letter) AS failed`,
    [surveyId],
  );
  if (left?.failed !== 0 || left.kept !== 0)
    throw new Error(`after the close, work has failed or answers are left: ${JSON.stringify(left)}`);
}
