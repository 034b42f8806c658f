import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { scoreContract, type ScoreView } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityCloseRef } from '../../reference/activity/activity.entity.js';
import { knownUnion, publishSystem, startEvaluation } from '../../evaluation.fixture.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { ScoreRow } from '../score/score.entity.js';

let evaluation: ServiceFixture;
let union: UnionState;
let below: UnionState;
let evaluator: Actor;
let weightVersionId: string;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  below = await knownUnion(evaluation, '1.4.2.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  const nodes = (['repeatParticipation', 'reach'] as const).map((fact) => ({
    key: fact,
    name: fact,
    parentKey: null,
    leaf: {
      kind: 'fact' as const,
      fact,
      scaleMin: 0,
      scaleMax: 1,
      direction: 'max' as const,
      function: 'service' as const,
      business: 'culture' as const,
    },
  }));
  const request = { unionId: union.id, name: '普惠', nodes };
  const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
  await publishSystem(evaluation, system, evaluator);
  const weights = [{ parentKey: null, method: 'direct' as const, weights: [1, 1] }];
  const version = await evaluation.ask(
    weightVersionContract.create,
    { systemId: system.id, nodes: weights },
    evaluator,
  );
  weightVersionId = version.id;
  await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
});
afterAll(() => evaluation.stop());

/** An activity that is over, and to which these came. */
async function held(endsAt: string, personIds: readonly string[]): Promise<string> {
  const id = newId();
  await evaluation.emit(sharingEvents.activityChanged, {
    id,
    version: 3,
    title: '读书会',
    function: 'service',
    business: 'culture',
    state: 'closed',
    organiser: { kind: 'union', id: union.id },
    unionId: union.id,
    coHosts: [],
    agreementId: null,
    startsAt: endsAt,
    endsAt,
  });
  await came(id, personIds);
  return id;
}

/** All that is known of who came; told again it puts right what was told before. */
async function came(activityId: string, personIds: readonly string[], revision = 1): Promise<void> {
  const now = evaluation.clock.now().toISOString();
  const facts = [...personIds].sort().map((personId) => ({
    activityId,
    personId,
    unionId: union.id,
    heads: 1,
    walkIn: false,
    checkedInAt: now,
    revision,
  }));
  const gone = (await known(activityId)).filter((personId) => !personIds.includes(personId));
  const corrections = gone.map((personId) => ({
    activityId,
    personId,
    unionId: union.id,
    heads: 0,
    walkIn: false,
    checkedInAt: now,
    revision,
  }));
  const told = [...facts, ...corrections];
  await evaluation.emit(sharingEvents.attendanceRecorded, { activityId, pageNumber: 0, facts: told });
  const hash = createHash('sha256');
  for (const { personId } of facts) hash.update(`${personId}:${union.id}:1\n`);
  await evaluation.emit(sharingEvents.activityClosed, {
    activityId,
    version: 3 + revision,
    factCount: facts.length,
    factsHash: hash.digest('hex'),
    registeredHeads: 20,
    capacity: 20,
    closedAt: now,
  });
  await eventually(async () => {
    await evaluation.dataSource.manager.findOneByOrFail(ActivityCloseRef, {
      activityId,
      version: 3 + revision,
    });
    expect(await known(activityId)).toEqual(facts.map(({ personId }) => personId));
  });
}

async function known(activityId: string): Promise<string[]> {
  const rows: { id: string }[] = await evaluation.dataSource.query(
    `SELECT person_id AS id FROM attendance_ref WHERE activity_id = $1 AND heads > 0 ORDER BY person_id`,
    [activityId],
  );
  return rows.map(({ id }) => id);
}

async function members(of: UnionState, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  for (const personId of ids)
    await evaluation.emit(membershipEvents.memberChanged, {
      personId,
      version: 1,
      maskedName: '李*',
      unionId: of.id,
      state: 'active',
      validFrom: '2026-01-01',
      validTo: null,
    });
  const { manager } = evaluation.dataSource;
  await eventually(async () => expect(await manager.countBy(MemberRef, { unionId: of.id })).toBe(count));
  return ids;
}

const scoreOf = (activityId: string): Promise<ScoreView> =>
  evaluation.ask(scoreContract.compute, { activityId, weightVersionId }, evaluator);

async function valuesOf({ id }: ScoreView): Promise<Readonly<Record<string, number | null>>> {
  return (await evaluation.dataSource.manager.findOneByOrFail(ScoreRow, { id })).inputs.values;
}

it('revises a later activity, visibly, when it turns out who had come to an earlier one', async () => {
  const people = [...(await members(union, 6)), ...(await members(below, 14))];
  const ten = people.slice(0, 10);
  const earlier = await held('2026-10-05T10:00:00+08:00', ten.slice(0, 4));
  const later = await held('2026-11-05T10:00:00+08:00', ten);
  const first = await scoreOf(later);
  // 4 of the 10 who came had come before; 10 of the 20 members of the union and of the one below it came.
  expect(await valuesOf(first)).toEqual({ repeatParticipation: 0.4, reach: 0.5 });
  await came(earlier, ten.slice(0, 3), 2);
  const second = await eventually(async () => {
    evaluation.clock.advance(1_000);
    const { items } = await evaluation.ask(scoreContract.list, { activityId: later }, evaluator);
    expect(items).toHaveLength(2);
    return items[0];
  });
  expect(second).toMatchObject({ revision: 2, revisesId: first.id, cause: 'factsChanged' });
  expect(second && (await valuesOf(second))).toEqual({ repeatParticipation: 0.3, reach: 0.5 });
});

it('E127: keeps nothing of a reach that would tell of fewer than five', async () => {
  const score = await scoreOf(await held('2026-09-06T10:00:00+08:00', [newId()]));
  const { inputs } = await evaluation.dataSource.manager.findOneByOrFail(ScoreRow, { id: score.id });
  // A guest: nobody of the twenty members came.
  expect(inputs.totals?.reach).toEqual({ members: 20, served: 0 });
  const rows: { personId: string }[] = await evaluation.dataSource.query(
    `SELECT person_id AS "personId" FROM member_ref WHERE union_id = $1 LIMIT 3`,
    [union.id],
  );
  const three = await held(
    '2026-09-07T10:00:00+08:00',
    rows.map(({ personId }) => personId),
  );
  const few = await scoreOf(three);
  const kept = await evaluation.dataSource.manager.findOneByOrFail(ScoreRow, { id: few.id });
  expect([kept.inputs.totals?.reach, kept.inputs.values.reach]).toEqual([
    { members: 20, served: null },
    null,
  ]);
});
