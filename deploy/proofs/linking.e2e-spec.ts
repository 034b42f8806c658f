import { randomBytes, randomUUID } from 'node:crypto';
import type { SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../demo/tools/client.js';
import {
  insertMembers,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  withDatabase,
} from './fixtures.js';
import { guess, type Marked, together, type Truth } from './linking.js';
import { type Operator, startOperator } from './operator-evidence.js';
import { startTalkativePostgres, type TalkativePostgres } from './overheard.js';
import { signedToken } from './signed-token.js';
import { type SpanReceiver, startSpanReceiver } from './span-receiver.js';
import { endedActivity, openSurvey, publishedSystem } from './surveys.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const startUpMs = 180_000;
const testMs = 120_000;
const peopleCount = 40;
/**
 * Of a random order of 40 one is expected to be right, whatever is guessed: Poisson with mean 1. More than eight are by
 * chance in one case of 900,000; the guesses of a run are some hundreds, most of them the same.
 */
const rightByChanceMax = 8;

let postgres: TalkativePostgres;
let collector: SpanReceiver;
let platform: TestPlatform;
let operator: Operator;
let network: Network;
let evaluator: Person;
let people: Person[];
let systemId: string;

beforeAll(async () => {
  postgres = await startTalkativePostgres({ wal_level: 'logical' });
  collector = await startSpanReceiver();
  platform = await startTestPlatform(
    {},
    { LOG_LEVEL: 'trace', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: '1' },
    { url: postgres.url },
  );
  network = await makeNetwork(platform);
  evaluator = await makePerson(platform, network, network.near, ['evaluator']);
  const reviewer = await makePerson(platform, network, network.near, ['evaluator']);
  people = await insertMembers(platform, network, network.near, peopleCount);
  systemId = await publishedSystem({ evaluator, reviewer }, network.near.id);
  operator = await startOperator(platform, { postgres, collector });
}, startUpMs);

afterAll(async () => {
  await operator?.stop();
  await platform?.stop();
  await collector?.stop();
  await postgres?.stop();
}, startUpMs);

/** A survey of an activity to which all of them came. */
async function newSurvey(): Promise<SurveyView> {
  const personIds = people.map(({ personId }) => personId);
  const activityId = await endedActivity(platform, network.near.id, personIds);
  const questions = [{ key: 'words', text: '您的建议', kind: 'text' as const }];
  return openSurvey(evaluator, { activityId, indicatorSystemId: systemId, questions });
}

interface Ready {
  readonly person: Marked;
  readonly answer: Marked;
  readonly body: object;
}

/** Has a token signed, and has an answer ready that the proof knows again: by its words, its token and the hash of it. */
async function fetchToken(survey: SurveyView, person: Person): Promise<Ready> {
  const { sent, token, tokenHash, seen } = await signedToken(survey, person);
  const words = `建议-${randomUUID()}`;
  const { personId } = person;
  return {
    person: { id: personId, marks: [personId, ...seen] },
    answer: { id: words, marks: [words, sent.token, sent.signature, tokenHash, token.toString('hex')] },
    body: { ...sent, answers: { place: 4, words } },
  };
}

/** Without sign-in, as a phone sends it. */
async function send(survey: SurveyView, { body }: Ready): Promise<void> {
  await new Client(platform.gatewayUrl).post(`/surveys/${survey.id}/responses`, body);
}

function inRandomOrder<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: randomBytes(8).readBigUInt64BE() }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ item }) => item);
}

const truthOf = (ready: readonly Ready[]): Truth =>
  new Map(ready.map(({ person, answer }) => [person.id, answer.id]));

async function closed(survey: SurveyView): Promise<void> {
  await evaluator.client.decide(`/surveys/${survey.id}/close`);
  await eventually(() =>
    withDatabase(platform, async (sql) => {
      const { rows } = await sql.query('SELECT state FROM evaluation.survey WHERE id = $1', [survey.id]);
      expect(rows).toEqual([{ state: 'closed' }]);
    }),
  );
}

describe('an operator who keeps tables, write-ahead log, statements, messages, traces and the logs of all processes', () => {
  it(
    'does no better than chance where people fetch tokens in one order and answer in another',
    async () => {
      const survey = await newSurvey();
      const ready: Ready[] = [];
      for (const person of inRandomOrder(people)) ready.push(await fetchToken(survey, person));
      for (const one of inRandomOrder(ready)) await send(survey, one);
      const [who, what] = [ready.map(({ person }) => person), ready.map(({ answer }) => answer)];
      const whileOpen = await operator.everything();
      await closed(survey);
      const evidence = [whileOpen, await operator.everything()];
      for (const all of evidence) {
        expect(together(all, who, what)).toEqual([]);
        const guesses = guess(all, who, what, truthOf(ready));
        // The operator sees both orders in many places: it is not for want of looking.
        expect(guesses.length).toBeGreaterThan(20);
        expect(guesses.filter(({ right }) => right > rightByChanceMax)).toEqual([]);
      }
    },
    testMs,
  );

  it(
    'learns who answered what where everybody answers at once, while watching, and does not from the tables alone',
    async () => {
      const survey = await newSurvey();
      const ready: Ready[] = [];
      for (const person of inRandomOrder(people)) {
        const one = await fetchToken(survey, person);
        await send(survey, one);
        ready.push(one);
      }
      const [who, what] = [ready.map(({ person }) => person), ready.map(({ answer }) => answer)];
      const [best] = guess(await operator.everything(), who, what, truthOf(ready));
      expect(best?.right).toBe(peopleCount);
      await closed(survey);
      // Who fetched a token is in the audit trail, in the order of ids; of the answers no token is left to be put in order.
      const tables = await operator.tables();
      expect(guess(tables, who, what, truthOf(ready))).toEqual([]);
      const hashes = ready.map(({ answer }) => answer.marks.at(-2) ?? '');
      expect(tables.filter(({ text }) => hashes.some((hash) => text.includes(hash)))).toEqual([]);
    },
    testMs,
  );
});
