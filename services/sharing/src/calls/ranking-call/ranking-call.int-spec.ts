import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { RankingCall } from '@gongxiang/contracts/evaluation/ranking-call';
import { noticeContract, type NoticeView } from '@gongxiang/contracts/sharing/reference/notice.contract';
import { type Actor, dayMs, hourMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { untilNothingDue } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let ranked: KnownUnion;
let officer: Actor;
let organiser: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  sharing = await startSharing();
  const stage = new Stage(sharing);
  const other = await stage.union();
  ranked = await stage.union();
  officer = actorWith({ personId: await knownRole(sharing, 'officer', ranked.id) });
  organiser = actorWith({ personId: await knownRole(sharing, 'organiser', ranked.id) });
  elsewhere = actorWith({ personId: await knownRole(sharing, 'officer', other.id) });
});
afterAll(() => sharing.stop());

/** Advances the clock to so many hours after midnight in Shanghai. */
function untilHour(hour: number): void {
  const since = (sharing.clock.now().getTime() + 8 * hourMs) % dayMs;
  sharing.clock.advance(((hour * hourMs - since + dayMs) % dayMs) + 1_000);
}
beforeEach(() => untilHour(12));

function callFor(unionIds: readonly string[], change: Partial<RankingCall> = {}): RankingCall {
  const rankingId = newId();
  return {
    kind: 'rankingOnNotice',
    rankingId,
    aboutId: rankingId,
    title: '年度评价',
    reason: null,
    page: 0,
    until: new Date(sharing.clock.now().getTime() + 7 * dayMs).toISOString(),
    unionIds: [...unionIds],
    personIds: [],
    exceptIds: [],
    ...change,
  };
}

const publish = (call: RankingCall): Promise<void> => sharing.emit(evaluationEvents.rankingCallMade, call);

async function noticesTo(person: Actor, rankingId: string): Promise<NoticeView[]> {
  const { items } = await sharing.ask(noticeContract.list, { limit: 200 }, person);
  return items.filter(({ details }) => details.rankingId === rankingId);
}

describe('what becomes of a ranking', () => {
  it('is told to the officers of what is ranked, once, whatever number of portions names them', async () => {
    const call = callFor([ranked.id]);
    await publish(call);
    await publish(call);
    await publish({ ...call, page: 1 });
    await eventually(async () =>
      expect(await noticesTo(officer, call.rankingId)).toMatchObject([
        {
          kind: 'rankingOnNotice',
          why: 'isRanked',
          activityId: null,
          timeZone: 'Asia/Shanghai',
          details: { rankingTitle: '年度评价', at: call.until, reason: null },
        },
      ]),
    );
    await untilNothingDue(sharing, 'ranking-call');
    expect(await noticesTo(officer, call.rankingId)).toHaveLength(1);
    for (const person of [organiser, elsewhere]) expect(await noticesTo(person, call.rankingId)).toEqual([]);
  });

  it('is told of each stage, with the reason where it has one', async () => {
    const first = callFor([ranked.id]);
    const { rankingId } = first;
    await publish(first);
    await publish({ ...first, kind: 'rankingOutdated', until: null });
    await publish({ ...first, kind: 'rankingWithdrawn', until: null, reason: '到场记录有误' });
    await eventually(async () => {
      const received = await noticesTo(officer, rankingId);
      expect(received.map(({ kind, details: { reason } }) => [kind, reason])).toEqual(
        expect.arrayContaining([
          ['rankingOnNotice', null],
          ['rankingOutdated', null],
          ['rankingWithdrawn', '到场记录有误'],
        ]),
      );
    });
  });

  it('includes whoever appealed, of each appeal', async () => {
    const appellant = actorWith();
    const decided = { until: null, personIds: [appellant.personId], aboutId: newId() };
    const first = callFor([ranked.id], { kind: 'appealRejected', ...decided });
    await publish(first);
    await publish({ ...first, kind: 'appealUpheld', aboutId: newId() });
    for (const person of [officer, appellant])
      await eventually(async () =>
        expect((await noticesTo(person, first.rankingId)).map(({ kind }) => kind).sort()).toEqual([
          'appealRejected',
          'appealUpheld',
        ]),
      );
  });

  it('has whoever may decide told of an appeal, and not who made the ranking', async () => {
    const [maker, auditor] = await Promise.all(
      (['evaluator', 'auditor'] as const).map(async (role) =>
        actorWith({ personId: await knownRole(sharing, role, ranked.id) }),
      ),
    );
    const made = { kind: 'appealMade', until: null, aboutId: newId() } as const;
    const call = callFor([ranked.id], { ...made, exceptIds: [maker?.personId ?? ''] });
    await publish(call);
    for (const person of [officer, auditor as Actor])
      await eventually(async () =>
        expect(await noticesTo(person, call.rankingId)).toMatchObject([
          { kind: 'appealMade', why: 'decidesAppeals' },
        ]),
      );
    for (const person of [maker as Actor, organiser])
      expect(await noticesTo(person, call.rankingId)).toEqual([]);
  });

  it('wakes nobody: it is told in the morning', async () => {
    untilHour(23);
    const call = callFor([ranked.id]);
    await publish(call);
    await eventually(async () => {
      const due: unknown[] = await sharing.dataSource.query(`SELECT 1 FROM due WHERE kind = 'ranking-call'`);
      expect(due).toHaveLength(1);
    });
    expect(await noticesTo(officer, call.rankingId)).toEqual([]);
    untilHour(7);
    await eventually(async () => expect(await noticesTo(officer, call.rankingId)).toHaveLength(1));
  });
});
