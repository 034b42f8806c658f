import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noShowContract } from '@gongxiang/contracts/sharing/activities/no-show.contract';
import {
  attendanceCorrectionContract,
  type AttendanceCorrectionView,
  type ProposeCorrectionRequest,
} from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type AttendanceFact, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AttendanceFactRow } from '../attendance.entity.js';
import { factsHash } from '../facts-hash.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { noticesTo } from '../../reference/notice/notice.fixture.js';

const { propose, approve, refuse, withdraw, list } = attendanceCorrectionContract;

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;
let second: Actor;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
  second = officer();
});
afterAll(() => sharing.stop());

function officer(personId: string = newId()): Actor {
  return actorWith({ personId, roles: [['officer', host.id, host.path]] });
}

/** The published facts of an activity, in order. */
async function received(activityId: string): Promise<AttendanceFact[]> {
  const pages = await sharing.recorded(sharingEvents.attendanceRecorded);
  return pages.filter((page) => page.activityId === activityId).flatMap(({ facts }) => facts);
}

/** Two have a seat, the first attended; the activity is closed. */
async function closed(): Promise<{ activityId: string; came: Actor; away: Actor }> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, 2);
  const [came, away] = (await stage.members(host, 2)) as [Actor, Actor];
  const [ticket] = await stage.line(activityId, [came, away]);
  const at = sharing.clock.now().toISOString();
  const items = [{ operationId: newId(), at, registrationId: ticket?.id ?? '' }];
  await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
  sharing.clock.advance(dayMs + 1);
  await sharing.ask(checkInContract.close, { activityId }, host.officer);
  return { activityId, came, away };
}

function proposed(
  activityId: string,
  wanted: Omit<ProposeCorrectionRequest, 'activityId' | 'reason'>,
  caller: Actor = host.officer,
): Promise<AttendanceCorrectionView> {
  return sharing.ask(propose, { activityId, reason: '签到表上有签名', ...wanted }, caller);
}

async function frozen(activityId: string): Promise<{ factCount: number | null; factsHash: string | null }> {
  const activity = await sharing.dataSource.manager.findOneByOrFail(ActivityRow, { id: activityId });
  const { factCount, factsHash: hash } = activity;
  return { factCount, factsHash: hash };
}

describe('a correction of the attendance', () => {
  it('is a new fact once a second person has approved it, told with the new count and hash', async () => {
    const { activityId, came, away } = await closed();
    const { id, ...view } = await proposed(activityId, { personId: away.personId, heads: 2 });
    expect(view).toMatchObject({ state: 'proposed', headsBefore: 0, heads: 2, unionId: host.id });
    expect(view).toMatchObject({ mayDecide: false, mayWithdraw: true });
    const before = await frozen(activityId);
    const approved = await sharing.ask(approve, { correctionId: id }, second);
    expect(approved).toMatchObject({ state: 'approved', version: 2, mayDecide: false, mayWithdraw: false });

    const facts = [
      { personId: came.personId, unionId: host.id, heads: 1 },
      { personId: away.personId, unionId: host.id, heads: 2 },
    ];
    expect(before.factCount).toBe(1);
    expect(await frozen(activityId)).toEqual({ factCount: 2, factsHash: factsHash(facts) });
    const page = await sharing.ask(checkInContract.attendance, { activityId }, host.officer);
    expect(page.totals).toMatchObject({ parties: 2, heads: 3, missing: 0 });
    expect((await received(activityId)).at(-1)).toMatchObject({
      personId: away.personId,
      revision: 1,
      heads: 2,
    });
  });

  it('says that somebody was not there, who then has a no-show', async () => {
    const { activityId, came, away } = await closed();
    await eventually(async () =>
      expect((await sharing.ask(noShowContract.mine, {}, away)).items).toMatchObject([{ activityId }]),
    );
    const attended = (person: Actor) =>
      sharing.ask(registrationContract.mine, { activityId }, person).then(({ items }) => items[0]?.attended);
    expect([await attended(came), await attended(away)]).toEqual([true, false]);
    const first = await proposed(activityId, { personId: away.personId, heads: 1 });
    await sharing.ask(approve, { correctionId: first.id }, second);
    const other = await proposed(activityId, { personId: came.personId, heads: 0 });
    await sharing.ask(approve, { correctionId: other.id }, second);
    expect((await sharing.ask(noShowContract.mine, {}, away)).items).toMatchObject([{ state: 'attended' }]);
    expect([await attended(came), await attended(away)]).toEqual([false, true]);
    await eventually(async () =>
      expect((await sharing.ask(noShowContract.mine, {}, came)).items).toMatchObject([{ state: 'counted' }]),
    );
    expect((await received(activityId)).at(-1)).toMatchObject({
      personId: came.personId,
      revision: 2,
      heads: 0,
    });
    const rows = await sharing.dataSource.manager.findBy(AttendanceFactRow, { activityId });
    expect(rows).toHaveLength(3); // nothing is changed, nothing is lost
  });

  it('is decided by neither who proposed it nor whom it is about', async () => {
    const { activityId, away } = await closed();
    const { id } = await proposed(activityId, { personId: away.personId, heads: 1 });
    const concerned = officer(away.personId);
    for (const caller of [host.officer, concerned]) {
      await expect(sharing.ask(approve, { correctionId: id }, caller)).rejects.toMatchObject({
        code: 'SAME_PERSON',
      });
    }
    expect(await frozen(activityId)).toMatchObject({ factCount: 1 });
  });

  it('is refused for a reason or withdrawn by its proposer, and nothing changes', async () => {
    const { activityId, away } = await closed();
    const first = await proposed(activityId, { personId: away.personId, heads: 1 });
    const reason = '签到表上没有他';
    expect(await sharing.ask(refuse, { correctionId: first.id, reason }, second)).toMatchObject({
      state: 'refused',
      refusal: reason,
    });
    const other = await proposed(activityId, { personId: away.personId, heads: 1 });
    await expect(sharing.ask(withdraw, { correctionId: other.id }, second)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await sharing.ask(withdraw, { correctionId: other.id }, host.officer);
    await expect(sharing.ask(approve, { correctionId: other.id }, second)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    const { items } = await sharing.ask(list, { activityId }, second);
    expect(items.map(({ state }) => state)).toEqual(['withdrawn', 'refused']);
    expect(await frozen(activityId)).toMatchObject({ factCount: 1 });
  });

  it('waits alone: a second one for the same person is refused, and two approvals at once are one', async () => {
    const { activityId, away } = await closed();
    const { id } = await proposed(activityId, { personId: away.personId, heads: 1 });
    await expect(proposed(activityId, { personId: away.personId, heads: 3 })).rejects.toMatchObject({
      code: 'CORRECTION_WAITING',
    });
    const third = officer();
    const answers = await Promise.allSettled(
      [second, third].map((caller) => sharing.ask(approve, { correctionId: id }, caller)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await frozen(activityId)).toMatchObject({ factCount: 2 });
  });

  it('is not made while the door still says who came, of nobody known, or of what stands already', async () => {
    const open = await stage.activity(host);
    const { activityId, came } = await closed();
    const wanted = { personId: came.personId, heads: 1 };
    await expect(proposed(open, wanted)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_CLOSED' });
    await expect(proposed(activityId, wanted)).rejects.toMatchObject({ code: 'CORRECTION_CHANGES_NOTHING' });
    await expect(proposed(activityId, { ...wanted, personId: newId() })).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
    });
  });

  it('waits for another officer than who proposed it and whom it is about, until it is decided or withdrawn', async () => {
    const { activityId, away } = await closed();
    const wanted = { personId: away.personId, heads: 1 };
    const withdrawn = await proposed(activityId, wanted);
    const [awaited] = await untilAwaits(sharing, 'sharing', withdrawn.id, ['correctionProposed']);
    expect(awaited).toMatchObject({
      why: 'decidesAttendance',
      personIds: [],
      offices: {
        roles: ['officer'],
        unionIds: [host.id],
        isNearest: true,
        exceptIds: [host.officer.personId, away.personId],
      },
      about: { activityId },
      values: {},
    });
    await sharing.ask(withdraw, { correctionId: withdrawn.id }, host.officer);
    await untilAwaits(sharing, 'sharing', withdrawn.id, []);
    const refused = await proposed(activityId, wanted);
    await untilAwaits(sharing, 'sharing', refused.id, ['correctionProposed']);
    await sharing.ask(refuse, { correctionId: refused.id, reason: '签到表上没有签名' }, second);
    await untilAwaits(sharing, 'sharing', refused.id, []);
    const approved = await proposed(activityId, wanted);
    await untilAwaits(sharing, 'sharing', approved.id, ['correctionProposed']);
    await sharing.ask(approve, { correctionId: approved.id }, second);
    await untilAwaits(sharing, 'sharing', approved.id, []);
  });

  it('settles an appeal against a no-show, which then waits for nobody', async () => {
    const { activityId, away } = await closed();
    const ofAway = async () => (await sharing.ask(noShowContract.mine, {}, away)).items;
    await eventually(async () => expect(await ofAway()).toHaveLength(1));
    const noShowId = (await ofAway())[0]?.id ?? '';
    await sharing.ask(noShowContract.appeal, { noShowId, text: '我到了，没扫上' }, away);
    await untilAwaits(sharing, 'sharing', noShowId, ['noShowAppealed']);
    const { id } = await proposed(activityId, { personId: away.personId, heads: 1 });
    await sharing.ask(approve, { correctionId: id }, second);
    await untilAwaits(sharing, 'sharing', noShowId, []);
  });

  it('tells the person that it was approved, and why', async () => {
    const { activityId, away } = await closed();
    const { id } = await proposed(activityId, { personId: away.personId, heads: 1 });
    await sharing.ask(approve, { correctionId: id }, second);
    expect(await noticesTo(sharing, away)).toMatchObject([
      {
        kind: 'attendanceCorrected',
        why: 'concerned',
        about: { activityId },
        values: { reason: '签到表上有签名' },
      },
    ]);
  });
});
