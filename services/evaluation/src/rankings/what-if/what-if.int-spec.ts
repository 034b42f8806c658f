import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rankingContract } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { whatIfContract } from '@gongxiang/contracts/evaluation/rankings/what-if.contract';
import { scoreContract } from '@gongxiang/contracts/evaluation/scores/score.contract';
import {
  type IndicatorNode,
  indicatorSystemContract,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import {
  type NodeWeighing,
  weightVersionContract,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { ActivityCloseRef } from '../../reference/activity/activity.entity.js';
import {
  indicatorNodes,
  knownActivity,
  knownUnion,
  publishSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let union: UnionState;
let evaluator: Actor;
let systemId: string;
let weightVersionId: string;

const factLeaf = { ...indicatorNodes[3]?.leaf, fact: 'attendanceRate' } as NonNullable<IndicatorNode['leaf']>;
const nodes: IndicatorNode[] = [
  { key: 'came', name: '到场率', parentKey: null, leaf: factLeaf },
  { key: 'filled', name: '满座率', parentKey: null, leaf: { ...factLeaf, fact: 'fillRate' } },
];
const byHand = (weights: number[]): NodeWeighing[] => [{ parentKey: null, method: 'direct', weights }];

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.7.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  const request = { unionId: union.id, name: '两项', nodes };
  const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
  await publishSystem(evaluation, system, evaluator);
  systemId = system.id;
  weightVersionId = await weighed([3, 2]);
});

afterAll(() => evaluation.stop());

async function weighed(weights: number[]): Promise<string> {
  const request = { systemId, nodes: byHand(weights) };
  return (await evaluation.ask(weightVersionContract.create, request, evaluator)).id;
}

/** An activity to which ten of so many came who had signed up, for so many seats. */
async function scored(title: string, registeredHeads: number, capacity: number): Promise<string> {
  const { id: activityId } = await knownActivity(evaluation, union, 10, { title });
  await evaluation.dataSource.manager.update(ActivityCloseRef, { activityId }, { registeredHeads, capacity });
  await evaluation.ask(scoreContract.compute, { activityId, weightVersionId }, evaluator);
  return activityId;
}

describe('what other weights would change', () => {
  it('says nothing as long as no version is in force', async () => {
    const view = await evaluation.ask(whatIfContract.compute, { weightVersionId }, evaluator);
    expect(view).toMatchObject({ basisId: null, subjects: [] });
    expect(await evaluation.ask(whatIfContract.sensitivity, { weightVersionId }, evaluator)).toEqual({
      first: null,
      second: null,
      swaps: [],
    });
    const { groups } = await evaluation.ask(whatIfContract.compare, { weightVersionId }, evaluator);
    expect(groups[0]?.methods.map(({ method }) => method)).toEqual(['version', 'equal', 'direct']);
  });

  it('is every rank beside that of now, and saves nothing', async () => {
    await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
    // 0.6 · 50 + 0.4 · 25 = 40, and 0.6 · 25 + 0.4 · 50 = 35
    const [one, two] = [await scored('到得齐', 20, 40), await scored('坐得满', 40, 20)];
    const changed = { weightVersionId, weights: [{ key: 'came', weight: 0.2 }] };
    const view = await evaluation.ask(whatIfContract.compute, changed, evaluator);
    expect(view).toMatchObject({ basisId: weightVersionId });
    expect(view.weights.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['came', 0.6, 0.2],
      ['filled', 0.4, expect.closeTo(0.8, 12)],
    ]);
    expect(view.subjects).toMatchObject([
      { subjectId: one, name: '到得齐', score: expect.closeTo(40, 9), rank: 1, rankAfter: 2 },
      { subjectId: two, name: '坐得满', score: expect.closeTo(35, 9), rank: 2, rankAfter: 1 },
    ]);
    // Another version of the system, before it is put in force.
    const other = await evaluation.ask(
      whatIfContract.compute,
      { weightVersionId: await weighed([1, 4]) },
      evaluator,
    );
    expect(other.subjects.map(({ rankAfter }) => rankAfter)).toEqual([2, 1]);
    expect((await evaluation.ask(rankingContract.list, {}, evaluator)).items).toEqual([]);
  });

  it('tells for each weight the smallest change that swaps the first two, and that it does', async () => {
    const { first, second, swaps } = await evaluation.ask(
      whatIfContract.sensitivity,
      { weightVersionId },
      actorWith(),
    );
    expect([first?.name, second?.name]).toEqual(['到得齐', '坐得满']);
    // 50t + 25(1 − t) = 25t + 50(1 − t): t = ½, from 0.6 and from 0.4 as far
    expect(swaps.map(({ swapsAt }) => swapsAt)).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)]);
    const beyond = [{ key: 'came', weight: (swaps[0]?.swapsAt ?? 0) - 1e-6 }];
    const view = await evaluation.ask(
      whatIfContract.compute,
      { weightVersionId, weights: beyond },
      evaluator,
    );
    expect(view.subjects.map(({ rankAfter }) => rankAfter)).toEqual([2, 1]);
  });

  it('lays methods by data beside the version, from the newest scores', async () => {
    const { groups, wholes } = await evaluation.ask(whatIfContract.compare, { weightVersionId }, actorWith());
    expect(groups[0]?.rows).toBe(2);
    const methods = new Map(groups[0]?.methods.map(({ method, weights }) => [method, weights]));
    // Both columns hold 50 and 25 once each.
    expect(methods.get('entropy')).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)]);
    expect(methods.get('critic')).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)]);
    expect(methods.get('additive')).toEqual([expect.closeTo(0.55, 12), expect.closeTo(0.45, 12)]);
    expect(wholes.map(({ method }) => method)).toContain('multiplicative');
  });

  it.each([
    ['an indicator that is not there', [{ key: 'nothing', weight: 0.2 }], 'INDICATOR_UNKNOWN'],
    [
      'more than the whole',
      [
        { key: 'came', weight: 0.8 },
        { key: 'filled', weight: 0.8 },
      ],
      'WEIGHT_CHANGE',
    ],
  ])('is refused for %s', async (_what, weights, code) => {
    const request = { weightVersionId, weights };
    await expect(evaluation.ask(whatIfContract.compute, request, evaluator)).rejects.toMatchObject({ code });
  });

  it('is tried by evaluators of the system alone', async () => {
    const request = { weightVersionId };
    const code = 'NOT_PERMITTED';
    await expect(evaluation.ask(whatIfContract.compute, request, actorWith())).rejects.toMatchObject({
      code,
    });
    const missing = { weightVersionId: newId() };
    await expect(evaluation.ask(whatIfContract.compute, missing, evaluator)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
