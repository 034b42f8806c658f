import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type AttendanceFact, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { knownActivity, knownUnion, publishedSystem, startEvaluation } from '../../evaluation.fixture.js';
import { ActivityCloseRef, AttendanceRef } from './activity.entity.js';

let evaluation: ServiceFixture;
let union: UnionState;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
});
afterAll(() => evaluation.stop());

function tell(fact: Omit<AttendanceFact, 'unionId' | 'walkIn' | 'checkedInAt'>): Promise<void> {
  const facts = [{ ...fact, unionId: union.id, walkIn: false, checkedInAt: '2026-11-01T09:10:00+08:00' }];
  return evaluation.emit(sharingEvents.attendanceRecorded, {
    activityId: fact.activityId,
    pageNumber: 1,
    facts,
  });
}

it('who came is what the newest fact says, in whichever order and however often they come', async () => {
  const { id: activityId, personIds } = await knownActivity(evaluation, union, 3);
  const [away = '', more = '', same = ''] = personIds;
  await tell({ activityId, personId: more, heads: 4, revision: 3 });
  await tell({ activityId, personId: more, heads: 2, revision: 2 });
  await tell({ activityId, personId: away, heads: 0, revision: 2 });
  await tell({ activityId, personId: away, heads: 1, revision: 1 });
  const { manager } = evaluation.dataSource;
  const headsOf = async (personId: string): Promise<number | undefined> =>
    (await manager.findOneBy(AttendanceRef, { activityId, personId }))?.heads;
  await eventually(async () =>
    expect([await headsOf(away), await headsOf(more), await headsOf(same)]).toEqual([0, 4, 1]),
  );

  // A survey waits for the close that counts these facts, and absentees are not asked.
  const evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  const indicatorSystemId = await publishedSystem(evaluation, union.id, evaluator);
  const now = evaluation.clock.now().getTime();
  const survey = {
    activityId,
    indicatorSystemId,
    questions: [],
    opensAt: new Date(now).toISOString(),
    closesAt: new Date(now + 86_400_000).toISOString(),
  };
  const create = () => evaluation.ask(surveyContract.create, survey, evaluator);
  await expect(create()).rejects.toMatchObject({ code: 'FACTS_INCOMPLETE' });
  const lines = [`${more}:${union.id}:4\n`, `${same}:${union.id}:1\n`].sort();
  const close = await manager.findOneByOrFail(ActivityCloseRef, { activityId });
  await evaluation.emit(sharingEvents.activityClosed, {
    ...close,
    version: close.version + 1,
    factCount: 2,
    closedAt: close.closedAt.toISOString(),
    factsHash: createHash('sha256').update(lines.join('')).digest('hex'),
  });
  await eventually(create);
  const asked = async (personId: string): Promise<number> =>
    (await evaluation.ask(surveyContract.listMine, {}, actorWith({ personId }))).items.length;
  expect([await asked(away), await asked(more), await asked(same)]).toEqual([0, 1, 1]);
});
