import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticeRaisedEvents, type NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import {
  type AnsweringManner,
  type EfficacyKind,
  type EfficacyPoolView,
  efficacySurveyContract,
  type EfficacySurveyView,
  type InvitedPartyKind,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityHostRef } from '../../reference/activity/activity-host.entity.js';
import { LoanRef } from '../../reference/activity/activity.entity.js';
import {
  blindToken,
  knownActivity,
  knownUnion,
  publishSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';
import { PartyRef } from '../../reference/party.entity.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { SealedAnswerRow } from '../../reference/sealing/sealed-answer.entity.js';
import { EfficacyInvitationRow, EfficacyNamedAnswerRow, EfficacyPoolRow } from './efficacy-survey.entity.js';

let evaluation: ServiceFixture;
let sealingDirectory: string;
let trees = 1;

beforeAll(async () => {
  sealingDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-seasons-'));
  evaluation = await startEvaluation({ sealingDirectory });
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

/** The party, and who it is that answers. */
interface Party {
  readonly kind: EfficacyKind;
  readonly partyKind: InvitedPartyKind;
  readonly partyId: string;
}

const asUnion = ({ id }: UnionState, kind: EfficacyKind = 'union'): Party => ({
  kind,
  partyKind: 'union',
  partyId: id,
});
const asVolunteer = ({ personId }: Actor): Party => ({
  kind: 'volunteer',
  partyKind: 'person',
  partyId: personId,
});
const steps = (step: number) => ({ belonging: step, place: 5 });

function answerNamed(survey: EfficacySurveyView, actor: Actor, party: Party, answers: object = steps(4)) {
  const request = { efficacySurveyId: survey.id, ...party, answers: answers as Record<string, number> };
  return evaluation.ask(efficacySurveyContract.answer, request, actor);
}

/** What the party has to answer with, once its keys are made. */
function poolOf(survey: EfficacySurveyView, actor: Actor, party: Party): Promise<EfficacyPoolView> {
  return eventually(async () => {
    const { items } = await evaluation.ask(efficacySurveyContract.listMine, { limit: 200 }, actor);
    const mine = items.find(
      (one) =>
        one.efficacySurveyId === survey.id && one.kind === party.kind && one.party.id === party.partyId,
    );
    if (!mine?.pool) throw new Error('not asked, or without keys');
    return mine.pool;
  });
}

/** A token in the party's name, and with it an answer that nobody can trace. */
async function preparedAnswer(survey: EfficacySurveyView, actor: Actor, party: Party, step: number) {
  const pool = await poolOf(survey, actor, party);
  const { blindedToken, finalise } = await blindToken(pool);
  const request = { efficacySurveyId: survey.id, ...party, blindedToken };
  const { blindSignature } = await evaluation.ask(efficacySurveyContract.takeToken, request, actor);
  return {
    efficacySurveyId: survey.id,
    poolId: pool.id,
    ...(await finalise(blindSignature)),
    receipt: randomBytes(32).toString('base64'),
    answers: steps(step),
  };
}

async function answerPooled(
  survey: EfficacySurveyView,
  actor: Actor,
  party: Party,
  step: number,
): Promise<void> {
  const answer = await preparedAnswer(survey, actor, party, step);
  await evaluation.ask(efficacySurveyContract.submitPooled, answer, null);
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
    if (manner === 'named') await answerNamed(survey, officerOf(union), asUnion(union), steps(step));
    else await answerPooled(survey, officerOf(union), asUnion(union), step);
  }
}

async function closed(tree: Tree, survey: EfficacySurveyView) {
  const request = { efficacySurveyId: survey.id };
  const closing = await evaluation.ask(efficacySurveyContract.close, request, tree.evaluator);
  expect(closing.state).toBe('closing');
  await untilClosed(survey);
  const results = await evaluation.ask(efficacySurveyContract.results, request, actorWith());
  const answers = await evaluation.ask(efficacySurveyContract.listAnswers, request, actorWith());
  return { results, answers: answers.items, unions: results.kinds.find(({ kind }) => kind === 'union') };
}

function untilClosed({ id: efficacySurveyId }: EfficacySurveyView): Promise<void> {
  return eventually(async () => {
    const { state } = await evaluation.ask(efficacySurveyContract.get, { efficacySurveyId }, actorWith());
    expect(state).toBe('closed');
  });
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

  it('E128: a pooled answer is sealed, and shares its transaction with no row that names a party', async () => {
    const tree = await newTree(6, 6);
    const survey = await opened(tree);
    await answerAll(survey, tree.unions.slice(6), 2);
    const { manager } = evaluation.dataSource;
    const rows = await manager.findBy(SealedAnswerRow, { surveyId: survey.id });
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
    const kept = Buffer.concat(rows.map(({ sealed }) => sealed)).toString('latin1');
    expect(kept).not.toMatch(/belonging|poolId/);
    expect(await manager.countBy(EfficacyNamedAnswerRow, { surveyId: survey.id })).toBe(0);
    expect(await tablesOfAnswers(survey.id)).toEqual(['sealed_answer']);
    // What is signed at all says no more than the district, in which six unions were asked. (The federation itself went
    // with the other one.)
    const pools = await manager.findBy(EfficacyPoolRow, { surveyId: survey.id, kind: 'union' });
    expect(pools.map(({ path }) => path).sort()).toEqual([tree.root.path, `${tree.root.path}2.`].sort());
    await closed(tree, survey);
    expect(await manager.countBy(SealedAnswerRow, { surveyId: survey.id })).toBe(0);
    const keyless = await manager.findBy(EfficacyPoolRow, { surveyId: survey.id });
    expect(keyless.every(({ privateKey }) => privateKey === null)).toBe(true);
    await eventually(() => {
      evaluation.clock.advance(1_000);
      const left = readdirSync(sealingDirectory).filter((name) => name.startsWith(survey.id));
      expect(left).toEqual([`${survey.id}.destroyed`]);
    });
  });

  it('tells the trail who answered pooled when it ends, and not when a token is taken', async () => {
    const tree = await newTree(5, 0);
    const survey = await opened(tree);
    const parties = tree.unions.slice(0, 3);
    await answerAll(survey, parties, 2);
    const told = async () => {
      const rows: { after: { parties: { partyId: string }[] } }[] = await evaluation.dataSource.query(
        `SELECT after FROM audit_record WHERE subject_id = $1 AND after->>'manner' = 'pooled'`,
        [survey.id],
      );
      return rows.map(({ after }) => after.parties.map(({ partyId }) => partyId));
    };
    expect(await told()).toEqual([]);
    await closed(tree, survey);
    expect(await told()).toEqual([parties.map(({ id }) => id).toSorted()]);
  });

  it('has the same keys for everybody, which anyone may compare, and one pair for a pool', async () => {
    const tree = await newTree(5, 0);
    const survey = await opened(tree);
    const request = { efficacySurveyId: survey.id };
    const [first, second] = tree.unions;
    if (first === undefined || second === undefined) throw new Error('there are five');
    const pool = await poolOf(survey, officerOf(first), asUnion(first));
    expect(await poolOf(survey, officerOf(second), asUnion(second))).toEqual(pool);
    const { pools } = await evaluation.ask(efficacySurveyContract.keys, request, null);
    const { n, e } = pool.publicKey as { n: string; e: string };
    const hash = createHash('sha256').update([n, e, pool.sealingKey].join('.')).digest('hex');
    expect(pools).toContainEqual({ poolId: pool.id, kind: 'union', keysHash: hash });
  });

  it('is answered once, by the officers of the party itself', async () => {
    const tree = await newTree(6, 0);
    const [first, second] = tree.unions;
    if (first === undefined || second === undefined) throw new Error('there are six');
    const survey = await opened(tree);
    for (const other of [officerOf(second), officerOf(tree.root), tree.evaluator, actorWith()])
      await expect(answerNamed(survey, other, asUnion(first))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const ask = (party = asUnion(first), answers?: object) =>
      answerNamed(survey, officerOf(first), party, answers);
    await expect(ask(asUnion(first, 'provider'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(asUnion(first), { place: 5 })).rejects.toMatchObject({ code: 'ANSWER_MISSING' });
    const officer = officerOf(first);
    const mine = () => evaluation.ask(efficacySurveyContract.listMine, {}, officer);
    expect((await mine()).items).toMatchObject([{ kind: 'union', answered: false, manner: null }]);
    expect(await ask()).toMatchObject({ answered: true, manner: 'named' });
    expect((await mine()).items).toMatchObject([{ answered: true, manner: 'named' }]);
    for (const again of [ask(), preparedAnswer(survey, officer, asUnion(first), 1)])
      await expect(again).rejects.toMatchObject({ code: 'PARTY_ANSWERED' });
    const late = await preparedAnswer(survey, officerOf(second), asUnion(second), 1);
    evaluation.clock.advance(25 * hourMs);
    await untilClosed(survey);
    const third = officerOf(tree.unions[2] as UnionState);
    for (const ask of [
      answerNamed(survey, third, asUnion(tree.unions[2] as UnionState)),
      evaluation.ask(efficacySurveyContract.submitPooled, late, null),
    ])
      await expect(ask).rejects.toMatchObject({ code: 'SURVEY_NOT_OPEN' });
    expect((await mine()).items).toEqual([]);
  });

  it('gives one of several who ask at once its token, and the same to who asks again; a token is one answer', async () => {
    const tree = await newTree(6, 0);
    const survey = await opened(tree);
    const [union, other] = tree.unions;
    if (union === undefined || other === undefined) throw new Error('there are six');
    const pool = await poolOf(survey, officerOf(union), asUnion(union));
    const blinded = await Promise.all(Array.from({ length: 8 }, () => blindToken(pool)));
    const take = (blindedToken: string) => {
      const request = { efficacySurveyId: survey.id, ...asUnion(union), blindedToken };
      return evaluation.ask(efficacySurveyContract.takeToken, request, officerOf(union));
    };
    const outcomes = await Promise.allSettled(blinded.map((one) => take(one.blindedToken)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const { blindedToken, finalise } = blinded[won] as (typeof blinded)[number];
    const { blindSignature } = await take(blindedToken);
    await expect(answerNamed(survey, officerOf(union), asUnion(union))).rejects.toMatchObject({
      code: 'PARTY_ANSWERED',
    });
    const answer = {
      efficacySurveyId: survey.id,
      poolId: pool.id,
      ...(await finalise(blindSignature)),
      receipt: randomBytes(32).toString('base64'),
      answers: steps(3),
    };
    const submit = (change: object = {}) =>
      evaluation.ask(efficacySurveyContract.submitPooled, { ...answer, ...change }, null);
    await Promise.all([submit(), submit()]);
    await expect(submit({ receipt: randomBytes(32).toString('base64') })).rejects.toMatchObject({
      code: 'TOKEN_USED',
    });
    const foreign = await preparedAnswer(survey, officerOf(other), asUnion(other), 2);
    await expect(submit({ token: foreign.token })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    const rows = await evaluation.dataSource.manager.countBy(SealedAnswerRow, { surveyId: survey.id });
    expect(rows).toBe(1);
  });

  it('E127: five took tokens and four answered: nothing is shown of them', async () => {
    const tree = await newTree(5, 0);
    const survey = await opened(tree);
    await answerAll(survey, tree.unions.slice(0, 4), 3);
    const [, , , , last] = tree.unions;
    if (last === undefined) throw new Error('there are five');
    await preparedAnswer(survey, officerOf(last), asUnion(last), 3);
    const { answers, unions } = await closed(tree, survey);
    expect([answers, unions?.answers]).toEqual([[], 0]);
  });

  it('is void where its key is gone, and may be held again', async () => {
    const tree = await newTree(5, 0);
    const survey = await opened(tree);
    await answerAll(survey, tree.unions, 3);
    renameSync(join(sealingDirectory, `${survey.id}.key`), join(sealingDirectory, `${survey.id}.destroyed`));
    const request = { efficacySurveyId: survey.id };
    await evaluation.ask(efficacySurveyContract.close, request, tree.evaluator);
    await eventually(async () => {
      const { state } = await evaluation.ask(efficacySurveyContract.get, request, actorWith());
      expect(state).toBe('void');
    });
    expect((await evaluation.ask(efficacySurveyContract.results, request, actorWith())).kinds).toEqual([]);
    expect((await opened(tree)).state).toBe('open');
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
    await expect(answerNamed(survey, first, asVolunteer(first))).rejects.toMatchObject({
      code: 'PERSON_POOLED',
    });
    // Nobody else may answer for a volunteer, neither another volunteer nor the officer of their union.
    const { blindedToken } = await blindToken(await poolOf(survey, first, asVolunteer(first)));
    const request = { efficacySurveyId: survey.id, ...asVolunteer(first), blindedToken };
    for (const other of [second, officerOf(owner)])
      await expect(evaluation.ask(efficacySurveyContract.takeToken, request, other)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    for (const person of people.slice(0, 5)) await answerPooled(survey, person, asVolunteer(person), 4);
    // Managers of the survey cannot see which persons are asked or have answered.
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
    for (const person of people) await answerPooled(survey, person, asVolunteer(person), 1);
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
    for (const { partyId } of clubs)
      await answerPooled(survey, officerOf(owner), { kind: 'club', partyKind: 'club', partyId }, 5);
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
    const callOff = evaluation.ask(efficacySurveyContract.cancel, { efficacySurveyId }, tree.evaluator, {
      ifMatch: 1,
    });
    await expect(callOff).rejects.toMatchObject({ code: 'VERSION_STALE' });
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
    const close = evaluation.ask(efficacySurveyContract.close, { efficacySurveyId }, tree.evaluator, {
      ifMatch: 2,
    });
    await expect(close).rejects.toMatchObject({ code: 'VERSION_STALE' });
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
    await answerNamed(survey, officerOf(borrower), asUnion(borrower, 'borrower'));
    // A day before it ends is less than half of one day: half-way.
    evaluation.clock.advance(12 * hourMs);
    await eventually(async () => expect(await toldOf(survey.id)).toHaveLength(2));
    evaluation.clock.advance(12 * hourMs);
    await eventually(async () => expect(await toldOf(survey.id)).toHaveLength(3));
    const told = await toldOf(survey.id);
    expect(told).toMatchObject([{ title: survey.name, personIds }, { personIds }, { personIds }]);
    const left = everyUnion.filter((id) => id !== borrower.id);
    expect(told.map(({ offices }) => (offices?.unionIds ?? []).toSorted())).toEqual([
      everyUnion,
      left,
      everyUnion,
    ]);
  });
});

/** Every table with a row of a transaction that wrote a pooled answer. */
async function tablesOfAnswers(surveyId: string): Promise<string[]> {
  const { dataSource } = evaluation;
  const tables: { name: string }[] = await dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const written: string[] = [];
  for (const { name } of tables) {
    const rows: unknown[] = await dataSource.query(
      `SELECT 1 FROM "${name}" WHERE xmin IN (SELECT xmin FROM sealed_answer WHERE survey_id = $1) LIMIT 1`,
      [surveyId],
    );
    if (rows.length > 0) written.push(name);
  }
  return written;
}

/** What was raised about a season, in its order. */
async function toldOf(surveyId: string): Promise<NoticeRaised[]> {
  const raised = await evaluation.recorded(noticeRaisedEvents.evaluation);
  return raised.filter(({ about }) => about['efficacySurveyId'] === surveyId);
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
