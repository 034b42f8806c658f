import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { affairsEvents, type MatterCourse } from '@gongxiang/contracts/affairs/affairs-events';
import { scoreContract, type ScoreView } from '@gongxiang/contracts/evaluation/scores/score.contract';
import {
  indicatorSystemContract,
  unionFactNames,
  type UnionFact,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion, publishSystem, startEvaluation } from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let evaluator: Actor;
let weightVersionId: string;
let unions = 0;

/** A quarter that has been over for more than a week. */
const quarter = { from: '2026-07-01', to: '2026-09-30' };

beforeAll(async () => {
  evaluation = await startEvaluation();
  const top = await knownUnion(evaluation, '1.');
  evaluator = actorWith({ roles: [['evaluator', top.id, top.path]] });
  const nodes = unionFactNames.map((fact) => ({
    key: fact,
    name: fact,
    parentKey: null,
    leaf: {
      kind: 'fact' as const,
      fact,
      scaleMin: 0,
      scaleMax: 5,
      direction: 'max' as const,
      function: 'service' as const,
      business: 'safeguarding' as const,
    },
  }));
  const request = { unionId: top.id, name: '办件效能', nodes };
  const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
  await publishSystem(evaluation, system, evaluator);
  const weights = [{ parentKey: null, method: 'direct' as const, weights: nodes.map(() => 1) }];
  const create = { systemId: system.id, nodes: weights };
  const version = await evaluation.ask(weightVersionContract.create, create, evaluator);
  weightVersionId = version.id;
  await evaluation.ask(weightVersionContract.activate, { weightVersionId }, evaluator);
});
afterAll(() => evaluation.stop());

const newUnion = (): Promise<UnionState> => knownUnion(evaluation, `1.${(unions += 1)}.`);

/** Decided a day before it was due, unless it is said otherwise. */
function courseOf(union: UnionState, changes: Partial<MatterCourse> = {}): MatterCourse {
  return {
    id: newId(),
    version: 4,
    unionId: union.id,
    decideBy: '2026-08-11T15:59:59.000Z',
    decidedAt: '2026-08-10T02:00:00.000Z',
    escalations: 0,
    isReopened: false,
    stars: null,
    ratedAt: null,
    ...changes,
  };
}

const tell = (course: MatterCourse): Promise<void> => evaluation.emit(affairsEvents.matterChanged, course);
const rated = (stars: number): Partial<MatterCourse> => ({ stars, ratedAt: '2026-08-12T02:00:00.000Z' });

async function untilKnown(table: string, union: UnionState, count: number): Promise<void> {
  await eventually(async () => {
    const rows: unknown[] = await evaluation.dataSource.query(`SELECT 1 FROM ${table} WHERE union_id = $1`, [
      union.id,
    ]);
    expect(rows).toHaveLength(count);
  });
}

function score(union: UnionState, days = quarter): Promise<ScoreView> {
  const subject = { kind: 'union' as const, id: union.id };
  return evaluation.ask(scoreContract.compute, { subject, ...days, weightVersionId }, evaluator);
}

function valuesOf({ contributions }: ScoreView): Partial<Record<UnionFact, number | null>> {
  return Object.fromEntries(contributions.map(({ indicatorId, value }) => [indicatorId, value]));
}

it('an indicator gets its value from what affairs counts, however often and in whichever order it is told', async () => {
  const union = await newUnion();
  const late = courseOf(union, { decidedAt: '2026-08-12T02:00:00.000Z', escalations: 2 });
  const reopened = courseOf(union, { isReopened: true });
  await tell(late);
  await tell(late);
  await tell({ ...late, version: 3, decidedAt: null });
  await tell(reopened);
  await tell(courseOf(union));
  // Never decided: late as well. Held, and due in another quarter: neither is due.
  await tell(courseOf(union, { decidedAt: null }));
  await tell(courseOf(union, { decidedAt: null, decideBy: null }));
  await tell(courseOf(union, { decideBy: '2026-09-30T16:00:00.000Z', decidedAt: null }));
  await untilKnown('matter_ref', union, 6);
  const part = { version: 2, unionId: union.id, dueOn: '2026-09-30' };
  for (const returnedOn of ['2026-09-30', '2026-10-01', null])
    await evaluation.emit(affairsEvents.assignmentPartChanged, { ...part, id: newId(), returnedOn });
  await untilKnown('assignment_part_ref', union, 3);
  const reach = {
    bulletinId: newId(),
    version: 3,
    unionId: union.id,
    shownUntil: '2026-07-01T00:00:00+08:00',
  };
  for (const count of [1, 2])
    await evaluation.emit(affairsEvents.bulletinReached, {
      ...reach,
      version: 2 + count,
      members: 40,
      confirmed: 15 * count,
    });
  await eventually(async () => {
    const rows: unknown[] = await evaluation.dataSource.query(
      `SELECT 1 FROM bulletin_reach WHERE bulletin_id = $1 AND version = 4`,
      [reach.bulletinId],
    );
    expect(rows).toHaveLength(1);
  });
  expect(valuesOf(await score(union))).toEqual({
    // The late one, the reopened one and the third
    mattersDecided: 3,
    // Two of four
    mattersInTime: 0.5,
    mattersEscalated: 0.25,
    mattersReopened: 0.25,
    matterSatisfaction: null,
    // 30 of 40, as counted last
    mustReadReach: 0.75,
    // Returned on the day, the day after, and never
    assignmentsInTime: 1 / 3,
  });
});

it('E127: a mean of ratings takes five, and whole quarters that are over', async () => {
  const union = await newUnion();
  for (const stars of [5, 5, 4, 3]) await tell(courseOf(union, rated(stars)));
  await untilKnown('matter_ref', union, 4);
  expect(valuesOf(await score(union)).matterSatisfaction).toBeNull();
  await tell(courseOf(union, rated(1)));
  await untilKnown('matter_ref', union, 5);
  // (5 + 5 + 4 + 3 + 1) / 5
  expect(valuesOf(await score(union)).matterSatisfaction).toBe(3.6);
  const some = { from: '2026-07-01', to: '2026-09-29' };
  expect(valuesOf(await score(union, some)).matterSatisfaction).toBeNull();
});

it('revises a score once a matter is reopened, and does not for what was told before', async () => {
  const union = await newUnion();
  const matters = [1, 2, 3, 4, 5, 6].map(() => courseOf(union, rated(4)));
  for (const course of matters) await tell(course);
  await untilKnown('matter_ref', union, 6);
  const first = await score(union);
  expect(valuesOf(first)).toMatchObject({ mattersDecided: 6, mattersInTime: 1, matterSatisfaction: 4 });
  const [last] = matters;
  if (last === undefined) throw new Error('no matter');
  const anew = {
    decideBy: '2026-12-31T15:59:59.000Z',
    decidedAt: null,
    isReopened: true,
    stars: null,
    ratedAt: null,
  };
  await tell({ ...last, ...anew, version: 5 });
  const second = await eventually(async () => {
    evaluation.clock.advance(1_000);
    const filter = { subjectKind: 'union' as const, subjectId: union.id, latest: true };
    const [newest] = (await evaluation.ask(scoreContract.list, filter, evaluator)).items;
    expect(newest).toMatchObject({ revision: 2, revisesId: first.id, cause: 'factsChanged' });
    return newest;
  });
  expect(second && valuesOf(second)).toMatchObject({
    mattersDecided: 5,
    mattersInTime: 1,
    matterSatisfaction: 4,
  });
});
