import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  type CreateDelegation,
  delegationContract,
} from '@gongxiang/contracts/sharing/activities/delegation.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { rosterContract } from '@gongxiang/contracts/sharing/attendance/roster.contract';
import { giveAwayContract } from '@gongxiang/contracts/sharing/seats/give-away.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { needContract } from '@gongxiang/contracts/sharing/lending/need.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, type Party } from '@gongxiang/domain';
import { actorWith, eventually, untilAwaits } from '@gongxiang/testing';
import {
  draftOf,
  publishedWithSeats,
  type TestUnion,
  unionAt,
  activityRequest,
} from '../activity/activity.fixture.js';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { PartyRef } from '../../reference/reference.entity.js';
import { knownMembers } from '../../sharing.fixture.js';
import { noticesTo } from '../../reference/notice/notice.fixture.js';

let lending: Lending;
let host: TestUnion;
let elsewhere: TestUnion;
let people: Actor[];

beforeAll(async () => {
  lending = await startLending();
  host = { ...lending.owner, officer: lending.ownerOfficer };
  elsewhere = await unionAt(lending.sharing, '1.9.');
  const ids = await knownMembers(lending.sharing, lending.owner.id, 6);
  people = ids.map((personId) => actorWith({ personId, unionId: host.id, unionPath: host.path }));
});

afterAll(() => lending.sharing.stop());

function person(index: number): Actor {
  const one = people[index];
  if (one === undefined) throw new Error('so many people are not known');
  return one;
}

/** A party of the union, as membership would publish it. */
async function party(kind: 'club' | 'organisation' | 'enterprise'): Promise<Party> {
  const { sharing } = lending;
  const id = newId();
  const state = {
    kind,
    id,
    version: 1,
    name: '夜跑俱乐部',
    unionId: host.id,
    uscc: null,
    sizeClass: null,
    active: true,
  };
  await sharing.emit(membershipEvents.partyChanged, state);
  await eventually(
    async () => void (await sharing.dataSource.manager.findOneByOrFail(PartyRef, { kind, id })),
  );
  return { kind, id };
}

function delegate(
  { kind, id }: { readonly kind: string; readonly id: string },
  to: Actor,
  fields: Partial<CreateDelegation> = {},
  by: Actor = host.officer,
) {
  const request = { matterKind: kind as CreateDelegation['matterKind'], matterId: id, personId: to.personId };
  return lending.sharing.ask(delegationContract.create, { ...request, ...fields }, by);
}

const revoke = (delegationId: string, by: Actor = host.officer) =>
  lending.sharing.ask(delegationContract.revoke, { delegationId }, by);
const refused = (code: string) => ({ code });
async function edit(activityId: string, by: Actor, title = '新标题') {
  const { version } = await lending.sharing.ask(activityContract.get, { activityId }, host.officer);
  return lending.sharing.ask(activityContract.edit, { activityId, title }, by, { ifMatch: version });
}
const rename = (resourceId: string, by: Actor) =>
  lending.sharing.ask(resourceContract.edit, { resourceId, title: '改名' }, by, { ifMatch: 1 });
const need = (of: Party, by: Actor) =>
  lending.sharing.ask(
    needContract.post,
    {
      party: of,
      title: '集合地点',
      wants: [{ function: 'facility', business: 'culture' }],
      windows: [{ from: at(1, '10:00'), to: at(1, '12:00') }],
      headcount: 60,
    },
    by,
  );

describe('a delegation of one activity', () => {
  it('lets a person do what organisers do with it, and with nothing else of the union', async () => {
    const { sharing } = lending;
    const mine = await draftOf(sharing, host);
    const other = await draftOf(sharing, host);
    const helper = person(0);
    await expect(edit(mine.id, helper)).rejects.toMatchObject(refused('NOT_FOUND'));
    const made = await delegate({ kind: 'activity', id: mine.id }, helper, { note: '负责签到' });
    expect(made).toMatchObject({
      matterName: mine.title,
      personId: helper.personId,
      maskedName: '张*',
      createdById: host.officer.personId,
      state: 'active',
      validTo: null,
      endedAt: null,
      note: '负责签到',
      mayRevoke: true,
    });
    expect(await edit(mine.id, helper)).toMatchObject({ title: '新标题' });
    await sharing.ask(poolContract.create, { activityId: mine.id, name: '公共名额', capacity: 5 }, helper);
    await sharing.ask(activityContract.publish, { activityId: mine.id }, helper);
    for (const work of [
      () => sharing.ask(registrationContract.list, { activityId: mine.id }, helper),
      () => sharing.ask(rosterContract.read, { activityId: mine.id, key: 'A'.repeat(43) }, helper),
    ])
      await expect(work()).resolves.toMatchObject({ items: [] });
    // Another matter of the same union.
    await expect(edit(other.id, helper)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(sharing.ask(activityContract.create, activityRequest(host), helper)).rejects.toMatchObject(
      refused('NOT_PERMITTED'),
    );
    // They give away nothing that is worth some, and do not pass it on.
    for (const work of [
      () => sharing.ask(giveAwayContract.remove, { activityId: mine.id }, helper),
      () => delegate({ kind: 'activity', id: mine.id }, person(1), {}, helper),
    ])
      await expect(work()).rejects.toMatchObject(refused('NOT_PERMITTED'));
    const raised = await noticesTo(sharing, helper);
    expect(raised.map(({ kind, why }) => ({ kind, why }))).toEqual([
      { kind: 'delegationGiven', why: 'actsInMatter' },
    ]);
  });

  it('is given by organisers of its union alone; nobody else sees it', async () => {
    const { sharing } = lending;
    const draft = await draftOf(sharing, host);
    const matter = { kind: 'activity', id: draft.id };
    await expect(delegate(matter, person(1), {}, elsewhere.officer)).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
    await expect(delegate(matter, person(1), {}, person(2))).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(
      sharing.ask(
        delegationContract.create,
        { matterKind: 'activity', matterId: draft.id, personId: newId() },
        null,
      ),
    ).rejects.toMatchObject(refused('NOT_SIGNED_IN'));
    await expect(delegate(matter, { ...person(1), personId: newId() })).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
      errors: [{ pointer: '/personId' }],
    });
    const key = { ...host.officer, apiKeyId: newId() };
    await expect(delegate(matter, person(1), {}, key)).rejects.toMatchObject(refused('NOT_PERMITTED'));
    const made = await delegate(matter, person(1));
    await expect(delegate(matter, person(1))).rejects.toMatchObject(refused('DELEGATION_EXISTS'));
    const get = (by: Actor) => sharing.ask(delegationContract.get, { delegationId: made.id }, by);
    expect(await get(person(1))).toMatchObject({ isMine: true, mayRevoke: true });
    expect(await get(host.officer)).toMatchObject({ isMine: false, mayRevoke: true });
    for (const stranger of [person(2), elsewhere.officer]) {
      await expect(get(stranger)).rejects.toMatchObject(refused('NOT_FOUND'));
      await expect(revoke(made.id, stranger)).rejects.toMatchObject(refused('NOT_FOUND'));
    }
    const list = (by: Actor) =>
      sharing.ask(delegationContract.list, { matterKind: 'activity', matterId: draft.id }, by);
    await expect(list(person(2))).rejects.toMatchObject(refused('NOT_FOUND'));
    expect(await list(host.officer)).toMatchObject({ items: [{ id: made.id }], mayDelegate: true });
    expect(await list(person(1))).toMatchObject({ items: [{ id: made.id }], mayDelegate: false });
  });
});

describe('the end of a delegation', () => {
  it('is checked at use, with whatever session; it stands in the list, in the trail and in the inbox', async () => {
    const { sharing } = lending;
    const { id } = await draftOf(sharing, host);
    const start = sharing.clock.now();
    const validTo = new Date(start.getTime() + 3_600_000).toISOString();
    const holder = person(3);
    const made = await delegate({ kind: 'activity', id }, holder, { validTo });
    sharing.clock.set(new Date(start.getTime() + 3_599_999).toISOString());
    await edit(id, holder, '还来得及');
    sharing.clock.set(validTo);
    await expect(edit(id, holder)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(revoke(made.id)).rejects.toMatchObject(refused('DELEGATION_ENDED'));
    const mine = await sharing.ask(delegationContract.mine, {}, holder);
    expect(mine.items).toMatchObject([{ id: made.id, state: 'ended', endedAt: validTo, revokedBy: null }]);
    await eventually(async () => {
      const rows: unknown[] = await sharing.dataSource.query(
        `SELECT 1 FROM audit_record WHERE noun = 'delegation' AND subject_id = $1 AND after->>'state' = 'ended'`,
        [made.id],
      );
      expect(rows).toHaveLength(1);
    });
    const raised = await noticesTo(sharing, holder);
    expect(raised.map(({ kind }) => kind)).toEqual(['delegationGiven', 'delegationEnded']);
    // The same person can hold it anew.
    await delegate({ kind: 'activity', id }, holder);
    sharing.clock.set(start.toISOString());
  });

  it.each([
    ['by those who may delegate it', 'granter'],
    ['by the person themself', 'holder'],
  ] as const)('may come before: revoked %s, from the commit on', async (_what, side) => {
    const { sharing } = lending;
    const { id } = await draftOf(sharing, host);
    const holder = person(side === 'granter' ? 4 : 2);
    const made = await delegate({ kind: 'activity', id }, holder);
    await edit(id, holder);
    const ended = await revoke(made.id, side === 'holder' ? holder : host.officer);
    expect(ended).toMatchObject({ state: 'revoked', revokedBy: side, mayRevoke: false, version: 2 });
    await expect(edit(id, holder)).rejects.toMatchObject(refused('NOT_FOUND'));
    expect(await revoke(made.id)).toMatchObject({ state: 'revoked', version: 2 });
    const raised = (await noticesTo(sharing, holder)).filter(
      ({ kind, about }) => kind === 'delegationRevoked' && about['delegationId'] === made.id,
    );
    // Whoever gives it back knows.
    expect(raised).toHaveLength(side === 'granter' ? 1 : 0);
  });
});

describe.each(['club', 'organisation', 'enterprise'] as const)('representatives of a party: %s', (kind) => {
  it('publish, offer, seek and lend in its name, and nothing of the union', async () => {
    const { sharing } = lending;
    const own = await party(kind);
    const leader = person(5);
    await expect(need(own, leader)).rejects.toMatchObject(refused('NOT_PERMITTED'));
    const made = await delegate(own, leader);
    // Everybody sees that somebody acts for it, and those alone who act in it know who.
    const list = (by: Actor) =>
      lending.sharing.ask(delegationContract.list, { matterKind: own.kind as 'club', matterId: own.id }, by);
    const masked = { id: made.id, maskedName: '张*' };
    expect((await list(host.officer)).items).toMatchObject([{ ...masked, personId: leader.personId }]);
    expect((await list(person(4))).items).toMatchObject([{ ...masked, personId: null, createdById: null }]);
    // Seek.
    const posted = await need(own, leader);
    await sharing.ask(needContract.edit, { needId: posted.id, title: '另一处' }, leader, { ifMatch: 1 });
    // Organise and publish.
    const draft = await sharing.ask(
      activityContract.create,
      activityRequest(host, { organiser: own }),
      leader,
    );
    const published = await publishedWithSeats(sharing, { ...host, officer: leader }, draft.id);
    expect(published).toMatchObject({ state: 'published' });
    // Offer and lend.
    const track = await hall({ ...lending, ownerOfficer: leader }, { owner: own, title: '跑道' });
    await grantFor({ ...lending, ownerOfficer: leader }, track.id, { approval: 'custodian' });
    const loan = await borrow(lending, track.id);
    const [awaited] = await untilAwaits(sharing, 'sharing', loan.id, ['loanRequested']);
    expect(awaited?.offices).toMatchObject({ unionIds: [host.id], matters: [own] });
    expect(await sharing.ask(loanContract.approve, { loanId: loan.id }, leader)).toMatchObject({
      state: 'approved',
    });
    // Nothing of the union.
    const room = await hall(lending);
    await expect(rename(room.id, leader)).rejects.toMatchObject(refused('NOT_PERMITTED'));
    await expect(need({ kind: 'union', id: host.id }, leader)).rejects.toMatchObject(
      refused('NOT_PERMITTED'),
    );
    // Nor of another party, and with nothing once it is over.
    await expect(need(await party(kind), leader)).rejects.toMatchObject(refused('NOT_PERMITTED'));
    await revoke(made.id);
    const told = (await sharing.recorded(sharingEvents.delegationChanged)).filter(({ id }) => id === made.id);
    expect(told).toMatchObject([
      { version: 1, matterKind: kind, matterId: own.id, personId: leader.personId, revokedAt: null },
      { version: 2, revokedAt: expect.any(String) },
    ]);
    for (const work of [
      () => need(own, leader),
      () => edit(draft.id, leader),
      () => rename(track.id, leader),
    ])
      await expect(work()).rejects.toMatchObject(refused('NOT_PERMITTED'));
  });
});

describe('the right to delegate', () => {
  it('passes on no more than is held', async () => {
    const { sharing } = lending;
    const club = await party('club');
    const [leader, deputy] = [person(0), person(1)];
    await expect(delegate(club, leader, {}, elsewhere.officer)).rejects.toMatchObject(
      refused('NOT_PERMITTED'),
    );
    const validTo = at(20, '18:00');
    await delegate(club, leader, { validTo, mayDelegate: true });
    await expect(delegate(club, deputy, {}, leader)).rejects.toMatchObject({
      code: 'DELEGATION_BEYOND_OWN',
      errors: [{ pointer: '/validTo' }],
    });
    await expect(delegate(club, deputy, { validTo, mayDelegate: true }, leader)).rejects.toMatchObject({
      code: 'DELEGATION_BEYOND_OWN',
      errors: [{ pointer: '/mayDelegate' }],
    });
    await expect(delegate(club, leader, { validTo }, leader)).rejects.toMatchObject(
      refused('DELEGATION_TO_ONESELF'),
    );
    const passed = await delegate(club, deputy, { validTo }, leader);
    await expect(delegate(club, person(2), { validTo }, deputy)).rejects.toMatchObject(
      refused('NOT_PERMITTED'),
    );
    // Of an activity of the club, too.
    const draft = await sharing.ask(
      activityContract.create,
      activityRequest(host, { organiser: club }),
      deputy,
    );
    await delegate({ kind: 'activity', id: draft.id }, person(2), { validTo }, leader);
    await edit(draft.id, person(2));
    await expect(need(club, person(2))).rejects.toMatchObject(refused('NOT_PERMITTED'));
    // Everybody reads who represents it; what is over, and notes, are for those who may delegate it.
    await revoke(passed.id, leader);
    const list = (by: Actor) =>
      sharing.ask(delegationContract.list, { matterKind: 'club', matterId: club.id }, by);
    expect((await list(person(3))).items).toHaveLength(1);
    expect((await list(leader)).items).toHaveLength(2);
    expect(await list(elsewhere.officer)).toMatchObject({ mayDelegate: false });
  });

  it('is of a person over what is done in their own name', async () => {
    const owner = person(0);
    const own = { kind: 'person', id: owner.personId } as const;
    await expect(delegate(own, person(1))).rejects.toMatchObject(refused('NOT_PERMITTED'));
    await delegate(own, person(1), {}, owner);
    await need(own, person(1));
    await expect(need(own, person(2))).rejects.toMatchObject(refused('NOT_PERMITTED'));
  });
});
