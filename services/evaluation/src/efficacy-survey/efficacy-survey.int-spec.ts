import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AnsweringManner,
  type EfficacyKind,
  efficacySurveyContract,
  type EfficacySurveyView,
  indicatorSystemContract,
  membershipEvents,
  type SeasonTold,
  sharingEvents,
  type UnionState,
} from '@gongxiang/contracts';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityHostRef } from '../activity/activity-host.entity.js';
import { LoanRef } from '../activity/activity.entity.js';
import { knownActivity, knownUnion, publishSystem, startEvaluation } from '../evaluation.fixture.js';
import { PartyRef } from '../reference/party.entity.js';
import { MemberRef } from '../reference/reference.entity.js';
import {
  EfficacyInvitationRow,
  EfficacyNamedAnswerRow,
  EfficacyPooledAnswerRow,
} from './efficacy-survey.entity.js';

let evaluation: ServiceFixture;
const hourMs = 3_600_000;
let trees = 1;

beforeAll(async () => {
  evaluation = await startEvaluation();
});
afterAll(() => evaluation.stop());

const leaf = (business: 'participation' | 'culture') => ({
  kind: 'survey' as const,
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max' as const,
  function: 'facility' as const,
  business,
});
const nodes = [
  { key: 'ours', name: '认同感', parentKey: null, leaf: null },
  { key: 'liked', name: '满意度', parentKey: null, leaf: null },
  { key: 'belonging', name: '我们认同联合办活动', parentKey: 'ours', leaf: leaf('participation') },
  { key: 'place', name: '我们对场地满意', parentKey: 'liked', leaf: leaf('culture') },
];

/** A tree of its own: a federation, and unions below it in two districts. */
interface Tree {
  readonly root: UnionState;
  readonly unions: readonly UnionState[];
  readonly evaluator: Actor;
  readonly systemId: string;
}

async function newTree(inFirst: number, inSecond: number): Promise<Tree> {
  const path = `${(trees += 1)}.`;
  const root = await knownUnion(evaluation, path);
  const places = [
    ...Array.from({ length: inFirst }, (_one, index) => `${path}1.${index + 1}.`),
    ...Array.from({ length: inSecond }, (_one, index) => `${path}2.${index + 1}.`),
  ];
  const unions = await Promise.all(places.map((place) => knownUnion(evaluation, place)));
  const evaluator = actorWith({ roles: [['evaluator', root.id, root.path]] });
  const request = { unionId: root.id, name: '机制效能', nodes };
  const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
  await publishSystem(evaluation, system, evaluator);
  return { root, unions, evaluator, systemId: system.id };
}

function requestFor({ root, systemId }: Tree, season = '2026-Q4') {
  const now = evaluation.clock.now().getTime();
  const day = (offset: number): string => new Date(now + offset * 24 * hourMs).toISOString().slice(0, 10);
  const isEarlier = season === 'earlier';
  return {
    unionId: root.id,
    name: season,
    indicatorSystemId: systemId,
    identificationKey: 'ours',
    satisfactionKey: 'liked',
    from: day(isEarlier ? -180 : -90),
    to: day(isEarlier ? -91 : 1),
    opensAt: new Date(now).toISOString(),
    closesAt: new Date(now + 24 * hourMs).toISOString(),
  };
}

const officerOf = (union: UnionState): Actor => actorWith({ roles: [['officer', union.id, union.path]] });

function answer(
  survey: EfficacySurveyView,
  union: UnionState,
  step: number,
  change: { manner?: AnsweringManner; kind?: EfficacyKind } = {},
) {
  const { manner = 'pooled', kind = 'union' } = change;
  const answers = { belonging: step, place: 5 };
  return {
    efficacySurveyId: survey.id,
    kind,
    partyKind: 'union' as const,
    partyId: union.id,
    manner,
    answers,
  };
}

async function opened(tree: Tree, season?: string): Promise<EfficacySurveyView> {
  return evaluation.ask(efficacySurveyContract.create, requestFor(tree, season), tree.evaluator);
}

async function answerAll(
  survey: EfficacySurveyView,
  unions: readonly UnionState[],
  step: number,
  manner: AnsweringManner = 'pooled',
): Promise<void> {
  for (const union of unions) {
    const request = answer(survey, union, step, { manner });
    await evaluation.ask(efficacySurveyContract.answer, request, officerOf(union));
  }
}

async function closed(tree: Tree, survey: EfficacySurveyView) {
  const request = { efficacySurveyId: survey.id };
  await evaluation.ask(efficacySurveyContract.close, request, tree.evaluator);
  const results = await evaluation.ask(efficacySurveyContract.results, request, actorWith());
  const answers = await evaluation.ask(efficacySurveyContract.listAnswers, request, actorWith());
  return { results, answers: answers.items, unions: results.kinds.find(({ kind }) => kind === 'union') };
}

describe('a season', () => {
  it('is answered by name and pooled, and pooled answers are shown by place only', async () => {
    const tree = await newTree(6, 3);
    const survey = await opened(tree);
    expect(survey).toMatchObject({ state: 'open', mayHold: true, unionName: tree.root.name });
    expect(survey.questions.map(({ key, aspect }) => [key, aspect])).toEqual([
      ['belonging', 'identification'],
      ['place', 'satisfaction'],
    ]);
    await answerAll(survey, tree.unions.slice(0, 5), 3);
    await answerAll(survey, tree.unions.slice(5, 7), 4, 'named');
    const { answers, unions } = await closed(tree, survey);
    const names = tree.unions.slice(5, 7).map(({ name }) => name);
    expect(
      answers.map(({ manner, answers: count, identification }) => [manner, count, identification]),
    ).toEqual([
      ['named', 1, 4],
      ['named', 1, 4],
      ['pooled', 5, 3],
    ]);
    expect(
      answers
        .slice(0, 2)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
    // 9 unions and the federation were asked; (5 · 3 + 2 · 4) / 7
    expect(unions).toMatchObject({ invited: 10, answers: 7, identification: 23 / 7, satisfaction: 5 });
  });

  it('E127, E130: shows nothing while it is open, to nobody', async () => {
    const tree = await newTree(6, 0);
    const survey = await opened(tree);
    await answerAll(survey, tree.unions, 3);
    const request = { efficacySurveyId: survey.id };
    const results = await evaluation.ask(efficacySurveyContract.results, request, tree.evaluator);
    expect(results).toMatchObject({ frozenOn: null, previous: null, kinds: [] });
    const answers = await evaluation.ask(efficacySurveyContract.listAnswers, request, tree.evaluator);
    expect(answers.items).toEqual([]);
    const file = evaluation.ask(
      efficacySurveyContract.render,
      { ...request, format: 'xlsx' },
      tree.evaluator,
    );
    await expect(file).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('E129: four pooled answers look like none', async () => {
    const [four, none] = [await newTree(6, 0), await newTree(6, 0)];
    const survey = await opened(four);
    await answerAll(survey, four.unions.slice(0, 4), 3);
    const shown = await closed(four, survey);
    expect(shown.answers).toEqual([]);
    expect(shown.unions).toEqual((await closed(none, await opened(none))).unions);
  });

  it('E128: a pooled answer stands beside no party, neither in the table, nor the audit trail, nor the idempotency key', async () => {
    const tree = await newTree(6, 6);
    const survey = await opened(tree);
    await answerAll(survey, tree.unions.slice(6), 2);
    const { manager } = evaluation.dataSource;
    const rows = await manager.findBy(EfficacyPooledAnswerRow, { surveyId: survey.id });
    expect(rows).toHaveLength(6);
    // All that is kept of where it is from: the district, in which six unions were asked. (The federation itself went
    // with the other one.)
    expect(new Set(rows.map(({ poolPath }) => poolPath))).toEqual(new Set([`${tree.root.path}2.`]));
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['answers', 'id', 'kind', 'poolPath', 'surveyId']);
    expect(await manager.countBy(EfficacyNamedAnswerRow, { surveyId: survey.id })).toBe(0);
    const written: { text: string }[] = await manager.query(
      `SELECT after::text AS text FROM audit_record WHERE noun = 'efficacy-survey' AND subject_id = $1
       UNION ALL SELECT body::text FROM idempotency WHERE route = $2`,
      [survey.id, efficacySurveyContract.answer.subject],
    );
    expect(written.length).toBeGreaterThan(6);
    expect(written.filter(({ text }) => text?.includes('belonging": 2'))).toEqual([]);
    const before: { place: string }[] = await manager.query(
      'SELECT xmin::text AS place FROM efficacy_pooled_answer WHERE survey_id = $1',
      [survey.id],
    );
    expect(new Set(before.map(({ place }) => place)).size).toBe(6);
    await closed(tree, survey);
    const after: { place: string; id: string }[] = await manager.query(
      'SELECT xmin::text AS place, id FROM efficacy_pooled_answer WHERE survey_id = $1 ORDER BY ctid',
      [survey.id],
    );
    // One transaction has written them all, in the order of random ids.
    expect(new Set(after.map(({ place }) => place)).size).toBe(1);
    expect(after.map(({ id }) => id)).toEqual(after.map(({ id }) => id).sort());
  });

  it('is answered once, by the officers of the party itself', async () => {
    const tree = await newTree(6, 0);
    const [first, second] = tree.unions;
    if (first === undefined || second === undefined) throw new Error('there are six');
    const survey = await opened(tree);
    const request = answer(survey, first, 4, { manner: 'named' });
    const ask = (actor: Actor, change: object = {}) =>
      evaluation.ask(efficacySurveyContract.answer, { ...request, ...change }, actor);
    for (const other of [officerOf(second), officerOf(tree.root), tree.evaluator, actorWith()])
      await expect(ask(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(officerOf(first), { kind: 'provider' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(officerOf(first), { answers: { place: 5 } })).rejects.toMatchObject({
      code: 'ANSWER_MISSING',
    });
    const officer = officerOf(first);
    const mine = () => evaluation.ask(efficacySurveyContract.listMine, {}, officer);
    expect((await mine()).items).toMatchObject([{ kind: 'union', answered: false, manner: null }]);
    expect(await ask(officer)).toMatchObject({ answered: true, manner: 'named' });
    expect((await mine()).items).toMatchObject([{ answered: true, manner: 'named' }]);
    await expect(ask(officer, { answers: { belonging: 1, place: 1 } })).rejects.toMatchObject({
      code: 'PARTY_ANSWERED',
    });
    evaluation.clock.advance(25 * hourMs);
    await eventually(async () => {
      const { state } = await evaluation.ask(
        efficacySurveyContract.get,
        { efficacySurveyId: survey.id },
        officer,
      );
      expect(state).toBe('closed');
    });
    await expect(ask(officerOf(second), { partyId: second.id })).rejects.toMatchObject({
      code: 'SURVEY_NOT_OPEN',
    });
    expect((await mine()).items).toEqual([]);
  });

  it('takes one of two answers that come at once', async () => {
    const tree = await newTree(6, 0);
    const survey = await opened(tree);
    const [union] = tree.unions;
    if (union === undefined) throw new Error('there are six');
    const tries = Array.from({ length: 8 }, (_one, index) =>
      evaluation.ask(efficacySurveyContract.answer, answer(survey, union, 1 + (index % 5)), officerOf(union)),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { manager } = evaluation.dataSource;
    expect(await manager.countBy(EfficacyPooledAnswerRow, { surveyId: survey.id })).toBe(1);
  });
});

describe('who is asked', () => {
  it('is every party as each of its kinds, fixed when the survey opens', async () => {
    const tree = await newTree(2, 0);
    const [owner, borrower] = tree.unions;
    if (owner === undefined || borrower === undefined) throw new Error('there are two');
    const club = await knownParty('club', owner.id);
    await knownParty('organisation', borrower.id);
    await knownParty('enterprise', null);
    await knownLoan(owner, borrower);
    const opensAt = new Date(evaluation.clock.now().getTime() + hourMs).toISOString();
    const request = { ...requestFor(tree), opensAt };
    const survey = await evaluation.ask(efficacySurveyContract.create, request, tree.evaluator);
    const list = { efficacySurveyId: survey.id };
    const invited = async (change: object = {}) => {
      const page = await evaluation.ask(
        efficacySurveyContract.listInvitations,
        { ...list, ...change },
        tree.evaluator,
      );
      return page.items.map(({ kind, party }) => [kind, party.name]);
    };
    expect([survey.state, await invited()]).toEqual(['scheduled', []]);
    evaluation.clock.advance(hourMs);
    await eventually(async () => expect(await invited()).toHaveLength(7));
    expect(await invited()).toEqual(
      expect.arrayContaining([
        ['union', tree.root.name],
        ['union', owner.name],
        ['union', borrower.name],
        ['club', club.name],
        ['organisation', 'organisation'],
        ['provider', owner.name],
        ['borrower', borrower.name],
      ]),
    );
    await knownParty('club', borrower.id);
    expect(await invited({ kind: 'club' })).toEqual([['club', club.name]]);
    expect(await invited({ kind: 'club', q: 'lub' })).toHaveLength(1);
    expect(await invited({ answered: true })).toEqual([]);
    const others = evaluation.ask(efficacySurveyContract.listInvitations, list, officerOf(owner));
    await expect(others).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('volunteers are asked by what is their own and was lent: pooled alone, without a name, five people or nothing', async () => {
    const tree = await newTree(2, 0);
    const [owner, borrower] = tree.unions;
    if (owner === undefined || borrower === undefined) throw new Error('there are two');
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => knownMember(owner)));
    for (const person of people) await knownLoan(owner, borrower, person.personId);
    const survey = await opened(tree);
    const mine = (actor: Actor) => evaluation.ask(efficacySurveyContract.listMine, {}, actor);
    const [first, second] = people;
    if (first === undefined || second === undefined) throw new Error('there are six');
    const asked = { kind: 'volunteer', party: { kind: 'person', id: first.personId, name: '' } };
    expect((await mine(first)).items).toMatchObject([{ ...asked, answered: false }]);
    const answerAs = (actor: Actor, personId: string, manner: AnsweringManner = 'pooled') => {
      const request = {
        ...answer(survey, owner, 4, { kind: 'volunteer', manner }),
        partyKind: 'person' as const,
      };
      return evaluation.ask(efficacySurveyContract.answer, { ...request, partyId: personId }, actor);
    };
    await expect(answerAs(first, first.personId, 'named')).rejects.toMatchObject({ code: 'PERSON_POOLED' });
    // Nobody answers for him, neither another volunteer nor the officer of his union.
    for (const other of [second, officerOf(owner)])
      await expect(answerAs(other, first.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const person of people.slice(0, 5)) await answerAs(person, person.personId);
    // Whoever holds the survey sees of no person that he is asked, or has answered.
    const list = { efficacySurveyId: survey.id };
    const seen = await evaluation.ask(efficacySurveyContract.listInvitations, list, tree.evaluator);
    expect(seen.items.filter(({ kind }) => kind === 'volunteer')).toEqual([]);
    expect(seen.items.length).toBeGreaterThan(0);
    const { results } = await closed(tree, survey);
    const volunteers = results.kinds.find(({ kind }) => kind === 'volunteer');
    expect(volunteers).toMatchObject({ invited: 6, answers: 5, identification: 4, satisfaction: 5 });
    const { items } = await evaluation.ask(efficacySurveyContract.listAnswers, list, actorWith());
    expect(items).toMatchObject([{ kind: 'volunteer', manner: 'pooled', answers: 5 }]);
  });

  it('E127: nothing is told of four volunteers', async () => {
    const tree = await newTree(2, 0);
    const [owner, borrower] = tree.unions;
    if (owner === undefined || borrower === undefined) throw new Error('there are two');
    const people = await Promise.all([1, 2, 3, 4].map(() => knownMember(owner)));
    for (const person of people) await knownLoan(owner, borrower, person.personId);
    const survey = await opened(tree);
    for (const { personId } of people) {
      const request = { ...answer(survey, owner, 1, { kind: 'volunteer' }), partyKind: 'person' as const };
      await evaluation.ask(
        efficacySurveyContract.answer,
        { ...request, partyId: personId },
        actorWith({ personId }),
      );
    }
    const { results } = await closed(tree, survey);
    expect(results.kinds.find(({ kind }) => kind === 'volunteer')).toMatchObject({
      answers: 0,
      identification: null,
      opinions: [],
    });
  });

  it('five clubs of one union are one voice', async () => {
    const tree = await newTree(6, 0);
    const [owner] = tree.unions;
    if (owner === undefined) throw new Error('there are six');
    for (let count = 0; count < 5; count += 1) await knownParty('club', owner.id);
    const survey = await opened(tree);
    const { manager } = evaluation.dataSource;
    const clubs = await manager.findBy(EfficacyInvitationRow, { surveyId: survey.id, kind: 'club' });
    for (const { partyId } of clubs) {
      const request = { ...answer(survey, owner, 5, { kind: 'club' }), partyKind: 'club' as const, partyId };
      await evaluation.ask(efficacySurveyContract.answer, request, officerOf(owner));
    }
    const { results } = await closed(tree, survey);
    expect(results.kinds.find(({ kind }) => kind === 'club')).toMatchObject({ invited: 5, answers: 0 });
  });

  it('a season is asked about once; a draft of a system cannot be asked by', async () => {
    const tree = await newTree(1, 0);
    await opened(tree);
    await expect(opened(tree)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    const draft = await evaluation.ask(
      indicatorSystemContract.copy,
      { systemId: tree.systemId },
      tree.evaluator,
    );
    const request = { ...requestFor(tree, 'earlier'), indicatorSystemId: draft.id };
    await expect(
      evaluation.ask(efficacySurveyContract.create, request, tree.evaluator),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const [union] = tree.unions;
    if (union === undefined) throw new Error('there is one');
    await expect(
      evaluation.ask(efficacySurveyContract.create, requestFor(tree, 'earlier'), officerOf(union)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

describe('a season that has not opened', () => {
  const hours = (count: number): string =>
    new Date(evaluation.clock.now().getTime() + count * hourMs).toISOString();

  it('is moved by its version, with a trail, and opens at its new time; once open it stays', async () => {
    const tree = await newTree(5, 0);
    const planned = await evaluation.ask(
      efficacySurveyContract.create,
      { ...requestFor(tree), opensAt: hours(1) },
      tree.evaluator,
    );
    const efficacySurveyId = planned.id;
    const change = (fields: object, ifMatch: number, actor = tree.evaluator) =>
      evaluation.ask(efficacySurveyContract.change, { efficacySurveyId, ...fields }, actor, { ifMatch });
    const moved = await change({ opensAt: hours(3), name: '第四季度' }, 1);
    expect(moved).toMatchObject({ version: 2, state: 'scheduled', name: '第四季度', opensAt: hours(3) });
    expect(moved.closesAt).toBe(planned.closesAt);
    await expect(change({ opensAt: hours(2) }, 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(change({ closesAt: hours(2) }, 2)).rejects.toMatchObject({ code: 'SURVEY_WINDOW' });
    await expect(change({ opensAt: hours(2) }, 2, actorWith())).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const state = async () =>
      (await evaluation.ask(efficacySurveyContract.get, { efficacySurveyId }, actorWith())).state;
    evaluation.clock.advance(2 * hourMs);
    await untilNothingDue();
    expect(await state()).toBe('scheduled');
    evaluation.clock.advance(hourMs);
    await eventually(async () => expect(await state()).toBe('open'));
    await expect(change({ opensAt: hours(2) }, 3)).rejects.toMatchObject({ code: 'SEASON_OPENED' });
    const cancel = evaluation.ask(efficacySurveyContract.cancel, { efficacySurveyId }, tree.evaluator);
    await expect(cancel).rejects.toMatchObject({ code: 'SEASON_OPENED' });
    const sql = `UPDATE efficacy_survey SET closes_at = closes_at + interval '1 day' WHERE id = $1`;
    await expect(evaluation.dataSource.query(sql, [planned.id])).rejects.toThrow();
    const trail: { before: object }[] = await evaluation.dataSource.query(
      `SELECT before FROM audit_record WHERE subject_id = $1 AND action = 'evaluation.efficacy-survey.change'`,
      [planned.id],
    );
    expect(trail).toMatchObject([{ before: { name: planned.name, opensAt: planned.opensAt } }]);
  });

  it('is called off for good, tells nobody, and the same days are asked about anew', async () => {
    const tree = await newTree(5, 0);
    const request = { ...requestFor(tree), opensAt: hours(1) };
    const planned = await evaluation.ask(efficacySurveyContract.create, request, tree.evaluator);
    const cancel = () =>
      evaluation.ask(efficacySurveyContract.cancel, { efficacySurveyId: planned.id }, tree.evaluator);
    expect(await cancel()).toMatchObject({ state: 'cancelled', closedAt: null });
    await expect(cancel()).rejects.toMatchObject({ code: 'SEASON_OPENED' });
    const again = await evaluation.ask(efficacySurveyContract.create, request, tree.evaluator);
    evaluation.clock.advance(2 * hourMs);
    await eventually(async () => expect(await toldOf(again.id)).toHaveLength(1));
    expect(await toldOf(planned.id)).toEqual([]);
  });
});

describe('those who answer', () => {
  it('are told when a season opens, reminded where something is left to answer, and told that results are out', async () => {
    const tree = await newTree(5, 0);
    const [owner, borrower] = tree.unions;
    if (owner === undefined || borrower === undefined) throw new Error('there are five');
    const volunteer = await knownMember(owner);
    await knownLoan(owner, borrower, volunteer.personId);
    const survey = await opened(tree);
    const everyUnion = [tree.root, ...tree.unions].map(({ id }) => id).sort();
    const personIds = [volunteer.personId];
    await answerAll(survey, [borrower], 4);
    const request = { ...answer(survey, borrower, 4, { kind: 'borrower' }) };
    await evaluation.ask(efficacySurveyContract.answer, request, officerOf(borrower));
    // A day before it ends is less than half of one day: half-way.
    evaluation.clock.advance(12 * hourMs);
    await eventually(async () => expect(await toldOf(survey.id)).toHaveLength(2));
    evaluation.clock.advance(12 * hourMs);
    await eventually(async () => expect(await toldOf(survey.id)).toHaveLength(3));
    const told = await toldOf(survey.id);
    expect(told).toMatchObject([{ name: survey.name, page: 0, personIds }, { personIds }, { personIds }]);
    const left = everyUnion.filter((id) => id !== borrower.id);
    expect(told.map(({ unionIds }) => [...unionIds].sort())).toEqual([everyUnion, left, everyUnion]);
  });
});

/** The events about a season, in their order. */
async function toldOf(surveyId: string): Promise<SeasonTold[]> {
  const rows: { envelope: { data: SeasonTold } }[] = await evaluation.dataSource.query(
    `SELECT envelope FROM outbox WHERE subject LIKE 'evt.evaluation.efficacy-survey.%'
       AND envelope->'data'->>'efficacySurveyId' = $1 ORDER BY position`,
    [surveyId],
  );
  return rows.map(({ envelope }) => envelope.data);
}

async function untilNothingDue(): Promise<void> {
  await eventually(async () => {
    const due: unknown[] = await evaluation.dataSource.query('SELECT 1 FROM due WHERE due_at <= $1', [
      evaluation.clock.now(),
    ]);
    expect(due).toEqual([]);
  });
}

describe('results', () => {
  it('stand beside the facts and the season before', async () => {
    const tree = await newTree(6, 0);
    const [owner, borrower] = tree.unions;
    if (owner === undefined || borrower === undefined) throw new Error('there are six');
    const earlier = await opened(tree, 'earlier');
    await answerAll(earlier, tree.unions, 3);
    await closed(tree, earlier);
    await knownLoan(owner, borrower);
    const activity = await knownActivity(evaluation, owner, 7);
    await eventually(async () => {
      await evaluation.dataSource.manager.findOneByOrFail(ActivityHostRef, { activityId: activity.id });
    });
    const survey = await opened(tree);
    await answerAll(survey, tree.unions, 4);
    const { results, unions } = await closed(tree, survey);
    expect(results.previous).toEqual({ id: earlier.id, name: 'earlier' });
    expect(unions).toMatchObject({ identification: 4, previousIdentification: 3, previousSatisfaction: 5 });
    expect(unions?.opinions).toEqual([
      { aspect: 'identification', function: 'facility', business: 'participation', mean: 4, previous: 3 },
      { aspect: 'satisfaction', function: 'facility', business: 'culture', mean: 5, previous: 5 },
    ]);
    const facts = (kind: EfficacyKind) =>
      Object.fromEntries(
        (results.kinds.find((one) => one.kind === kind)?.facts ?? []).map(({ fact, value }) => [fact, value]),
      );
    expect(facts('union')).toEqual({
      activities: 1,
      heads: 7,
      costPerHead: null,
      loansLent: 1,
      loansBorrowed: 1,
      loanPunctuality: 1,
      replyTime: 3,
    });
    expect(facts('borrower')).toMatchObject({ activities: 0, loansLent: 0, loansBorrowed: 1 });
    expect(facts('club')).toMatchObject({ activities: 0, loansLent: null });
    const file = await evaluation.ask(
      efficacySurveyContract.render,
      { efficacySurveyId: survey.id, format: 'xlsx' },
      actorWith(),
    );
    expect(file.fileName).toBe('2026-Q4.xlsx');
    expect(file.size).toBeGreaterThan(2_000);
  });

  it('never change', async () => {
    const tree = await newTree(5, 0);
    const survey = await opened(tree);
    const { manager } = evaluation.dataSource;
    await closed(tree, survey);
    for (const sql of [
      'UPDATE efficacy_result SET answers = 9',
      'DELETE FROM efficacy_fact',
      `UPDATE efficacy_survey SET state = 'open', closed_at = NULL`,
    ])
      await expect(manager.query(sql)).rejects.toThrow();
  });
});

async function knownParty(
  kind: 'club' | 'organisation' | 'enterprise',
  unionId: string | null,
): Promise<{ id: string; name: string }> {
  const party = {
    kind,
    id: newId(),
    version: 1,
    name: kind,
    unionId,
    uscc: null,
    sizeClass: null,
    active: true,
  };
  await evaluation.emit(membershipEvents.partyChanged, party);
  await eventually(async () => {
    await evaluation.dataSource.manager.findOneByOrFail(PartyRef, { id: party.id });
  });
  return party;
}

async function knownMember(of: UnionState): Promise<Actor> {
  const personId = newId();
  await evaluation.emit(membershipEvents.memberChanged, {
    personId,
    version: 1,
    maskedName: '李*',
    unionId: of.id,
    state: 'active',
    validFrom: '2026-01-01',
    validTo: null,
  });
  await eventually(async () => {
    await evaluation.dataSource.manager.findOneByOrFail(MemberRef, { personId });
  });
  return actorWith({ personId });
}

/** One that was out until an hour ago, and came back in time. */
async function knownLoan(
  owner: UnionState,
  borrower: UnionState,
  ownerPersonId: string | null = null,
): Promise<void> {
  const now = evaluation.clock.now().getTime();
  const at = (hours: number): string => new Date(now + hours * hourMs).toISOString();
  const loan = {
    id: newId(),
    version: 4,
    resourceId: newId(),
    function: 'facility' as const,
    state: 'returned',
    ownerUnionId: owner.id,
    borrowerUnionId: borrower.id,
    ownerPersonId,
    startsAt: at(-5),
    endsAt: at(-1),
    returnedAt: at(-2),
    requestedAt: at(-10),
    decidedAt: at(-7),
  };
  await evaluation.emit(sharingEvents.loanChanged, loan);
  await eventually(async () => {
    await evaluation.dataSource.manager.findOneByOrFail(LoanRef, { id: loan.id });
  });
}
