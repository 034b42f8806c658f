import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupContract } from '@gongxiang/contracts/membership/members/group.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type { Actor } from '@gongxiang/domain';
import { EventRuntime } from '@gongxiang/messaging/service';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: ReturnType<typeof callersOf>;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  callers.officer = { ...callers.officer, personId: await plantPerson(membership) };
});

afterAll(() => membership.stop());

function admit(name: string, unionId = trees.left.id, actor: Actor = callers.officer) {
  next += 1;
  return membership.ask(
    memberContract.create,
    { unionId, name, residentNumber: residentNumber(next) },
    actor,
  );
}

const create = (name: string, leaderId: string | null = null, actor: Actor = callers.officer) =>
  membership.ask(groupContract.create, { unionId: trees.left.id, name, leaderId }, actor);
const add = (groupId: string, personId: string, actor: Actor = callers.officer) =>
  membership.ask(groupContract.addMember, { groupId, personId }, actor);
const listed = async (groupId: string, actor: Actor = callers.officer, past = false) =>
  (await membership.ask(groupContract.listMembers, { groupId, past }, actor)).items;

describe('a group of a union', () => {
  it('is what members can be listed by: those who are in it now', async () => {
    const [worker, gone, other] = [await admit('工友甲一'), await admit('工友甲二'), await admit('工友甲三')];
    const group = await create('名单小组');
    await add(group.id, worker.personId);
    await add(group.id, gone.personId);
    const left = (await listed(group.id)).find(({ personId }) => personId === gone.personId);
    await membership.ask(
      groupContract.endMember,
      { groupId: group.id, groupMemberId: left?.id ?? '' },
      callers.officer,
    );
    const { items } = await membership.ask(
      memberContract.list,
      { union: trees.left.id, group: group.id, open: true },
      callers.officer,
    );
    expect(items.map(({ id }) => id)).toEqual([worker.id]);
    expect(items.map(({ id }) => id)).not.toContain(other.id);
  });

  it('has a leader, who sees their people with masked names, and officers with the names', async () => {
    const [leader, worker] = [await admit('班长甲'), await admit('工友乙丙')];
    const group = await create('装配一班', leader.personId);
    expect(group).toMatchObject({
      unionName: '青山区总工会',
      leaderName: '班长甲',
      members: 0,
      active: true,
    });
    await add(group.id, leader.personId);
    await add(group.id, worker.personId);
    const leads = actorWith({ personId: leader.personId });
    expect((await listed(group.id, leads)).map(({ name, leads: isLeader }) => [name, isLeader])).toEqual([
      ['班长甲', true],
      ['工***', false],
    ]);
    expect((await listed(group.id)).map(({ name }) => name)).toEqual(['班长甲', '工友乙丙']);
    const own = await membership.ask(groupContract.listOwn, {}, leads);
    expect(own.items).toMatchObject([{ id: group.id, members: 2 }]);
    const outsider = actorWith({ personId: worker.personId });
    await expect(listed(group.id, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(listed(group.id, callers.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(add(group.id, worker.personId, leads)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(create('别人的', null, callers.stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const table of ['audit_record', 'outbox', 'idempotency']) {
      const rows: unknown[] = await membership.dataSource.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toMatch(/班长甲|工友乙丙/);
    }
  });

  it('keeps from when to when somebody was in it, and takes them once at a time', async () => {
    const { personId } = await admit('工友丁');
    const { id: groupId } = await create('装配二班');
    const first = await add(groupId, personId);
    const again = await membership.send(groupContract.addMember, { groupId, personId }, callers.officer);
    expect(again).toMatchObject({ existing: true, body: { id: first.id } });
    const end = (ifMatch: number | null) =>
      membership.ask(groupContract.endMember, { groupId, groupMemberId: first.id }, callers.officer, {
        ifMatch,
      });
    await expect(end(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(end(7)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await end(1)).toMatchObject({ version: 2, validTo: '2026-11-20' });
    expect(await listed(groupId)).toEqual([]);
    const second = await add(groupId, personId);
    expect(second.id).not.toBe(first.id);
    expect(await listed(groupId, callers.officer, true)).toHaveLength(2);
    const states = (await membership.recorded(membershipEvents.groupMemberChanged)).filter(
      (one) => one.personId === personId,
    );
    expect(states.map(({ version, validTo }) => [version, validTo])).toEqual([
      [1, null],
      [2, '2026-11-20'],
      [1, null],
    ]);
  });

  it('is for members of its union, and loses those who leave it, its leader too', async () => {
    const [leader, stranger] = [
      await admit('班长戊'),
      await admit('外人己', trees.right.id, callers.stranger),
    ];
    const { id: groupId } = await create('装配三班', leader.personId);
    await expect(add(groupId, stranger.personId)).rejects.toMatchObject({ code: 'GROUP_FOR_MEMBERS' });
    await expect(create('装配四班', stranger.personId)).rejects.toMatchObject({ code: 'GROUP_FOR_MEMBERS' });
    await add(groupId, leader.personId);
    await membership.ask(memberContract.end, { memberId: leader.id, reason: 'left' }, callers.officer);
    expect(await membership.ask(groupContract.get, { groupId }, callers.officer)).toMatchObject({
      leaderId: null,
      members: 0,
    });
    await expect(listed(groupId, actorWith({ personId: leader.personId }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('E102: loses who leaves the union, whichever of its groups they were in, and if they were in none', async () => {
    const [some, none] = [await admit('工友辛'), await admit('工友壬')];
    const groups = [];
    for (const name of ['早班', '中班', '晚班']) groups.push(await create(name));
    const [early, middle, late] = groups.map(({ id }) => id) as [string, string, string];
    await add(early, some.personId);
    await add(late, some.personId);
    const stays = await admit('工友癸');
    for (const groupId of [early, middle, late]) await add(groupId, stays.personId);
    const before = (await membership.recorded(membershipEvents.groupMemberChanged)).length;
    for (const { id: memberId } of [some, none])
      await membership.ask(memberContract.end, { memberId, reason: 'left' }, callers.officer);
    for (const groupId of [early, middle, late])
      expect((await listed(groupId)).map(({ personId }) => personId)).toEqual([stays.personId]);
    const told = (await membership.recorded(membershipEvents.groupMemberChanged)).slice(before);
    expect(told.map(({ personId, groupId }) => [personId, groupId]).toSorted()).toEqual(
      [early, late].map((groupId) => [some.personId, groupId]).toSorted(),
    );
  });

  it('has a name of its own, is renamed and dissolved, and is published again', async () => {
    const { id: groupId, version } = await create('装配五班');
    await expect(create('装配五班')).rejects.toMatchObject({ code: 'GROUP_NAME_TAKEN' });
    const change = (part: { name?: string; active?: boolean }, ifMatch: number) =>
      membership.ask(
        groupContract.change,
        { groupId, name: '装配五班', active: true, ...part },
        callers.officer,
        {
          ifMatch,
        },
      );
    await expect(change({ name: '装配六班' }, version + 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await change({ name: '装配六班' }, version)).toMatchObject({ name: '装配六班', version: 2 });
    expect(await change({ name: '装配六班', active: false }, 2)).toMatchObject({ active: false });
    const { personId } = await admit('工友庚');
    await expect(add(groupId, personId)).rejects.toMatchObject({ code: 'GROUP_DISSOLVED' });
    await membership.app.get(EventRuntime).republish('group');
    const states = (await membership.recorded(membershipEvents.groupChanged)).filter(
      ({ id }) => id === groupId,
    );
    expect(states.at(-1)).toMatchObject({ version: 3, name: '装配六班', active: false });
    const { items } = await membership.ask(groupContract.list, { unionId: trees.left.id }, callers.officer);
    expect(items.map(({ name }) => name)).toContain('装配六班');
    await expect(
      membership.ask(groupContract.list, { unionId: trees.left.id }, callers.member),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});
