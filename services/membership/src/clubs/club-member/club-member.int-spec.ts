import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clubMemberContract } from '@gongxiang/contracts/membership/clubs/club-member.contract';
import { clubContract } from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type DelegationStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { EventRuntime } from '@gongxiang/messaging/service';
import { dataCipher, reseal, Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { sealedPlaces } from '../../access/key-rotation/sealed-places.js';
import { MembershipRow } from '../../members/member/membership.entity.js';
import { callersOf, plantPerson, plantUnions, startMembership } from '../../membership.fixture.js';
import { PersonRow } from '../../persons/person/person.entity.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { ClubRepresentativeRow } from '../representative/club-representative.entity.js';

const [present, previous] = [1, 2].map(() => randomBytes(32).toString('base64')) as [string, string];
const today = '2026-11-20';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let stranger: Actor;
let clubId: string;

beforeAll(async () => {
  membership = await startMembership({ config: { dataKey: present, dataKeyPrevious: previous } });
  trees = await plantUnions(membership);
  const callers = callersOf(trees);
  officer = { ...callers.officer, personId: await plantPerson(membership) };
  stranger = { ...callers.stranger, personId: await plantPerson(membership) };
  clubId = await newClub();
});

afterAll(() => membership.stop());

async function newClub(): Promise<string> {
  const request = { name: '职工跑友俱乐部', unionId: trees.left.id };
  return (await membership.ask(clubContract.create, request, officer)).id;
}

/** Inserts a member whose sealed name opens for those who may see it. */
async function person(): Promise<string> {
  const id = await plantPerson(membership);
  const name = membership.app.get(PersonalData, { strict: false }).seal(id, 'name', '张三');
  await membership.dataSource.manager.update(PersonRow, { id }, { name });
  return id;
}

async function member(union = trees.left, part: Partial<MembershipRow> = {}): Promise<Actor> {
  const personId = await person();
  const term = { state: 'active', validFrom: '2020-01-01', validTo: null, employmentKind: null } as const;
  await membership.dataSource.manager.insert(MembershipRow, {
    id: newId(),
    personId,
    unionId: union.id,
    ...term,
    createdAt: membership.clock.now(),
    ...part,
  });
  return actorWith({ personId, unionId: union.id, unionPath: union.path });
}

const join = (actor: Actor, personId?: string, club = clubId) =>
  membership.ask(clubMemberContract.join, { clubId: club, ...(personId ? { personId } : {}) }, actor);
const end = (actor: Actor, { personId }: Actor, reason?: string) =>
  membership.ask(clubMemberContract.end, { clubId, personId, ...(reason ? { reason } : {}) }, actor);
const list = (
  actor: Actor | null,
  part: { left?: boolean; limit?: number; cursor?: string } = {},
  club = clubId,
) => membership.ask(clubMemberContract.list, { clubId: club, ...part }, actor);

async function toldOf({ personId }: Actor) {
  const states = await membership.recorded(membershipEvents.clubMemberChanged);
  return states
    .filter((one) => one.personId === personId)
    .map(({ version, validFrom, validTo }) => [version, validFrom, validTo]);
}

describe('who is in a club', () => {
  it('comes, leaves and comes back of their own accord, and is told each time', async () => {
    const runner = await member(trees.right); // of any union of the network
    expect(await join(runner)).toMatchObject({ validFrom: today, validTo: null, unionId: trees.right.id });
    const again = await membership.send(clubMemberContract.join, { clubId }, runner);
    expect(again).toMatchObject({ existing: true, body: { version: 1 } });
    expect((await membership.ask(clubContract.get, { clubId }, runner)).mine).toEqual({
      version: 1,
      validFrom: today,
      validTo: null,
      endReason: null,
    });
    expect(await end(runner, runner)).toMatchObject({ validTo: today, version: 2 });
    await expect(end(runner, runner)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await join(runner)).toMatchObject({ validFrom: today, validTo: null, version: 3 });
    expect(await toldOf(runner)).toEqual([
      [1, today, null],
      [2, today, today],
      [3, today, null],
    ]);
  });

  it('is in it once, also after pressing twice at the same time', async () => {
    const runner = await member();
    const both = await Promise.allSettled([join(runner), join(runner)]);
    for (const one of both) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'BUSY' });
    expect((await toldOf(runner)).length).toBe(1);
  });

  it('is a member of a union: a line of a roster, or one whose membership begins later, is none yet', async () => {
    for (const part of [
      { state: 'imported' },
      { state: 'ended', validTo: '2026-01-01' },
      { validFrom: '2026-11-21' },
    ] as const)
      await expect(join(await member(trees.left, part))).rejects.toMatchObject({ code: 'CLUB_FOR_MEMBERS' });
    await expect(join(await member(), undefined, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is added by an officer of the club, from a union of that officer, and from no other', async () => {
    const [own, other] = [await member(), await member(trees.right)];
    expect(await join(officer, own.personId)).toMatchObject({ personId: own.personId, validTo: null });
    const refused = { code: 'NOT_FOUND' };
    await expect(join(officer, other.personId)).rejects.toMatchObject(refused);
    await expect(join(officer, newId())).rejects.toMatchObject({
      ...refused,
      errors: [{ pointer: '/personId' }],
    });
    for (const actor of [stranger, own])
      await expect(join(actor, other.personId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is removed by an officer for a reason, which the one removed reads and no other member', async () => {
    const [runner, fellow] = [await member(), await member()];
    await join(runner);
    await join(fellow);
    await expect(end(fellow, runner, '嫌慢')).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(end(officer, runner)).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
      errors: [{ pointer: '/reason' }],
    });
    await end(officer, runner, '已调离本地区');
    const { mine } = await membership.ask(clubContract.get, { clubId }, runner);
    expect(mine).toMatchObject({ validTo: today, endReason: '已调离本地区' });
    const gone = (await list(officer, { left: true })).items.find(
      ({ personId }) => personId === runner.personId,
    );
    expect(gone).toMatchObject({ endReason: '已调离本地区' });
    await expect(list(fellow, { left: true })).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const table of ['club_member', 'audit_record', 'outbox', 'idempotency']) {
      const rows: unknown[] = await membership.dataSource.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain('已调离本地区');
    }
  });

  it('is not removed by whoever has not seen that the member left and came back', async () => {
    const runner = await member();
    const { personId, version: seen } = await join(runner);
    await end(runner, runner);
    await join(runner);
    const remove = (ifMatch: number | null) =>
      membership.ask(clubMemberContract.end, { clubId, personId, reason: '已调离本地区' }, officer, {
        ifMatch,
      });
    await expect(remove(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(remove(seen)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await remove(seen + 2)).toMatchObject({ validTo: today });
  });

  it('sees their own membership, as do officers of the club and those who are in it', async () => {
    const [runner, fellow, neighbour] = [await member(), await member(), await member()];
    const { personId } = await join(runner);
    const seen = (actor: Actor) => membership.ask(clubMemberContract.get, { clubId, personId }, actor);
    await expect(seen(neighbour)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await join(fellow);
    for (const actor of [runner, fellow, officer]) expect(await seen(actor)).toMatchObject({ version: 1 });
    await end(runner, runner);
    await expect(seen(fellow)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const actor of [runner, officer]) expect(await seen(actor)).toMatchObject({ validTo: today });
  });

  it('is listed for officers of the club and for those who are in it, page by page', async () => {
    const club = await newClub();
    const runners = [await member(), await member(trees.right), await member()];
    for (const runner of runners) await join(runner, undefined, club);
    const ids = runners.map(({ personId }) => personId);
    const [first] = runners as [Actor];
    for (const actor of [officer, first]) {
      const page = await list(actor, { limit: 2 }, club);
      const rest = await list(actor, { cursor: page.nextCursor ?? '' }, club);
      expect([...page.items, ...rest.items].map(({ personId }) => personId)).toEqual(ids);
      expect(page.items[1]).toMatchObject({ name: '张*', unionName: '江岸区总工会' });
    }
    await expect(list(null, {}, club)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    for (const actor of [await member(), stranger])
      await expect(list(actor, {}, club)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

describe('whoever acts in the name of a club', () => {
  const delegation: Omit<DelegationStateData, 'personId' | 'matterId'> = {
    id: newId(),
    version: 1,
    matterKind: 'club',
    validTo: null,
    revokedAt: null,
  };

  async function delegated(state: DelegationStateData): Promise<void> {
    await membership.emit(sharingEvents.delegationChanged, state);
    await eventually(async () =>
      expect(
        await membership.dataSource.manager.findOneBy(ClubRepresentativeRow, { id: state.id }),
      ).toMatchObject({ version: state.version }),
    );
  }

  it('removes members for a reason and sees who has left, until the delegation ends; they add nobody', async () => {
    const club = await newClub();
    const [runner, captain, fellow] = [await member(), await member(trees.right), await member()];
    for (const one of [runner, captain, fellow]) await join(one, undefined, club);
    const state = { ...delegation, matterId: club, personId: captain.personId };
    const remove = (actor: Actor, { personId }: Actor, reason?: string) =>
      membership.ask(
        clubMemberContract.end,
        { clubId: club, personId, ...(reason === undefined ? {} : { reason }) },
        actor,
      );
    await expect(remove(captain, runner, '半年没来')).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await delegated({ ...state, validTo: '2026-11-20T12:00:00.000Z' });
    await expect(remove(captain, runner)).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await remove(captain, runner, '半年没来')).toMatchObject({ name: '张*', endReason: '半年没来' });
    expect((await list(captain, { left: true }, club)).items).toMatchObject([
      { personId: runner.personId, name: '张*', endReason: '半年没来' },
    ]);
    await expect(join(captain, runner.personId, club)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(list(captain, { left: true })).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(list(fellow, { left: true }, club)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    membership.clock.advance(dayMs);
    await expect(remove(captain, fellow, '半年没来')).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await delegated({ ...state, version: 2 });
    expect((await list(captain, { left: true }, club)).items).toHaveLength(1);
    await delegated({ ...state, version: 3, revokedAt: membership.clock.now().toISOString() });
    await expect(list(captain, { left: true }, club)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

describe('what is kept of it', () => {
  it('is told anew, each with its version', async () => {
    const before = (await membership.recorded(membershipEvents.clubMemberChanged)).length;
    await membership.app.get(EventRuntime).republish('club-member');
    const rows: unknown[] = await membership.dataSource.query('SELECT 1 FROM club_member');
    const after = await membership.recorded(membershipEvents.clubMemberChanged);
    expect(after).toHaveLength(before + rows.length);
  });

  it('has reasons that are sealed anew under the next key', async () => {
    const transactions = membership.app.get(Transactions);
    const next = randomBytes(32).toString('base64');
    const cipher = dataCipher({ dataKey: next, dataKeyPrevious: present });
    const { resealed, problems } = await reseal(transactions, {
      service: 'membership',
      places: sealedPlaces,
      cipher,
      rowsMax: 2,
    });
    expect(resealed).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    const rows: { sealed: string }[] = await membership.dataSource.query(
      'SELECT end_reason AS sealed FROM club_member WHERE end_reason IS NOT NULL',
    );
    expect(rows.every(({ sealed }) => sealed.startsWith(cipher.mark))).toBe(true);
  });
});
