import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  type CreateMaintenancePlanRequest,
  maintenancePlanContract,
  type MaintenancePlanView,
  maintenanceTaskContract,
  type MaintenanceTaskView,
} from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import { pieceContract } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, untilAwaits } from '@gongxiang/testing';
import { noticesTo } from '../../reference/notice/notice.fixture.js';
import { knownRole } from '../../sharing.fixture.js';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});
afterAll(() => lending.sharing.stop());

async function freeHall(): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id);
  return id;
}

/** Every month from 10 December 2026 on, out of service from nine to one. */
function plan(
  resourceId: string,
  changes: Partial<CreateMaintenancePlanRequest> = {},
  actor: Actor = lending.ownerOfficer,
): Promise<MaintenancePlanView> {
  const about = { resourceId, title: '更换滤网', every: 1, unit: 'month' as const, firstOn: '2026-12-10' };
  return lending.sharing.ask(
    maintenancePlanContract.create,
    { ...about, blockHours: 4, blockFrom: '09:00', ...changes },
    actor,
  );
}

const nextOf = ({ next }: MaintenancePlanView): MaintenanceTaskView => {
  if (next === null) throw new Error('a plan in force has a next time');
  return next;
};
const plans = async (resourceId: string): Promise<MaintenancePlanView[]> =>
  (await lending.sharing.ask(maintenancePlanContract.list, { resourceId }, lending.ownerOfficer)).items;
const tasks = async (request: object, actor: Actor = lending.ownerOfficer): Promise<MaintenanceTaskView[]> =>
  (await lending.sharing.ask(maintenanceTaskContract.list, request, actor)).items;
const complete = (taskId: string, more: object = {}): Promise<MaintenanceTaskView> =>
  lending.sharing.ask(maintenanceTaskContract.complete, { taskId, ...more }, lending.ownerOfficer);
const skip = (taskId: string): Promise<MaintenanceTaskView> =>
  lending.sharing.ask(maintenanceTaskContract.skip, { taskId, reason: '刚大修过' }, lending.ownerOfficer);
const reopen = (taskId: string): Promise<MaintenanceTaskView> =>
  lending.sharing.ask(maintenanceTaskContract.reopen, { taskId }, lending.ownerOfficer);
const reschedule = (taskId: string, dueOn: string): Promise<MaintenanceTaskView> =>
  lending.sharing.ask(maintenanceTaskContract.reschedule, { taskId, dueOn }, lending.ownerOfficer);
const borrowOn = (resourceId: string, day: number, start: string, end: string) =>
  borrow(lending, resourceId, { startsAt: at(day, start), endsAt: at(day, end) });

describe('a plan that keeps the thing from being lent', () => {
  it('takes its time by the guard of all bookings: nobody can lend it then, and everybody before and after', async () => {
    const id = await freeHall();
    const made = await plan(id);
    expect(made).toMatchObject({ every: 1, unit: 'month', blockFrom: '09:00', version: 1 });
    expect(nextOf(made)).toMatchObject({ dueOn: '2026-12-10', state: 'open', overdue: false, blocks: true });
    expect(nextOf(made)).toMatchObject({ blockedFrom: '2026-12-10T01:00:00.000Z' });
    await expect(borrowOn(id, 10, '12:00', '14:00')).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(borrowOn(id, 10, '13:00', '14:00')).resolves.toMatchObject({ resourceId: id });
  });

  it('is refused on a day that is lent, and leaves nothing behind', async () => {
    const id = await freeHall();
    await borrowOn(id, 10, '10:00', '11:00');
    await expect(plan(id)).rejects.toMatchObject({
      code: 'MAINTENANCE_TIME_TAKEN',
      errors: [{ pointer: '/firstOn' }],
    });
    expect(await plans(id)).toEqual([]);
    await expect(plan(id, { blockHours: null })).resolves.toMatchObject({ blockHours: null });
  });

  it('gives its time up when it is done early, and plans the next one in the same rhythm', async () => {
    const id = await freeHall();
    const { next } = await plan(id, { firstOn: '2026-12-31' });
    const cost = { amount: '12000', currency: 'CNY' as const };
    const done = await complete(next?.id ?? '', { note: '已换', cost });
    expect(done).toMatchObject({
      state: 'done',
      doneOn: '2026-11-20',
      note: '已换',
      cost,
      blockedFrom: null,
    });
    await expect(borrowOn(id, 31, '09:00', '10:00')).resolves.toMatchObject({ resourceId: id });
    const [after] = await plans(id);
    expect(after?.next).toMatchObject({ dueOn: '2027-01-31', blockedFrom: '2027-01-31T01:00:00.000Z' });
    await expect(complete(done.id)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('has no time where the next day is lent already, until it is put on another', async () => {
    const id = await freeHall();
    const { next } = await plan(id, { unit: 'day', every: 10 });
    await borrowOn(id, 20, '10:00', '11:00');
    await skip(next?.id ?? '');
    const [{ next: second } = { next: null }] = await plans(id);
    expect(second).toMatchObject({ dueOn: '2026-12-20', blocks: true, blockedFrom: null });
    const taskId = second?.id ?? '';
    await expect(reschedule(taskId, '2026-12-20')).rejects.toMatchObject({ code: 'MAINTENANCE_TIME_TAKEN' });
    await expect(reschedule(taskId, '2026-11-01')).rejects.toMatchObject({ code: 'MAINTENANCE_DAY_PAST' });
    const moved = await reschedule(taskId, '2026-12-21');
    expect(moved).toMatchObject({ dueOn: '2026-12-21', blockedFrom: '2026-12-21T01:00:00.000Z' });
    await complete(taskId);
    // The rhythm is unchanged.
    expect((await plans(id))[0]?.next).toMatchObject({ dueOn: '2026-12-30' });
  });

  it('is undone: what was done or skipped is open again, and the one after it is gone with its time', async () => {
    const id = await freeHall();
    const first = nextOf(await plan(id, { firstOn: '2026-12-31' }));
    await skip(first.id);
    const second = nextOf((await plans(id))[0] as MaintenancePlanView);
    await complete(second.id);
    await expect(reopen(first.id)).rejects.toMatchObject({ code: 'MAINTENANCE_NOT_LATEST' });
    expect(await reopen(second.id)).toMatchObject({ state: 'open', doneOn: null, dueOn: '2027-01-31' });
    expect(await reopen(second.id)).toMatchObject({ state: 'open' });
    expect(await reopen(first.id)).toMatchObject({ dueOn: '2026-12-31', blockedFrom: expect.any(String) });
    const blocks = await lending.sharing.ask(
      resourceContract.listBlocks,
      { resourceId: id },
      lending.ownerOfficer,
    );
    expect(blocks.items).toHaveLength(1);
  });

  it('is ended and resumed: its time is free meanwhile', async () => {
    const id = await freeHall();
    const made = await plan(id);
    const turn = (name: 'end' | 'resume') =>
      lending.sharing.ask(
        maintenancePlanContract[name],
        { resourceId: id, planId: made.id },
        lending.ownerOfficer,
      );
    expect(await turn('end')).toMatchObject({ endedAt: expect.any(String), next: null });
    expect(await turn('end')).toMatchObject({ version: 2 });
    expect(await tasks({ resourceId: id })).toEqual([]);
    await expect(complete(nextOf(made).id)).rejects.toMatchObject({ code: 'MAINTENANCE_PLAN_ENDED' });
    const loan = await borrowOn(id, 10, '09:00', '10:00');
    await lending.sharing.ask(loanContract.cancel, { loanId: loan.id, reason: '取消' }, lending.ownerOfficer);
    expect(await turn('resume')).toMatchObject({ endedAt: null, next: { blockedFrom: expect.any(String) } });
  });

  it('takes another time where its hours are changed, and refuses a version that is stale', async () => {
    const id = await freeHall();
    const made = await plan(id);
    const edit = (changes: object, ifMatch: number) =>
      lending.sharing.ask(
        maintenancePlanContract.edit,
        { resourceId: id, planId: made.id, ...changes },
        lending.ownerOfficer,
        { ifMatch },
      );
    const changed = await edit({ blockFrom: '18:00', every: 3, byWhom: '王师傅' }, 1);
    expect(changed).toMatchObject({ every: 3, byWhom: '王师傅', version: 2 });
    expect(changed.next).toMatchObject({ blockedFrom: '2026-12-10T10:00:00.000Z' });
    await expect(edit({ every: 2 }, 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect((await edit({ blockHours: null }, 2)).next).toMatchObject({ blockedFrom: null, blocks: false });
  });
});

describe('a plan of a piece', () => {
  it('takes that piece alone out of service, and stands in its trail', async () => {
    const { id: resourceId } = await hall(lending, { title: '投影仪', counting: 'pieces' });
    await grantFor(lending, resourceId);
    const { pieces } = await lending.sharing.ask(
      pieceContract.add,
      { resourceId, count: 2, prefix: '投影仪' },
      lending.ownerOfficer,
    );
    const pieceId = pieces[0]?.id ?? '';
    const { next } = await plan(resourceId, { pieceId });
    expect(next).toMatchObject({ pieceLabel: '投影仪-001' });
    const two = borrow(lending, resourceId, {
      quantity: 2,
      startsAt: at(10, '10:00'),
      endsAt: at(10, '11:00'),
    });
    await expect(two).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(borrowOn(resourceId, 10, '10:00', '11:00')).resolves.toMatchObject({ quantity: 1 });
    await complete(next?.id ?? '', { note: '已除尘', condition: 'worn' });
    await reopen(next?.id ?? '');
    const trail = await lending.sharing.ask(
      pieceContract.custody,
      { resourceId, pieceId },
      lending.ownerOfficer,
    );
    expect(trail.items.slice(0, 2)).toMatchObject([
      { act: 'maintenanceReopened' },
      { act: 'maintained', condition: 'worn', note: '更换滤网：已除尘' },
    ]);
    const unknown = plan(resourceId, { pieceId: newId() });
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await lending.sharing.ask(pieceContract.retire, { resourceId, pieceId }, lending.ownerOfficer);
    expect(await tasks({ resourceId })).toEqual([]);
    await expect(plan(resourceId, { pieceId, title: '除尘' })).rejects.toMatchObject({
      code: 'PIECE_RETIRED',
    });
  });
});

describe('a plan by loans', () => {
  it('falls due on the day after so many came back, and counts from then anew', async () => {
    const id = await freeHall();
    lending.sharing.clock.set(at(1, '09:00'));
    const counted = { unit: 'loan' as const, every: 2, firstOn: null };
    const made = await plan(id, { ...counted, blockHours: null });
    expect(nextOf(made)).toMatchObject({ dueOn: null, loansLeft: 2 });
    await useOnce(id);
    expect((await tasks({ resourceId: id }))[0]).toMatchObject({ dueOn: null, loansLeft: 1 });
    await useOnce(id);
    await eventually(async () => {
      expect((await tasks({ resourceId: id }))[0]).toMatchObject({ dueOn: '2026-12-02', loansLeft: null });
    });
    await complete(nextOf(made).id);
    expect((await tasks({ resourceId: id }))[0]).toMatchObject({ dueOn: null, loansLeft: 2 });
  });
});

/** Borrows it from now for an hour, and returns it at once. */
async function useOnce(resourceId: string): Promise<void> {
  const { sharing, ownerOfficer } = lending;
  const now = sharing.clock.now();
  const startsAt = new Date(now.getTime() + 60_000).toISOString();
  const endsAt = new Date(now.getTime() + 3_600_000).toISOString();
  const { id: loanId } = await borrow(lending, resourceId, { startsAt, endsAt });
  await sharing.ask(loanContract.handOver, { loanId }, ownerOfficer);
  sharing.clock.advance(120_000);
  await sharing.ask(loanContract.giveBack, { loanId }, ownerOfficer);
  sharing.clock.advance(60_000);
}

describe('what is due', () => {
  it('is for whoever keeps the thing, by day, and found by words', async () => {
    const id = await freeHall();
    await plan(id, { title: '检修灯光', firstOn: '2026-12-05', blockHours: null });
    await plan(id, { title: '消防检查', firstOn: '2026-12-03', blockHours: null });
    const mine = (await tasks({})).filter(({ resourceId }) => resourceId === id);
    expect(mine.map(({ title }) => title)).toEqual(['消防检查', '检修灯光']);
    expect((await tasks({ q: '灯光' })).map(({ title }) => title)).toEqual(['检修灯光']);
    expect(await tasks({ overdue: true, resourceId: id })).toEqual([]);
    const firstPage = await lending.sharing.ask(
      maintenanceTaskContract.list,
      { resourceId: id, limit: 1 },
      lending.ownerOfficer,
    );
    const cursor = firstPage.nextCursor ?? '';
    expect((await tasks({ resourceId: id, cursor })).map(({ title }) => title)).toEqual(['检修灯光']);
    for (const stranger of [lending.member, lending.borrowerOfficer]) {
      expect((await tasks({}, stranger)).filter(({ resourceId }) => resourceId === id)).toEqual([]);
      await expect(tasks({ resourceId: id }, stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(plan(id, {}, stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      const taken = { taskId: mine[0]?.id ?? '' };
      await expect(
        lending.sharing.ask(maintenanceTaskContract.complete, taken, stranger),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('waits for its keeper from the morning before on, who is reminded where its day has passed', async () => {
    const id = await freeHall();
    const { id: taskId } = nextOf(await plan(id, { title: '保养空调', firstOn: '2026-12-08' }));
    const awaits = (...kinds: string[]) => untilAwaits(lending.sharing, 'sharing', taskId, kinds);
    await knownRole(lending.sharing, 'officer', lending.owner.id, lending.ownerOfficer.personId);
    lending.sharing.clock.set('2026-12-07T09:00:01+08:00');
    const [awaited] = await awaits('maintenanceDue');
    expect(awaited).toMatchObject({
      why: 'keeps',
      about: { resourceId: id },
      offices: { roles: ['officer', 'organiser'], unionIds: [lending.owner.id], isNearest: true },
      values: { taskTitle: '保养空调', dueOn: '2026-12-08' },
      dueAt: '2026-12-08T16:00:00.000Z',
    });
    lending.sharing.clock.set('2026-12-09T09:00:01+08:00');
    await eventually(async () => {
      const raised = await noticesTo(lending.sharing, lending.ownerOfficer);
      const mine = raised.filter(({ about }) => about['resourceId'] === id);
      expect(mine.map(({ kind }) => kind)).toEqual(['maintenanceOverdue']);
    });
    expect(await tasks({ overdue: true, resourceId: id })).toMatchObject([{ overdue: true }]);
    await reschedule(taskId, '2026-12-12');
    await awaits();
    await reschedule(taskId, '2026-12-10');
    await awaits('maintenanceDue');
    await complete(taskId);
    await awaits();
  });
});
