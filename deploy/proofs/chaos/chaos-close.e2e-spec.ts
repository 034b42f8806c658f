import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SurveyResultsView, SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { eventually } from '@gongxiang/testing';
import pg from 'pg';
import { Client } from '../../demo/tools/client.js';
import { insertMembers, makeNetwork, makePerson, type Network, type Person } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import { signedToken } from '../signed-token.js';
import { endedActivity, openSurvey, publishedSystem } from '../surveys.js';
import { rowsOf } from '../rows.js';
import type { TestPlatform } from '../test-platform.js';
import { hurriedMs, ride } from './chaos-wave.js';

const startUpMs = 180_000;
const proofMs = 180_000;
/** Many times what a restart and the lease of a count take. */
const endsWithinMs = 120_000;
const answersEach = 10;

let platform: TestPlatform;
let network: Network;
let evaluator: Person;
let indicatorSystemId: string;
let people: Person[];

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
  evaluator = await makePerson(platform, network, network.near, ['evaluator']);
  const reviewer = await makePerson(platform, network, network.near, ['evaluator']);
  indicatorSystemId = await publishedSystem({ evaluator, reviewer }, network.near.id);
  people = await insertMembers(platform, network, network.near, answersEach);
}, startUpMs);

afterAll(() => platform?.stop(), startUpMs);

const sealing = (): string => join(platform.home, 'sealing');

/** Ten people have answered: the n-th with 1 + n mod 5, which is 3 on average. */
async function answeredSurvey(): Promise<SurveyView> {
  const personIds = people.map(({ personId }) => personId);
  const activityId = await endedActivity(platform, network.near.id, personIds);
  const survey = await openSurvey(evaluator, { activityId, indicatorSystemId, questions: [] });
  for (const [index, person] of people.entries()) {
    const { sent } = await signedToken(survey, person);
    const answers = { place: 1 + (index % 5) };
    await new Client(platform.gatewayUrl).post(`/surveys/${survey.id}/responses`, { ...sent, answers });
  }
  return survey;
}

const stateOf = async (survey: SurveyView): Promise<string | undefined> =>
  (
    await rowsOf<{ state: string }>(platform, 'SELECT state FROM evaluation.survey WHERE id = $1', [
      survey.id,
    ])
  )[0]?.state;

/** How many sealed answers and how many results there are. */
async function rowsLeft(survey: SurveyView): Promise<{ sealed: number; results: number } | undefined> {
  const rows = await rowsOf<{ sealed: number; results: number }>(
    platform,
    `SELECT (SELECT count(*)::int FROM evaluation.sealed_answer WHERE survey_id = $1) AS sealed,
            (SELECT count(*)::int FROM evaluation.survey_result WHERE survey_id = $1) AS results`,
    [survey.id],
  );
  return rows[0];
}

/** Ends it as its holder does, who asks again until somebody answers. */
async function close(survey: SurveyView): Promise<void> {
  const sees = `/surveys/${survey.id}`;
  const wish = { person: evaluator, path: `${sees}/close`, body: {}, afterMs: 0, sees };
  await ride(platform.gatewayUrl, [wish], endsWithinMs, hurriedMs);
}

async function killedAt(
  lock: { readonly sql: string; readonly values?: readonly unknown[] },
  act: () => Promise<void>,
): Promise<void> {
  const holder = new pg.Client({ connectionString: platform.databaseUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(lock.sql, [...(lock.values ?? [])]);
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const acted = act();
    await eventually(async () => {
      const waiting = await rowsOf(
        platform,
        `SELECT 1 FROM pg_stat_activity WHERE usename = 'evaluation' AND $1::int = ANY(pg_blocking_pids(pid))`,
        [rows[0]?.pid],
      );
      expect(waiting.length).toBeGreaterThan(0);
    }, endsWithinMs);
    await platform.kill('evaluation');
    await holder.query('ROLLBACK');
    await platform.start('evaluation');
    await acted;
  } finally {
    await holder.end();
  }
}

/** Ten answers, each once; the key is gone, and so is what was sealed. */
async function expectWhole(survey: SurveyView): Promise<void> {
  await eventually(async () => expect(await stateOf(survey)).toBe('closed'), endsWithinMs);
  const results = await evaluator.client.get<SurveyResultsView>(`/surveys/${survey.id}/results`);
  expect(results.participation?.answered).toBe(answersEach);
  const all = results.cuts.find(({ dimension }) => dimension === 'all');
  expect(all?.questions).toMatchObject([{ key: 'place', count: answersEach, mean: 3 }]);
  expect((await rowsLeft(survey))?.sealed).toBe(0);
  await eventually(
    () =>
      expect(readdirSync(sealing()).filter((name) => name.startsWith(survey.id))).toEqual([
        `${survey.id}.destroyed`,
      ]),
    endsWithinMs,
  );
}

describe('a survey that ends while evaluation is killed', () => {
  it(
    'before its end is committed goes on, and ends when it is asked for again',
    async () => {
      const survey = await answeredSurvey();
      const sql = 'SELECT 1 FROM evaluation.survey WHERE id = $1 FOR KEY SHARE';
      await killedAt({ sql, values: [survey.id] }, () => close(survey));
      await expectWhole(survey);
    },
    proofMs,
  );

  it(
    'while its answers are opened is counted from the beginning',
    async () => {
      const survey = await answeredSurvey();
      const sql = 'LOCK TABLE evaluation.sealed_answer IN ACCESS EXCLUSIVE MODE';
      await killedAt({ sql }, () => close(survey));
      expect(await rowsLeft(survey)).toEqual({ sealed: answersEach, results: 0 });
      await expectWhole(survey);
    },
    proofMs,
  );

  it(
    'while its results are written has none of them, and all sealed answers, until it has all',
    async () => {
      const survey = await answeredSurvey();
      await killedAt({ sql: 'LOCK TABLE evaluation.survey_result IN SHARE MODE' }, () => close(survey));
      await expectWhole(survey);
    },
    proofMs,
  );

  it(
    'before its key is destroyed has it destroyed afterwards',
    async () => {
      const survey = await answeredSurvey();
      const away = `${sealing()}-away`;
      const holder = new pg.Client({ connectionString: platform.databaseUrl });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('LOCK TABLE evaluation.survey_result IN SHARE MODE');
      await close(survey);
      await eventually(async () => {
        const waiting = await rowsOf(
          platform,
          `SELECT 1 FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'survey_result' AND NOT l.granted`,
        );
        expect(waiting.length).toBeGreaterThan(0);
      });
      // Counted, with the key at hand; from here on nobody can destroy it.
      renameSync(sealing(), away);
      await holder.query('ROLLBACK');
      await holder.end();
      await eventually(async () => expect(await stateOf(survey)).toBe('closed'));
      await platform.kill('evaluation');
      renameSync(away, sealing());
      expect(readdirSync(sealing())).toContain(`${survey.id}.key`);
      await platform.start('evaluation');
      await expectWhole(survey);
    },
    proofMs,
  );
});
