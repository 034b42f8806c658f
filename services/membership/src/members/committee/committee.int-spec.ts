import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  committeeContract as contract,
  type CommitteeElectionView,
  type CommitteeOffice,
  type FileByElection,
  type FileCommitteeElection,
} from '@gongxiang/contracts/membership/members/committee.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { unionContract, type UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { type Actor, dayMs, newId, shanghaiDate } from '@gongxiang/domain';
import { actorWith, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { plantPerson, plantRole, plantUnions, startMembership } from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { MembershipRow } from '../member/membership.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** Officers of the union above, and of another one. */
let above: Actor;
let stranger: Actor;
/** A union below, and its officer. */
let union: UnionView;
let own: Actor;
let made = 0;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
  trees = await plantUnions(membership);
  above = await officerOf(trees.left);
  stranger = await officerOf(trees.right);
});

afterAll(() => membership.stop());

beforeEach(async () => {
  made += 1;
  const request = { parentId: trees.left.id, name: `第${String(made)}分会` };
  union = await membership.ask(unionContract.create, request, above);
  own = await officerOf(union);
});

async function officerOf({ id, path }: Pick<UnionRow, 'id' | 'path'>): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

async function memberOf(unionId: string, standing: 'full' | 'retained' = 'full'): Promise<string> {
  const personId = await plantPerson(membership);
  const term = { state: 'active', validFrom: '2020-01-01', validTo: null, employmentKind: null } as const;
  const retained =
    standing === 'full' ? {} : ({ retainedReason: 'retired', retainedFrom: '2024-01-01' } as const);
  const row = { id: newId(), personId, unionId, standing, ...retained, ...term };
  await membership.dataSource.manager.insert(MembershipRow, { ...row, createdAt: membership.clock.now() });
  return personId;
}

const today = () => shanghaiDate(membership.clock.now());
const held = () => ({ heldOn: today(), entitled: 120, present: 96 });
const seatsOf = (people: readonly string[]): FileCommitteeElection['seats'] =>
  people.map((personId, index) => {
    const office: CommitteeOffice = index === 0 ? 'chair' : index === 1 ? 'viceChair' : 'member';
    return { personId, office };
  });
const file = (
  people: readonly string[],
  part: Partial<FileCommitteeElection> = {},
  actor: Actor | null = own,
) =>
  membership.ask(
    contract.file,
    { unionId: union.id, kind: 'union', termYears: '5', seats: seatsOf(people), ...held(), ...part },
    actor,
  );
const approve = ({ id: electionId }: CommitteeElectionView, actor: Actor | null = above) =>
  membership.ask(contract.approve, { electionId, approvalNumber: '青工复〔2026〕18号' }, actor);
const byElection = (part: Pick<FileByElection, 'committeeId' | 'seatId' | 'personId'>, actor: Actor = own) =>
  membership.ask(contract.fileByElection, { ...held(), ...part }, actor);
const inOffice = async (actor: Actor = own) =>
  (await membership.ask(contract.list, { unionId: union.id }, actor)).items;
const forAnyone = async () => (await membership.ask(contract.listPublic, { unionId: union.id }, null)).items;
const people = (count: number) => Promise.all(Array.from({ length: count }, () => memberOf(union.id)));

describe('an election of a committee', () => {
  it('is filed by its officers, approved by another one above, and puts those elected into office', async () => {
    const elected = await people(3);
    const plain = actorWith({ unionId: union.id, unionPath: union.path });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [plain, 'NOT_PERMITTED'],
      [stranger, 'NOT_PERMITTED'],
    ] as const)
      await expect(file(elected, {}, actor)).rejects.toMatchObject({ code });
    const filed = await file(elected);
    expect(filed).toMatchObject({ state: 'waiting', form: 'term', acts: ['withdraw'], replaces: null });
    expect(await inOffice()).toEqual([]);
    await expect(file(elected)).rejects.toMatchObject({ code: 'COMMITTEE_ELECTION_UNDER_WAY' });
    const [awaited] = await untilAwaits(membership, 'membership', filed.id, ['committeeElectionProposed']);
    expect(awaited?.offices).toMatchObject({ unionIds: [trees.left.id], exceptIds: [own.personId] });
    for (const actor of [plain, stranger])
      await expect(approve(filed, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(approve(filed, own)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

    expect(await approve(filed)).toMatchObject({ state: 'approved', acts: [] });
    const [committee] = await inOffice();
    expect(committee).toMatchObject({ kind: 'union', fromDay: today(), ending: false });
    expect(committee?.seats.map(({ office, vacant }) => [office, vacant])).toEqual([
      ['chair', false],
      ['viceChair', false],
      ['member', false],
    ]);
    await untilAwaits(membership, 'membership', filed.id, []);
  });

  it('tells officers all names, and anyone only those of chair and vice chair', async () => {
    await approve(await file(await people(3)));
    const full = (await inOffice())[0]?.seats.map(({ name }) => name) ?? [];
    expect(full.join()).not.toContain('*');
    const [shown] = await forAnyone();
    const names = shown?.seats.map(({ name }) => name) ?? [];
    expect(names.slice(0, 2)).toEqual(full.slice(0, 2));
    expect(names[2]).toContain('*');
    const plain = actorWith({ unionId: union.id, unionPath: union.path });
    expect((await inOffice(plain))[0]?.seats.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['of somebody of another union', () => memberOf(trees.right.id), 'COMMITTEE_MEMBER'],
    ['of a retained member', () => memberOf(union.id, 'retained'), 'COMMITTEE_MEMBER'],
  ])('refuses that %s', async (_what, plant, code) => {
    const elected = [...(await people(1)), await plant()];
    await expect(file(elected)).rejects.toMatchObject({ code, errors: [{ pointer: '/seats' }] });
  });

  it('refuses one without a chair, with more present than entitled, and one in the future', async () => {
    const [personId = ''] = await people(1);
    const seats = [{ personId, office: 'member' as const }];
    await expect(file([personId], { seats })).rejects.toMatchObject({ code: 'COMMITTEE_OFFICES' });
    await expect(file([personId], { present: 121 })).rejects.toMatchObject({ code: 'COMMITTEE_PRESENT' });
    const heldOn = shanghaiDate(new Date(membership.clock.now().getTime() + dayMs));
    await expect(file([personId], { heldOn })).rejects.toMatchObject({ code: 'COMMITTEE_HELD_ON' });
  });

  it('is refused with a reason, or withdrawn by whoever has filed it, and can then be filed again', async () => {
    const elected = await people(1);
    const first = await file(elected);
    const named = { electionId: first.id };
    await membership.ask(contract.refuse, { ...named, reason: '到会人数不足三分之二' }, above);
    expect(await membership.ask(contract.get, named, own)).toMatchObject({
      state: 'refused',
      refusal: '到会人数不足三分之二',
    });
    const second = await file(elected);
    const withdrawn = membership.ask(contract.withdraw, { electionId: second.id }, above);
    await expect(withdrawn).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await membership.ask(contract.withdraw, { electionId: second.id }, own);
    const { items } = await membership.ask(contract.listElections, { union: union.id }, own);
    expect(items.map(({ state }) => state)).toEqual(['withdrawn', 'refused']);
    expect(await file(elected)).toMatchObject({ state: 'waiting' });
  });

  it('is never approved by whoever has filed it, also above', async () => {
    const filed = await file(await people(1), {}, above);
    await expect(approve(filed)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    expect(await approve(filed, await officerOf(trees.left))).toMatchObject({ state: 'approved' });
  });

  it('ends the committee before', async () => {
    await approve(await file(await people(2)));
    const [before] = await inOffice();
    const next = await people(2);
    await approve(await file(next, { termYears: '3' }));
    const [after, ...others] = await inOffice();
    expect(others).toEqual([]);
    expect(after?.id).not.toBe(before?.id);
    const committeeId = before?.id ?? '';
    const seat = { committeeId, seatId: before?.seats[0]?.id ?? '', personId: next[0] ?? '' };
    await expect(byElection(seat)).rejects.toMatchObject({ code: 'COMMITTEE_ENDED' });
  });
});

describe('one member of a committee', () => {
  it('who leaves the union leaves a vacant seat, which a by-election fills for what is left of the term', async () => {
    const [chair = '', other = ''] = await people(2);
    await approve(await file([chair, other]));
    const { items } = await membership.ask(memberContract.list, { union: union.id }, own);
    const memberId = items.find(({ personId }) => personId === other)?.id ?? '';
    await membership.ask(memberContract.end, { memberId, reason: 'left', validTo: today() }, own);
    const [committee] = await inOffice();
    expect(committee?.seats.map(({ vacant, name }) => [vacant, name === null])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect((await forAnyone())[0]?.seats).toHaveLength(1);

    const committeeId = committee?.id ?? '';
    const seatId = committee?.seats[1]?.id ?? '';
    await expect(byElection({ committeeId, seatId, personId: chair })).rejects.toMatchObject({
      code: 'COMMITTEE_OFFICES',
    });
    await expect(
      byElection({ committeeId, seatId, personId: await memberOf(union.id) }, stranger),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const filed = await byElection({ committeeId, seatId, personId: await memberOf(union.id) });
    expect(filed).toMatchObject({ form: 'byElection', replaces: { id: seatId, vacant: true } });
    expect(await approve(filed)).toMatchObject({ state: 'approved' });
    const [after] = await inOffice();
    expect(after).toMatchObject({ id: committeeId, toDay: committee?.toDay });
    expect(after?.seats.map(({ office, vacant }) => [office, vacant])).toEqual([
      ['chair', false],
      ['viceChair', false],
    ]);
    await expect(
      byElection({ committeeId, seatId, personId: await memberOf(union.id) }),
    ).rejects.toMatchObject({ code: 'COMMITTEE_SEAT' });
  });
});

// Last, as it moves the clock by years.
describe('a term', () => {
  it('that is about to end waits for the union and the one above, until another committee is elected', async () => {
    const filed = await file(await people(1), { termYears: '3' });
    await approve(filed);
    const { toDay } = filed;
    const near = new Date(`${toDay}T09:00:00+08:00`).getTime() - 60 * dayMs;
    membership.clock.advance(near - membership.clock.now().getTime());
    const [awaited] = await untilAwaits(membership, 'membership', filed.id, ['committeeTermEnding']);
    expect(awaited).toMatchObject({
      about: { unionId: union.id },
      values: { committee: 'union', lastDay: toDay },
      offices: { unionIds: [union.id, trees.left.id] },
    });
    expect(await inOffice()).toMatchObject([{ ending: true }]);
    await approve(await file(await people(1)));
    await untilAwaits(membership, 'membership', filed.id, []);
  });
});
