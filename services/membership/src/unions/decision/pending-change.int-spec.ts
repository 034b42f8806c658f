import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { enterpriseContract } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import {
  type PendingChangeView,
  pendingChangeContract,
  pendingChangesMax,
} from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { roleContract, type RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import { type Actor, type RoleName } from '@gongxiang/domain';
import { actorWith, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import {
  plantPerson,
  plantRole,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
/** The only officer of `left`; those of the root; and one elsewhere. */
let alone: Actor;
let above: Actor;
let second: Actor;
let stranger: Actor;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  above = await officerOf(trees.root);
  second = await officerOf(trees.root);
  alone = await officerOf(trees.left);
  stranger = await officerOf(trees.right);
});

afterAll(() => membership.stop());

async function officerOf(union: UnionRow, role: RoleName = 'officer'): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: union.id, role });
  return actorWith({
    personId,
    unionId: union.id,
    unionPath: union.path,
    roles: [[role, union.id, union.path]],
  });
}

async function unionBelow(name: string): Promise<UnionRow> {
  const { id } = await membership.ask(unionContract.create, { parentId: trees.left.id, name }, alone);
  return membership.dataSource.manager
    .query('SELECT * FROM labour_union WHERE id = $1', [id])
    .then(([row]: [UnionRow]) => row);
}

async function admitted(by: Actor, unionId = trees.left.id): Promise<string> {
  numbers += 1;
  const request = { unionId, name: '傀儡甲', residentNumber: residentNumber(numbers) };
  return (await membership.ask(memberContract.create, request, by)).personId;
}

const grant = (
  by: Actor,
  personId: string,
  role: RoleName,
  unionId = trees.left.id,
): Promise<RoleGrantView> => membership.ask(roleContract.grant, { unionId, personId, role }, by);

const confirm = (by: Actor | null, pendingChangeId: string): Promise<PendingChangeView> =>
  membership.ask(pendingChangeContract.confirm, { pendingChangeId }, by);

const refuse = (by: Actor | null, pendingChangeId: string): Promise<PendingChangeView> =>
  membership.ask(pendingChangeContract.refuse, { pendingChangeId, reason: '身份未核实' }, by);

const withdraw = (by: Actor | null, pendingChangeId: string): Promise<PendingChangeView> =>
  membership.ask(pendingChangeContract.withdraw, { pendingChangeId }, by);

const get = (by: Actor | null, pendingChangeId: string): Promise<PendingChangeView> =>
  membership.ask(pendingChangeContract.get, { pendingChangeId }, by);

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'allowed',
    (error: { readonly code: string }) => error.code,
  );

async function rolesOf(personId: string): Promise<RoleName[]> {
  const rows: { role: RoleName }[] = await membership.dataSource.query(
    'SELECT role FROM role_grant WHERE person_id = $1 AND revoked_at IS NULL ORDER BY role',
    [personId],
  );
  return rows.map(({ role }) => role);
}

describe('the two hands over money', () => {
  it('are not both held by the only officer of a union, alone or by somebody whom that officer made up', async () => {
    const puppet = await admitted(alone);
    const proposals = [
      await grant(alone, alone.personId, 'finance'),
      await grant(alone, alone.personId, 'approver'),
      await grant(alone, puppet, 'approver'),
      // With whom they could confirm, or be the second officer.
      await grant(alone, puppet, 'officer'),
    ];
    expect(proposals.map(({ standing }) => standing)).toEqual(Array(4).fill('proposed'));
    expect([await rolesOf(alone.personId), await rolesOf(puppet)]).toEqual([['officer'], []]);
    const asPuppet = actorWith({ personId: puppet, unionId: trees.left.id, unionPath: trees.left.path });
    for (const { id } of proposals) {
      expect(await codeOf(confirm(alone, id))).toBe('SAME_PERSON');
      expect(await codeOf(confirm(asPuppet, id))).not.toBe('allowed');
      expect(await codeOf(confirm(stranger, id))).toBe('NOT_FOUND');
    }
    expect(await rolesOf(puppet)).toEqual([]);
  });

  it('are given when somebody of the union above confirms it, and everybody who must know is told', async () => {
    const person = await plantPerson(membership);
    const hints: string[] = [];
    for (const { personId } of [alone, above, { personId: person }])
      membership.nats.subscribe(`push.${personId}`, {
        callback: (_error, message) =>
          void hints.push(`${personId} ${message.json<{ version: number }>().version}`),
      });
    await membership.nats.flush();
    const { id, standing, grantedBy } = await grant(alone, person, 'finance');
    expect([standing, grantedBy]).toEqual(['proposed', alone.personId]);
    const again = await membership.send(
      roleContract.grant,
      { unionId: trees.left.id, personId: person, role: 'finance' },
      alone,
    );
    expect([again.existing, again.body.id]).toEqual([true, id]);
    const confirmed = await confirm(above, id);
    expect(confirmed).toMatchObject({
      state: 'offered',
      subjectName: '张*',
      role: 'finance',
      reason: null,
      waitsForMe: false,
    });
    expect(await rolesOf(person)).toEqual([]);
    expect(await codeOf(confirm(above, id))).toBe('NOT_PERMITTED');
    expect(await confirm(actorWith({ personId: person }), id)).toMatchObject({ state: 'confirmed' });
    expect(await rolesOf(person)).toEqual(['finance']);
    const states = await membership.recorded(membershipEvents.roleChanged);
    expect(states.filter(({ personId }) => personId === person)).toMatchObject([
      { role: 'finance', version: 1 },
    ]);
    expect(await codeOf(confirm(second, id))).toBe('ILLEGAL_TRANSITION');
    await membership.nats.flush();
    expect(hints).toEqual(
      expect.arrayContaining([
        `${above.personId} 1`,
        `${alone.personId} 2`,
        `${person} 2`,
        `${alone.personId} 3`,
      ]),
    );
  });

  it('are given at once where two are officers, but not to whom the granter has just taken in', async () => {
    const union = await unionBelow('两名干部的工会');
    const [one] = [await officerOf(union), await officerOf(union)];
    expect((await grant(one, one.personId, 'finance', union.id)).standing).toBe('held');
    const member = await admitted(one, union.id);
    expect((await grant(one, member, 'approver', union.id)).standing).toBe('proposed');
    expect((await grant(one, member, 'organiser', union.id)).standing).toBe('offered');
    // Granted by another officer, who did not admit them.
    expect((await grant(alone, member, 'finance', union.id)).standing).toBe('offered');
    membership.clock.advance(31 * 86_400_000);
    const later = await grant(one, member, 'officer', union.id);
    expect(later.standing).toBe('offered');
  });

  it('are given at once from above, though not to oneself where one is the only officer there', async () => {
    const union = await unionBelow('下级工会');
    expect((await grant(alone, await plantPerson(membership), 'approver', union.id)).standing).toBe(
      'offered',
    );
    expect((await grant(alone, alone.personId, 'finance', union.id)).standing).toBe('proposed');
    const own = await grant(alone, alone.personId, 'approver', union.id);
    // Neither of them can confirm their own proposal.
    expect(await codeOf(confirm(alone, own.id))).toBe('SAME_PERSON');
    expect((await confirm(above, own.id)).state).toBe('confirmed');
  });

  it('of the root are confirmed by a second officer, whom its first one may appoint once', async () => {
    const member = await admitted(above, trees.root.id);
    const proposed = await grant(above, member, 'approver', trees.root.id);
    expect(proposed.standing).toBe('proposed');
    expect(await codeOf(confirm(above, proposed.id))).toBe('SAME_PERSON');
    expect((await confirm(second, proposed.id)).state).toBe('offered');
    const another = await grant(above, await admitted(above, trees.root.id), 'officer', trees.root.id);
    expect(another.standing).toBe('proposed');
  });

  it('are refused with a reason, which the proposer reads, or taken back by the proposer alone', async () => {
    const person = await plantPerson(membership);
    const first = await grant(alone, person, 'approver');
    expect(await codeOf(withdraw(above, first.id))).toBe('NOT_PERMITTED');
    expect(await codeOf(refuse(alone, first.id))).toBe('SAME_PERSON');
    expect(await refuse(above, first.id)).toMatchObject({ state: 'refused', reason: '身份未核实' });
    expect((await get(alone, first.id)).reason).toBe('身份未核实');
    const [row] = await membership.dataSource.query('SELECT reason FROM pending_change WHERE id = $1', [
      first.id,
    ]);
    expect(row.reason).not.toContain('身份');
    const next = await grant(alone, person, 'approver');
    expect(next.id).not.toBe(first.id);
    expect((await withdraw(alone, next.id)).state).toBe('withdrawn');
    expect(await codeOf(confirm(above, next.id))).toBe('ILLEGAL_TRANSITION');
    expect(await rolesOf(person)).toEqual([]);
  });

  it('are given to nobody who has left before it was confirmed', async () => {
    numbers += 1;
    const request = { unionId: trees.left.id, name: '离会者', residentNumber: residentNumber(numbers) };
    const member = await membership.ask(memberContract.create, request, alone);
    const { id } = await grant(alone, member.personId, 'finance');
    await membership.ask(memberContract.end, { memberId: member.id }, alone);
    expect((await get(alone, id)).state).toBe('withdrawn');
    expect(await codeOf(confirm(above, id))).toBe('ILLEGAL_TRANSITION');
  });

  it('are given once, also when two confirm at once', async () => {
    const person = await plantPerson(membership);
    const { id } = await grant(alone, person, 'finance');
    const outcomes = await Promise.all([above, second].map((by) => codeOf(confirm(by, id))));
    expect(outcomes.filter((code) => code === 'allowed')).toHaveLength(1);
    expect((await get(alone, id)).state).toBe('offered');
    const himself = actorWith({ personId: person });
    const taken = await Promise.all([himself, himself].map((by) => codeOf(confirm(by, id))));
    // The second request finds the change decided, under its lock or already before.
    expect(['ILLEGAL_TRANSITION,allowed', 'SAME_PERSON,allowed']).toContain(taken.sort().join());
    expect(await rolesOf(person)).toEqual(['finance']);
  });
});

describe('an office', () => {
  const offerTo = async (role: RoleName = 'organiser'): Promise<{ id: string; person: Actor }> => {
    const personId = await plantPerson(membership);
    const { id, standing } = await grant(above, personId, role);
    expect(standing).toBe('offered');
    return { id, person: actorWith({ personId }) };
  };

  it('is not forced on anybody: it is held by nobody before its person accepts it', async () => {
    const { id, person } = await offerTo();
    expect(await rolesOf(person.personId)).toEqual([]);
    expect(await membership.recorded(membershipEvents.roleChanged)).not.toContainEqual(
      expect.objectContaining({ personId: person.personId }),
    );
    for (const other of [above, second, alone])
      expect(await codeOf(confirm(other, id))).toBe('NOT_PERMITTED');
    expect(await codeOf(confirm(stranger, id))).toBe('NOT_FOUND');
    expect(await codeOf(confirm(null, id))).toBe('NOT_SIGNED_IN');
    const { items } = await membership.ask(pendingChangeContract.list, { waitingForMe: true }, person);
    expect(items).toMatchObject([{ id, state: 'offered', waitsForMe: true }]);
    expect(await confirm(person, id)).toMatchObject({ state: 'confirmed', waitsForMe: false });
    expect(await rolesOf(person.personId)).toEqual(['organiser']);
    expect(await codeOf(confirm(person, id))).toBe('SAME_PERSON');
  });

  it('is declined with a reason, and can be offered again', async () => {
    const { id, person } = await offerTo();
    expect(await refuse(person, id)).toMatchObject({ state: 'refused' });
    expect((await get(above, id)).reason).toBe('身份未核实');
    const again = await grant(above, person.personId, 'organiser');
    expect(again.id).not.toBe(id);
    expect((await withdraw(above, again.id)).state).toBe('withdrawn');
    expect(await codeOf(confirm(person, again.id))).not.toBe('allowed');
    expect(await rolesOf(person.personId)).toEqual([]);
  });

  it('is worth nothing once whoever offered it has left the office from which it came', async () => {
    const union = await unionBelow('换届的工会');
    const leaving = await officerOf(union);
    const personId = await plantPerson(membership);
    const { id } = await grant(leaving, personId, 'organiser', union.id);
    await membership.dataSource.query('UPDATE role_grant SET revoked_at = now() WHERE person_id = $1', [
      leaving.personId,
    ]);
    expect(await codeOf(confirm(actorWith({ personId }), id))).toBe('ROLE_OFFER_LAPSED');
    expect(await rolesOf(personId)).toEqual([]);
  });

  it('that is offered already is offered once, and those that nobody answers are bounded', async () => {
    const union = await unionBelow('到处任命的工会');
    const busy = await officerOf(union);
    const offer = async (personId: string) => grant(busy, personId, 'organiser', union.id);
    const personId = await plantPerson(membership);
    const first = await offer(personId);
    expect((await offer(personId)).id).toBe(first.id);
    for (let n = 1; n < pendingChangesMax; n += 1) await offer(await plantPerson(membership));
    expect(await codeOf(offer(await plantPerson(membership)))).toBe('PENDING_CHANGES_TOO_MANY');
  });
});

describe('what waits', () => {
  it('is listed for both unions, for whom it waits, for its proposer and for its person', async () => {
    const person = await plantPerson(membership);
    const { id } = await grant(alone, person, 'approver');
    const asPerson = actorWith({ personId: person });
    const listed = async (by: Actor, request: object): Promise<boolean> => {
      const { items } = await membership.ask(pendingChangeContract.list, request, by);
      return items.some((one) => one.id === id);
    };
    expect(await listed(alone, {})).toBe(true);
    expect(await listed(alone, { mine: true, state: 'waiting' })).toBe(true);
    expect(await listed(alone, { waitingForMe: true })).toBe(false);
    expect(await listed(above, { unionId: trees.left.id })).toBe(true);
    expect(await listed(above, { waitingForMe: true })).toBe(true);
    expect(await listed(above, { mine: true })).toBe(false);
    expect(await listed(stranger, {})).toBe(false);
    expect(await listed(asPerson, { mine: true })).toBe(true);
    expect([(await get(above, id)).waitsForMe, (await get(asPerson, id)).waitsForMe]).toEqual([true, false]);
    expect(await codeOf(get(stranger, id))).toBe('NOT_FOUND');
    expect(await codeOf(get(null, id))).toBe('NOT_SIGNED_IN');
    const plain = actorWith({ unionId: trees.left.id, unionPath: trees.left.path });
    expect(await codeOf(membership.ask(pendingChangeContract.list, {}, plain))).toBe('NOT_PERMITTED');
    const open = { unionId: trees.left.id, open: true };
    expect(await listed(alone, open)).toBe(true);
    await confirm(above, id);
    expect([await listed(alone, open), await listed(alone, { ...open, state: 'waiting' })]).toEqual([
      true,
      false,
    ]);
    await confirm(asPerson, id);
    expect(await listed(alone, open)).toBe(false);
  });

  it(`is at most ${pendingChangesMax} of one person`, async () => {
    const busy = await officerOf(await unionBelow('很忙的工会'));
    const unionId = busy.unionId ?? '';
    for (let n = 0; n < pendingChangesMax; n += 1)
      await grant(busy, await plantPerson(membership), 'finance', unionId);
    expect(await codeOf(grant(busy, await plantPerson(membership), 'finance', unionId))).toBe(
      'PENDING_CHANGES_TOO_MANY',
    );
  });
});

describe('what a union says of itself', () => {
  const change = (by: Actor, unionId: string, request: object, ifMatch = 1) =>
    membership.ask(unionContract.change, { unionId, ...request }, by, { ifMatch });

  it('is its name and tier once the union above has confirmed them; its place holds at once', async () => {
    const union = await unionBelow('小厂工会');
    const own = await officerOf(union);
    const place = { longitude: 114.3, latitude: 30.5, address: null };
    const request = { name: '江城市总工会', tier: 'city' as const, place };
    const changed = await change(own, union.id, request);
    expect(changed).toMatchObject({ name: '小厂工会', tier: null, place, version: 2 });
    const id = changed.pendingChangeId ?? '';
    expect(await get(own, id)).toMatchObject({
      kind: 'union',
      changes: [
        { field: 'name', before: '小厂工会', after: '江城市总工会' },
        { field: 'tier', before: null, after: 'city' },
      ],
    });
    expect(await codeOf(change(own, union.id, { tier: 'park' }, 2))).toBe('PENDING_CHANGE_THERE');
    expect(await codeOf(confirm(own, id))).toBe('SAME_PERSON');
    await confirm(alone, id);
    expect(await membership.ask(unionContract.get, { unionId: union.id }, own)).toMatchObject({
      name: '江城市总工会',
      tier: 'city',
      version: 3,
      pendingChangeId: null,
    });
    expect(await change(alone, union.id, { name: '小厂工会' }, 3)).toMatchObject({ name: '小厂工会' });
  });

  it('is refused where the name has been taken meanwhile', async () => {
    const union = await unionBelow('改名工会');
    const own = await officerOf(union);
    const { pendingChangeId } = await change(own, union.id, { name: '抢手工会' });
    await unionBelow('抢手工会');
    expect(await codeOf(confirm(alone, pendingChangeId ?? ''))).toBe('UNION_NAME_TAKEN');
    expect((await refuse(alone, pendingChangeId ?? '')).state).toBe('refused');
  });

  it('of the root waits for its second officer; an operator changes it at once', async () => {
    const name = '江城工会联合体';
    const asked = await change(above, trees.root.id, { name });
    expect(asked.name).toBe('工会联合体');
    await refuse(second, asked.pendingChangeId ?? '');
    const operator = await officerOf(trees.root, 'operator');
    expect(await change(operator, trees.root.id, { name })).toMatchObject({ name });
  });

  it('E105 E106: is its code once another officer above has confirmed it, whoever proposed it', async () => {
    const union = await unionBelow('没有代码的工会');
    const own = await officerOf(union);
    const uscc = '81420106MC00000017';
    expect(await codeOf(change(own, union.id, { uscc: '91350100M000100Y43' }))).toBe('USCC_NOT_A_UNION');
    expect(await codeOf(change(own, union.id, { uscc: '8142' }))).toBe('USCC_FORMAT');
    const asked = await change(alone, union.id, { name: '有代码的工会', uscc });
    expect(asked).toMatchObject({ name: '有代码的工会', uscc: null, version: 2 });
    const id = asked.pendingChangeId ?? '';
    expect(await get(above, id)).toMatchObject({
      changes: [{ field: 'uscc', before: null, after: uscc }],
      waitsForMe: true,
    });
    expect(await codeOf(confirm(own, id))).not.toBe('allowed');
    expect(await codeOf(confirm(alone, id))).toBe('SAME_PERSON');
    await confirm(above, id);
    expect(await membership.ask(unionContract.get, { unionId: union.id }, own)).toMatchObject({
      uscc,
      usccCheck: 'reviewed',
      version: 3,
    });
    const corrected = await change(own, union.id, { uscc: '81420106MC0000001X' }, 3);
    await confirm(alone, corrected.pendingChangeId ?? '');
    const { uscc: code, usccCheck } = await membership.ask(unionContract.get, { unionId: union.id }, own);
    expect([code, usccCheck]).toEqual(['81420106MC0000001X', 'passed']);
    const [state] = (await membership.recorded(membershipEvents.unionChanged))
      .filter((one) => one.id === union.id)
      .slice(-1);
    expect(state).toMatchObject({ uscc: '81420106MC0000001X', version: 4 });
  });

  it('has no code of another union, also where both were proposed before either was confirmed', async () => {
    const uscc = '81420106MC00000021';
    const [one, two] = [await unionBelow('代码甲'), await unionBelow('代码乙')];
    const asked = [await change(alone, one.id, { uscc }), await change(alone, two.id, { uscc })];
    const ids = asked.map(({ pendingChangeId }) => pendingChangeId ?? '');
    const answers = await Promise.all(ids.map((id) => codeOf(confirm(above, id))));
    expect(answers.sort()).toEqual(['USCC_TAKEN', 'allowed']);
    const three = await unionBelow('代码丙');
    await expect(change(alone, three.id, { uscc })).rejects.toMatchObject({
      code: 'USCC_TAKEN',
      errors: [{ pointer: '/uscc' }],
    });
  });
});

describe('the size class of an enterprise', () => {
  it('is another once the union above has confirmed it; figures within the class hold at once', async () => {
    const figures = { sector: 'industry' as const, employees: 5_000, revenueWan: 90_000 };
    const request = {
      name: '江城重工',
      uscc: '91350100M000100Y43',
      ...figures,
      keeperUnionId: trees.left.id,
    };
    const { id: enterpriseId } = await membership.ask(enterpriseContract.create, request, alone);
    const made = await membership.ask(
      unionContract.create,
      { parentId: trees.left.id, name: '江城重工工会', enterpriseId },
      alone,
    );
    // The record is maintained by the union itself, as if its own officer had added it.
    await membership.dataSource.query('UPDATE enterprise SET keeper_union_id = $1 WHERE id = $2', [
      made.id,
      enterpriseId,
    ]);
    const own = actorWith({
      personId: await plantPerson(membership),
      roles: [['officer', made.id, made.path]],
    });
    const update = (by: Actor, body: object, ifMatch: number) =>
      membership.ask(enterpriseContract.update, { enterpriseId, ...body }, by, { ifMatch });
    expect(await update(own, { employees: 4_000 }, 2)).toMatchObject({
      employees: 4_000,
      sizeClass: 'large',
    });
    const asked = await update(own, { employees: 3, name: '江城重工集团' }, 3);
    expect(asked).toMatchObject({ name: '江城重工集团', employees: 4_000, sizeClass: 'large', version: 4 });
    const id = asked.pendingChangeId ?? '';
    expect(await get(alone, id)).toMatchObject({
      kind: 'enterprise',
      subjectName: '江城重工集团',
      changes: [
        { field: 'employees', before: '4000', after: '3' },
        { field: 'sizeClass', before: 'large', after: 'micro' },
      ],
      waitsForMe: true,
    });
    expect(await codeOf(update(own, { employees: 4 }, 4))).toBe('PENDING_CHANGE_THERE');
    expect(await codeOf(confirm(own, id))).toBe('SAME_PERSON');
    await confirm(alone, id);
    expect(await membership.ask(enterpriseContract.get, { enterpriseId }, own)).toMatchObject({
      employees: 3,
      sizeClass: 'micro',
      pendingChangeId: null,
    });
    const states = await membership.recorded(membershipEvents.unionChanged);
    expect(states.filter((one) => one.id === made.id).map(({ sizeClass }) => sizeClass)).toEqual([
      'large',
      'micro',
    ]);
    expect(await update(alone, { employees: 5_000 }, 5)).toMatchObject({ sizeClass: 'large' });
  });
});

describe('whom a change waits for', () => {
  const awaits = (id: string, ...kinds: readonly string[]) =>
    untilAwaits(membership, 'membership', id, kinds);
  let union: UnionRow;
  let only: Actor;

  beforeAll(async () => {
    union = await unionBelow('只有一名干部的工会');
    only = await officerOf(union);
  });

  it('is another officer of the union above, and then the person who is offered the role', async () => {
    const person = await plantPerson(membership);
    const { id } = await grant(only, person, 'finance', union.id);
    const [proposed] = await awaits(id, 'changeProposed');
    expect(proposed).toMatchObject({
      why: 'decidesHere',
      title: union.name,
      personIds: [],
      offices: {
        roles: ['officer', 'operator'],
        unionIds: [trees.left.id],
        isNearest: true,
        exceptIds: [only.personId, person],
      },
      about: { pendingChangeId: id },
      values: { change: 'role', role: 'finance' },
    });
    await confirm(above, id);
    const [offered] = await awaits(id, 'roleOffered');
    expect(offered).toMatchObject({ personIds: [person], offices: null, why: 'aboutYou' });
    await confirm(actorWith({ personId: person }), id);
    await awaits(id);
  });

  it('is nobody once it is refused, withdrawn or declined', async () => {
    const proposed = async () => {
      const { id } = await grant(only, await plantPerson(membership), 'finance', union.id);
      await awaits(id, 'changeProposed');
      return id;
    };
    const refused = await proposed();
    await refuse(above, refused);
    await awaits(refused);
    const withdrawn = await proposed();
    await withdraw(only, withdrawn);
    await awaits(withdrawn);
    const person = await plantPerson(membership);
    const declined = await grant(above, person, 'organiser', union.id);
    await awaits(declined.id, 'roleOffered');
    await refuse(actorWith({ personId: person }), declined.id);
    await awaits(declined.id);
  });

  it('is the union above for its name', async () => {
    const request = { unionId: union.id, name: '改了名的工会' };
    await membership.ask(unionContract.change, request, only, { ifMatch: union.version });
    const { items } = await membership.ask(
      pendingChangeContract.list,
      { unionId: union.id, state: 'waiting' },
      only,
    );
    const [awaited] = await awaits(items[0]?.id ?? '', 'changeProposed');
    expect(awaited).toMatchObject({ title: union.name, values: { change: 'union' } });
  });
});
