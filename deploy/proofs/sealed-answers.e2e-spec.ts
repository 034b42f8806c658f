import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  EfficacySurveyView,
  MyEfficacyInvitationView,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type {
  SurveyResultsView,
  SurveyView,
  TokenSignature,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { MutualInterestView } from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sodium from 'libsodium-wrappers';
import { blindedFor } from '../demo/tools/blinded-token.js';
import { Client } from '../demo/tools/client.js';
import { beginNow, scanOf } from '../demo/steps/door.js';
import { backUpServer } from '../local/base-backup.js';
import {
  inDays,
  insertMembers,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  publishActivity,
  withDatabase,
} from './fixtures.js';
import { dataDirectory, filesBelow, idBytes, type RowVersion, rowVersions } from './heap-pages.js';
import { type Restartable, startOwnPostgres } from './own-servers.js';
import { signedToken } from './signed-token.js';
import { type Designers, endedActivity, openSurvey, publishedSystem } from './surveys.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const startUpMs = 180_000;
const testMs = 180_000;
const peopleCount = 30;
/** By chance one of 30 is right: Poisson with mean 1. More than eight are so in one case of 900,000. */
const rightByChanceMax = 8;
/** What another service hears late of somebody may be written between the two: then one of 30 is wrong, and seldom more. */
const rightByPlainRowsMin = 24;

/** What people answer or choose is written into these alone: of nobody, each in a transaction that is about nobody. */
const givenTables = [
  'evaluation.sealed_answer',
  'evaluation.sealed_text',
  'sharing.interest_choice',
  'sharing.interest_match',
];
/** What becomes of the answers: of all of them together. */
const countedTables = [
  'evaluation.survey_result',
  'evaluation.survey_text_result',
  'evaluation.survey_moment',
];
/** The proof's own: answers to a survey as they were once kept, and those of a season. */
const plainAnswers = 'public.plain_answer';
const plainSeasonAnswers = 'public.plain_season_answer';
const plainTables = [plainAnswers, plainSeasonAnswers];

/** One who answers, with what only this answer holds. */
interface Answered {
  readonly personId: string;
  /** Twelve letters, which are published. */
  readonly word: string;
  /** Eleven digits, which are never published. */
  readonly canary: string;
  readonly tokenHash: string;
}

let postgres: Restartable;
let platform: TestPlatform;
let survey: SurveyView;
let people: Person[];
let answered: Answered[];
/** As it was while the survey was open. */
let key: Buffer;
let sealedTexts: Buffer[];
let backup: string;
let results: SurveyResultsView;
let versions: RowVersion[];
/** The union that answered a season pooled. */
let partyId: string;

beforeAll(async () => {
  backup = mkdtempSync(join(tmpdir(), 'gongxiang-open-backup-'));
  // The worst case: no segment of the log is used again, and nothing is tidied.
  postgres = await startOwnPostgres({ fast: true, settings: { wal_keep_size: '4GB', autovacuum: 'off' } });
  platform = await startTestPlatform({}, {}, { url: postgres.url });
  const network = await makeNetwork(platform);
  const evaluator = await makePerson(platform, network, network.near, ['evaluator']);
  const reviewer = await makePerson(platform, network, network.near, ['evaluator']);
  people = await insertMembers(platform, network, network.near, peopleCount);
  await chooseEachOther(await makePerson(platform, network, network.near, ['officer', 'organiser']), network);
  const indicatorSystemId = await publishedSystem({ evaluator, reviewer }, network.near.id);
  const personIds = people.map(({ personId }) => personId);
  const activityId = await endedActivity(platform, network.near.id, personIds);
  const questions = [{ key: 'words', text: '您的建议', kind: 'text' as const }];
  survey = await openSurvey(evaluator, { activityId, indicatorSystemId, questions });
  await withDatabase(platform, async (sql) => {
    await sql.query(`CREATE TABLE ${plainAnswers} (token_hash bytea PRIMARY KEY, answers jsonb NOT NULL)`);
    await sql.query(`CREATE TABLE ${plainSeasonAnswers} (id uuid PRIMARY KEY, answers jsonb NOT NULL)`);
  });
  answered = [];
  for (const [index, person] of people.entries()) answered.push(await answer(person, index));
  key = readFileSync(keyFile()).subarray(32);
  sealedTexts = await withDatabase(platform, async (sql) => {
    const { rows } = await sql.query<{ sealed: Buffer }>('SELECT sealed FROM evaluation.sealed_text');
    return rows.map(({ sealed }) => sealed);
  });
  partyId = await answerSeason({ evaluator, reviewer }, network);
  await backUpServer(platform.databaseUrl, backup, { say: () => undefined });
  await evaluator.client.decide(`/surveys/${survey.id}/close`);
  await eventually(() => {
    const own = filesBelow(join(platform.home, 'sealing')).filter(({ path }) => path.includes(survey.id));
    expect(own.map(({ bytes }) => bytes.length)).toEqual([0]);
  }, 60_000);
  await withDatabase(platform, rewritePlain);
  results = await evaluator.client.get<SurveyResultsView>(`/surveys/${survey.id}/results`);
  versions = await rowVersions(platform);
}, startUpMs);

afterAll(async () => {
  await platform?.stop();
  await postgres?.stop();
  rmSync(backup, { recursive: true, force: true });
}, startUpMs);

const keyFile = (): string => join(platform.home, 'sealing', `${survey.id}.key`);

/**
 * Fetches a token and answers at once: nothing could be easier to put together. The same is written plain, into a table of
 * the proof's own, in a transaction of its own, as the platform once did.
 */
async function answer(person: Person, index: number): Promise<Answered> {
  const { sent, tokenHash } = await signedToken(survey, person);
  const word = [...`word${String(index).padStart(8, '0')}`].map((one) => letterOf(one)).join('');
  const canary = `139${String(71_234_567 + index * 1_009).padStart(8, '0')}`;
  const answers = { place: 1 + (index % 5), words: `${word}, ${canary}` };
  await new Client(platform.gatewayUrl).post(`/surveys/${survey.id}/responses`, { ...sent, answers });
  await withDatabase(platform, (sql) =>
    sql.query(`INSERT INTO ${plainAnswers} VALUES ($1, $2)`, [
      Buffer.from(tokenHash, 'hex'),
      JSON.stringify({ place: answers.place, words: word }),
    ]),
  );
  return { personId: person.personId, word, canary, tokenHash };
}

/** An evening at which the first two of three choose each other, and the third one of them. */
async function chooseEachOther(organiser: Person, { near }: Network): Promise<void> {
  const evening = await publishActivity(organiser.client, near, 5, { kind: 'matchmaking' });
  const path = `/activities/${evening.id}`;
  const guests = people.slice(0, 3);
  const seats: RegistrationView[] = [];
  for (const { client } of guests)
    seats.push(await client.post<RegistrationView>(`${path}/registrations`, {}));
  await beginNow(organiser.client, evening.id);
  const items = seats.map(({ id }) => scanOf({ registrationId: id }));
  await organiser.client.post(`${path}/check-ins`, { items });
  for (const [index, { client }] of guests.entries())
    await client.put(`${path}/mutual-interest/me`, {
      tag: `${index} 号`,
      contact: `微信 ${index}`,
      consentVersion: 1,
    });
  for (const [chooser, chosen] of [
    [0, 1],
    [1, 0],
    [2, 0],
  ] as const) {
    // prettier-ignore
    const client = guests[chooser]?.client;
    const seen = await client?.get<MutualInterestView>(`${path}/mutual-interest`);
    const other = seen?.participants.find(({ tag }) => tag === `${chosen} 号`);
    await client?.put(`${path}/mutual-interest/choices/${other?.id}`, {});
  }
}

/** A union answers pooled, with the token that it has just taken. @returns its id */
async function answerSeason(designers: Designers, network: Network): Promise<string> {
  const { near } = network;
  const indicatorSystemId = await publishedSystem(designers, near.id, ['belonging', 'halls']);
  const day = (days: number): string => inDays(days).slice(0, 10);
  const season = await designers.evaluator.client.post<EfficacySurveyView>('/efficacy-surveys', {
    unionId: near.id,
    name: '本季度',
    indicatorSystemId,
    identificationKey: 'belonging',
    satisfactionKey: 'halls',
    from: day(-90),
    to: day(0),
    opensAt: inDays(-0.01),
    closesAt: inDays(7),
  });
  const officer = await makePerson(platform, network, near, ['officer']);
  const mine = await eventually(async () => {
    const page = await officer.client.get<Page<MyEfficacyInvitationView>>('/me/efficacy-surveys');
    const own = page.items.find(({ party }) => party.id === near.id);
    if (!own?.pool) throw new Error('not asked yet, or without keys');
    return { ...own, pool: own.pool };
  }, 60_000);
  const path = `/efficacy-surveys/${season.id}`;
  const { blindedToken, finalise } = await blindedFor(mine.pool.publicKey);
  const asked = { kind: 'union', partyKind: 'union', partyId: near.id, blindedToken };
  const { blindSignature } = await officer.client.post<TokenSignature>(`${path}/tokens`, asked);
  await new Client(platform.gatewayUrl).post(`${path}/responses`, {
    poolId: mine.pool.id,
    ...(await finalise(blindSignature)),
    receipt: randomBytes(32).toString('base64'),
    answers: { belonging: 4, halls: 5 },
  });
  await keepAsOnce(near.id);
  return near.id;
}

/** In the transaction that notes that the party has answered, as the platform once kept an answer of a season. */
async function keepAsOnce(party: string): Promise<void> {
  await withDatabase(platform, async (sql) => {
    await sql.query('BEGIN');
    // Past the trigger that lets nobody answer a second time.
    await sql.query('SET LOCAL session_replication_role = replica');
    await sql.query('UPDATE evaluation.efficacy_invitation SET manner = manner WHERE party_id = $1', [party]);
    await sql.query(`INSERT INTO ${plainSeasonAnswers} VALUES (gen_random_uuid(), '{"belonging": 4}')`);
    await sql.query('COMMIT');
  });
}

/** Digits as letters, so that no number is hidden. */
function letterOf(character: string): string {
  return /\d/.test(character) ? String.fromCharCode('a'.charCodeAt(0) + Number(character)) : character;
}

/** As once after the close: all written anew in one transaction, in an order that is none. */
async function rewritePlain(sql: { query(text: string): Promise<unknown> }): Promise<void> {
  await sql.query(
    `WITH taken AS (DELETE FROM ${plainAnswers} RETURNING *)
     INSERT INTO ${plainAnswers} SELECT * FROM taken ORDER BY token_hash`,
  );
}

/** The rows, live or dead, that were written in one transaction with some of a table. */
function writtenWith(table: string): RowVersion[] {
  const own = versions.filter((version) => version.table === table);
  // It looks where something is to be found.
  expect([table, own.length]).not.toEqual([table, 0]);
  const written = new Set(own.map(({ xmin }) => xmin));
  return versions.filter((version) => version.table !== table && written.has(version.xmin));
}

function tablesOf(rows: readonly RowVersion[]): string[] {
  return [...new Set(rows.map(({ table }) => table))].toSorted();
}

function naming(rows: readonly RowVersion[], ids: readonly string[]): RowVersion[] {
  const bytes = ids.flatMap((id) => idBytes(id));
  return rows.filter(({ data }) => bytes.some((one) => data.includes(one)));
}

/**
 * Whoever has all pages: the first transaction that wrote an answer's word, and the person whom the last transaction before
 * it was about. @returns how many are right
 */
function linked(where: readonly string[]): number {
  const about = people.map(({ personId }) => ({ personId, bytes: idBytes(personId) }));
  const clock = versions
    .flatMap(({ xmin, data }) =>
      about
        .filter(({ bytes }) => bytes.some((one) => data.includes(one)))
        .map(({ personId }) => ({ xmin, personId })),
    )
    .sort((a, b) => a.xmin - b.xmin);
  const told = versions.filter(({ table }) => where.includes(table));
  return answered.filter(({ personId, word }) => {
    const written = told.filter(({ data }) => data.includes(word)).map(({ xmin }) => xmin);
    if (written.length === 0) return false;
    const first = Math.min(...written);
    return clock.filter(({ xmin }) => xmin < first).at(-1)?.personId === personId;
  }).length;
}

describe('what is left of thirty answers after the close', () => {
  it(
    'is what was published, and the key would have opened all',
    async () => {
      expect(results.participation?.answered).toBe(peopleCount);
      const published = results.texts.flatMap(({ texts }) => texts);
      expect(answered.filter(({ word }) => published.some((text) => text.includes(word)))).toHaveLength(
        peopleCount,
      );
      await sodium.ready;
      const publicKey = Buffer.from(survey.sealingKey ?? '', 'base64url');
      const opened = sealedTexts.map((sealed) =>
        Buffer.from(sodium.crypto_box_seal_open(sealed, publicKey, key)).toString(),
      );
      expect(answered.filter(({ canary }) => opened.some((text) => text.includes(canary)))).toHaveLength(
        peopleCount,
      );
    },
    testMs,
  );

  it(
    'holds no canary and no key: not in the data, the log, a backup of the time, the streams, the logs of processes',
    async () => {
      const data = await dataDirectory(platform);
      const files = [data, backup, platform.home].flatMap(filesBelow);
      const secrets = [key, ...answered.map(({ canary }) => Buffer.from(canary))];
      const found = files.filter(({ bytes }) => secrets.some((secret) => bytes.includes(secret)));
      expect(found.map(({ path }) => path)).toEqual([]);
      // It looks where something is to be found: the sealed rows are in pages and in the log, live or dead.
      const hash = Buffer.from(answered[0]?.tokenHash ?? '', 'hex');
      const held = files.filter(({ bytes }) => bytes.includes(hash)).map(({ path }) => path);
      for (const place of [join(data, 'base'), join(data, 'pg_wal'), join(backup, 'base')])
        expect([place, held.some((path) => path.startsWith(place))]).toEqual([place, true]);
    },
    testMs,
  );

  it('is in no row beside the hash of a token', () => {
    const hashes = answered.map(({ tokenHash }) => Buffer.from(tokenHash, 'hex'));
    const own = versions.filter(({ table }) => !plainTables.includes(table));
    const beside = own.filter(
      ({ data }) =>
        hashes.some((hash) => data.includes(hash)) && answered.some(({ word }) => data.includes(word)),
    );
    expect(beside).toEqual([]);
    expect(own.filter(({ data }) => hashes.some((hash) => data.includes(hash))).length).toBeGreaterThan(0);
  });

  it('leads to persons by the transactions that wrote it no better than chance does; plain rows lead to nearly all', () => {
    const tables = [...new Set(versions.map(({ table }) => table))];
    const own = tables.filter((table) => !plainTables.includes(table));
    expect(linked(own)).toBeLessThanOrEqual(rightByChanceMax);
    expect(linked([plainAnswers])).toBeGreaterThanOrEqual(rightByPlainRowsMin);
  });

  it.each([...givenTables, ...countedTables])(
    'shares no transaction with a row that names somebody, live or dead: %s',
    async (table) => {
      const { rows } = await withDatabase(platform, (sql) =>
        sql.query<{ id: string }>('SELECT id::text FROM membership.person'),
      );
      const ids = rows.map(({ id }) => id);
      expect(tablesOf(naming(writtenWith(table), ids))).toEqual([]);
    },
  );

  it.each(givenTables)(
    'is written with nothing else that was given, and with nothing of who gave it: %s',
    (table) => {
      // What is due names the activity alone.
      const silent = [...givenTables, 'sharing.due'];
      expect(tablesOf(writtenWith(table)).filter((one) => !silent.includes(one))).toEqual([]);
    },
  );

  it('of a season shares none with one that names a party; one that is kept in the old way does', () => {
    expect(tablesOf(naming(writtenWith('evaluation.sealed_answer'), [partyId]))).toEqual([]);
    expect(tablesOf(naming(writtenWith(plainSeasonAnswers), [partyId]))).toEqual([
      'evaluation.efficacy_invitation',
    ]);
  });
});
