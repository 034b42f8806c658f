import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { NoticeView } from '@gongxiang/contracts/sharing/reference/notice.contract';
import { type Actor, dayMs, hourMs, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { noticesOf, untilNothingDue } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});
afterAll(() => sharing.stop());

/** Advances the clock to so many hours after midnight in Shanghai. */
function untilHour(hour: number): void {
  const since = (sharing.clock.now().getTime() + 8 * hourMs) % dayMs;
  sharing.clock.advance(((hour * hourMs - since + dayMs) % dayMs) + 1_000);
}
beforeEach(() => untilHour(12));

/** An activity that `count` people attended, and that one more had signed up for. */
async function cameTo(count: number): Promise<{ activityId: string; came: Actor[]; absent: Actor }> {
  const activityId = await stage.activity(host, {});
  await stage.pool(activityId, host, count + 1);
  const people = await stage.members(host, count + 1);
  await stage.group(activityId, host.officer, people);
  const [absent, ...came] = people as [Actor, ...Actor[]];
  const at = sharing.clock.now();
  for (const { personId } of came)
    await stage.attend(activityId, { personId, unionId: host.id, heads: 1, at });
  return { activityId, came, absent };
}

function surveyOf(activityId: string, openMs = 7 * dayMs) {
  const closesAt = new Date(sharing.clock.now().getTime() + openMs).toISOString();
  return { surveyId: newId(), activityId, closesAt, keysHash: 'a1b2c3' };
}

async function askedOf(person: Actor, activityId: string): Promise<NoticeView[]> {
  return (await noticesOf(sharing, person, activityId)).filter(({ kind }) => kind.startsWith('survey'));
}

describe('a survey', () => {
  it('is told to all who came, once, and to nobody else; and all of them are reminded', async () => {
    const { activityId, came, absent } = await cameTo(3);
    const survey = surveyOf(activityId);
    await sharing.emit(evaluationEvents.surveyOpened, survey);
    await sharing.emit(evaluationEvents.surveyOpened, survey);
    for (const person of came) {
      await eventually(async () =>
        expect(await askedOf(person, activityId)).toMatchObject([
          {
            kind: 'surveyOpened',
            why: 'came',
            details: { surveyId: survey.surveyId, at: survey.closesAt, keysHash: survey.keysHash },
          },
        ]),
      );
    }
    await sharing.emit(evaluationEvents.surveyReminded, survey);
    for (const person of came) {
      await eventually(async () =>
        expect((await askedOf(person, activityId)).map(({ kind }) => kind)).toEqual([
          'surveyOpened',
          'surveyReminded',
        ]),
      );
    }
    expect(await askedOf(absent, activityId)).toEqual([]);
  });

  it('wakes nobody: what falls into the night is told in the morning', async () => {
    const { activityId, came } = await cameTo(1);
    const [person] = came as [Actor];
    untilHour(23);
    await sharing.emit(evaluationEvents.surveyReminded, surveyOf(activityId, dayMs));
    await eventually(async () => {
      const due: unknown[] = await sharing.dataSource.query(`SELECT 1 FROM due WHERE kind = 'survey-call'`);
      expect(due).toHaveLength(1);
    });
    expect(await askedOf(person, activityId)).toEqual([]);
    untilHour(7);
    await eventually(async () => expect(await askedOf(person, activityId)).toHaveLength(1));
  });

  it('that is over by the time it is told is told to nobody', async () => {
    const { activityId, came } = await cameTo(1);
    const [person] = came as [Actor];
    untilHour(23);
    await sharing.emit(evaluationEvents.surveyOpened, surveyOf(activityId, 9 * hourMs));
    await eventually(async () => {
      const due: unknown[] = await sharing.dataSource.query(`SELECT 1 FROM due WHERE kind = 'survey-call'`);
      expect(due).toHaveLength(1);
    });
    sharing.clock.advance(10 * hourMs);
    await untilNothingDue(sharing, 'survey-call');
    expect(await askedOf(person, activityId)).toEqual([]);
  });

  it('is told to more people than one step holds', async () => {
    const { activityId } = await cameTo(2);
    // As if 1,100 others had come in with one scan.
    await sharing.dataSource.query(
      `INSERT INTO attendance_fact (activity_id, person_id, union_id, heads, walk_in, checked_in_at, revision, operation_id)
       SELECT activity_id, gen_random_uuid(), union_id, 1, false, checked_in_at, 1, operation_id
       FROM (SELECT * FROM attendance_fact WHERE activity_id = $1 LIMIT 1) f, generate_series(1, 1100)`,
      [activityId],
    );
    await sharing.emit(evaluationEvents.surveyOpened, surveyOf(activityId));
    await eventually(async () => {
      const rows: { count: number }[] = await sharing.dataSource.query(
        `SELECT count(*)::int AS count FROM notice WHERE activity_id = $1 AND kind = 'surveyOpened'`,
        [activityId],
      );
      expect(rows).toEqual([{ count: 1_102 }]);
    });
  });
});
