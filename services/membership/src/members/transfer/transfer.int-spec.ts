import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupContract } from '@gongxiang/contracts/membership/members/group.contract';
import { correctionContract } from '@gongxiang/contracts/membership/members/correction.contract';
import { memberContract, type MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import {
  transferContract as contract,
  type TransferView,
} from '@gongxiang/contracts/membership/members/transfer.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import {
  noticesTo,
  plantPassword,
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** Officers of the old union, of the new one, and of the one above both. */
let old: Actor;
let fresh: Actor;
let above: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
  trees = await plantUnions(membership);
  old = await officerOf(trees.left);
  fresh = await officerOf(trees.right);
  above = await officerOf(trees.root);
});

afterAll(() => membership.stop());

async function officerOf({ id, path }: UnionRow): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

interface Member extends MemberView {
  readonly number: string;
  readonly self: Actor;
}

async function newMember(): Promise<Member> {
  next += 1;
  const number = residentNumber(next);
  const { id: unionId, path: unionPath } = trees.left;
  const request = { unionId, name: '张小三', residentNumber: number, phone: `1390000${1000 + next}` };
  const view = await membership.ask(memberContract.create, request, old);
  await plantPassword(membership, view.personId);
  return { ...view, number, self: actorWith({ personId: view.personId, unionId, unionPath }) };
}

const ask = ({ self }: Member) => membership.ask(contract.create, { toUnionId: trees.right.id }, self);
const askFor = (name: string, number: string) =>
  membership.ask(contract.create, { toUnionId: trees.right.id, name, residentNumber: number }, fresh);
const agree = ({ id }: TransferView, by: Actor) => membership.ask(contract.agree, { transferId: id }, by);
const get = ({ id }: TransferView, by: Actor) => membership.ask(contract.get, { transferId: id }, by);
const object = ({ id }: TransferView, by: Actor) =>
  membership.ask(contract.object, { transferId: id, reason: '劳动关系仍在我单位' }, by);
const decide = ({ id }: TransferView, goesOn: boolean, by = above) =>
  membership.ask(contract.decide, { transferId: id, goesOn, reason: '经核实' }, by);

const awaits = ({ id }: { readonly id: string }, ...kinds: readonly string[]) =>
  untilAwaits(membership, 'membership', id, kinds);

async function membershipsOf({ personId }: Member): Promise<object[]> {
  return membership.dataSource.query(
    `SELECT m.union_id = $2 AS "isOld", m.state, m.ended_reason AS "endedReason", m.valid_to::text AS "validTo",
       m.valid_from::text AS "validFrom"
     FROM union_membership m WHERE m.person_id = $1 ORDER BY m.id`,
    [personId, trees.left.id],
  );
}

describe('a transfer that a person asks for', () => {
  it('E104: is done once all have agreed: the old membership ends and the new one begins on the same day', async () => {
    const member = await newMember();
    await plantSession(membership, member.personId);
    const asked = await ask(member);
    expect(asked).toMatchObject({
      state: 'asked',
      personAgreed: true,
      newUnionAgreed: false,
      acts: ['withdraw'],
    });
    expect(await get(asked, fresh)).toMatchObject({ personName: '张小三', acts: ['agree', 'refuse'] });
    expect((await get(asked, old)).acts).toEqual(['agree', 'object']);
    expect((await agree(asked, fresh)).state).toBe('asked');
    expect(await agree(asked, old)).toMatchObject({ state: 'done', acts: [] });
    expect(await membershipsOf(member)).toEqual([
      {
        isOld: true,
        state: 'ended',
        endedReason: 'transferred',
        validFrom: '2026-11-20',
        validTo: '2026-11-20',
      },
      { isOld: false, state: 'active', endedReason: null, validFrom: '2026-11-20', validTo: null },
    ]);
    const [sessions]: { open: number }[] = await membership.dataSource.query(
      'SELECT count(*)::int AS open FROM sign_in_session WHERE person_id = $1 AND revoked_at IS NULL',
      [member.personId],
    );
    expect(sessions?.open).toBe(1);
    const told = (await membership.recorded(membershipEvents.memberChanged)).filter(
      ({ personId }) => personId === member.personId,
    );
    expect(told.map(({ version, unionId }) => [version, unionId])).toEqual([
      [1, trees.left.id],
      [2, trees.right.id],
    ]);
  });

  it('leaves the groups of the old union with it, and leads none of them any more', async () => {
    const member = await newMember();
    const group = { unionId: trees.left.id, name: '装配一班', leaderId: member.personId };
    const { id: groupId } = await membership.ask(groupContract.create, group, old);
    await membership.ask(groupContract.addMember, { groupId, personId: member.personId }, old);
    const asked = await ask(member);
    await agree(asked, fresh);
    await agree(asked, old);
    expect(await membership.ask(groupContract.get, { groupId }, old)).toMatchObject({ leaderId: null });
    expect((await membership.ask(groupContract.listMembers, { groupId }, old)).items).toEqual([]);
    const told = (await membership.recorded(membershipEvents.groupMemberChanged)).filter(
      ({ personId }) => personId === member.personId,
    );
    expect(told.at(-1)).toMatchObject({ groupId, validTo: '2026-11-20' });
  });

  it('stays readable to the person and to both unions, and to nobody else', async () => {
    const member = await newMember();
    const asked = await ask(member);
    await agree(asked, fresh);
    await agree(asked, old);
    for (const actor of [member.self, old, fresh, above])
      expect(await get(asked, actor)).toMatchObject({ state: 'done', fromUnionName: trees.left.name });
    await expect(get(asked, (await newMember()).self)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const former = await membership.ask(memberContract.get, { memberId: member.id }, old);
    expect(former).toMatchObject({ state: 'ended', endedReason: 'transferred' });
  });

  it('needs no act of the old union: after a week its silence is consent', async () => {
    const begin = membership.clock.now();
    const member = await newMember();
    const asked = await ask(member);
    await agree(asked, fresh);
    membership.clock.advance(7 * dayMs - 60_000);
    expect((await get(asked, member.self)).state).toBe('asked');
    membership.clock.advance(60_000);
    await eventually(async () => expect((await get(asked, member.self)).state).toBe('done'));
    membership.clock.set(begin);
  });

  it('lapses after 30 days if the new union does not answer', async () => {
    const begin = membership.clock.now();
    const asked = await ask(await newMember());
    membership.clock.advance(7 * dayMs);
    await eventually(async () => {
      const [row]: { due: Date }[] = await membership.dataSource.query(
        `SELECT due_at AS due FROM due WHERE kind = 'membership-transfer' AND key = $1`,
        [asked.id],
      );
      expect(row?.due.toISOString()).toBe(asked.lapsesAt);
    });
    membership.clock.advance(23 * dayMs);
    await eventually(async () => expect((await get(asked, fresh)).state).toBe('lapsed'));
    membership.clock.set(begin);
  });

  it('is refused by the new union with a reason, or withdrawn, and then another can be asked for', async () => {
    const member = await newMember();
    const first = await ask(member);
    await expect(ask(member)).rejects.toMatchObject({ code: 'TRANSFER_UNDER_WAY' });
    await membership.ask(contract.refuse, { transferId: first.id, reason: '劳动合同尚未签订' }, fresh);
    expect(await get(first, member.self)).toMatchObject({ state: 'refused', reason: '劳动合同尚未签订' });
    const second = await ask(member);
    await membership.ask(contract.withdraw, { transferId: second.id }, member.self);
    await expect(agree(second, fresh)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const home = membership.ask(contract.create, { toUnionId: trees.left.id }, member.self);
    await expect(home).rejects.toMatchObject({ code: 'TRANSFER_SAME_UNION' });
  });

  it('takes what waits about the record along to the new union', async () => {
    const member = await newMember();
    const request = { memberId: member.id, residentNumber: residentNumber(901) };
    const correction = await membership.ask(correctionContract.create, request, old);
    await awaits(correction, 'correctionAsked');
    const asked = await ask(member);
    await agree(asked, fresh);
    await agree(asked, old);
    await eventually(async () => {
      const [awaited] = await awaits(correction, 'correctionAsked');
      expect(awaited?.offices?.unionIds).toEqual([trees.right.id]);
    });
    const seen = await membership.ask(correctionContract.get, { correctionId: correction.id }, fresh);
    expect(seen).toMatchObject({ unionId: trees.right.id, waitsForMe: true });
  });
});

describe('an objection of the old union', () => {
  it('is decided above both, and then the others’ agreement is enough', async () => {
    const member = await newMember();
    const asked = await ask(member);
    expect(await object(asked, old)).toMatchObject({ state: 'disputed', objection: '劳动关系仍在我单位' });
    await expect(decide(asked, true, fresh)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await decide(asked, true)).toMatchObject({ state: 'asked', oldUnionAgreed: true });
    expect((await agree(asked, fresh)).state).toBe('done');
  });

  it('may stand, which ends the transfer', async () => {
    const member = await newMember();
    const asked = await ask(member);
    await object(asked, old);
    expect(await decide(asked, false)).toMatchObject({ state: 'refused', reason: '经核实' });
    expect(await membershipsOf(member)).toMatchObject([{ isOld: true, state: 'imported', validTo: null }]);
  });

  it('comes too late after a week', async () => {
    const begin = membership.clock.now();
    const asked = await ask(await newMember());
    membership.clock.advance(7 * dayMs);
    await expect(object(asked, old)).rejects.toMatchObject({ code: 'TRANSFER_OBJECTION_LATE' });
    membership.clock.set(begin);
  });
});

describe('a transfer that the new union asks for', () => {
  const shape = ({ id: _id, askedAt: _at, objectUntil: _until, lapsesAt: _lapses, ...view }: TransferView) =>
    view;

  it('answers the same whether or not there is such a person, also later, until they have agreed', async () => {
    const member = await newMember();
    const real = await askFor('张小三', member.number);
    const wrongName = await askFor('张小三', residentNumber(902));
    const again = await askFor('张小三', member.number);
    expect([shape(wrongName), shape(again)]).toEqual([shape(real), shape(real)]);
    await membership.ask(contract.refuse, { transferId: real.id, reason: '不愿意' }, member.self);
    expect(shape(await get(real, fresh))).toEqual(shape(wrongName));
    const ids = async (state: TransferView['state']): Promise<string[]> =>
      (await membership.ask(contract.list, { state }, fresh)).items.map(({ id }) => id);
    expect(await ids('asked')).toEqual(expect.arrayContaining([real.id, wrongName.id]));
    expect(await ids('refused')).not.toContain(real.id);
    expect(await get(real, old)).toMatchObject({ state: 'refused', reason: '不愿意' });
  });

  it('is seen by the person and the old union at once, and done when the person agrees', async () => {
    const member = await newMember();
    const asked = await askFor('张小三', member.number);
    expect(await get(asked, member.self)).toMatchObject({ acts: ['agree', 'refuse'], newUnionAgreed: true });
    expect((await get(asked, old)).acts).toEqual(['agree', 'object']);
    await agree(asked, old);
    expect((await agree(asked, member.self)).state).toBe('done');
    expect(await get(asked, fresh)).toMatchObject({ state: 'done', fromUnionName: trees.left.name });
  });

  it('is asked for by officers of that union only', async () => {
    const request = { toUnionId: trees.right.id, name: '张小三', residentNumber: residentNumber(903) };
    await expect(membership.ask(contract.create, request, old)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});

it('is asked for by the old union, and then needs the person and the new union', async () => {
  const member = await newMember();
  const request = { memberId: member.id, toUnionId: trees.right.id };
  const asked = await membership.ask(contract.create, request, old);
  // The new union learns the whole name once the person has agreed.
  expect(await get(asked, fresh)).toMatchObject({ personName: '张**', acts: ['agree', 'refuse'] });
  await agree(asked, member.self);
  expect((await agree(asked, fresh)).state).toBe('done');
});

describe('whom a transfer waits for', () => {
  const officerAt = (union: UnionRow, ...exceptIds: readonly string[]) => ({
    roles: ['officer'],
    unionIds: [union.id],
    isNearest: true,
    exceptIds,
  });

  it('is each union that has not answered, and the one above both after an objection', async () => {
    const member = await newMember();
    const asked = await ask(member);
    const [byFresh, byOld] = await awaits(asked, 'transferAsked', 'transferLeaving');
    expect(byFresh).toMatchObject({
      offices: officerAt(trees.right, member.personId),
      values: { side: 'newUnion', partyName: trees.right.name, at: asked.lapsesAt },
      dueAt: asked.lapsesAt,
    });
    expect(byOld).toMatchObject({
      offices: officerAt(trees.left, member.personId),
      dueAt: asked.objectUntil,
    });
    await agree(asked, fresh);
    await awaits(asked, 'transferLeaving');
    await object(asked, old);
    const [disputed] = await awaits(asked, 'transferDisputed');
    expect(disputed?.offices).toEqual(officerAt(trees.root, member.personId, old.personId));
    await decide(asked, false);
    await awaits(asked);
  });

  it('is not the old union any more after a week, and nobody once it has lapsed', async () => {
    const begin = membership.clock.now();
    const asked = await ask(await newMember());
    await awaits(asked, 'transferAsked', 'transferLeaving');
    membership.clock.advance(7 * dayMs);
    await awaits(asked, 'transferAsked');
    membership.clock.advance(23 * dayMs);
    await awaits(asked);
    membership.clock.set(begin);
  });

  it('is the person and the old union where the new one asks, and nobody where there is no such person', async () => {
    const member = await newMember();
    const asked = await askFor('张小三', member.number);
    const nobody = await askFor('张小三', residentNumber(903));
    const [byPerson] = await awaits(asked, 'transferAsked', 'transferLeaving');
    expect(byPerson).toMatchObject({
      personIds: [member.personId],
      offices: null,
      why: 'aboutYou',
      values: { side: 'person' },
    });
    await agree(asked, old);
    await awaits(asked, 'transferAsked');
    await membership.ask(contract.withdraw, { transferId: asked.id }, fresh);
    await awaits(asked);
    await awaits(nobody);
  });
});

describe('the offices of somebody who moves', () => {
  it('end at the old union', async () => {
    const member = await newMember();
    await plantRole(membership, { personId: member.personId, unionId: trees.left.id, role: 'organiser' });
    const asked = await ask(member);
    await agree(asked, fresh);
    await agree(asked, old);
    const [roles]: { held: number }[] = await membership.dataSource.query(
      'SELECT count(*)::int AS held FROM role_grant WHERE person_id = $1 AND revoked_at IS NULL',
      [member.personId],
    );
    expect(roles?.held).toBe(0);
  });

  it('E101: keep them as long as they are the only officer of a union, also against the clock', async () => {
    const begin = membership.clock.now();
    const member = await newMember();
    const branch = { ...trees.left, id: newId(), parentId: trees.left.id, path: '1.1.9.', name: '分会' };
    await membership.dataSource.query(
      `INSERT INTO labour_union (id, version, parent_id, path, next_child, name, active, created_at)
       VALUES ($1, 1, $2, '1.1.9.', 1, '分会', true, now())`,
      [branch.id, branch.parentId],
    );
    await plantRole(membership, { personId: member.personId, unionId: branch.id, role: 'officer' });
    const asked = await ask(member);
    await agree(asked, fresh);
    await expect(agree(asked, old)).rejects.toMatchObject({ code: 'ROLE_NEEDS_SUCCESSOR' });
    membership.clock.advance(8 * dayMs);
    await eventually(async () => expect((await get(asked, member.self)).needsSuccessor).toBe(true));
    const [awaited] = await awaits(asked, 'transferHeldUp');
    expect(awaited).toMatchObject({ personIds: [member.personId], why: 'aboutYou' });
    await plantRole(membership, {
      personId: await plantPerson(membership),
      unionId: branch.id,
      role: 'officer',
    });
    membership.clock.advance(dayMs);
    await eventually(async () => expect((await get(asked, member.self)).state).toBe('done'));
    membership.clock.set(begin);
  });
});

it('E104: leaves nobody with two memberships, whoever moves and admits them at once', async () => {
  const members = await Promise.all(Array.from({ length: 6 }, () => newMember()));
  const asked = await Promise.all(members.map((member) => ask(member)));
  await Promise.all(asked.map((one) => agree(one, fresh)));
  const admit = ({ number }: Member) =>
    membership.ask(
      memberContract.create,
      { unionId: trees.right.id, name: '张小三', residentNumber: number },
      fresh,
    );
  const end = ({ id }: Member) => membership.ask(memberContract.end, { memberId: id, reason: 'left' }, old);
  const outcomes = await Promise.allSettled(
    members.flatMap((member, index) => {
      const one = asked[index] as TransferView;
      return [agree(one, old), admit(member), end(member), agree(one, above)];
    }),
  );
  // Each person has moved or left: by one of the acts at least.
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(6);
  const rows: { open: number; broken: number }[] = await membership.dataSource.query(
    `SELECT count(*) FILTER (WHERE m.state <> 'ended')::int AS open,
       count(*) FILTER (WHERE t.state = 'done' AND m.ended_reason = 'left' AND m.union_id = t.from_union_id)::int AS broken
     FROM union_membership m JOIN membership_transfer t ON t.person_id = m.person_id
     WHERE m.person_id = ANY($1) GROUP BY m.person_id`,
    [members.map(({ personId }) => personId)],
  );
  for (const { open, broken } of rows) {
    expect(open).toBeLessThanOrEqual(1);
    expect(broken).toBe(0);
  }
});

describe('what has come of a transfer', () => {
  const outcomesTo = async (personId: string, { id }: TransferView) =>
    (await noticesTo(membership, personId, 'transferEnded'))
      .filter(({ about }) => about['transferId'] === id)
      .map(({ values }) => [values['side'], values['outcome'], values['partyName']]);
  const movesOf = ({ personId }: Member) => noticesTo(membership, personId, 'membershipMoved');

  it('is told once to who has moved and to the officer who has admitted them', async () => {
    const member = await newMember();
    const asked = await ask(member);
    await agree(asked, fresh);
    expect(await outcomesTo(fresh.personId, asked)).toEqual([]);
    expect(await movesOf(member)).toEqual([]);
    await agree(asked, old);
    expect(await movesOf(member)).toMatchObject([
      { title: trees.right.name, values: { partyName: trees.right.name }, personIds: [member.personId] },
    ]);
    expect(await outcomesTo(member.personId, asked)).toEqual([]);
    expect(await outcomesTo(fresh.personId, asked)).toEqual([['office', 'done', trees.right.name]]);
    expect(await outcomesTo(old.personId, asked)).toEqual([]);
  });

  it('is told to the person where it was refused or has lapsed, and not where they took it back', async () => {
    const [refused, silent, withdrawn] = [await newMember(), await newMember(), await newMember()];
    const first = await ask(refused);
    await membership.ask(contract.refuse, { transferId: first.id, reason: '未在本单位就业' }, fresh);
    expect(await outcomesTo(refused.personId, first)).toEqual([['person', 'refused', trees.right.name]]);
    expect(await outcomesTo(fresh.personId, first)).toEqual([]);
    const second = await ask(silent);
    const third = await ask(withdrawn);
    await membership.ask(contract.withdraw, { transferId: third.id }, withdrawn.self);
    membership.clock.advance(31 * dayMs);
    await eventually(async () =>
      expect(await outcomesTo(silent.personId, second)).toEqual([['person', 'lapsed', trees.right.name]]),
    );
    expect(await outcomesTo(withdrawn.personId, third)).toEqual([]);
    expect([...(await movesOf(refused)), ...(await movesOf(silent))]).toEqual([]);
  });
});
