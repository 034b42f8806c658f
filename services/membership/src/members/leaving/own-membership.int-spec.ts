import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { ownMembershipContract } from '@gongxiang/contracts/membership/members/own-membership.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  appoint,
  callersOf,
  noticesTo,
  plantPassword,
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import { wordsTo } from '../../access/text-message/text-message.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: ReturnType<typeof callersOf>;
let operator: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  callers.officer = { ...callers.officer, personId: await plantPerson(membership) };
  const personId = await plantPerson(membership);
  operator = actorWith({ personId, roles: [['operator', trees.root.id, trees.root.path]] });
  await plantRole(membership, { personId, unionId: trees.root.id, role: 'operator' });
});

afterAll(() => membership.stop());

function admit(unionId = trees.left.id, actor: Actor = callers.officer) {
  next += 1;
  const entry = { unionId, name: '孙小离', residentNumber: residentNumber(next) };
  return membership.ask(memberContract.create, entry, actor);
}

const own = (actor: Actor) => membership.ask(ownMembershipContract.get, {}, actor);
const leave = (actor: Actor) => membership.ask(ownMembershipContract.leave, {}, actor);
const comeBack = (actor: Actor) => membership.ask(ownMembershipContract.return, {}, actor);

describe('whoever leaves by themselves', () => {
  it('may take it back within seven days as one act, in the session that goes on', async () => {
    const { id: memberId, personId } = await admit();
    await plantPassword(membership, personId);
    const [here, elsewhere] = [
      await plantSession(membership, personId),
      await plantSession(membership, personId),
    ];
    const themselves: Actor = { ...actorWith({ personId }), sessionId: here };
    expect(await own(themselves)).toMatchObject({
      state: 'imported',
      returnableUntil: null,
      needsSuccessor: [],
    });
    const left = await leave(themselves);
    expect(left).toMatchObject({
      id: memberId,
      state: 'ended',
      validTo: '2026-11-20',
      endedReason: 'left',
      returnableUntil: new Date(membership.clock.now().getTime() + 7 * dayMs).toISOString(),
    });
    const resolved = (sessionId: string) =>
      membership.ask(sessionContract.resolve, { personId, sessionId }, null);
    expect((await resolved(here)).actor).toMatchObject({ personId, unionId: null });
    expect((await resolved(elsewhere)).actor).toBeNull();
    const back = await comeBack(themselves);
    expect(back).toMatchObject({ id: memberId, state: 'active', validTo: null, endedReason: null });
    await expect(comeBack(themselves)).rejects.toMatchObject({ code: 'MEMBERSHIP_NOT_RETURNABLE' });
    const states = (await membership.recorded(membershipEvents.memberChanged)).filter(
      (one) => one.personId === personId,
    );
    expect(states.map(({ state }) => state)).toEqual(['imported', 'ended', 'active']);
  });

  it('may not take back what an officer has ended, nor after joining elsewhere', async () => {
    const first = await admit();
    await membership.ask(memberContract.end, { memberId: first.id, reason: 'left' }, callers.officer);
    await expect(comeBack(actorWith({ personId: first.personId }))).rejects.toMatchObject({
      code: 'MEMBERSHIP_NOT_RETURNABLE',
    });
    const second = await admit();
    const themselves = actorWith({ personId: second.personId });
    await leave(themselves);
    const elsewhere = { unionId: trees.right.id, name: '孙小离', residentNumber: residentNumber(next) };
    await membership.ask(memberContract.create, elsewhere, callers.stranger);
    await expect(comeBack(themselves)).rejects.toMatchObject({ code: 'MEMBERSHIP_NOT_RETURNABLE' });
    expect(await own(themselves)).toMatchObject({ unionId: trees.right.id, state: 'imported' });
  });

  it('names the version that they saw, and has to have been a member', async () => {
    const { personId, version } = await admit();
    const themselves = actorWith({ personId });
    const seen = (ifMatch: number | null) =>
      membership.ask(ownMembershipContract.leave, {}, themselves, { ifMatch });
    await expect(seen(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(seen(version + 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(own(actorWith({ personId: await plantPerson(membership) }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('may not take it back after seven days', async () => {
    const { personId } = await admit();
    const themselves = actorWith({ personId });
    await leave(themselves);
    membership.clock.advance(7 * dayMs);
    expect(await own(themselves)).toMatchObject({ returnableUntil: null });
    await expect(comeBack(themselves)).rejects.toMatchObject({ code: 'MEMBERSHIP_NOT_RETURNABLE' });
  });
});

describe('the only officer of a union', () => {
  it('E101: is told of every union that needs another, names one or hands the office up, and leaves then', async () => {
    const make = (name: string) =>
      membership.ask(unionContract.create, { parentId: trees.left.id, name }, callers.officer);
    const [first, second] = [await make('一车间工会'), await make('二车间工会')];
    const { personId } = await admit(first.id);
    const office = (unionId: string, who = personId) =>
      appoint(membership, operator, { unionId, personId: who, role: 'officer' });
    await office(first.id);
    const themselves = () =>
      actorWith({
        personId,
        roles: [
          ['officer', first.id, first.path],
          ['officer', second.id, second.path],
        ],
      });
    // Only unions at the own one and below it are in the way: roles that another union has granted stay.
    await office(second.id);
    expect(await own(themselves())).toMatchObject({
      needsSuccessor: [{ unionId: first.id, unionName: '一车间工会' }],
    });
    await expect(leave(themselves())).rejects.toMatchObject({
      code: 'ROLE_NEEDS_SUCCESSOR',
      params: { unions: '一车间工会' },
    });
    const handUp = () => membership.ask(roleContract.handUp, { unionId: first.id }, themselves());
    await expect(handUp()).rejects.toMatchObject({ code: 'ROLE_NO_OFFICER_ABOVE' });
    await office(trees.left.id, await plantPerson(membership));
    await handUp();
    await expect(handUp()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await own(themselves())).toMatchObject({ needsSuccessor: [] });
    expect(await leave(themselves())).toMatchObject({ state: 'ended', needsSuccessor: [] });
  });

  it('E101: of several unions is told of all of them in one answer, and one who names a successor leaves', async () => {
    const top = await membership.ask(
      unionContract.create,
      { parentId: trees.left.id, name: '江城织造工会' },
      callers.officer,
    );
    const below = await membership.ask(
      unionContract.create,
      { parentId: top.id, name: '江城织造一分会' },
      callers.officer,
    );
    const { id: memberId, personId } = await admit(top.id);
    for (const { id: unionId } of [top, below])
      await appoint(membership, operator, { unionId, personId, role: 'officer' });
    const themselves = actorWith({ personId });
    await expect(leave(themselves)).rejects.toMatchObject({
      code: 'ROLE_NEEDS_SUCCESSOR',
      params: { unions: '江城织造一分会、江城织造工会' },
    });
    const successor = await plantPerson(membership);
    for (const { id: unionId } of [top, below])
      await appoint(membership, operator, { unionId, personId: successor, role: 'officer' });
    expect(await leave(themselves)).toMatchObject({ id: memberId, state: 'ended' });
  });
});

describe('the end of a membership', () => {
  const toldTo = async (personId: string) =>
    (await noticesTo(membership, personId, 'membershipEnded')).map(({ title, values }) => ({
      title,
      values,
    }));
  const end = (memberId: string, part: object) =>
    membership.ask(memberContract.end, { memberId, ...part }, callers.officer);

  it('is told to whoever leaves, with the time until which they may take it back, and each time once', async () => {
    const { personId } = await admit();
    await plantPassword(membership, personId);
    const themselves = actorWith({ personId });
    const { returnableUntil: at } = await leave(themselves);
    const left = { title: trees.left.name, values: { end: 'left', at } };
    expect(await toldTo(personId)).toEqual([left]);
    await comeBack(themselves);
    expect(await toldTo(personId)).toEqual([left]);
  });

  it('is told as the union has decided it, by phone to whoever has no account, and to nobody of a death', async () => {
    const [expelled, gone] = [await admit(), await admit()];
    const phone = '13633334444';
    next += 1;
    const entry = { unionId: trees.left.id, name: '孙小离', residentNumber: residentNumber(next), phone };
    const unheard = await membership.ask(memberContract.create, entry, callers.officer);
    await end(expelled.id, { reason: 'expelled', decision: '2026年第3号' });
    await end(gone.id, { reason: 'deceased' });
    await end(unheard.id, { reason: 'other' });
    expect(await toldTo(expelled.personId)).toEqual([
      { title: trees.left.name, values: { end: 'expelled' } },
    ]);
    expect(await toldTo(gone.personId)).toEqual([]);
    const texts = await wordsTo(membership, phone);
    expect(texts.map(({ kind }) => kind)).toEqual(['membershipEnded']);
    expect(JSON.stringify(texts)).not.toContain(trees.left.name);
  });
});
