import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clubMemberContract } from '@gongxiang/contracts/membership/clubs/club-member.contract';
import {
  clubContract,
  type ClubView,
  organisationContract,
} from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { membershipClosing } from '@gongxiang/contracts/words/party-closing';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { MembershipRow } from '../../members/member/membership.entity.js';
import { callersOf, plantPerson, plantUnions, startMembership } from '../../membership.fixture.js';
import { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let stranger: Actor;
let runner: Actor;
let club: ClubView;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  const callers = callersOf(trees);
  officer = { ...callers.officer, personId: await plantPerson(membership) };
  stranger = { ...callers.stranger, personId: await plantPerson(membership) };
  runner = await member();
  club = await newClub('职工跑友俱乐部');
});

afterAll(() => membership.stop());

function newClub(name: string): Promise<ClubView> {
  return membership.ask(clubContract.create, { name, unionId: trees.left.id }, officer);
}

async function member(): Promise<Actor> {
  const personId = await plantPerson(membership);
  const { id: unionId, path: unionPath } = trees.right;
  const term = { state: 'active', validFrom: '2020-01-01', validTo: null, employmentKind: null } as const;
  await membership.dataSource.manager.insert(MembershipRow, {
    id: newId(),
    personId,
    unionId,
    ...term,
    createdAt: membership.clock.now(),
  });
  return actorWith({ personId, unionId, unionPath });
}

const versionOf = async (clubId: string) =>
  (await membership.ask(clubContract.get, { clubId }, officer).catch(() => ({ version: 1 }))).version;
const close = async (clubId: string, actor: Actor | null = officer, ifMatch?: number) =>
  membership.ask(clubContract.close, { clubId, reason: '成员一致同意解散' }, actor, {
    ifMatch: ifMatch ?? (await versionOf(clubId)),
  });
const reopen = async (actor: Actor = officer) =>
  membership.ask(clubContract.reopen, { clubId: club.id }, actor, { ifMatch: await versionOf(club.id) });
const join = (clubId: string, actor: Actor) => membership.ask(clubMemberContract.join, { clubId }, actor);
const findings = (actor: Actor | null) =>
  membership.ask(membershipClosing.findings, { kind: 'club', id: club.id }, actor);
const idsOf = async (closed?: boolean) =>
  (await membership.ask(clubContract.list, closed === undefined ? {} : { closed }, runner)).items.map(
    ({ id }) => id,
  );

describe('a club that is closed', () => {
  it('says before to its officer who is in it, and to nobody else', async () => {
    expect(await findings(officer)).toEqual({ findings: [] });
    await join(club.id, runner);
    expect(await findings(officer)).toEqual({ findings: [{ finding: 'members', count: 1, blocks: false }] });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [runner, 'NOT_PERMITTED'],
      [stranger, 'NOT_PERMITTED'],
    ] as const)
      await expect(findings(actor)).rejects.toMatchObject({ code });
  });

  it('is closed by an officer of its union alone, on the version that they have seen', async () => {
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [runner, 'NOT_PERMITTED'],
      [stranger, 'NOT_PERMITTED'],
    ] as const)
      await expect(close(club.id, actor)).rejects.toMatchObject({ code });
    await expect(close(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(close(club.id, officer, 7)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(
      membership.ask(clubContract.close, { clubId: club.id, reason: '' }, officer, { ifMatch: 1 }),
    ).rejects.toMatchObject({
      errors: [{ pointer: '/reason' }],
    });
    expect(await idsOf()).toContain(club.id);
  });

  it('stays readable with its reason, is listed among the closed ones, and takes nobody in any more', async () => {
    const closed = await close(club.id, officer, 1);
    expect(closed).toMatchObject({ active: false, version: 2, closeReason: '成员一致同意解散' });
    expect(closed.closedAt).toBe(membership.clock.now().toISOString());
    const seen = await membership.ask(clubContract.get, { clubId: club.id }, runner);
    // Whoever is in it is not thrown out.
    expect(seen).toMatchObject({ active: false, mine: { validTo: null } });
    expect([await idsOf(), await idsOf(true)]).toEqual([[], [club.id]]);
    await expect(join(club.id, await member())).rejects.toMatchObject({
      code: 'PARTY_CLOSED',
      params: { name: '职工跑友俱乐部' },
    });
    await expect(close(club.id)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const told = await membership.recorded(membershipEvents.partyChanged);
    expect(told.filter(({ id }) => id === club.id).map(({ version, active }) => [version, active])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('is opened again, with those who were in it', async () => {
    await expect(reopen(stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await reopen()).toMatchObject({
      active: true,
      closedAt: null,
      closeReason: null,
      version: 3,
    });
    await expect(reopen()).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await findings(officer)).toMatchObject({ findings: [{ finding: 'members', count: 1 }] });
    expect(await join(club.id, await member())).toMatchObject({ clubId: club.id });
  });

  it('is not opened again, and none is added, under a union that is closed', async () => {
    await close(club.id);
    await membership.dataSource.manager.update(UnionRow, { id: trees.left.id }, { active: false });
    const refused = { code: 'PARTY_CLOSED', params: { name: '青山区总工会' } };
    await expect(reopen()).rejects.toMatchObject(refused);
    await expect(newClub('摄影俱乐部')).rejects.toMatchObject({
      ...refused,
      errors: [{ pointer: '/unionId' }],
    });
    await membership.dataSource.manager.update(UnionRow, { id: trees.left.id }, { active: true });
  });
});

describe('an organisation', () => {
  it('is closed and opened again in the same way', async () => {
    const request = { name: '市体育局', unionId: trees.left.id };
    const { id: organisationId } = await membership.ask(organisationContract.create, request, officer);
    const named = { organisationId };
    const closing = { ...named, reason: '合作已结束' };
    await expect(
      membership.ask(organisationContract.close, closing, stranger, { ifMatch: 1 }),
    ).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await membership.ask(organisationContract.close, closing, officer, { ifMatch: 1 })).toMatchObject({
      active: false,
      closeReason: '合作已结束',
    });
    expect((await membership.ask(organisationContract.list, {}, runner)).items).toEqual([]);
    expect(await membership.ask(organisationContract.get, named, runner)).toMatchObject({ active: false });
    expect(await membership.ask(organisationContract.reopen, named, officer, { ifMatch: 2 })).toMatchObject({
      active: true,
    });
    // A club is no organisation.
    await expect(
      membership.ask(organisationContract.close, { ...closing, organisationId: club.id }, officer, {
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
