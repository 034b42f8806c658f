import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityTaskContract,
  type ActivityTaskView,
  type AddActivityTaskRequest,
} from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { draftOf, memberOf, type TestUnion, unionAt, withRole } from '../activity/activity.fixture.js';
import { hostedBy, versionInForce } from '../agreement/agreement.fixture.js';
import { untilNothingDue, untilNotified } from '../../reference/notice/notice.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;
let far: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest, far] = await Promise.all([
    unionAt(sharing, '1.4.'),
    unionAt(sharing, '1.5.'),
    unionAt(sharing, '1.6.'),
  ]);
});

afterAll(() => sharing.stop());

const keyOf = (union: TestUnion): string => `union:${union.id}`;

const add = (activity: ActivityView, fields: Partial<AddActivityTaskRequest> = {}, actor = host.officer) =>
  sharing.ask(activityTaskContract.add, { activityId: activity.id, title: '准备急救箱', ...fields }, actor);

async function tasksOf(activity: ActivityView, actor: Actor = host.officer): Promise<ActivityTaskView[]> {
  const request = { activityId: activity.id, limit: 200 };
  return (await sharing.ask(activityTaskContract.list, request, actor)).items;
}

const idOf = ({ activityId, id: taskId }: ActivityTaskView) => ({ activityId, taskId });

const finish = (task: ActivityTaskView, actor: Actor, note: string | null = null) =>
  sharing.ask(activityTaskContract.finish, { ...idOf(task), note }, actor);

async function waitingFor(actor: Actor, more: { ownUnions?: boolean } = {}): Promise<string[]> {
  const request = { waitingForMe: true, limit: 200, ...more } as const;
  return (await sharing.ask(activityTaskContract.waiting, request, actor)).items.map(({ id }) => id);
}

/** An activity of two hosts with these agreed tasks, once they are live. */
async function agreedOn(
  ...tasks: { party: string; title: string; dueOn?: string }[]
): Promise<{ activity: ActivityView; live: ActivityTaskView[] }> {
  const { activity } = await hostedBy(sharing, [host, guest]);
  await versionInForce(sharing, activity.id, [host, guest], { tasks });
  const live = await eventually(async () => {
    const found = await tasksOf(activity);
    expect(found).toHaveLength(tasks.length);
    return found;
  });
  return { activity, live };
}

describe('a task that was agreed', () => {
  it('is live once all have signed, waits for its host until it is done, and says who did it', async () => {
    const { activity, live } = await agreedOn(
      { party: keyOf(guest), title: '安排大巴', dueOn: '2099-11-18' },
      { party: keyOf(host), title: '提供场地' },
    );
    const [bus, room] = live as [ActivityTaskView, ActivityTaskView];
    expect(bus).toMatchObject({ title: '安排大巴', dueOn: '2099-11-18', isAgreed: true, isMine: false });
    expect(room).toMatchObject({ party: { id: host.id, name: host.name }, dueOn: null, isMine: true });
    expect(await waitingFor(guest.officer)).toContain(bus.id);
    expect(await waitingFor(guest.officer)).not.toContain(room.id);
    expect(await waitingFor(far.officer)).toEqual([]);
    expect(await waitingFor(guest.officer, { ownUnions: true })).toContain(bus.id);
    // A superior union could do it, too, but need not.
    const above = actorWith({ roles: [['officer', randomUUID(), '1.']] });
    expect(await waitingFor(above)).toContain(bus.id);
    expect(await waitingFor(above, { ownUnions: true })).not.toContain(bus.id);
    const heard = await hearHints(sharing.nats);
    const watcher = await knownRole(sharing, 'organiser', host.id);
    const done = await finish(bus, guest.officer, '车牌见群公告');
    expect(done).toMatchObject({
      state: 'done',
      note: '车牌见群公告',
      doneBy: guest.officer.personId,
      doneAt: sharing.clock.now().toISOString(),
    });
    await eventually(() =>
      expect(heard).toContainEqual(expect.objectContaining({ resource: 'activityTask', personId: watcher })),
    );
    expect(await waitingFor(guest.officer)).not.toContain(bus.id);
    await expect(finish(bus, guest.officer)).rejects.toMatchObject({ code: 'ACTIVITY_TASK_NOT_OPEN' });
    const reopened = await sharing.ask(activityTaskContract.reopen, idOf(bus), host.officer);
    expect(reopened).toMatchObject({ state: 'open', doneBy: null, doneAt: null, note: '车牌见群公告' });
    expect(await tasksOf(activity, withRole('auditor', guest))).toHaveLength(2);
  });

  it('is changed by a new version alone, but for its note', async () => {
    const { live } = await agreedOn({ party: keyOf(host), title: '提供场地' });
    const [task] = live as [ActivityTaskView];
    const edit = (fields: object) =>
      sharing.ask(activityTaskContract.edit, { ...idOf(task), ...fields }, host.officer, {
        ifMatch: task.version,
      });
    await expect(edit({ title: '提供会议室' })).rejects.toMatchObject({
      code: 'ACTIVITY_TASK_AGREED',
      errors: [{ pointer: '/title' }],
    });
    await expect(edit({ dueOn: '2099-01-01' })).rejects.toMatchObject({ errors: [{ pointer: '/dueOn' }] });
    const drop = sharing.ask(activityTaskContract.drop, idOf(task), host.officer);
    await expect(drop).rejects.toMatchObject({ code: 'ACTIVITY_TASK_AGREED' });
    expect(await edit({ note: '三楼', title: task.title })).toMatchObject({ note: '三楼', version: 2 });
    await expect(edit({ note: '四楼' })).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('keeps its state in a newer version that names it, and ends where it is gone', async () => {
    const { activity, live } = await agreedOn(
      { party: keyOf(guest), title: '安排大巴', dueOn: '2099-11-18' },
      { party: keyOf(host), title: '提供场地', dueOn: '2099-11-19' },
    );
    const [bus, room] = live as [ActivityTaskView, ActivityTaskView];
    await finish(bus, guest.officer);
    const tasks = [
      { party: keyOf(guest), title: '安排大巴', dueOn: '2099-11-17' },
      { party: keyOf(guest), title: '提供场地' },
    ];
    await versionInForce(sharing, activity.id, [host, guest], { tasks });
    const after = await eventually(async () => {
      const found = await tasksOf(activity);
      expect(found).toHaveLength(3);
      return found;
    });
    const byId = new Map(after.map((task) => [task.id, task]));
    expect(byId.get(bus.id)).toMatchObject({ state: 'done', dueOn: '2099-11-17' });
    expect(byId.get(room.id)).toMatchObject({ state: 'dropped' });
    expect(after.find(({ id }) => id !== bus.id && id !== room.id)).toMatchObject({
      state: 'open',
      title: '提供场地',
      party: { id: guest.id },
    });
  });
});

describe('a task beside the agreement', () => {
  it('is added in a draft without co-hosts too, edited and given up by its host', async () => {
    const activity = await draftOf(sharing, host);
    const task = await add(activity, { dueOn: '2099-11-19', note: '放一号车' });
    expect(task).toMatchObject({ isAgreed: false, isMine: true, state: 'open', party: { id: host.id } });
    const edit = { ...idOf(task), title: '准备两个急救箱', dueOn: null };
    const edited = await sharing.ask(activityTaskContract.edit, edit, host.officer, { ifMatch: 1 });
    expect(edited).toMatchObject({ title: '准备两个急救箱', dueOn: null, note: '放一号车' });
    const dropped = await sharing.ask(activityTaskContract.drop, idOf(task), host.officer);
    expect(dropped).toMatchObject({ state: 'dropped' });
    const again = sharing.ask(activityTaskContract.reopen, idOf(task), host.officer);
    await expect(again).rejects.toMatchObject({ code: 'ACTIVITY_TASK_NOT_OPEN' });
  });

  it('is given to oneself: by each host to its own people, by nobody else', async () => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const party = { kind: 'union', id: guest.id } as const;
    expect(await add(activity, { party }, guest.officer)).toMatchObject({ party: { id: guest.id } });
    await expect(add(activity, { party })).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(add(activity, {}, guest.officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(add(activity, {}, withRole('finance', host))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(add(activity, {}, far.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(tasksOf(activity, memberOf(guest))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = { party: { kind: 'union', id: far.id } as const };
    await expect(add(activity, stranger)).rejects.toMatchObject({
      code: 'AGREEMENT_PARTY_UNKNOWN',
      errors: [{ pointer: '/party' }],
    });
  });

  it('is not added to what is cancelled, and what is cancelled waits for nobody', async () => {
    const activity = await draftOf(sharing, host);
    const task = await add(activity);
    await sharing.ask(activityContract.cancel, { activityId: activity.id, reason: '暴雨' }, host.officer);
    await expect(add(activity)).rejects.toMatchObject({ code: 'ACTIVITY_CANCELLED' });
    expect(await waitingFor(host.officer)).not.toContain(task.id);
  });

  it('is listed by its day, what has none last, page by page', async () => {
    const activity = await draftOf(sharing, host);
    const days = [null, '2099-11-20', '2099-11-18', null, '2099-11-18'];
    for (const dueOn of days) await add(activity, { dueOn });
    const all = await tasksOf(activity);
    expect(all.map(({ dueOn }) => dueOn)).toEqual(['2099-11-18', '2099-11-18', '2099-11-20', null, null]);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const request = { activityId: activity.id, limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await sharing.ask(activityTaskContract.list, request, host.officer);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.map(({ id }) => id));
    const mine = await waitingFor(host.officer);
    expect(mine.filter((id) => seen.includes(id))).toEqual(seen);
  });
});

describe('the day before', () => {
  it('tells those who speak for the host, once, and nobody of what is done or was moved', async () => {
    const union = await unionAt(sharing, '1.7.');
    const officer = actorWith({ personId: await knownRole(sharing, 'officer', union.id) });
    const finance = actorWith({ personId: await knownRole(sharing, 'finance', union.id) });
    const activity = await draftOf(sharing, union);
    const tomorrow = new Date(sharing.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const due = await add(activity, { dueOn: tomorrow }, union.officer);
    const done = await add(activity, { dueOn: tomorrow, title: '已办妥' }, union.officer);
    await finish(done, union.officer);
    await add(activity, { title: '没有期限' }, union.officer);
    sharing.clock.advance(2 * 86_400_000);
    const [received] = await untilNotified(sharing, officer, activity.id, ['taskDue']);
    expect(received).toMatchObject({
      why: 'hosts',
      values: { taskTitle: due.title, partyName: union.name, dueOn: tomorrow },
    });
    await untilNothingDue(sharing, 'activity-task');
    await untilNotified(sharing, finance, activity.id, []);
  });
});
