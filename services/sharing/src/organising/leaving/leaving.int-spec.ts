import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { activityTaskContract } from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { agreementContract } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract, type CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { poolContract, type PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { leavingContract, type LeavingView } from '@gongxiang/contracts/sharing/organising/leaving.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { memberOf, type TestUnion, unionAt, withRole } from '../../activities/activity/activity.fixture.js';
import { hostedBy, type Terms, versionInForce } from '../../activities/agreement/agreement.fixture.js';
import { untilNotified } from '../../reference/notice/notice.fixture.js';
import { PartyRef } from '../../reference/reference.entity.js';
import { knownMembers, knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;
let third: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest, third] = await Promise.all([
    unionAt(sharing, '1.4.'),
    unionAt(sharing, '1.5.'),
    unionAt(sharing, '1.6.'),
  ]);
});

afterAll(() => sharing.stop());

interface Scene {
  readonly activity: ActivityView;
  readonly leaver: CoHostView;
  readonly pool: PoolView;
}

const keyOf = (union: TestUnion): string => `union:${union.id}`;

/** Three unions that have agreed, seats for the second, and the publication. */
async function scene(terms: Partial<Terms> = {}, leaveUntil: string | null = '2099-11-20'): Promise<Scene> {
  const { activity, coHosts } = await hostedBy(sharing, [host, guest, third], {
    signUpOpensAt: sharing.clock.now().toISOString(),
  });
  const { id: activityId } = activity;
  await sharing.ask(activityContract.edit, { activityId, leaveUntil }, host.officer, {
    ifMatch: (await sharing.ask(activityContract.get, { activityId }, host.officer)).version,
  });
  await versionInForce(sharing, activityId, [host, guest, third], terms);
  await sharing.ask(poolContract.create, { activityId, name: '公共名额', capacity: 5 }, host.officer);
  const seats = { activityId, name: '乙工会名额', unionId: guest.id, capacity: 3 };
  const pool = await sharing.ask(poolContract.create, seats, host.officer);
  const published = await sharing.ask(activityContract.publish, { activityId }, host.officer);
  return { activity: published, leaver: coHosts[0] as CoHostView, pool };
}

const idsOf = ({ activity, leaver }: Scene) => ({ activityId: activity.id, coHostId: leaver.id });

const preview = (of: Scene, actor: Actor = guest.officer): Promise<LeavingView> =>
  sharing.ask(leavingContract.preview, idsOf(of), actor);

const leave = (of: Scene, actor: Actor = guest.officer): Promise<CoHostView> =>
  sharing.ask(leavingContract.leave, { ...idsOf(of), reason: '本会经费另有安排' }, actor);

async function registered(of: Scene, union: TestUnion, count: number): Promise<void> {
  for (const personId of await knownMembers(sharing, union.id, count)) {
    const person = actorWith({ personId, unionId: union.id, unionPath: union.path });
    await sharing.ask(registrationContract.register, { activityId: of.activity.id }, person);
  }
}

const seen = ({ activity }: Scene): Promise<ActivityView> =>
  sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);

describe('looking at what leaving would mean', () => {
  it('shows seats, tasks and both sides of the cost, and changes nothing', async () => {
    const of = await scene({
      tasks: [
        { party: keyOf(guest), title: '安排大巴', dueOn: '2099-11-18' },
        { party: keyOf(host), title: '提供场地' },
      ],
      rule: { kind: 'ratio', weights: { [keyOf(host)]: 2, [keyOf(guest)]: 1, [keyOf(third)]: 1 } },
      caps: { [keyOf(guest)]: { amount: '500000', currency: 'CNY' } },
    });
    await registered(of, guest, 2);
    const view = await eventually(async () => {
      const shown = await preview(of);
      expect(shown.tasks).toHaveLength(1);
      return shown;
    });
    expect(view).toMatchObject({
      problem: null,
      until: '2099-11-20T16:00:00.000Z',
      endsAgreement: true,
      loans: [],
      pools: [{ id: of.pool.id, capacity: 3, taken: 2, released: 1, waiting: 0 }],
      tasks: [{ title: '安排大巴', dueOn: '2099-11-18' }],
    });
    expect(view.cost).toMatchObject({
      versionNumber: 1,
      parties: [{ name: host.name }, { name: guest.name }, { name: third.name }],
      before: {
        parties: [
          { id: keyOf(host), headcount: 0 },
          { id: keyOf(guest), headcount: 2 },
          { id: keyOf(third), headcount: 0 },
        ],
        caps: { [keyOf(guest)]: { amount: '500000' } },
      },
      after: {
        parties: [{ id: keyOf(host) }, { id: keyOf(third) }],
        rule: { kind: 'ratio', weights: { [keyOf(host)]: 2, [keyOf(third)]: 1 } },
        caps: {},
      },
    });
    expect((await seen(of)).coHosts).toHaveLength(2);
    expect(await preview(of, withRole('finance', host))).toEqual(view);
    await expect(preview(of, memberOf(guest))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

describe('leaving', () => {
  it('gives the free seats to everybody, ends its tasks and the agreement, and leaves the activity published', async () => {
    const of = await scene({ tasks: [{ party: keyOf(guest), title: '安排大巴' }] });
    await registered(of, guest, 2);
    const left = await leave(of);
    expect(left).toMatchObject({
      state: 'left',
      reason: '本会经费另有安排',
      answeredBy: guest.officer.personId,
    });
    const after = await seen(of);
    expect(after).toMatchObject({ state: 'published', agreementId: null, agreementRequired: true });
    expect(after.coHosts.map(({ id }) => id)).toEqual([third.id]);
    const request = { activityId: of.activity.id };
    const { items: pools } = await sharing.ask(poolContract.list, request, host.officer);
    const common = pools.find(({ unionId }) => unionId === null);
    expect(common?.seats).toMatchObject({ capacity: 6, free: 6 });
    expect(pools.find(({ id }) => id === of.pool.id)?.seats).toMatchObject({ confirmed: 2, free: 0 });
    const { items: tasks } = await sharing.ask(activityTaskContract.list, request, host.officer);
    expect(tasks.filter(({ party }) => party.id === guest.id && party.kind === 'union')).toEqual(
      tasks.map((task) => expect.objectContaining({ id: task.id, state: 'dropped' })),
    );
    const { items: versions } = await sharing.ask(agreementContract.list, request, host.officer);
    expect(versions.map(({ state }) => state)).toEqual(['superseded']);
    const received = (await sharing.recorded(sharingEvents.activityChanged)).filter(
      ({ id }) => id === of.activity.id,
    );
    expect(received.at(-1)).toMatchObject({
      agreementId: null,
      coHosts: [{ id: host.id }, { id: third.id }],
    });
  });

  it('is told to those who stay, and not to the one who leaves', async () => {
    const of = await scene();
    const [stays, gone] = await Promise.all([
      knownRole(sharing, 'organiser', third.id),
      knownRole(sharing, 'officer', guest.id),
    ]);
    await leave(of);
    const [notice] = await untilNotified(sharing, actorWith({ personId: stays }), of.activity.id, [
      'coHostLeft',
    ]);
    expect(notice).toMatchObject({
      why: 'hosts',
      values: { partyName: guest.name, reason: '本会经费另有安排' },
    });
    await untilNotified(sharing, actorWith({ personId: gone }), of.activity.id, []);
  });

  it('E18: happens once, however often it is asked for', async () => {
    const of = await scene();
    const answers = await Promise.allSettled([1, 2, 3].map(() => leave(of)));
    const versions = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.version] : []));
    expect(new Set(versions).size).toBe(1);
    // A caller who read before the first left has a stale version.
    for (const one of answers)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'VERSION_STALE' });
    expect((await seen(of)).version).toBe(of.activity.version + 1);
  });

  it('is followed by an agreement of those who stay, which binds again', async () => {
    const of = await scene();
    await leave(of);
    const version = await versionInForce(sharing, of.activity.id, [host, third]);
    expect(version.terms.hosts.map(({ id }) => id)).toEqual([host.id, third.id]);
    expect(await seen(of)).toMatchObject({ agreementId: version.id });
  });

  it('is not what organisers make of it: after the publication they part with nobody', async () => {
    const of = await scene();
    await leave(of);
    const { items } = await sharing.ask(coHostContract.list, { activityId: of.activity.id }, host.officer);
    const invitationId = items.find(({ party }) => party.id === third.id)?.id ?? '';
    const withdraw = sharing.ask(coHostContract.withdraw, { invitationId }, host.officer);
    await expect(withdraw).rejects.toMatchObject({ code: 'CO_HOST_BOUND' });
  });

  it.each<[string, () => Actor, string]>([
    ["the organiser's officer", () => host.officer, 'NOT_PERMITTED'],
    ['another co-host', () => third.officer, 'NOT_PERMITTED'],
    ['who may sign for it, but not speak', () => withRole('finance', guest), 'NOT_PERMITTED'],
    ['a member', () => memberOf(guest), 'NOT_PERMITTED'],
  ])('is not for %s', async (_who, actor, code) => {
    await expect(leave(await scene(), actor())).rejects.toMatchObject({ code });
  });

  it('is refused after the day that was set, and where none was', async () => {
    const of = await scene({}, null);
    expect(await preview(of)).toMatchObject({ problem: 'CO_HOST_LEAVE_CLOSED', until: null });
    await expect(leave(of)).rejects.toMatchObject({ code: 'CO_HOST_LEAVE_CLOSED' });
    expect((await seen(of)).coHosts).toHaveLength(2);
  });

  it('is for an enterprise’s union to say, and the pools of its union stay where another host stands on it', async () => {
    const enterprise = { kind: 'enterprise', id: newId(), name: '乙工厂', unionId: guest.id } as const;
    await sharing.emit(membershipEvents.partyChanged, {
      ...enterprise,
      version: 1,
      active: true,
      uscc: null,
      sizeClass: null,
    });
    const { activity, coHosts } = await hostedBy(sharing, [host, guest]);
    const request = { activityId: activity.id, party: { kind: enterprise.kind, id: enterprise.id } };
    await eventually(async () => {
      await sharing.dataSource.manager.findOneByOrFail(PartyRef, { id: enterprise.id });
    });
    const invitation = await sharing.ask(coHostContract.invite, request, host.officer);
    await sharing.ask(coHostContract.accept, { invitationId: invitation.id }, guest.officer);
    const seats = { activityId: activity.id, name: '乙工会名额', unionId: guest.id, capacity: 3 };
    const pool = await sharing.ask(poolContract.create, seats, host.officer);
    const of = { activity, leaver: coHosts[0] as CoHostView, pool };
    expect(await preview(of)).toMatchObject({ pools: [], problem: null, cost: null });
    await leave(of);
    const { items } = await sharing.ask(poolContract.list, { activityId: activity.id }, host.officer);
    expect(items).toMatchObject([{ id: pool.id, releasedAt: null }]);
  });
});
