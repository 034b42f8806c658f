import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  responseContract,
  type SubmitResponseRequest,
  surveyContract,
  type SurveyView,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { In } from 'typeorm';
import {
  closeSurvey,
  countedSurvey,
  blindToken,
  type KnownActivity,
  knownActivity,
  knownUnion,
  preparedResponse,
  publishedSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';
import { TitlesFold } from '../../finding/search/titles-fold.due.js';
import { MemberActivation, MemberRef } from '../../reference/reference.entity.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';
import { padded } from '../../reference/sealing/padding.model.js';
import { seal } from '../../reference/sealing/sealed-box.js';
import { SurveyCountingService } from './survey-counting.service.js';
import { KeyWatch } from '../../seasons/key-watch/key-watch.service.js';
import { SurveyRow } from './survey.entity.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let systemId: string;
let sealingDirectory: string;

beforeAll(async () => {
  sealingDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-sealing-'));
  evaluation = await startEvaluation({ replicas: 2, sealingDirectory });
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
    expect(await evaluation.ask(surveyContract.close, request, evaluator)).toMatchObject({
      state: 'closing',
    });
    await countedSurvey(evaluation, survey.id, evaluator);
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
    expect(survey.participation).toBeNull();
    const participation = { came: 30, tokensIssued: 12, answered: 12 };
    expect(results.participation).toEqual(participation);
    const listed = await evaluation.ask(surveyContract.list, { activityId: survey.activityId }, evaluator);
    expect(listed.items.map((one) => one.participation)).toEqual([participation]);
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
          liked: 1 + (index % 5),
          ours: 5,
          again: index % 11,
          // 18 by bus, 9 by metro, 3 on foot
          way: choices[index % 10 === 9 ? 2 : index % 10 > 5 ? 1 : 0]?.key ?? '',
        };
        const response = await preparedResponse(evaluation, survey, personId, answers);
        await evaluation.ask(responseContract.submit, response, null);
      }),
    );
    await closeSurvey(evaluation, survey.id, evaluator);
    const results = await evaluation.ask(surveyContract.results, { surveyId: survey.id }, evaluator);
    for (const { questions: told } of results.cuts) {
      expect(told).toEqual([
        // 0 … 10 twice, then 0 … 7: 2 · 55 + 28 = 138 of 30
        {
          key: 'again',
          count: 30,
          mean: 4.6,
          distribution: [
            { key: '0+1+2+3+4+5+6', count: 21 },
            { key: '7+8+9+10', count: 9 },
          ],
        },
        { key: 'liked', count: 30, mean: 3, distribution: ['1', '2', '3', '4', '5'].map((key) => ({ key, count: 6 })) }, // prettier-ignore
        { key: 'ours', count: 30, mean: 5, distribution: null },
        // Three on foot alone would be identifiable; with the next smallest option they are twelve.
        {
          key: 'way',
          count: 30,
          mean: null,
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
    await closeSurvey(evaluation, surveyId, evaluator);
    expect(await everywhere()).toEqual([[], [], ['closed']]);
  });

  it('is found by words of its activity and by their pinyin', async () => {
    const activity = await knownActivity(evaluation, union, 5, { title: '端午龙舟 100% 赛' });
    const { id } = await evaluation.ask(surveyContract.create, requestFor(activity), evaluator);
    await evaluation.app
      .get(Transactions)
      .system(continueTrace(undefined), (tx) => evaluation.app.get(TitlesFold).fold(tx, 'all'));
    const found = async (q: string): Promise<string[]> =>
      (await evaluation.ask(surveyContract.list, { q }, evaluator)).items.map((one) => one.id);
    for (const q of ['龙舟', ' 龙舟 ', '100%', 'longzhou', 'LZ']) expect(await found(q)).toEqual([id]);
    for (const q of ['龙%舟', 'ongzhou']) expect(await found(q)).toEqual([]);
  });

  it('is closed by whoever has seen it', async () => {
    const activity = await knownActivity(evaluation, union, 5);
    const { id: surveyId } = await evaluation.ask(surveyContract.create, requestFor(activity), evaluator);
    const close = (ifMatch: number | null) =>
      evaluation.ask(surveyContract.close, { surveyId }, evaluator, { ifMatch });
    await expect(close(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(close(9)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await close(1)).toMatchObject({ state: 'closing' });
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
    await countedSurvey(evaluation, survey.id, evaluator);
    const row = await evaluation.dataSource.manager.findOneByOrFail(SurveyRow, { id: survey.id });
    expect(row.privateKey).toBeNull();
    // It can no longer be checked whether it was accepted in time, because tokens are deleted after the count.
    await expect(late && evaluation.ask(responseContract.submit, late, null)).rejects.toMatchObject({
      code: 'SURVEY_NOT_OPEN',
    });
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

describe('the sources of those who are asked', () => {
  it.each([
    [0, true],
    [4, true],
    [5, false],
  ])(
    'with %i of 15 from another union one union could have invented the others: %p',
    async (guests, single) => {
      const activity = await knownActivity(evaluation, union, 15, { guests });
      const survey = await evaluation.ask(surveyContract.create, requestFor(activity), evaluator);
      expect(survey.singleSource).toBe(single);
    },
  );

  it.each([
    ['by one officer who is above both unions', ['above'], true],
    ['by an officer each', ['ours', 'theirs'], false],
  ])('are also those who admitted them: %s', async (_case, admitters, single) => {
    const activity = await knownActivity(evaluation, union, 15, { guests: 7 });
    const term = { unionId: union.id, state: 'active' as const, validFrom: '2026-01-01', validTo: null };
    for (const [index, personId] of activity.personIds.entries()) {
      const admitter = admitters[index < 7 ? admitters.length - 1 : 0] ?? '';
      const news = { personId, version: 1, maskedName: '张*', ...term, admitter };
      await evaluation.emit(membershipEvents.memberChanged, news);
    }
    await eventually(async () => {
      const known = await evaluation.dataSource.manager.countBy(MemberActivation, {
        personId: In([...activity.personIds]),
      });
      expect(known).toBe(15);
    });
    const survey = await evaluation.ask(surveyContract.create, requestFor(activity), evaluator);
    expect(survey.singleSource).toBe(single);
  });

  it('are in the end those who fetched a token', async () => {
    const activity = await knownActivity(evaluation, union, 15, { guests: 7 });
    const survey = await evaluation.ask(surveyContract.create, requestFor(activity), evaluator);
    // All seven guests come first; of the others four.
    await answered(survey, activity, 11);
    expect(await closeSurvey(evaluation, survey.id, evaluator)).toMatchObject({ singleSource: true });
  });
});

describe('a token', () => {
  it('E125: is used once, also when two different answers come at once', async () => {
    const { survey, activity } = await openSurvey(5);
    const response = await preparedResponse(evaluation, survey, activity.personIds[0] ?? '', {
      liked: 5,
      ours: 5,
    });
    const attempts = [1, 2, 3, 4, 5].map((liked) => {
      const receipt = randomBytes(32).toString('base64');
      return { ...response, receipt, answers: { liked, ours: 5 } };
    });
    const outcomes = await Promise.allSettled(
      attempts.map((attempt) => evaluation.ask(responseContract.submit, attempt, null)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'TOKEN_USED' });
    }
    expect((await sealedOf(survey.id)).answers).toHaveLength(1);
  });

  it('takes the same answer again from a phone that did not hear of the first time, and keeps it once', async () => {
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

  it('is told to the trail when the survey ends, and not when it is fetched', async () => {
    const { survey, activity } = await openSurvey(5);
    const holders = activity.personIds.slice(0, 3);
    for (const personId of holders.toReversed()) {
      const { blindedToken } = await blindToken(survey);
      await evaluation.ask(
        surveyContract.issueToken,
        { surveyId: survey.id, blindedToken },
        actorWith({ personId }),
      );
    }
    const told = async () => {
      const rows: { after: object }[] = await evaluation.dataSource.query(
        `SELECT after FROM audit_record WHERE after::text ~ $1`,
        [holders.join('|')],
      );
      return rows.map(({ after }) => after);
    };
    expect(await told()).toEqual([]);
    await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
    expect(await told()).toEqual([{ personIds: holders.toSorted() }]);
  });

  it('is not signed for whoever became an active member after the survey had opened', async () => {
    const { survey, activity } = await openSurvey(5);
    const [early = '', late = '', imported = ''] = activity.personIds;
    const becomes = async (personId: string, version: number, state: 'imported' | 'active') => {
      const term = { unionId: union.id, validFrom: '2026-01-01', validTo: null };
      const news = { personId, version, maskedName: '张*', state, ...term };
      await evaluation.emit(membershipEvents.memberChanged, news);
      await eventually(() => evaluation.dataSource.manager.findOneByOrFail(MemberRef, { personId, version }));
    };
    const opened = `UPDATE member_activation SET known_at = $2 WHERE person_id = $1`;
    await becomes(early, 1, 'active');
    await evaluation.dataSource.query(opened, [early, survey.opensAt]);
    evaluation.clock.advance(1_000);
    await becomes(late, 1, 'imported');
    await becomes(late, 2, 'active');
    await becomes(imported, 1, 'imported');
    const { blindedToken } = await blindToken(survey);
    const request = { surveyId: survey.id, blindedToken };
    const mine = async (personId: string) =>
      (await evaluation.ask(surveyContract.listMine, {}, actorWith({ personId }))).items.length;
    for (const personId of [late, imported]) {
      await expect(
        evaluation.ask(surveyContract.issueToken, request, actorWith({ personId })),
      ).rejects.toMatchObject({ code: 'MEMBER_AFTER_OPENING' });
      expect(await mine(personId)).toBe(0);
    }
    expect(await mine(early)).toBe(1);
    await evaluation.ask(surveyContract.issueToken, request, actorWith({ personId: early }));
    // Later events about a member do not move the start of their membership.
    await becomes(early, 2, 'active');
    expect(await mine(early)).toBe(1);
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
    const short = { ...response, receipt: Buffer.alloc(31).toString('base64') };
    await expect(evaluation.ask(responseContract.submit, short, null)).rejects.toMatchObject({
      code: 'RECEIPT_INVALID',
    });
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
    await countedSurvey(evaluation, survey.id, evaluator);
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
    await closeSurvey(evaluation, survey.id, evaluator);
    const reopen = `UPDATE survey SET state = 'open', closed_at = NULL, private_key = 'x' WHERE id = $1`;
    await expect(evaluation.dataSource.query(reopen, [survey.id])).rejects.toThrow('keeps what it promised');
    await expect(evaluation.dataSource.query('DELETE FROM survey_result')).rejects.toThrow();
  });

  it('E129: four answers and none give the same results; five are shown', async () => {
    const shown = async (answers: number) => {
      const { survey, activity } = await openSurvey(5);
      await answered(survey, activity, answers);
      await closeSurvey(evaluation, survey.id, evaluator);
      return evaluation.ask(surveyContract.results, { surveyId: survey.id }, evaluator);
    };
    const [none, four, five] = [await shown(0), await shown(4), await shown(5)];
    expect({ ...four, surveyId: '' }).toEqual({ ...none, surveyId: '' });
    expect(four.cuts[0]?.questions[0]).toEqual({ key: 'liked', count: null, mean: null, distribution: null });
    expect(four.texts).toEqual([{ key: 'words', total: 0, texts: [] }]);
    // Neither the number of attendees nor of token holders is published, because that would distinguish the two.
    expect(four.participation).toBeNull();
    const listed = await evaluation.ask(surveyContract.get, { surveyId: four.surveyId }, evaluator);
    expect(listed.participation).toBeNull();
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
    const typesOf = (name: string): string[] =>
      columns.filter(({ table }) => table === name).map(({ column, type }) => `${column} ${type}`);
    expect(typesOf('sealed_answer').sort()).toEqual([
      'receipt_hash bytea',
      'sealed bytea',
      'survey_id uuid',
      'token_hash bytea',
    ]);
    expect(typesOf('sealed_text').sort()).toEqual(['id uuid', 'sealed bytea', 'survey_id uuid']);
    const granted = columns.filter(({ table }) => table === 'survey_token_grant');
    expect(granted.filter(({ type }) => type.startsWith('timestamp') || type === 'date')).toEqual([]);
    const { answers, texts } = await sealedOf(survey.id);
    expect([answers.length, texts.length]).toEqual([9, 9]);
    // A version-7 id would hold the millisecond; version 4 holds none.
    for (const { id } of texts) expect(id[14]).toBe('4');
    const tables = [...new Set(columns.map(({ table }) => table))];
    const marks = [...answers.map(({ hash }) => hash), ...texts.map(({ id }) => id)];
    for (const table of tables.filter((name) => !name.startsWith('sealed_'))) {
      const found: unknown[] = await evaluation.dataSource.query(
        `SELECT 1 FROM "${table}" t, unnest($1::text[]) mark WHERE position(mark IN t::text) > 0 LIMIT 1`,
        [marks],
      );
      expect([table, found]).toEqual([table, []]);
    }
  });

  it('keeps every answer in the same number of bytes, whatever was chosen or written, and none of it plain', async () => {
    const { survey, activity } = await openSurvey(5);
    const given: Record<string, number | string>[] = [
      { liked: 1, ours: 1 },
      { liked: 5, ours: 5, words: '' },
      { liked: 3, ours: 5, words: `金丝雀${'长'.repeat(1_997)}` },
    ];
    for (const [index, one] of given.entries()) {
      const response = await preparedResponse(evaluation, survey, activity.personIds[index] ?? '', one);
      await evaluation.ask(responseContract.submit, response, null);
    }
    const { answers, texts } = await sealedOf(survey.id);
    expect(new Set(answers.map(({ sealed }) => sealed.length)).size).toBe(1);
    expect([texts.length, new Set(texts.map(({ sealed }) => sealed.length)).size]).toEqual([3, 1]);
    for (const { sealed } of [...answers, ...texts]) {
      expect(sealed.includes('liked')).toBe(false);
      expect(sealed.includes('金丝雀')).toBe(false);
    }
  });

  it('seals the key that tokens are signed with', async () => {
    const { survey } = await openSurvey(5);
    const row = await evaluation.dataSource.manager.findOneByOrFail(SurveyRow, { id: survey.id });
    expect(row.privateKey).toMatch(/^aes-256-gcm\./);
    expect(row.privateKey).not.toContain('PRIVATE KEY');
  });
});

/** The stored rows of a survey that is not counted yet. */
async function sealedOf(surveyId: string) {
  const { dataSource } = evaluation;
  const answers: { hash: string; sealed: Buffer }[] = await dataSource.query(
    `SELECT encode(token_hash, 'hex') AS hash, sealed FROM sealed_answer WHERE survey_id = $1`,
    [surveyId],
  );
  const texts: { id: string; sealed: Buffer }[] = await dataSource.query(
    'SELECT id, sealed FROM sealed_text WHERE survey_id = $1',
    [surveyId],
  );
  return { answers, texts };
}

describe('a survey that has ended', () => {
  const keys = (): KeyDirectory => evaluation.app.get(KeyDirectory);
  const due = (kind: string, surveyId: string): Promise<void> =>
    evaluation.app
      .get(Transactions)
      .system(continueTrace(undefined), (tx) => schedule(tx, { kind, key: surveyId, at: tx.now }));
  const resultsOf = (surveyId: string) => evaluation.ask(surveyContract.results, { surveyId }, evaluator);

  /** With twelve answers; nobody counts it, as its key is somewhere else. */
  async function endedWithoutKey() {
    const { survey, activity } = await openSurvey(12);
    await answered(survey, activity, 12);
    const key = await keys().find(survey.id);
    if (typeof key === 'string') throw new Error('there is no key');
    const away = join(sealingDirectory, 'away');
    renameSync(join(sealingDirectory, `${survey.id}.key`), away);
    await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
    // It was tried, and is tried again a minute later.
    await eventually(async () => {
      const rows: { at: Date }[] = await evaluation.dataSource.query(
        `SELECT due_at AS at FROM due WHERE kind = 'survey-count' AND key = $1`,
        [survey.id],
      );
      expect(rows[0]?.at.getTime()).toBe(evaluation.clock.now().getTime() + 60_000);
    });
    return { survey, bringBack: () => renameSync(away, join(sealingDirectory, `${survey.id}.key`)) };
  }

  it('is counted by whoever comes next where a process dies after its end', async () => {
    const { survey, bringBack } = await endedWithoutKey();
    await expect(resultsOf(survey.id)).rejects.toMatchObject({ code: 'SURVEY_OPEN' });
    expect((await sealedOf(survey.id)).answers).toHaveLength(12);
    bringBack();
    evaluation.clock.advance(60_000);
    await countedSurvey(evaluation, survey.id, evaluator);
    expect((await resultsOf(survey.id)).participation?.answered).toBe(12);
  });

  it('is counted in a thread of its own: the process is free to answer others meanwhile', async () => {
    const { survey } = await openSurvey(5);
    const answers = 10_000;
    const sealingKey = Buffer.from(survey.sealingKey ?? '', 'base64url');
    const sealed = await seal(padded(JSON.stringify({ liked: 4, ours: 2 }), 64), sealingKey);
    await evaluation.dataSource.query(
      `INSERT INTO sealed_answer (survey_id, token_hash, receipt_hash, sealed)
       SELECT $1, sha256(n::text::bytea), sha256('receipt'), $2 FROM generate_series(1, $3::int) n`,
      [survey.id, sealed, answers],
    );
    await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
    const before = performance.eventLoopUtilization();
    await countedSurvey(evaluation, survey.id, evaluator);
    // Of the time that the count took, as a share; opened by this process itself it is nearly all. To wait for a core
    // counts as work.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.85);
    expect((await resultsOf(survey.id)).participation?.answered).toBe(answers);
  });

  it('is counted once, and its results stay, however often and by how many it is counted', async () => {
    const { survey, bringBack } = await endedWithoutKey();
    bringBack();
    const [first, second] = [0, 1].map((place) => evaluation.replicas[place]?.get(SurveyCountingService));
    const counting = (service: SurveyCountingService | undefined): Promise<void> =>
      evaluation.app
        .get(Transactions)
        .system(continueTrace(undefined), async (tx) => service?.countDue(tx, survey.id));
    await Promise.all([counting(first), counting(second)]);
    await countedSurvey(evaluation, survey.id, evaluator);
    const results = await resultsOf(survey.id);
    await due('survey-count', survey.id);
    await due('survey-close', survey.id);
    await allDone(survey.id);
    expect(await resultsOf(survey.id)).toEqual(results);
    expect(results.participation?.answered).toBe(12);
  });

  it('leaves neither answers nor a key, also where the process dies before the key is destroyed', async () => {
    const { survey, activity } = await openSurvey(8);
    await answered(survey, activity, 8);
    const key = readFileSync(join(sealingDirectory, `${survey.id}.key`));
    await closeSurvey(evaluation, survey.id, evaluator);
    expect(await sealedOf(survey.id)).toEqual({ answers: [], texts: [] });
    await eventually(async () => {
      evaluation.clock.advance(1_000);
      // The mark comes before the key goes.
      expect(await keys().ids()).not.toContain(survey.id);
    });
    expect(await keys().find(survey.id)).toBe('destroyed');
    for (const name of readdirSync(sealingDirectory).filter((one) => one !== 'away'))
      expect(readFileSync(join(sealingDirectory, name)).includes(key.subarray(32))).toBe(false);
    // As it is after a death between the file and the commit.
    await due('survey-key', survey.id);
    await allDone(survey.id);
    expect(await keys().find(survey.id)).toBe('destroyed');
  });

  it('is void where the database is older than the end of its key, and may be held again', async () => {
    const { survey, activity } = await openSurvey(6);
    await answered(survey, activity, 6);
    // What a restore finds: the survey is open, its key is gone.
    await keys().destroy(survey.id);
    await evaluation.app.get(KeyWatch).onApplicationBootstrap();
    expect(await evaluation.ask(surveyContract.get, { surveyId: survey.id }, evaluator)).toMatchObject({
      state: 'void',
    });
    await expect(resultsOf(survey.id)).rejects.toMatchObject({ code: 'SURVEY_VOID' });
    expect(await sealedOf(survey.id)).toEqual({ answers: [], texts: [] });
    const again = await evaluation.ask(surveyContract.create, requestFor(activity), evaluator);
    expect(again.state).toBe('open');
  });

  it('is void a day after its end where the key is lost, and not before', async () => {
    const { survey } = await endedWithoutKey();
    const watch = evaluation.app.get(KeyWatch);
    expect(await watch.missing(evaluation.dataSource)).toBe(1);
    const stateOf = async () =>
      (await evaluation.ask(surveyContract.get, { surveyId: survey.id }, evaluator)).state;
    evaluation.clock.advance(24 * hourMs);
    expect(await stateOf()).toBe('closing');
    evaluation.clock.advance(24 * hourMs + 120_000);
    await eventually(async () => expect(await stateOf()).toBe('void'));
    expect(await watch.missing(evaluation.dataSource)).toBe(0);
  });

  it('is neither opened nor counted where the key directory is not there, and readiness says so', async () => {
    const { survey, activity } = await openSurvey(6);
    await answered(survey, activity, 6);
    const elsewhere = `${sealingDirectory}-elsewhere`;
    renameSync(sealingDirectory, elsewhere);
    const ready = () => evaluation.app.inject({ url: '/health/ready' });
    expect((await ready()).json()).toMatchObject({ ready: false, checks: { sealing: 'down' } });
    const other = await knownActivity(evaluation, union, 5);
    await expect(evaluation.ask(surveyContract.create, requestFor(other), evaluator)).rejects.toMatchObject({
      code: 'BUSY',
    });
    await evaluation.ask(surveyContract.close, { surveyId: survey.id }, evaluator);
    await eventually(async () => {
      const rows: { at: Date }[] = await evaluation.dataSource.query(
        `SELECT due_at AS at FROM due WHERE kind = 'survey-count' AND key = $1`,
        [survey.id],
      );
      expect(rows[0]?.at.getTime()).toBe(evaluation.clock.now().getTime() + 1_000);
    });
    renameSync(elsewhere, sealingDirectory);
    expect((await ready()).json()).toMatchObject({ ready: true, checks: { sealing: 'up' } });
    evaluation.clock.advance(1_000);
    await countedSurvey(evaluation, survey.id, evaluator);
  });

  it('keeps its results where somebody has written what the key does not open, or what opens and is no answer', async () => {
    const { survey, activity } = await openSurvey(7);
    await answered(survey, activity, 7);
    await evaluation.dataSource.query(
      `INSERT INTO sealed_answer SELECT survey_id, sha256('forged'), receipt_hash, sha256('forged') FROM sealed_answer
       WHERE survey_id = $1 LIMIT 1`,
      [survey.id],
    );
    const sealingKey = Buffer.from(survey.sealingKey ?? '', 'base64url');
    await evaluation.dataSource.query(
      `INSERT INTO sealed_answer (survey_id, token_hash, receipt_hash, sealed) VALUES ($1, sha256('no answer'), sha256('x'), $2)`,
      [survey.id, await seal(padded('no answer', 64), sealingKey)],
    );
    await closeSurvey(evaluation, survey.id, evaluator);
    expect((await resultsOf(survey.id)).participation?.answered).toBe(7);
  });
});

/** Waits until nothing is left to be done with a survey. */
function allDone(surveyId: string): Promise<void> {
  return eventually(async () => {
    evaluation.clock.advance(1_000);
    expect(
      await evaluation.dataSource.query(`SELECT kind FROM due WHERE kind LIKE 'survey-%' AND key = $1`, [
        surveyId,
      ]),
    ).toEqual([]);
  });
}

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
    for (const [actor, expected] of table) {
      expect(await codes(actor, survey, activity)).toEqual(expected);
      if (actor === above) await countedSurvey(evaluation, survey.id, evaluator);
    }
    const listed = await evaluation.ask(surveyContract.list, { activityId: activity.id }, stranger);
    expect(listed.items).toEqual([]);
  });
});
