import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  responseContract,
  type SubmitResponseRequest,
  surveyContract,
  type SurveyView,
  type UnionState,
} from '@gongxiang/contracts';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  blindToken,
  type KnownActivity,
  knownActivity,
  knownUnion,
  preparedResponse,
  publishedSystem,
  startEvaluation,
} from '../evaluation.fixture.js';
import { ResponseRepository } from './response.repository.js';
import { SurveyRow } from './survey.entity.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let systemId: string;
const hourMs = 3_600_000;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  systemId = await publishedSystem(evaluation, union.id, evaluator);
});

afterAll(() => evaluation.stop());

function requestFor(activity: KnownActivity, hours = 24) {
  const now = evaluation.clock.now().getTime();
  return {
    activityId: activity.id,
    indicatorSystemId: systemId,
    questions: [{ key: 'words', text: '您的建议', kind: 'text' as const }],
    opensAt: new Date(now).toISOString(),
    closesAt: new Date(now + hours * hourMs).toISOString(),
  };
}

async function openSurvey(people: number): Promise<{ survey: SurveyView; activity: KnownActivity }> {
  const activity = await knownActivity(evaluation, union, people);
  return { survey: await evaluation.ask(surveyContract.create, requestFor(activity), evaluator), activity };
}

/** The first `count` who came answer: the n-th with a 3, then a 4, a 5, a 3 … */
async function answered(
  survey: SurveyView,
  activity: KnownActivity,
  count: number,
): Promise<SubmitResponseRequest[]> {
  const people = activity.personIds.slice(0, count);
  const responses = await Promise.all(
    people.map((personId, index) =>
      preparedResponse(evaluation, survey, personId, {
        liked: 3 + (index % 3),
        ours: 4,
        words: `建议 ${count - index}`,
      }),
    ),
  );
  await Promise.all(responses.map((response) => evaluation.ask(responseContract.submit, response, null)));
  return responses;
}

describe('a survey', () => {
  it('goes from thirty who came to what twelve of them think', async () => {
    const { survey, activity } = await openSurvey(30);
    expect(survey.questions.map(({ key }) => key)).toEqual(['liked', 'ours', 'words']);
    expect(JSON.stringify(survey)).not.toContain('PRIVATE');
    const someone = actorWith({ personId: activity.personIds[0] ?? '' });
    const mine = await evaluation.ask(surveyContract.listMine, {}, someone);
    const { id, opensAt, closesAt } = survey;
    expect(mine.items).toMatchObject([{ id, opensAt, closesAt, tokenIssued: false }]);
    await answered(survey, activity, 12);
    expect((await evaluation.ask(surveyContract.listMine, {}, someone)).items).toMatchObject([
      { tokenIssued: true },
    ]);
    const request = { surveyId: survey.id };
    expect(await evaluation.ask(surveyContract.close, request, evaluator)).toMatchObject({ state: 'closed' });
    const results = await evaluation.ask(surveyContract.results, request, actorWith());
    // 12 answers: four times 3, 4, 5, mean 4; the others all 4.
    const questions = [
      { key: 'liked', count: 12, mean: 4, distribution: null },
      { key: 'ours', count: 12, mean: 4, distribution: null },
    ];
    expect(results.cuts).toEqual([
      { dimension: 'all', key: '', questions },
      { dimension: 'functionBusiness', key: 'service.culture', questions },
      { dimension: 'organiser', key: union.id, questions },
    ]);
    expect(results.participation).toEqual({ came: 30, tokensIssued: 12, answered: 12 });
    expect(results.texts).toMatchObject([{ key: 'words', total: 12 }]);
    const words = Array.from({ length: 12 }, (_unused, index) => `建议 ${index + 1}`);
    expect([...(results.texts[0]?.texts ?? [])].sort()).toEqual(words.sort());
    const question = { ...request, question: 'words', limit: 5 };
    const first = await evaluation.ask(surveyContract.listTexts, question, actorWith());
    const next = { ...question, limit: 50, cursor: first.nextCursor ?? '' };
    const rest = await evaluation.ask(surveyContract.listTexts, next, actorWith());
    expect([...first.items, ...rest.items].map(({ text }) => text)).toEqual(results.texts[0]?.texts);
    expect(rest.nextCursor).toBeNull();
    expect((await evaluation.ask(surveyContract.listMine, {}, someone)).items).toEqual([]);
  });

  it('asks in every kind, and tells how the answers divide', async () => {
    const activity = await knownActivity(evaluation, union, 30);
    const choices = ['bus', 'metro', 'walk'].map((key) => ({ key, text: key }));
    const questions = [
      { key: 'again', text: '您会推荐给同事吗？', kind: 'nps' as const },
      { key: 'way', text: '您怎样来的？', kind: 'choice' as const, choices },
    ];
    const request = { ...requestFor(activity), questions };
    const survey = await evaluation.ask(surveyContract.create, request, evaluator);
    expect(survey.questions.slice(2)).toEqual(questions);
    await Promise.all(
      activity.personIds.map(async (personId, index) => {
        const answers = {
          ...{ liked: 1 + (index % 5), ours: 5, again: index % 11 },
          // 18 by bus, 9 by metro, 3 on foot
          way: choices[index % 10 === 9 ? 2 : index % 10 > 5 ? 1 : 0]?.key ?? '',
        };
        const response = await preparedResponse(evaluation, survey, personId, answers);
        await evaluation.ask(responseContract.submit, response, null);
      }),
    );
    await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
    const results = await evaluation.ask(surveyContract.results, { surveyId: survey.id }, evaluator);
    for (const { questions: told } of results.cuts) {
      expect(told).toEqual([
        // 0 … 10 twice, then 0 … 7: 2 · 55 + 28 = 138 of 30
        {
          ...{ key: 'again', count: 30, mean: 4.6 },
          distribution: [
            { key: '0+1+2+3+4+5+6', count: 21 },
            { key: '7+8+9+10', count: 9 },
          ],
        },
        { key: 'liked', count: 30, mean: 3, distribution: ['1', '2', '3', '4', '5'].map((key) => ({ key, count: 6 })) }, // prettier-ignore
        { key: 'ours', count: 30, mean: 5, distribution: null },
        // Three on foot alone would be told; with the next smallest they are twelve.
        {
          ...{ key: 'way', count: 30, mean: null },
          distribution: [
            { key: 'bus', count: 18 },
            { key: 'metro+walk', count: 12 },
          ],
        },
      ]);
    }
    const cell = `UPDATE survey_result SET distribution = NULL WHERE survey_id = $1`;
    await expect(evaluation.dataSource.query(cell, [survey.id])).rejects.toThrow();
  });

  it('is found by its state: scheduled, open, closed', async () => {
    const activity = await knownActivity(evaluation, union, 5);
    const listed = async (state: SurveyView['state']): Promise<string[]> => {
      const request = { activityId: activity.id, state };
      return (await evaluation.ask(surveyContract.list, request, evaluator)).items.map((one) => one.state);
    };
    const opensAt = new Date(evaluation.clock.now().getTime() + hourMs).toISOString();
    const request = { ...requestFor(activity), opensAt };
    const { id: surveyId } = await evaluation.ask(surveyContract.create, request, evaluator);
    const everywhere = async (): Promise<string[][]> =>
      Promise.all((['scheduled', 'open', 'closed'] as const).map(listed));
    expect(await everywhere()).toEqual([['scheduled'], [], []]);
    evaluation.clock.advance(hourMs);
    expect(await everywhere()).toEqual([[], ['open'], []]);
    await evaluation.ask(surveyContract.close, { surveyId }, evaluator);
    expect(await everywhere()).toEqual([[], [], ['closed']]);
  });

  it('closes by itself when its time is over, and takes no answer after that', async () => {
    const activity = await knownActivity(evaluation, union, 6);
    const survey = await evaluation.ask(surveyContract.create, requestFor(activity, 1), evaluator);
    const [late] = await answered(survey, activity, 6);
    const unused = await blindToken(survey);
    evaluation.clock.advance(hourMs);
    const request = { surveyId: survey.id, blindedToken: unused.blindedToken };
    const person = actorWith({ personId: activity.personIds[0] ?? '' });
    await expect(evaluation.ask(surveyContract.issueToken, request, person)).rejects.toMatchObject({
      code: 'SURVEY_NOT_OPEN',
    });
    await eventually(async () => {
      const closed = await evaluation.ask(surveyContract.get, { surveyId: survey.id }, evaluator);
      expect(closed.state).toBe('closed');
    });
    const row = await evaluation.dataSource.manager.findOneByOrFail(SurveyRow, { id: survey.id });
    expect(row.privateKey).toBeNull();
    // Sent again by a phone that lost the answer: it is the answer that was taken in time.
    expect(late && (await evaluation.send(responseContract.submit, late, null)).existing).toBe(true);
  });

  it('is held only where the activity is closed and all facts are here, once for the same indicators', async () => {
    const incomplete = await knownActivity(evaluation, union, 5, { missingFacts: 1 });
    await expect(
      evaluation.ask(surveyContract.create, requestFor(incomplete), evaluator),
    ).rejects.toMatchObject({
      code: 'FACTS_INCOMPLETE',
    });
    const { activity } = await openSurvey(5);
    await expect(
      evaluation.ask(surveyContract.create, requestFor(activity), evaluator),
    ).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    const unknown = { ...requestFor(activity), activityId: newId() };
    await expect(evaluation.ask(surveyContract.create, unknown, evaluator)).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
    });
    const over = {
      ...requestFor(await knownActivity(evaluation, union, 5)),
      closesAt: '2026-01-01T00:00:00Z',
    };
    await expect(evaluation.ask(surveyContract.create, over, evaluator)).rejects.toMatchObject({
      code: 'SURVEY_WINDOW',
    });
  });
});

describe('a token', () => {
  it('E125: is used once, also when two different answers come at once', async () => {
    const { survey, activity } = await openSurvey(5);
    const response = await preparedResponse(evaluation, survey, activity.personIds[0] ?? '', {
      liked: 5,
      ours: 5,
    });
    const attempts = [1, 2, 3, 4, 5].map((liked) => ({ ...response, answers: { liked, ours: 5 } }));
    const outcomes = await Promise.allSettled(
      attempts.map((attempt) => evaluation.ask(responseContract.submit, attempt, null)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'TOKEN_USED' });
    }
    const kept = await evaluation.dataSource.query('SELECT 1 FROM survey_response WHERE survey_id = $1', [
      survey.id,
    ]);
    expect(kept).toHaveLength(1);
  });

  it('takes the same answer again from a phone that lost the receipt, and keeps it once', async () => {
    const { survey, activity } = await openSurvey(5);
    const response = await preparedResponse(evaluation, survey, activity.personIds[0] ?? '', {
      liked: 5,
      ours: 5,
    });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => evaluation.send(responseContract.submit, response, null)),
    );
    expect(outcomes.filter(({ existing }) => !existing)).toHaveLength(1);
  });

  it('E126: is signed only for one who came, and one value for each', async () => {
    const { survey, activity } = await openSurvey(5);
    const { blindedToken } = await blindToken(survey);
    const request = { surveyId: survey.id, blindedToken };
    await expect(evaluation.ask(surveyContract.issueToken, request, actorWith())).rejects.toMatchObject({
      code: 'NOT_ATTENDED',
    });
    await expect(evaluation.ask(surveyContract.issueToken, request, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    const person = actorWith({ personId: activity.personIds[0] ?? '' });
    const first = await evaluation.send(surveyContract.issueToken, request, person);
    const again = await evaluation.send(surveyContract.issueToken, request, person);
    expect(again).toEqual({ body: first.body, existing: true, replayed: false });
    const other = { surveyId: survey.id, blindedToken: (await blindToken(survey)).blindedToken };
    await expect(evaluation.ask(surveyContract.issueToken, other, person)).rejects.toMatchObject({
      code: 'TOKEN_ALREADY_ISSUED',
    });
  });

  it('is worth nothing in another survey, nor without its signature', async () => {
    const { survey, activity } = await openSurvey(5);
    const { survey: other } = await openSurvey(5);
    const response = await preparedResponse(evaluation, survey, activity.personIds[0] ?? '', {
      liked: 5,
      ours: 5,
    });
    const forged = { ...response, signature: Buffer.alloc(256, 1).toString('base64') };
    for (const wrong of [{ ...response, surveyId: other.id }, forged]) {
      await expect(evaluation.ask(responseContract.submit, wrong, null)).rejects.toMatchObject({
        code: 'TOKEN_INVALID',
      });
    }
    const unfit = { ...response, answers: { liked: 6, ours: 5 } };
    await expect(evaluation.ask(responseContract.submit, unfit, null)).rejects.toMatchObject({
      code: 'ANSWER_FORMAT',
    });
    await evaluation.ask(responseContract.submit, response, null);
  });
});

describe('the close', () => {
  it('counts exactly the answers that were taken, also those that come at the same moment', async () => {
    const { survey, activity } = await openSurvey(20);
    const responses = await Promise.all(
      activity.personIds.map((personId) =>
        preparedResponse(evaluation, survey, personId, { liked: 5, ours: 5 }),
      ),
    );
    const request = { surveyId: survey.id };
    const [early, late] = [responses.slice(0, 6), responses.slice(6)];
    await Promise.all(early.map((response) => evaluation.ask(responseContract.submit, response, null)));
    const [, ...outcomes] = await Promise.allSettled([
      evaluation.ask(surveyContract.close, request, evaluator),
      ...late.map((response) => evaluation.ask(responseContract.submit, response, null)),
    ]);
    const taken = early.length + outcomes.filter(({ status }) => status === 'fulfilled').length;
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'SURVEY_NOT_OPEN' });
    }
    const results = await evaluation.ask(surveyContract.results, request, evaluator);
    expect(results.cuts[0]?.questions[0]?.count).toBe(taken);
    await expect(evaluation.ask(surveyContract.close, request, evaluator)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});

describe('anonymity', () => {
  it('E127, E130: nobody is told anything while the survey is open', async () => {
    const { survey, activity } = await openSurvey(8);
    await answered(survey, activity, 7);
    await expect(
      evaluation.ask(surveyContract.results, { surveyId: survey.id }, evaluator),
    ).rejects.toMatchObject({ code: 'SURVEY_OPEN' });
    // Neither the survey nor a list of surveys counts answers.
    const views = await evaluation.ask(surveyContract.list, { activityId: activity.id }, evaluator);
    expect(views.items).toEqual([survey]);
  });

  it('E128: what was promised before the first answer cannot be taken back, not even in the database', async () => {
    const { survey, activity } = await openSurvey(5);
    await answered(survey, activity, 1);
    const forbidden = [
      `UPDATE survey SET questions = '[]' WHERE id = $1`,
      `UPDATE survey SET cuts = '[]' WHERE id = $1`,
      `UPDATE survey SET closes_at = closes_at + interval '1 day' WHERE id = $1`,
      `UPDATE survey SET private_key = 'another' WHERE id = $1`,
    ];
    for (const statement of forbidden) {
      await expect(evaluation.dataSource.query(statement, [survey.id])).rejects.toThrow(
        'keeps what it promised',
      );
    }
    await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
    const reopen = `UPDATE survey SET state = 'open', closed_at = NULL, private_key = 'x' WHERE id = $1`;
    await expect(evaluation.dataSource.query(reopen, [survey.id])).rejects.toThrow('keeps what it promised');
    await expect(evaluation.dataSource.query('DELETE FROM survey_result')).rejects.toThrow();
  });

  it('E129: four answers and none give the same results; five are shown', async () => {
    const shown = async (answers: number) => {
      const { survey, activity } = await openSurvey(5);
      await answered(survey, activity, answers);
      await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
      return evaluation.ask(surveyContract.results, { surveyId: survey.id }, evaluator);
    };
    const [none, four, five] = [await shown(0), await shown(4), await shown(5)];
    expect({ ...four, surveyId: '' }).toEqual({ ...none, surveyId: '' });
    expect(four.cuts[0]?.questions[0]).toEqual({ key: 'liked', count: null, mean: null, distribution: null });
    expect(four.texts).toEqual([{ key: 'words', total: 0, texts: [] }]);
    // Neither who came nor who fetched a token, which would tell the two apart.
    expect(four.participation).toBeNull();
    // 3 + 4 + 5 + 3 + 4 = 19 of five
    expect(five.cuts[0]?.questions[0]).toEqual({ key: 'liked', count: 5, mean: 3.8, distribution: null });
  });

  it('leaves nothing in the database that leads from an answer to a person or a moment', async () => {
    const { survey, activity } = await openSurvey(9);
    await answered(survey, activity, 9);
    const columns: { table: string; column: string; type: string }[] = await evaluation.dataSource.query(
      `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'evaluation'`,
    );
    const own = columns.filter(({ table }) => table === 'survey_response');
    expect(own.map(({ column, type }) => `${column} ${type}`).sort()).toEqual([
      'answers jsonb',
      'id uuid',
      'survey_id uuid',
      'token_hash bytea',
    ]);
    const granted = columns.filter(({ table }) => table === 'survey_token_grant');
    expect(granted.filter(({ type }) => type.startsWith('timestamp') || type === 'date')).toEqual([]);
    const rows: { id: string; hash: string }[] = await evaluation.dataSource.query(
      `SELECT id, encode(token_hash, 'hex') AS hash FROM survey_response WHERE survey_id = $1`,
      [survey.id],
    );
    expect(rows).toHaveLength(9);
    // A version-7 id would hold the millisecond; version 4 holds none.
    for (const { id } of rows) expect(id[14]).toBe('4');
    const tables = [...new Set(columns.map(({ table }) => table))];
    for (const { id, hash } of rows) {
      for (const table of tables.filter((name) => name !== 'survey_response')) {
        const found: unknown[] = await evaluation.dataSource.query(
          `SELECT 1 FROM "${table}" t WHERE position($1 IN t::text) > 0 OR position($2 IN t::text) > 0 LIMIT 1`,
          [id, hash],
        );
        expect([table, found]).toEqual([table, []]);
      }
    }
  });

  it('names nobody in the answers, and after the close tells no order among them', async () => {
    const { survey, activity } = await openSurvey(9);
    await answered(survey, activity, 9);
    const all: { row: string }[] = await evaluation.dataSource.query(
      'SELECT r::text AS row FROM survey_response r',
    );
    for (const personId of activity.personIds) {
      expect(all.some(({ row }) => row.includes(personId))).toBe(false);
    }
    await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
    await eventually(async () => {
      const written: { id: string; xmin: string }[] = await evaluation.dataSource.query(
        'SELECT id, xmin::text FROM survey_response WHERE survey_id = $1 ORDER BY ctid',
        [survey.id],
      );
      expect(new Set(written.map(({ xmin }) => xmin)).size).toBe(1);
      expect(written.map(({ id }) => id)).toEqual(written.map(({ id }) => id).sort());
    });
  });
});

describe('the answers of a survey', () => {
  it('are counted by question, also where nothing but words was asked, and PostgreSQL plans as usual then', async () => {
    const { survey, activity } = await openSurvey(7);
    await answered(survey, activity, 7);
    const responses = evaluation.app.get(ResponseRepository);
    await evaluation.dataSource.transaction(async (sql) => {
      const tx = { sql } as never;
      expect(await responses.histograms(tx, survey.id, [])).toEqual({ count: 7, options: new Map() });
      const { count, options } = await responses.histograms(tx, survey.id, [{ key: 'liked', options: 5 }]);
      // 3, 4, 5, 3, 4, 5, 3
      expect([count, options.get('liked')]).toEqual([7, new Map([['3', 3], ['4', 2], ['5', 2]])]); // prettier-ignore
      expect(await sql.query(`SELECT current_setting('enable_sort') AS sort`)).toEqual([{ sort: 'on' }]);
    });
  });
});

describe('answers of a survey that are too many to be written anew at once', () => {
  it('are written so portion by portion, each of them once, in the order of their ids', async () => {
    const { survey, activity } = await openSurvey(11);
    await answered(survey, activity, 11);
    const all = async (): Promise<{ id: string; row: string; xmin: string }[]> =>
      evaluation.dataSource.query(
        'SELECT id, r::text AS row, xmin::text FROM survey_response r WHERE survey_id = $1 ORDER BY id',
        [survey.id],
      );
    const before = await all();
    const responses = evaluation.app.get(ResponseRepository);
    const ends: (string | null)[] = [];
    do {
      const portion = { after: ends.at(-1) ?? null, limit: 4 };
      const end = await evaluation.dataSource.transaction((sql) =>
        responses.scatter({ sql } as never, survey.id, portion),
      );
      ends.push(end);
    } while (ends.at(-1) !== null);
    // 4 + 4 + 3
    expect(ends).toEqual([before[3]?.id, before[7]?.id, null]);
    const after = await all();
    expect(after.map(({ row }) => row)).toEqual(before.map(({ row }) => row));
    const writers = after.map(({ xmin }) => xmin);
    expect([0, 4, 8].map((start) => new Set(writers.slice(start, start + 4)).size)).toEqual([1, 1, 1]);
    expect(new Set(writers).size).toBe(3);
  });

  it('are done with where the last portion is full, too', async () => {
    const { survey, activity } = await openSurvey(6);
    await answered(survey, activity, 6);
    const responses = evaluation.app.get(ResponseRepository);
    const scatter = (after: string | null): Promise<string | null> =>
      evaluation.dataSource.transaction((sql) =>
        responses.scatter({ sql } as never, survey.id, { after, limit: 6 }),
      );
    const end = await scatter(null);
    expect(end).not.toBeNull();
    expect(await scatter(end)).toBeNull();
  });
});

describe('who may do what with a survey', () => {
  const codes = async (actor: Actor | null, survey: SurveyView, activity: KnownActivity) => {
    const request = { surveyId: survey.id };
    const codeOf = (work: Promise<unknown>) =>
      work.then(() => 'OK').catch((error: { code: string }) => error.code);
    return [
      await codeOf(evaluation.ask(surveyContract.get, request, actor)),
      await codeOf(evaluation.ask(surveyContract.results, request, actor)),
      await codeOf(evaluation.ask(surveyContract.create, requestFor(activity), actor)),
      await codeOf(evaluation.ask(surveyContract.close, request, actor)),
    ];
  };

  it('is told by role and attendance', async () => {
    const { survey, activity } = await openSurvey(5);
    const elsewhere = await knownUnion(evaluation, '1.5.');
    const member = actorWith({ unionId: union.id, unionPath: union.path });
    const came = actorWith({ personId: activity.personIds[0] ?? '' });
    const officer = actorWith({ roles: [['officer', union.id, union.path]] });
    const stranger = actorWith({ roles: [['evaluator', elsewhere.id, elsewhere.path]] });
    const above = actorWith({ roles: [['organiser', randomUUID(), '1.']] });
    const out = 'NOT_SIGNED_IN';
    const table: [Actor | null, string[]][] = [
      [null, [out, out, out, out]],
      [member, ['NOT_FOUND', 'NOT_FOUND', 'NOT_PERMITTED', 'NOT_FOUND']],
      [stranger, ['NOT_FOUND', 'NOT_FOUND', 'NOT_PERMITTED', 'NOT_FOUND']],
      [came, ['OK', 'SURVEY_OPEN', 'NOT_PERMITTED', 'NOT_FOUND']],
      [officer, ['OK', 'SURVEY_OPEN', 'NOT_PERMITTED', 'NOT_FOUND']],
      [above, ['OK', 'SURVEY_OPEN', 'ALREADY_EXISTS', 'OK']],
      // Once it is closed, what it found is for everybody in the network.
      [member, ['OK', 'OK', 'NOT_PERMITTED', 'NOT_PERMITTED']],
    ];
    for (const [actor, expected] of table) expect(await codes(actor, survey, activity)).toEqual(expected);
    const listed = await evaluation.ask(surveyContract.list, { activityId: activity.id }, stranger);
    expect(listed.items).toEqual([]);
  });
});
