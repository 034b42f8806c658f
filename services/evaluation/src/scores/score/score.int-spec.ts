import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import { efficacyContract, scoreContract } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { responseContract, surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import {
  type IndicatorNode,
  indicatorSystemContract,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { EventRuntime } from '@gongxiang/messaging/service';
import { actorWith, eventually, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import {
  closeSurvey,
  indicatorNodes,
  type KnownActivity,
  knownActivity,
  knownUnion,
  preparedResponse,
  publishedSystem,
  publishSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';
import { computeScore, type ScoreInput } from './score.model.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let systemId: string;
let weightVersionId: string;
const [today, longAgo] = ['2026-11-20', '2020-01-01'];

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  systemId = await publishedSystem(evaluation, union.id, evaluator);
  const nodes = [
    { parentKey: null, method: 'direct' as const, weights: [3, 1] },
    { parentKey: 'people', method: 'direct' as const, weights: [2, 1] },
  ];
  const version = await evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator);
  weightVersionId = version.id;
  await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
});

afterAll(() => evaluation.stop());

/** An activity whose survey `count` people answered alike; `close` ends it. */
async function surveyed(
  count: number,
  answers: Record<string, number>,
  isClosed = true,
): Promise<KnownActivity> {
  const activity = await knownActivity(evaluation, union, count);
  const now = evaluation.clock.now();
  const request = {
    activityId: activity.id,
    indicatorSystemId: systemId,
    opensAt: now.toISOString(),
    closesAt: new Date(now.getTime() + 3_600_000).toISOString(),
  };
  const survey = await evaluation.ask(surveyContract.create, request, evaluator);
  for (const personId of activity.personIds) {
    const response = await preparedResponse(evaluation, survey, personId, answers);
    await evaluation.ask(responseContract.submit, response, null);
  }
  if (isClosed) await closeSurvey(evaluation, survey.id, evaluator);
  return activity;
}

function scoreOf(activity: KnownActivity, actor: Actor | null = evaluator) {
  return evaluation.send(scoreContract.compute, { activityId: activity.id, weightVersionId }, actor);
}

describe('a score', () => {
  it('is made of weights, facts and answers, says why, and can be computed again from what it kept', async () => {
    const { body: score } = await scoreOf(await surveyed(6, { liked: 5, ours: 3 }));
    // ¾·⅔ = ½ of 100, ¾·⅓ = ¼ of 50, ¼ of 50 (6 of 12 came): 50 + 12.5 + 12.5
    expect(score.score).toBeCloseTo(75, 9);
    expect(score.contributions.map(({ name, points }) => [name, Number(points.toFixed(9))])).toEqual([
      ['满意度', 50],
      ['认同感', 12.5],
      ['到场率', 12.5],
    ]);
    expect(score.table.map((cell) => [cell.function, cell.business, Number(cell.weight.toFixed(9))])).toEqual(
      [
        ['information', 'culture', 0.25],
        ['service', 'culture', 0.75],
      ],
    );
    const kept = await evaluation.ask(scoreContract.get, { scoreId: score.id }, actorWith());
    expect(kept).toEqual(score);
    expect(kept).toMatchObject({
      activityTitle: '亲子工厂开放日',
      subject: { kind: 'activity', name: '亲子工厂开放日' },
      periodFrom: null,
      periodTo: null,
      indicatorSystemId: systemId,
      indicatorSystemName: '共建共享效能评价',
      indicatorSystemVersion: 1,
    });
    expect(computeScore(kept.inputs as unknown as ScoreInput).score).toBe(score.score);
  });

  it('exists once for the same inputs', async () => {
    const activity = await surveyed(5, { liked: 4, ours: 4 });
    const [first, again] = [await scoreOf(activity), await scoreOf(activity)];
    expect([first.existing, again.existing]).toEqual([false, true]);
    expect(again.body).toEqual(first.body);
    const { items } = await evaluation.ask(scoreContract.list, { activityId: activity.id }, evaluator);
    expect(items).toEqual([first.body]);
    const { id: subjectId } = activity;
    const ofKind = (subjectKind: 'activity' | 'club') =>
      evaluation.ask(scoreContract.list, { subjectKind, subjectId }, evaluator);
    expect((await ofKind('activity')).items).toEqual([first.body]);
    expect((await ofKind('club')).items).toEqual([]);
    await expect(evaluation.dataSource.query('UPDATE score SET score = 100')).rejects.toThrow();
  });

  it('E127: takes suppressed answers as missing, and waits for an open survey', async () => {
    const { body: score } = await scoreOf(await surveyed(4, { liked: 5, ours: 5 }));
    expect(score.missingIndicators).toEqual(['liked', 'ours']);
    expect(score.coverage).toBeCloseTo(0.25, 9);
    // 4 of 8 came
    expect(score.score).toBeCloseTo(50, 9);
    const open = await surveyed(5, { liked: 5, ours: 5 }, false);
    await expect(scoreOf(open)).rejects.toMatchObject({ code: 'SURVEY_OPEN' });
  });

  it('counts the costs of a reversed pool no more, whichever event comes first', async () => {
    const leaf = { ...indicatorNodes[3]?.leaf, fact: 'costPerHead', scaleMin: 0, scaleMax: 100 };
    const nodes = [{ key: 'cost', name: '人均费用', parentKey: null, leaf } as IndicatorNode];
    const request = { unionId: union.id, name: '费用', nodes };
    const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
    const { id } = await publishSystem(evaluation, system, evaluator);
    const version = await evaluation.ask(
      weightVersionContract.create,
      { systemId: id, nodes: [{ parentKey: null, method: 'direct', weights: [1] }] },
      evaluator,
    );
    await evaluation.ask(weightVersionContract.activate, { weightVersionId: version.id }, evaluator);
    const activity = await knownActivity(evaluation, union, 5);
    const [wrong, early, right] = [newId(), newId(), newId()];
    const approved = (costPoolId: string, yuan: number) =>
      evaluation.emit(settlementEvents.costPoolApproved, {
        costPoolId,
        version: 4,
        activityId: activity.id,
        shares: [],
        total: toWire(BigInt(yuan) * 100n),
        subsidy: toWire(0n),
        approvedAt: `${today}T08:00:00Z`,
      });
    const reversed = (sourceId: string) =>
      evaluation.emit(settlementEvents.entryReversed, {
        entryId: newId(),
        reversalId: newId(),
        sourceId,
        reversedAt: `${today}T09:00:00Z`,
      });
    await approved(wrong, 900);
    await reversed(wrong);
    await reversed(early);
    await approved(early, 700);
    await approved(right, 250);
    // 250 yuan for five heads: 50 of 100
    await eventually(async () => {
      const { score } = await evaluation.ask(
        scoreContract.compute,
        { activityId: activity.id, weightVersionId: version.id },
        evaluator,
      );
      expect(score).toBe(50);
    });
  });

  it('is computed by evaluators of the activity, under weights in force', async () => {
    const activity = await knownActivity(evaluation, union, 5);
    const elsewhere = actorWith({ roles: [['evaluator', randomUUID(), '1.9.']] });
    const member = actorWith({ unionId: union.id, unionPath: union.path });
    const officer = actorWith({ roles: [['officer', union.id, union.path]] });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [member, 'NOT_PERMITTED'],
      [officer, 'NOT_PERMITTED'],
      [elsewhere, 'NOT_PERMITTED'],
    ] as const) {
      await expect(scoreOf(activity, actor)).rejects.toMatchObject({ code });
    }
    expect((await scoreOf(activity)).body.surveyId).toBeNull();
    const nodes = [
      { parentKey: null, method: 'direct' as const, weights: [1, 1] },
      { parentKey: 'people', method: 'direct' as const, weights: [1, 1] },
    ];
    const other = await evaluation.ask(weightVersionContract.create, { systemId, nodes }, evaluator);
    await expect(
      evaluation.ask(
        scoreContract.compute,
        { activityId: activity.id, weightVersionId: other.id },
        evaluator,
      ),
    ).rejects.toMatchObject({ code: 'WEIGHTS_NOT_ACTIVE' });
  });
});

describe('scores that are told anew', () => {
  it('are told as they were told when they were computed, all of them', async () => {
    const before = await evaluation.recorded(evaluationEvents.scoreComputed);
    expect(before.length).toBeGreaterThan(0);
    await evaluation.app.get(EventRuntime).republish('score');
    const after = await evaluation.recorded(evaluationEvents.scoreComputed);
    expect(new Set(after.slice(before.length))).toEqual(new Set(before));
  });
});

describe('the list of scores', () => {
  it('costs one query for all titles, and one for all systems', async () => {
    const queries = await recordQueries(evaluation.dataSource, async () => {
      const { items } = await evaluation.ask(scoreContract.list, { limit: 200 }, actorWith());
      expect(items.length).toBeGreaterThan(3);
    });
    for (const table of ['activity_ref', 'indicator_system'])
      expect(queries.filter(({ sql }) => sql.includes(table))).toHaveLength(1);
  });
});

describe('efficacy by resource function and business', () => {
  it('sums what was published, and shows nothing else', async () => {
    const period = { from: today, to: today };
    const read = async () => {
      const { cells } = await evaluation.ask(efficacyContract.get, period, actorWith());
      return cells.find((cell) => cell.function === 'information' && cell.business === 'culture');
    };
    const before = await read();
    await surveyed(4, { liked: 1, ours: 1 });
    expect(await read()).toEqual(before);
    await surveyed(5, { liked: 1, ours: 1 });
    const after = await read();
    expect(after?.answers).toBe((before?.answers ?? 0) + 5);
    const { cells } = await evaluation.ask(efficacyContract.get, { from: longAgo, to: longAgo }, actorWith());
    expect(cells).toHaveLength(35);
    expect(cells.every(({ answers, mean }) => answers === null && mean === null)).toBe(true);
    await expect(evaluation.ask(efficacyContract.get, period, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});
