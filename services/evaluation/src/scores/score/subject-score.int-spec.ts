import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScoreSubject } from '@gongxiang/contracts/evaluation/score-subject';
import { scoreBatchContract } from '@gongxiang/contracts/evaluation/scores/score-batch.contract';
import { scoreExplanationContract } from '@gongxiang/contracts/evaluation/scores/score-explanation.contract';
import { scoreContract } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { responseContract, surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import {
  type IndicatorNode,
  indicatorSystemContract,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import {
  type ActivityStateData,
  type LoanStateData,
  sharingEvents,
} from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { LoanRef } from '../../reference/activity/activity.entity.js';
import {
  closeSurvey,
  type KnownActivity,
  knownActivity,
  knownUnion,
  preparedResponse,
  publishSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';
import { PartyRef } from '../../reference/party.entity.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { SubjectFacts } from '../../reference/subject/subject-facts-reader.js';
import { ScoreRow } from './score.entity.js';
import { verifyScore } from './score-verification.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let systemId: string;
let weightVersionId: string;
const days = { from: '2026-01-01', to: '2026-11-20' };

const fact = (key: string, name: string, of: string, scale: readonly [number, number]): IndicatorNode =>
  ({
    key,
    name,
    parentKey: null,
    leaf: {
      kind: 'fact',
      fact: of,
      scaleMin: scale[0],
      scaleMax: scale[1],
      direction: 'max',
      function: 'facility',
      business: 'culture',
      missing: 'omit',
      target: scale[1] / 2,
    },
  }) as IndicatorNode;

/** A question and three facts, a quarter each. */
const nodes: IndicatorNode[] = [
  {
    key: 'liked',
    name: '满意度',
    parentKey: null,
    leaf: {
      kind: 'survey',
      scaleMin: 1,
      scaleMax: 5,
      direction: 'max',
      function: 'service',
      business: 'culture',
    },
  },
  fact('came', '到场率', 'attendanceRate', [0, 1]),
  fact('held', '活动场次', 'activitiesHeld', [0, 4]),
  fact('out', '利用率', 'utilisation', [0, 1]),
];

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  const system = { unionId: union.id, name: '俱乐部分级', nodes };
  const draft = await evaluation.ask(indicatorSystemContract.create, system, evaluator);
  await publishSystem(evaluation, draft, evaluator);
  systemId = draft.id;
  const weights = [{ parentKey: null, method: 'direct' as const, weights: [1, 1, 1, 1] }];
  const version = await evaluation.ask(weightVersionContract.create, { systemId, nodes: weights }, evaluator);
  weightVersionId = version.id;
  await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
});
afterAll(() => evaluation.stop());

async function knownClub(): Promise<string> {
  const club = { kind: 'club' as const, id: newId(), version: 1, name: '羽毛球俱乐部', unionId: union.id };
  const state = { ...club, uscc: null, sizeClass: null, active: true };
  await evaluation.emit(membershipEvents.partyChanged, state);
  const { manager } = evaluation.dataSource;
  await eventually(() => manager.findOneByOrFail(PartyRef, { id: club.id }));
  return club.id;
}

/** An activity that is told again with whose it is. */
async function heldBy(people: number, of: Partial<ActivityStateData>): Promise<KnownActivity> {
  const activity = await knownActivity(evaluation, union, people);
  const at = new Date('2026-10-05T10:00:00+08:00').toISOString();
  const told: ActivityStateData = {
    id: activity.id,
    version: 9,
    title: '羽毛球赛',
    function: 'service',
    business: 'culture',
    state: 'closed',
    organiser: { kind: 'union', id: union.id },
    unionId: union.id,
    coHosts: [],
    startsAt: at,
    endsAt: at,
    agreementId: null,
    ...of,
  };
  await evaluation.emit(sharingEvents.activityChanged, told);
  const isTold = `SELECT 1 FROM activity_ref WHERE id = $1 AND version = 9`;
  await eventually(async () => {
    expect(await evaluation.dataSource.query(isTold, [activity.id])).toHaveLength(1);
  });
  return activity;
}

async function surveyed(activity: KnownActivity, liked: number): Promise<void> {
  const now = evaluation.clock.now();
  const request = {
    activityId: activity.id,
    indicatorSystemId: systemId,
    opensAt: now.toISOString(),
    closesAt: new Date(now.getTime() + 3_600_000).toISOString(),
  };
  const survey = await evaluation.ask(surveyContract.create, request, evaluator);
  for (const personId of activity.personIds) {
    const response = await preparedResponse(evaluation, survey, personId, { liked });
    await evaluation.ask(responseContract.submit, response, null);
  }
  await closeSurvey(evaluation, survey.id, evaluator);
}

function score(subject: ScoreSubject, actor: Actor | null = evaluator) {
  return evaluation.ask(scoreContract.compute, { subject, ...days, weightVersionId }, actor);
}

async function told(loan: Partial<LoanStateData>): Promise<void> {
  const state = {
    id: newId(),
    version: 3,
    resourceId: newId(),
    ownerUnionId: union.id,
    borrowerUnionId: union.id,
    function: 'facility',
    state: 'returned',
    title: '羽毛球馆',
    startsAt: '2026-03-01T08:00:00+08:00',
    endsAt: '2026-03-20T08:00:00+08:00',
    returnedAt: '2026-03-20T08:00:00+08:00',
    ...loan,
  } as LoanStateData;
  await evaluation.emit(sharingEvents.loanChanged, state);
  const { manager } = evaluation.dataSource;
  await eventually(() => manager.findOneByOrFail(LoanRef, { id: state.id }));
}

describe('a score by days', () => {
  it('of a club takes all its closed activities: sums over sums, each answer once', async () => {
    const clubId = await knownClub();
    const organiser = { kind: 'club' as const, id: clubId };
    const [few, many] = [await heldBy(5, { organiser }), await heldBy(15, { organiser })];
    await surveyed(few, 5);
    await surveyed(many, 3);
    const found = await score({ kind: 'club', id: clubId });
    // (5 · 5 + 15 · 3) / 20 = 3.5 → 62.5; 20 of 40 came → 50; 2 of 4 → 50; utilisation unknown: thirds
    expect(found.score).toBeCloseTo((62.5 + 50 + 50) / 3, 9);
    expect(found).toMatchObject({
      subject: { kind: 'club', id: clubId, name: '羽毛球俱乐部' },
      activityId: null,
      activityTitle: null,
      periodFrom: days.from,
      periodTo: days.to,
      missingIndicators: ['out'],
      revision: 1,
      cause: 'asked',
      interval: { level: 0.95, resamples: 1_000, answers: 20 },
    });
    expect(found.interval?.low).toBeLessThan(found.score ?? 0);
    expect(found.contributions.map(({ target, isTargetReached }) => [target, isTargetReached])).toEqual([
      [null, null],
      [0.5, true],
      [2, true],
      [0.5, null],
    ]);
    const { items } = await evaluation.ask(
      scoreContract.list,
      { subjectKind: 'club', latest: true },
      evaluator,
    );
    expect(items).toEqual([found]);
  });

  it('of a resource takes the hours in which it was out, two loans at once no more than one', async () => {
    const resourceId = newId();
    const out = { resourceId, handedOverAt: '2026-03-01T08:00:00+08:00' };
    await told(out);
    await told({
      ...out,
      handedOverAt: '2026-03-10T08:00:00+08:00',
      returnedAt: '2026-03-25T08:00:00+08:00',
    });
    const found = await score({ kind: 'resource', id: resourceId });
    // 24 of the 324 days up to 20 November
    const utilisation = found.contributions.find(({ indicatorId }) => indicatorId === 'out');
    expect(utilisation?.value).toBeCloseTo(24 / 324, 9);
    expect(found.subject.name).toBe('羽毛球馆');
  });

  it('of a brand belongs to whoever held its first edition, and of a union to itself', async () => {
    const brand = { id: newId(), name: '职工羽毛球联赛', edition: 1 };
    await heldBy(5, { brand });
    expect((await score({ kind: 'brand', id: brand.id })).subject.name).toBe('职工羽毛球联赛');
    expect((await score({ kind: 'union', id: union.id })).subject.name).toBe('工会 1.4.');
    const elsewhere = actorWith({ roles: [['evaluator', randomUUID(), '1.9.']] });
    for (const actor of [elsewhere, actorWith({ unionId: union.id, unionPath: union.path })])
      await expect(score({ kind: 'brand', id: brand.id }, actor)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    await expect(score({ kind: 'brand', id: newId() })).rejects.toMatchObject({ code: 'REFERENCE_PENDING' });
  });

  it('E127: knows of reach in a quarter that is over, and in no days beside it that could be subtracted', async () => {
    const held = { ...union, id: newId(), path: '1.7.' };
    await evaluation.emit(membershipEvents.unionChanged, held);
    const endsAt = new Date('2026-08-08T10:00:00+08:00').toISOString();
    const activity = await heldBy(10, {
      unionId: held.id,
      organiser: { kind: 'union', id: held.id },
      endsAt,
    });
    // Ten who came, and ten who did not.
    const personIds = [...activity.personIds, ...activity.personIds.map(() => newId())];
    for (const personId of personIds) {
      const term = { unionId: held.id, state: 'active' as const, validFrom: '2026-01-01', validTo: null };
      await evaluation.emit(membershipEvents.memberChanged, {
        personId,
        version: 1,
        maskedName: '张*',
        ...term,
      });
    }
    const { manager } = evaluation.dataSource;
    await eventually(async () => expect(await manager.countBy(MemberRef, { unionId: held.id })).toBe(20));
    const reachIn = (from: string, to: string) =>
      evaluation.app.get(Transactions).system(continueTrace(undefined), async (tx) => {
        const scope = { kind: 'union' as const, ids: [held.id], from, to };
        const facts = await evaluation.app.get(SubjectFacts).of(tx, scope, new Set(['reach']));
        return facts.get(held.id)?.totals.reach ?? null;
      });
    expect(await reachIn('2026-07-01', '2026-09-30')).toEqual({ members: 20, served: 10 });
    for (const [from, to] of [
      ['2026-07-02', '2026-09-30'],
      ['2026-07-01', '2026-10-01'],
      ['2026-08-08', '2026-08-08'],
    ])
      // prettier-ignore
      expect(await reachIn(from ?? '', to ?? '')).toBeNull();
  });
});

describe('what a score rests on', () => {
  it('gives the same to the last digit when it is computed again, and whatever was tampered with is found', async () => {
    const clubId = await knownClub();
    const activity = await heldBy(7, { organiser: { kind: 'club', id: clubId } });
    await surveyed(activity, 4);
    const { id: scoreId, score: kept, inputsHash } = await score({ kind: 'club', id: clubId });
    const member = actorWith();
    const verification = await evaluation.ask(scoreExplanationContract.verify, { scoreId }, member);
    expect(verification).toEqual({ scoreId, isEqual: true, kept, again: kept, inputsHash, differences: [] });
    const row = await evaluation.dataSource.manager.findOneByOrFail(ScoreRow, { id: scoreId });
    const totals = { ...row.inputs.totals, heads: 8 } as NonNullable<ScoreRow['inputs']['totals']>;
    const forged = verifyScore({ ...row, inputs: { ...row.inputs, totals } });
    expect(forged.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['/inputsHash', '/inputs/values', '/score', '/contributions/1/value']),
    );
    const waterfall = await evaluation.ask(scoreExplanationContract.waterfall, { scoreId }, member);
    expect(waterfall.steps.map(({ name }) => name)).toEqual(['满意度', '到场率', '活动场次', '利用率']);
    expect(waterfall.steps.reduce((sum, { points }) => sum + points, 0)).toBe(waterfall.total);
  });

  it('is followed when it changes: a revision by itself, with what it changed, under the weights it had', async () => {
    const activity = await knownActivity(evaluation, union, 5);
    const request = { activityId: activity.id, weightVersionId };
    const first = await evaluation.ask(scoreContract.compute, request, evaluator);
    // News that change no value make no revision: this system knows no costs.
    await evaluation.emit(settlementEvents.costPoolApproved, {
      costPoolId: newId(),
      version: 4,
      activityId: activity.id,
      shares: [],
      total: toWire(90_000n),
      subsidy: toWire(0n),
      approvedAt: '2026-11-20T08:00:00Z',
    });
    await surveyed(activity, 5);
    const { items } = await eventually(async () => {
      evaluation.clock.advance(11_000);
      const page = await evaluation.ask(scoreContract.list, { activityId: activity.id }, evaluator);
      expect(page.items).toHaveLength(2);
      return page;
    });
    const [second] = items;
    expect(second).toMatchObject({
      revision: 2,
      revisesId: first.id,
      cause: 'factsChanged',
      weightVersionId,
    });
    // 5 of 10 came: 50 alone; then with 满意度 at 100: 75
    expect([first.score, second?.score].map((one) => one?.toFixed(9))).toEqual([
      '50.000000000',
      '75.000000000',
    ]);
    const { revisions } = await evaluation.ask(
      scoreExplanationContract.revisions,
      { scoreId: first.id },
      actorWith(),
    );
    expect(revisions.map(({ revision, difference }) => [revision, difference?.toFixed(6)])).toEqual([
      [2, '25.000000'],
      [1, undefined],
    ]);
    expect(revisions[0]?.changes).toMatchObject([
      { indicatorId: 'liked', valueBefore: null, valueAfter: 5, pointsBefore: 0, pointsAfter: 50 },
      { indicatorId: 'came', pointsBefore: 50, pointsAfter: 25 },
    ]);
    // Asked again nothing has changed, and two who ask at once get one and the same.
    const again = await Promise.all(
      [1, 2].map(() => evaluation.ask(scoreContract.compute, request, evaluator)),
    );
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([second?.id]));
    const latest = { activityId: activity.id, latest: true };
    expect((await evaluation.ask(scoreContract.list, latest, evaluator)).items).toEqual([second]);
  });
});

describe('a batch of scores', () => {
  const request = () => ({ indicatorSystemId: systemId, subjectKind: 'activity' as const, ...days });

  it('scores all activities that ended within some days, says why some have none, and leaves what stands', async () => {
    await heldBy(5, {});
    const waiting = await knownActivity(evaluation, union, 5, { missingFacts: 2 });
    const batch = await evaluation.ask(scoreBatchContract.create, request(), evaluator);
    expect(batch).toMatchObject({ state: 'running', done: 0, indicatorSystemName: '俱乐部分级' });
    const finished = await done(batch.id);
    const { total, computed, unchanged, skipped } = finished;
    expect([
      finished.done,
      computed + unchanged + skipped.reduce((sum, { count }) => sum + count, 0),
    ]).toEqual([total, total]);
    expect(computed).toBeGreaterThan(0);
    expect(skipped.map(({ reason }) => reason)).toContain('FACTS_INCOMPLETE');
    const again = await done((await evaluation.ask(scoreBatchContract.create, request(), evaluator)).id);
    expect(again).toMatchObject({ computed: 0, unchanged: computed + unchanged });
    const { items } = await evaluation.ask(
      scoreBatchContract.list,
      { indicatorSystemId: systemId },
      actorWith(),
    );
    expect(items.map(({ id }) => id)).toEqual([again.id, batch.id]);
    expect((await evaluation.ask(scoreContract.list, { activityId: waiting.id }, evaluator)).items).toEqual(
      [],
    );
  });

  it('costs as many statements for many as for few', async () => {
    const statements = async (activities: number): Promise<number> => {
      for (let index = 0; index < activities; index += 1) await heldBy(5, {});
      const { id } = await evaluation.ask(scoreBatchContract.create, request(), evaluator);
      const queries = await recordQueries(evaluation.dataSource, () => done(id), { withDueWork: true });
      return queries.filter(({ sql }) =>
        /activity_ref a|attendance_ref|survey_result|INSERT INTO "score"/.test(sql),
      ).length;
    };
    expect(await statements(6)).toBe(await statements(1));
  });

  it('is for evaluators of the system, and needs weights in force', async () => {
    const member = actorWith({ unionId: union.id, unionPath: union.path });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [member, 'NOT_PERMITTED'],
    ] as const)
      await expect(evaluation.ask(scoreBatchContract.create, request(), actor)).rejects.toMatchObject({
        code,
      });
    const { id } = await evaluation.ask(indicatorSystemContract.copy, { systemId }, evaluator);
    const unweighed = { ...request(), indicatorSystemId: id };
    await expect(evaluation.ask(scoreBatchContract.create, unweighed, evaluator)).rejects.toMatchObject({
      code: 'WEIGHTS_NOT_ACTIVE',
    });
  });

  function done(batchId: string) {
    return eventually(async () => {
      const batch = await evaluation.ask(scoreBatchContract.get, { batchId }, actorWith());
      expect(batch.state).toBe('done');
      return batch;
    });
  }
});
