import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  surveyPlanContract,
  type SurveyPlanView,
} from '@gongxiang/contracts/evaluation/surveys/survey-plan.contract';
import { surveyContract, type SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { AttendanceRef } from '../../reference/activity/activity.entity.js';
import { knownActivity, knownUnion, publishedSystem, startEvaluation } from '../../evaluation.fixture.js';

let evaluation: ServiceFixture;
let city: UnionState;
let mayor: Actor;
let systemId: string;
let places = 0;

beforeAll(async () => {
  evaluation = await startEvaluation();
  city = await knownUnion(evaluation, '1.7.');
  mayor = actorWith({ roles: [['evaluator', city.id, city.path]] });
  systemId = await publishedSystem(evaluation, city.id, mayor);
});
afterAll(() => evaluation.stop());

interface Place {
  readonly union: UnionState;
  readonly evaluator: Actor;
}

/** A union of its own, so that tests do not meet each other's standing orders. */
async function place(above = '1.7.'): Promise<Place> {
  places += 1;
  const union = await knownUnion(evaluation, `${above}${places + 10}.`);
  return { union, evaluator: actorWith({ roles: [['evaluator', union.id, union.path]] }) };
}

function order({ union, evaluator }: Place, change: object = {}): Promise<SurveyPlanView> {
  const words = [{ key: 'words', text: '您的建议', kind: 'text' as const }];
  const request = { unionId: union.id, indicatorSystemId: systemId, questions: words, daysOpen: 7 };
  return evaluation.ask(
    surveyPlanContract.create,
    { ...request, validFrom: '2020-01-01', ...change },
    evaluator,
  );
}

async function surveysOf(activityId: string): Promise<SurveyView[]> {
  return (await evaluation.ask(surveyContract.list, { activityId }, mayor)).items;
}

/** News are looked at a moment after the last of them. */
async function surveysAfterAll(activityId: string): Promise<SurveyView[]> {
  evaluation.clock.advance(1_000);
  return surveysOf(activityId);
}

/** As long as something is still to be looked at, it may open a survey. */
async function untilLookedAt(): Promise<void> {
  await eventually(async () => {
    evaluation.clock.advance(1_000);
    const rows: unknown[] = await evaluation.dataSource.query(
      `SELECT 1 FROM due WHERE kind = 'facts-changed'`,
    );
    expect(rows).toEqual([]);
  });
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'OK').catch((error: { code: string }) => error.code);

describe('a standing order', () => {
  it('has every activity asked about that is closed from then on, once, for as long as it says', async () => {
    const here = await place();
    const before = await knownActivity(evaluation, here.union, 3);
    await untilLookedAt();
    const plan = await order(here);
    expect(plan).toMatchObject({ unionName: here.union.name, state: 'active', surveyCount: 0 });
    const after = await knownActivity(evaluation, here.union, 3);
    const [survey] = await eventually(async () => {
      const found = await surveysAfterAll(after.id);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(survey).toMatchObject({ planId: plan.id, state: 'open', indicatorSystemId: systemId });
    expect(survey?.questions.map(({ key }) => key)).toEqual(['liked', 'ours', 'words']);
    const openMs = Date.parse(survey?.closesAt ?? '') - Date.parse(survey?.opensAt ?? '');
    expect(openMs).toBe(7 * 86_400_000);
    const came = actorWith({ personId: after.personIds[0] ?? '' });
    expect((await evaluation.ask(surveyContract.listMine, {}, came)).items).toHaveLength(1);
    expect(await surveysOf(before.id)).toEqual([]);
    const { surveyCount } = await evaluation.ask(surveyPlanContract.get, { planId: plan.id }, here.evaluator);
    expect(surveyCount).toBe(1);
  });

  it('waits for the last fact, in whichever order they come', async () => {
    const here = await place();
    await order(here);
    const { id: activityId } = await knownActivity(evaluation, here.union, 3, { missingFacts: 1 });
    await untilLookedAt();
    expect(await surveysOf(activityId)).toEqual([]);
    // Nobody but the fixture knows the one that is missing: it is put right by a close that counts what is here.
    const rows = await evaluation.dataSource.manager.findBy(AttendanceRef, { activityId });
    expect(rows).toHaveLength(2);
    await tellClose(activityId, rows);
    await eventually(async () => expect(await surveysAfterAll(activityId)).toHaveLength(1));
  });

  it('asks nobody about an activity to which nobody came, nor twice where facts are put right later', async () => {
    const here = await place();
    await order(here);
    const nobody = await knownActivity(evaluation, here.union, 0);
    const { id: activityId } = await knownActivity(evaluation, here.union, 4);
    await eventually(async () => expect(await surveysAfterAll(activityId)).toHaveLength(1));
    const rows = await evaluation.dataSource.manager.findBy(AttendanceRef, { activityId });
    await tellClose(activityId, rows, 9);
    await untilLookedAt();
    expect([await surveysOf(activityId), await surveysOf(nobody.id)].map((one) => one.length)).toEqual([
      1, 0,
    ]);
  });

  it('of the union itself goes before that of the union above; where it has ended that one holds again', async () => {
    const here = await place();
    const below = await place(here.union.path);
    const [upper, lower] = [await order(here, { daysOpen: 3 }), await order(below, { daysOpen: 5 })];
    const planOf = async (): Promise<string | null> => {
      const { id } = await knownActivity(evaluation, below.union, 2);
      return eventually(async () => {
        const [survey] = await surveysAfterAll(id);
        expect(survey).toBeDefined();
        return survey?.planId ?? null;
      });
    };
    expect(await planOf()).toBe(lower.id);
    const ended = await evaluation.ask(surveyPlanContract.end, { planId: lower.id }, below.evaluator);
    expect(ended).toMatchObject({ state: 'ended', endedAt: expect.any(String) });
    expect(await planOf()).toBe(upper.id);
    const { items } = await evaluation.ask(surveyPlanContract.list, {}, below.evaluator);
    expect(items.map(({ id }) => id)).toEqual([lower.id, upper.id]);
  });

  it('holds from a day on', async () => {
    const here = await place();
    await order(here, { validFrom: '2099-01-01' });
    const { id } = await knownActivity(evaluation, here.union, 2);
    await untilLookedAt();
    expect(await surveysOf(id)).toEqual([]);
  });

  it('is one for each union, changed by its version, and stays as it was once it has ended', async () => {
    const here = await place();
    const { id: planId } = await order(here);
    expect(await codeOf(order(here))).toBe('SURVEY_PLAN_EXISTS');
    const change = (fields: object, ifMatch: number): Promise<SurveyPlanView> =>
      evaluation.ask(surveyPlanContract.change, { planId, ...fields }, here.evaluator, { ifMatch });
    expect(await change({ daysOpen: 10 }, 1)).toMatchObject({
      version: 2,
      daysOpen: 10,
      validFrom: '2020-01-01',
    });
    expect(await codeOf(change({ daysOpen: 9 }, 1))).toBe('VERSION_STALE');
    const twice = [1, 2].map(() => ({ key: 'liked', text: '再问一次', kind: 'likert' as const }));
    expect(await codeOf(change({ questions: twice }, 2))).toBe('DUPLICATE_ID');
    const end = (ifMatch: number) =>
      evaluation.ask(surveyPlanContract.end, { planId }, here.evaluator, { ifMatch });
    expect(await codeOf(end(1))).toBe('VERSION_STALE');
    await end(2);
    expect(await codeOf(change({ daysOpen: 9 }, 3))).toBe('SURVEY_PLAN_ENDED');
    expect(await codeOf(evaluation.ask(surveyPlanContract.end, { planId }, here.evaluator))).toBe(
      'SURVEY_PLAN_ENDED',
    );
    expect(await order(here)).toMatchObject({ state: 'active' });
  });

  it('is held by evaluators and organisers of the union, and seen by its officers', async () => {
    const here = await place();
    const { id: planId } = await order(here);
    const officer = actorWith({ roles: [['officer', here.union.id, here.union.path]] });
    const elsewhere = actorWith({ roles: [['evaluator', newId(), '1.9.']] });
    const table: [Actor | null, string[]][] = [
      [null, ['NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN']],
      [
        actorWith({ unionId: here.union.id, unionPath: here.union.path }),
        ['NOT_FOUND', 'NOT_FOUND', 'NOT_PERMITTED'],
      ],
      [elsewhere, ['NOT_FOUND', 'NOT_FOUND', 'NOT_PERMITTED']],
      [officer, ['OK', 'NOT_FOUND', 'NOT_PERMITTED']],
      [mayor, ['OK', 'OK', 'OK']],
    ];
    for (const [actor, expected] of table) {
      const asked = {
        unionId: here.union.id,
        indicatorSystemId: systemId,
        daysOpen: 7,
        validFrom: '2026-01-01',
      };
      expect([
        await codeOf(evaluation.ask(surveyPlanContract.get, { planId }, actor)),
        await codeOf(evaluation.ask(surveyPlanContract.end, { planId }, actor)),
        await codeOf(evaluation.ask(surveyPlanContract.create, asked, actor)),
      ]).toEqual(expected);
    }
  });
});

/** The close of an activity that counts exactly these facts. */
async function tellClose(activityId: string, rows: readonly AttendanceRef[], version = 8): Promise<void> {
  const hash = createHash('sha256');
  for (const { personId, unionId, heads } of [...rows].sort((a, b) => (a.personId < b.personId ? -1 : 1)))
    hash.update(`${personId}:${unionId}:${heads}\n`);
  await evaluation.emit(sharingEvents.activityClosed, {
    activityId,
    version,
    factCount: rows.length,
    factsHash: hash.digest('hex'),
    registeredHeads: 9,
    capacity: 9,
    closedAt: new Date(evaluation.clock.now()).toISOString(),
  });
}
