import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract, type PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  reminderContract,
  type RemindersView,
} from '@gongxiang/contracts/sharing/activities/reminder.contract';
import { noticeRaisedEvents, type NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, hourMs } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { noticesOf, untilNothingDue, untilNotified } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
  host = await stage.union();
});

beforeEach(() => untilNoon());

afterAll(() => sharing.stop());

/** Advances the clock to noon in Shanghai (04:00 UTC), so that no test time falls into the night. */
async function untilNoon(): Promise<void> {
  const sinceMidnight = sharing.clock.now().getTime() % dayMs;
  const ahead = (4 * hourMs - sinceMidnight + dayMs) % dayMs;
  sharing.clock.advance(ahead + 1_000);
  await untilNothingDue(sharing, 'activity-reminder', 'activity-reminders');
}

/** A published activity, known to the service as after its publication. */
async function activityIn(days: number, fields = {}): Promise<string> {
  const startsAt = new Date(sharing.clock.now().getTime() + days * dayMs);
  const endsAt = new Date(startsAt.getTime() + 2 * hourMs);
  return stage.activity(host, { startsAt, endsAt, signUpClosesAt: startsAt, ...fields });
}

async function setTo(activityId: string, items: RemindersView['items'] | object[]): Promise<RemindersView> {
  const { version } = await sharing.ask(reminderContract.get, { activityId }, host.officer);
  const request = { activityId, items: items as RemindersView['items'] };
  return sharing.ask(reminderContract.set, request, host.officer, { ifMatch: version });
}

const before = (minutesBefore: number, anchor = 'start') => ({ anchor, minutesBefore });

async function remindersOf(person: Actor, activityId: string): Promise<NoticeRaised[]> {
  return (await noticesOf(sharing, person, activityId)).filter(({ kind }) => kind === 'reminder');
}

async function pass(ms: number): Promise<void> {
  sharing.clock.advance(ms);
  await untilNothingDue(sharing, 'activity-reminder', 'activity-reminders');
}

describe('E28: people of two pools that open at different times', () => {
  async function twoPools() {
    const late = await stage.union();
    const activityId = await activityIn(3);
    const first = await stage.pool(activityId, host, 5, host, { opensAt: stage.inHours(2) });
    const second = await stage.pool(activityId, host, 5, late, { opensAt: stage.inHours(50) });
    const [early] = (await stage.members(host, 1)) as [Actor];
    const [later] = (await stage.members(late, 1)) as [Actor];
    return { activityId, first, second, early, later };
  }

  const ask = (pool: PoolView, person: Actor) =>
    sharing.ask(reminderContract.ask, { activityId: pool.activityId, poolId: pool.id }, person);

  it('are reminded of the opening of their own, each group once, also when it is all done again', async () => {
    const { activityId, first, second, early, later } = await twoPools();
    await ask(first, early);
    await ask(second, later);
    // 2 h − 10 min, and 50 h − 10 min
    await pass(2 * hourMs - 10 * 60_000 + 1_000);
    expect(await remindersOf(early, activityId)).toMatchObject([
      { why: 'askedReminder', values: { anchor: 'poolOpens', at: first.opensAt, poolName: first.name } },
    ]);
    expect(await remindersOf(later, activityId)).toEqual([]);
    await pass(48 * hourMs);
    expect(await remindersOf(later, activityId)).toMatchObject([{ values: { at: second.opensAt } }]);
    await doAgain(activityId);
    for (const person of [early, later]) expect(await remindersOf(person, activityId)).toHaveLength(1);
  });

  it('are all reminded of the start: who came after the first reminder by the next, after the last by one more', async () => {
    const { activityId, early, later } = await twoPools();
    await setTo(activityId, [before(1_440)]);
    sharing.clock.advance(3 * hourMs);
    await stage.register(activityId, early);
    await pass(45 * hourMs + 1_000);
    expect(await remindersOf(early, activityId)).toMatchObject([
      { why: 'registered', values: { anchor: 'start', state: 'confirmed' } },
    ]);
    // The second pool opens two hours after that.
    sharing.clock.advance(3 * hourMs);
    await stage.register(activityId, later);
    expect(await remindersOf(later, activityId)).toEqual([]);
    await pass(20 * hourMs + 1_000);
    expect(await remindersOf(later, activityId)).toHaveLength(1);
    expect(await remindersOf(early, activityId)).toHaveLength(1);
  });

  it('are each told once where the work was killed in the middle and goes on elsewhere', async () => {
    const activityId = await activityIn(2);
    await stage.pool(activityId, host, 500);
    const people = await stage.members(host, 450);
    await stage.group(activityId, host.officer, people);
    await setTo(activityId, [before(1_440)]);
    await pass(dayMs + 1_000);
    const once = { people: 450, reminders: 450 };
    await eventually(async () => expect(await countOf(activityId)).toEqual(once));
    // As after a crash: the work is due again from a place that it had passed.
    const ids = people.map(({ personId }) => personId).sort();
    await sharing.dataSource.query(
      `UPDATE reminder_round SET after_id = $2, done_at = NULL, sent = 100 WHERE activity_id = $1 AND key = 'start/1440'`,
      [activityId, ids[99]],
    );
    await noteAgain(activityId, 'start/1440');
    await untilNothingDue(sharing, 'activity-reminder');
    expect(await countOf(activityId)).toEqual(once);
    const { items } = await sharing.ask(reminderContract.get, { activityId }, host.officer);
    expect(items).toMatchObject([{ sent: 450 }]);
  });

  it('are reminded anew where the start moves: the old moment is dropped, the new one counts', async () => {
    const activityId = await activityIn(2);
    await stage.pool(activityId, host, 5);
    const [person] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, person);
    await setTo(activityId, [before(1_440)]);
    const { version } = await sharing.ask(activityContract.get, { activityId }, person);
    const startsAt = stage.inHours(72);
    const times = { startsAt, endsAt: stage.inHours(74) };
    await sharing.ask(activityContract.edit, { activityId, ...times }, host.officer, { ifMatch: version });
    await untilNotified(sharing, person, activityId, ['activityChanged']);
    await pass(dayMs + 1_000);
    expect(await remindersOf(person, activityId)).toEqual([]);
    await pass(dayMs + 1_000);
    expect(await remindersOf(person, activityId)).toMatchObject([{ values: { at: startsAt } }]);
  });

  it('hear nothing of what is cancelled', async () => {
    const activityId = await activityIn(2);
    await stage.pool(activityId, host, 5);
    const [person] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, person);
    await setTo(activityId, [before(1_440)]);
    await sharing.ask(activityContract.cancel, { activityId, reason: '暴雨' }, host.officer);
    // The notice is separate due work that `pass` does not wait for.
    await untilNotified(sharing, person, activityId, ['activityCancelled']);
    await pass(dayMs + 1_000);
    await untilNotified(sharing, person, activityId, ['activityCancelled']);
  });

  /** People with reminders, and all of these, each cause once, as they are delivered. */
  async function countOf(activityId: string): Promise<{ people: number; reminders: number }> {
    const raised = (await sharing.recorded(noticeRaisedEvents.sharing)).filter(
      ({ kind, about }) => kind === 'reminder' && about['activityId'] === activityId,
    );
    const people = raised.flatMap(({ personIds }) => personIds);
    const reminders = raised.flatMap(({ cause, personIds }) => personIds.map((id) => `${id}/${cause}`));
    return { people: new Set(people).size, reminders: new Set(reminders).size };
  }

  async function noteAgain(activityId: string, key: string): Promise<void> {
    await sharing.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('activity-reminder', $1, $2, '{}')`,
      [`${activityId}/${key}`, sharing.clock.now()],
    );
  }

  async function doAgain(activityId: string): Promise<void> {
    const rows: { key: string }[] = await sharing.dataSource
      .query(
        `UPDATE reminder_round SET after_id = NULL, done_at = NULL WHERE activity_id = $1 AND due_at <= $2 RETURNING key`,
        [activityId, sharing.clock.now()],
      )
      .then(([found]: [{ key: string }[]]) => found);
    for (const { key } of rows) await noteAgain(activityId, key);
    await untilNothingDue(sharing, 'activity-reminder');
  }
});

describe('a reminder', () => {
  it('of an offered seat says that it is to be accepted', async () => {
    const activityId = await activityIn(2);
    await stage.pool(activityId, host, 1, undefined, { offerHours: 40 });
    const people = (await stage.members(host, 2)) as [Actor, Actor];
    const views = await stage.line(activityId, people);
    await setTo(activityId, [before(1_440)]);
    await stage.cancel(views[0] as (typeof views)[number], people[0]);
    await pass(dayMs + 1_000);
    const [received] = await remindersOf(people[1], activityId);
    expect(received?.values).toMatchObject({ state: 'held', expiresAt: expect.any(String) as unknown });
  });

  it('before the close of sign-up reaches who asked and has not signed up', async () => {
    const activityId = await activityIn(3);
    const pool = await stage.pool(activityId, host, 5, undefined, { opensAt: stage.inHours(2) });
    const [signed, forgot] = (await stage.members(host, 2)) as [Actor, Actor];
    await setTo(activityId, [before(1_440, 'signUpCloses')]);
    for (const person of [signed, forgot])
      await sharing.ask(reminderContract.ask, { activityId, poolId: pool.id }, person);
    await pass(2 * hourMs);
    await stage.register(activityId, signed);
    await pass(2 * dayMs);
    const anchors = async (person: Actor) =>
      (await remindersOf(person, activityId)).map(({ values }) => values['anchor']);
    expect([await anchors(signed), await anchors(forgot)]).toEqual([
      ['poolOpens'],
      ['poolOpens', 'signUpCloses'],
    ]);
  });

  it('of an opening moves with the pool, and goes no more once nobody asks for it', async () => {
    const activityId = await activityIn(3);
    const pool = await stage.pool(activityId, host, 5, undefined, { opensAt: stage.inHours(2) });
    const [person, other] = (await stage.members(host, 2)) as [Actor, Actor];
    const wish = { activityId, poolId: pool.id };
    for (const one of [person, other]) await sharing.ask(reminderContract.ask, wish, one);
    expect(await sharing.send(reminderContract.ask, wish, person)).toMatchObject({ existing: true });
    await sharing.ask(reminderContract.unask, wish, other);
    const opensAt = stage.inHours(4);
    await sharing.ask(poolContract.change, { ...wish, opensAt }, host.officer, { ifMatch: pool.version });
    await pass(2 * hourMs);
    expect(await remindersOf(person, activityId)).toEqual([]);
    expect(await sharing.ask(reminderContract.wishes, { activityId }, person)).toMatchObject({
      items: [{ opensAt, isAsked: true }],
    });
    await pass(2 * hourMs);
    expect(await remindersOf(person, activityId)).toHaveLength(1);
    expect(await remindersOf(other, activityId)).toEqual([]);
    expect(await sharing.ask(reminderContract.wishes, { activityId }, person)).toEqual({ items: [] });
    await expect(sharing.ask(reminderContract.ask, wish, other)).rejects.toMatchObject({
      code: 'POOL_IS_OPEN',
    });
  });

  it('is nobody’s who has no part in the pool', async () => {
    const activityId = await activityIn(3);
    const pool = await stage.pool(activityId, host, 5, host, { opensAt: stage.inHours(2) });
    const [stranger] = (await stage.members(await stage.union(), 1)) as [Actor];
    const wish = { activityId, poolId: pool.id };
    await expect(sharing.ask(reminderContract.ask, wish, stranger)).rejects.toMatchObject({
      code: 'NO_POOL_FOR_YOU',
    });
    expect(await sharing.ask(reminderContract.wishes, { activityId }, stranger)).toEqual({ items: [] });
  });
});

describe('the reminders of an activity', () => {
  it('are those that every activity has until its organiser sets others; each change asks for the version', async () => {
    const activityId = await activityIn(3);
    const plan = await sharing.ask(reminderContract.get, { activityId }, host.officer);
    expect(plan).toMatchObject({ isDefault: true, items: [before(1_440), before(120)] });
    const set = (items: object[], ifMatch: number) =>
      sharing.ask(
        reminderContract.set,
        { activityId, items: items as RemindersView['items'] },
        host.officer,
        { ifMatch },
      );
    await expect(set([before(60), before(60)], plan.version)).rejects.toMatchObject({
      code: 'REMINDER_TWICE',
    });
    expect(await set([before(60)], plan.version)).toMatchObject({ isDefault: false, items: [before(60)] });
    await expect(set([], plan.version)).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('of a published activity are planned by its publication, and reach nobody in the night', async () => {
    const startsAt = new Date(sharing.clock.now().getTime() + 2 * dayMs - 7 * hourMs); // 05:00 in Shanghai
    const activityId = await activityIn(2, { startsAt, state: 'published' });
    const { items } = await setTo(activityId, [before(120)]);
    // 03:00 is at night, and 07:00 is after the start: it is sent at 21:30, seven and a half hours before.
    expect(items).toMatchObject([
      {
        isMoved: true,
        at: new Date(startsAt.getTime() - 7.5 * hourMs - (startsAt.getTime() % 60_000)).toISOString(),
      },
    ]);
  });

  it('are the organiser’s alone to see and to set', async () => {
    const activityId = await activityIn(3);
    const [member] = (await stage.members(host, 1)) as [Actor];
    for (const person of [member, (await stage.union()).officer]) {
      await expect(sharing.ask(reminderContract.get, { activityId }, person)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
      await expect(
        sharing.ask(reminderContract.set, { activityId, items: [] }, person, { ifMatch: 1 }),
      ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    }
  });
});
