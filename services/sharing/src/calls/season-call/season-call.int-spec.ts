import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import { noticeContract, type NoticeView } from '@gongxiang/contracts/sharing/reference/notice.contract';
import { type Actor, dayMs, hourMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { untilNothingDue } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let asked: KnownUnion;
let officer: Actor;
let elsewhere: Actor;
let volunteer: Actor;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  const other = await stage.union();
  asked = await stage.union();
  officer = actorWith({ personId: await knownRole(sharing, 'officer', asked.id) });
  elsewhere = actorWith({ personId: await knownRole(sharing, 'officer', other.id) });
  [volunteer] = (await stage.members(other, 1)) as [Actor];
});
afterAll(() => sharing.stop());

/** Advances the clock to so many hours after midnight in Shanghai. */
function untilHour(hour: number): void {
  const since = (sharing.clock.now().getTime() + 8 * hourMs) % dayMs;
  sharing.clock.advance(((hour * hourMs - since + dayMs) % dayMs) + 1_000);
}
beforeEach(() => untilHour(12));

function season(openMs = 7 * dayMs) {
  const closesAt = new Date(sharing.clock.now().getTime() + openMs).toISOString();
  const whom = { unionIds: [asked.id], personIds: [volunteer.personId] };
  return { efficacySurveyId: newId(), name: '本季度', closesAt, page: 0, ...whom };
}

async function noticesTo(person: Actor, efficacySurveyId: string): Promise<NoticeView[]> {
  const { items } = await sharing.ask(noticeContract.list, {}, person);
  return items.filter(({ details }) => details.efficacySurveyId === efficacySurveyId);
}

describe('a season', () => {
  it('is told to the officers of the unions that answer and to volunteers, once, and to nobody else', async () => {
    const received = season();
    await sharing.emit(evaluationEvents.seasonOpened, received);
    await sharing.emit(evaluationEvents.seasonOpened, received);
    for (const person of [officer, volunteer])
      await eventually(async () =>
        expect(await noticesTo(person, received.efficacySurveyId)).toMatchObject([
          {
            kind: 'seasonOpened',
            why: 'judgesSharing',
            activityId: null,
            details: { seasonName: '本季度', at: received.closesAt },
          },
        ]),
      );
    await sharing.emit(evaluationEvents.seasonReminded, { ...received, personIds: [] });
    await sharing.emit(evaluationEvents.seasonClosed, received);
    await eventually(async () =>
      expect((await noticesTo(officer, received.efficacySurveyId)).map(({ kind }) => kind).sort()).toEqual([
        'seasonClosed',
        'seasonOpened',
        'seasonReminded',
      ]),
    );
    const own = await noticesTo(volunteer, received.efficacySurveyId);
    expect(own.map(({ kind }) => kind).sort()).toEqual(['seasonClosed', 'seasonOpened']);
    expect(await noticesTo(elsewhere, received.efficacySurveyId)).toEqual([]);
  });

  it('wakes nobody; what is over by the morning is told to nobody, but its results are', async () => {
    untilHour(23);
    const received = season(9 * hourMs);
    await sharing.emit(evaluationEvents.seasonReminded, received);
    await sharing.emit(evaluationEvents.seasonClosed, received);
    await eventually(async () => {
      const due: unknown[] = await sharing.dataSource.query(`SELECT 1 FROM due WHERE kind = 'season-call'`);
      expect(due).toHaveLength(2);
    });
    expect(await noticesTo(volunteer, received.efficacySurveyId)).toEqual([]);
    sharing.clock.advance(10 * hourMs);
    await untilNothingDue(sharing, 'season-call');
    const kinds = (await noticesTo(volunteer, received.efficacySurveyId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['seasonClosed']);
  });
});
