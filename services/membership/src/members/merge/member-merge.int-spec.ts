import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  memberMergeContract as contract,
  type MemberMergeView,
  type ServiceReferencesView,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { clubMemberContract } from '@gongxiang/contracts/membership/clubs/club-member.contract';
import { groupContract } from '@gongxiang/contracts/membership/members/group.contract';
import { clubContract } from '@gongxiang/contracts/membership/clubs/organisation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  evaluationPersonMerge,
  mergeServices,
  personMergeEvents,
  settlementPersonMerge,
  affairsPersonMerge,
  notificationPersonMerge,
  sharingPersonMerge,
} from '@gongxiang/contracts/words/person-merge';
import { type Actor, dayMs, newId, syntheticResidentNumber } from '@gongxiang/domain';
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
import { plantComplaint } from '../../joining/kept-complaint/kept-complaint.fixture.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { wordsTo } from '../../access/text-message/text-message.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let second: Actor;
let above: Actor;
let elsewhere: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  const officerAt = async (union: UnionRow): Promise<Actor> => {
    const personId = await plantPerson(membership);
    await plantRole(membership, { personId, unionId: union.id, role: 'officer' });
    return actorWith({
      personId,
      unionId: union.id,
      unionPath: union.path,
      roles: [['officer', union.id, union.path]],
    });
  };
  officer = await officerAt(trees.left);
  second = await officerAt(trees.left);
  above = await officerAt(trees.root);
  elsewhere = await officerAt(trees.right);
});

afterAll(() => membership.stop());

const answered: ServiceReferencesView[] = mergeServices.map((service) => ({
  service,
  answered: true,
  counts: [],
  warnings: [],
}));

/** Takes a person in. @returns their id */
async function member(part: object = {}, union = trees.left): Promise<string> {
  next += 1;
  const request = {
    unionId: union.id,
    name: `王小${next}`,
    residentNumber: residentNumber(next + 500),
    phone: `1380000${1000 + next}`,
    ...part,
  };
  const by = union.id === trees.left.id ? officer : elsewhere;
  return (await membership.ask(memberContract.create, request, by)).personId;
}

const propose = (survivorId: string, mergedId: string, actor = officer, part: object = {}) =>
  membership.ask(
    contract.propose,
    {
      survivorId,
      mergedId,
      name: 'survivor',
      residentNumber: 'survivor',
      phone: 'survivor',
      reason: '本人到场核对',
      preview: answered,
      ...part,
    } as never,
    actor,
  );
const approve = (merge: MemberMergeView, actor = second) =>
  membership.ask(contract.approve, { mergeId: merge.id, preview: answered }, actor);
const get = (merge: MemberMergeView, actor = officer) =>
  membership.ask(contract.get, { mergeId: merge.id }, actor);

const parts = [
  sharingPersonMerge,
  settlementPersonMerge,
  evaluationPersonMerge,
  notificationPersonMerge,
  affairsPersonMerge,
];

async function acknowledge(merge: MemberMergeView, step: 'applied' | 'undone'): Promise<void> {
  for (const part of parts) await membership.emit(part[step], { mergeId: merge.id, counts: [] });
  if (step === 'applied') membership.clock.advance(6_000);
  const state = step;
  await eventually(async () => expect((await get(merge)).state).toBe(state));
}

async function merged(survivorId: string, mergedId: string, part: object = {}): Promise<MemberMergeView> {
  const merge = await approve(await propose(survivorId, mergedId, officer, part));
  await acknowledge(merge, 'applied');
  return get(merge);
}

/** Links an account elsewhere. @returns its id */
async function plantLink(personId: string): Promise<string> {
  const id = newId();
  await rows(
    `INSERT INTO linked_account (id, person_id, bridge, identity_hash, origin, created_at)
     VALUES ($1, $2, 'wecom', $3, '127.0.0.1', now())`,
    [id, personId, id],
  );
  return id;
}

const rows = (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  membership.dataSource.query(text, values);

describe('candidates', () => {
  it('E95: are pairs with reasons, within what one is officer for', async () => {
    const phone = '13911110000';
    const first = await member({ phone });
    const other = await member({ phone });
    const typo = {
      name: '赵大勇',
      residentNumber: syntheticResidentNumber({ area: '420106', birthDate: '1971-03-09', sequence: 12 }),
    };
    const slip = {
      name: '赵大勇',
      residentNumber: syntheticResidentNumber({ area: '420106', birthDate: '1971-03-09', sequence: 13 }),
    };
    const [one, two] = [await member(typo), await member(slip)];
    const found = await membership.ask(contract.candidates, {}, officer);
    expect(found.items.map((pair) => [pair.first.personId, pair.second.personId, pair.reasons])).toEqual(
      expect.arrayContaining([
        [first, other, ['samePhone', 'alikeNumber']],
        [one, two, ['sameName', 'alikeNumber']],
      ]),
    );
    const [pair] = (await membership.ask(contract.candidates, { personId: one }, officer)).items;
    expect(pair?.first).toMatchObject({ name: '赵大勇', unionName: trees.left.name, state: 'imported' });
    expect((await membership.ask(contract.candidates, {}, elsewhere)).items).toEqual([]);
  });

  it('of two unions are seen by the union above both alone', async () => {
    const phone = '13922220000';
    const left = await member({ phone });
    const right = await member({ phone }, trees.right);
    const pairsFor = async (actor: Actor): Promise<string[]> =>
      (await membership.ask(contract.candidates, { personId: left }, actor)).items.map(
        (one) => one.second.personId,
      );
    expect(await pairsFor(officer)).toEqual([]);
    expect(await pairsFor(above)).toEqual([right]);
    await expect(propose(left, right)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await propose(left, right, above)).toMatchObject({ state: 'proposed', unionId: trees.root.id });
  });

  it('that were found to be two people are no candidates any more', async () => {
    const phone = '13933330000';
    const [first, other] = [await member({ phone }), await member({ phone })];
    const proposed = await propose(first, other);
    const reason = '夫妻共用一个手机号';
    const refused = await membership.ask(contract.refuse, { mergeId: proposed.id, reason }, second);
    expect(refused).toMatchObject({ state: 'refused', answer: reason });
    expect((await membership.ask(contract.candidates, { personId: first }, officer)).items).toEqual([]);
  });
});

describe('a merge', () => {
  it('takes two people, an answer of every service, and two records', async () => {
    const [first, other] = [await member(), await member()];
    await expect(propose(first, other, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(propose(first, first)).rejects.toMatchObject({ code: 'MERGE_SAME_RECORD' });
    const silent = { preview: answered.map((one) => ({ ...one, answered: one.service !== 'sharing' })) };
    await expect(propose(first, other, officer, silent)).rejects.toMatchObject({
      code: 'MERGE_SERVICE_SILENT',
    });
    const proposed = await propose(first, other);
    expect(await get(proposed, second)).toMatchObject({ waitsForMe: true, mayWithdraw: false });
    await expect(approve(proposed, officer)).rejects.toMatchObject({ code: 'MERGE_NEEDS_ANOTHER' });
    await expect(propose(other, first)).rejects.toMatchObject({ code: 'MERGE_UNDER_WAY' });
    const withdrawn = await membership.ask(contract.withdraw, { mergeId: proposed.id }, officer);
    expect(withdrawn.state).toBe('withdrawn');
    await expect(approve(withdrawn)).rejects.toMatchObject({ code: 'MERGE_STATE' });
  });

  it('E97: moves every reference, keeps both histories, and is applied once all services say so', async () => {
    const [survivor, other] = [await member(), await member({ phone: '13944440000' })];
    await plantPassword(membership, survivor);
    await plantPassword(membership, other);
    const session = await plantSession(membership, other);
    const links = [await plantLink(survivor), await plantLink(other)];
    const asked = await plantComplaint(membership, {
      ...{ personId: other, unionId: trees.left.id },
      text: '活动室几点开门',
    });
    const proposed = await propose(survivor, other, officer, { phone: 'merged' });
    const applying = await approve(proposed);
    expect(applying.state).toBe('applying');
    expect(
      await rows(
        'SELECT person_id, state, ended_reason FROM union_membership WHERE person_id = ANY($1) ORDER BY state',
        [[survivor, other]],
      ),
    ).toEqual([
      { person_id: survivor, state: 'ended', ended_reason: 'merged' },
      { person_id: survivor, state: 'imported', ended_reason: null },
    ]);
    expect(
      await rows('SELECT revoked_at IS NOT NULL AS over FROM sign_in_session WHERE id = $1', [session]),
    ).toEqual([{ over: true }]);
    expect(await rows('SELECT DISTINCT person_id FROM linked_account WHERE id = ANY($1)', [links])).toEqual([
      { person_id: survivor },
    ]);
    const [kept] = await rows('SELECT person_id, text FROM intake_entry WHERE id = $1', [asked]);
    expect(kept).toMatchObject({ person_id: survivor });
    const personalData = membership.app.get(PersonalData);
    expect(personalData.open(survivor, 'intake', String((kept as { text: string }).text))).toBe(
      '活动室几点开门',
    );
    // A call under the old id is one of the survivor, at most a second after the merge.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const person = actorWith({ personId: other, unionId: trees.left.id, unionPath: trees.left.path });
    expect(await membership.ask(meContract.get, {}, person)).toMatchObject({ personId: survivor });
    expect(await membership.recorded(personMergeEvents.merged)).toContainEqual(
      expect.objectContaining({ mergeId: proposed.id, from: other, into: survivor }),
    );
    await acknowledge(applying, 'applied');
    const view = await get(applying);
    expect(view.progress.map(({ service, doneAt }) => [service, doneAt !== null])).toEqual(
      mergeServices.map((service) => [service, true]),
    );
    expect(view.survivor.phone).toBe('139****0000');
    expect(view.progress[0]?.counts).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'memberships', moving: 1 })]),
    );
  });

  it('E98: leaves one of two equal offices, and of a club that both are in', async () => {
    const [survivor, other] = [await member(), await member()];
    const at = { unionId: trees.left.id };
    await plantRole(membership, { personId: survivor, role: 'organiser', validTo: '2099-06-30', ...at });
    await plantRole(membership, { personId: other, role: 'organiser', ...at });
    await plantRole(membership, { personId: other, role: 'evaluator', ...at });
    const club = await membership.ask(
      clubContract.create,
      { name: `摄影社 ${other.slice(-4)}`, unionId: trees.left.id },
      officer,
    );
    await rows(`UPDATE union_membership SET state = 'active' WHERE person_id = ANY($1)`, [[survivor, other]]);
    for (const personId of [survivor, other])
      await membership.ask(clubMemberContract.join, { clubId: club.id, personId }, officer);
    const group = await membership.ask(
      groupContract.create,
      { unionId: trees.left.id, name: `班组 ${other.slice(-4)}` },
      officer,
    );
    const term = await membership.ask(
      groupContract.addMember,
      { groupId: group.id, personId: other },
      officer,
    );
    await merged(survivor, other);
    // Services with a copy of groups hear who is in it now.
    const terms = await membership.recorded(membershipEvents.groupMemberChanged);
    expect(terms.filter(({ id }) => id === term.id).at(-1)).toMatchObject({ version: 2, personId: survivor });
    expect(
      await rows(
        `SELECT role, revoked_at IS NULL AS held, valid_to AS "validTo" FROM role_grant WHERE person_id = $1
         ORDER BY role, held`,
        [survivor],
      ),
    ).toEqual([
      { role: 'evaluator', held: true, validTo: null },
      { role: 'organiser', held: false, validTo: null },
      // It had an end; that of the other record had none.
      { role: 'organiser', held: true, validTo: null },
    ]);
    const listed = await membership.ask(clubMemberContract.list, { clubId: club.id }, officer);
    expect(listed.items.map(({ personId }) => personId)).toEqual([survivor]);
    const roles = (await membership.recorded(membershipEvents.roleChanged)).filter(
      ({ personId }) => personId === survivor,
    );
    expect(
      roles
        .filter(({ revokedAt }) => revokedAt === null)
        .map(({ role }) => role)
        .sort(),
    ).toEqual(expect.arrayContaining(['evaluator', 'organiser']));
  });

  it('E97: is undone within thirty days; what came since stays with the record that stayed', async () => {
    const [survivor, other] = [await member(), await member()];
    const before = await rows(
      'SELECT id, account, password_hash, name, resident_number, resident_number_hash, phone, phone_hash FROM person WHERE id = ANY($1) ORDER BY id',
      [[survivor, other]],
    );
    const validTo = '2099-06-30';
    const held = await plantRole(membership, {
      personId: other,
      unionId: trees.left.id,
      role: 'organiser',
      validTo,
    });
    const link = await plantLink(other);
    const merge = await merged(survivor, other, {
      name: 'merged',
      residentNumber: 'merged',
      phone: 'merged',
    });
    expect(merge.mayUndo).toBe(true);
    const asked = await plantComplaint(membership, {
      ...{ personId: survivor, unionId: trees.left.id },
      text: '合并之后问的',
    });
    const mergeId = merge.id;
    const undoing = await membership.ask(contract.undo, { mergeId, reason: '是同名的两个人' }, second);
    expect(undoing.state).toBe('undoing');
    await acknowledge(undoing, 'undone');
    expect(
      await rows(
        'SELECT id, account, password_hash, name, resident_number, resident_number_hash, phone, phone_hash FROM person WHERE id = ANY($1) ORDER BY id',
        [[survivor, other]],
      ),
    ).toEqual(before);
    expect(
      await rows(
        `SELECT person_id, state FROM union_membership WHERE person_id = ANY($1) ORDER BY person_id`,
        [[survivor, other]],
      ),
    ).toEqual([survivor, other].sort().map((person_id) => ({ person_id, state: 'imported' })));
    expect(await rows('SELECT person_id, revoked_at FROM role_grant WHERE id = $1', [held])).toEqual([
      { person_id: other, revoked_at: null },
    ]);
    // Its end comes as if there had been no merge.
    expect(await rows('SELECT kind FROM due WHERE key = $1 ORDER BY kind', [held])).toEqual([
      { kind: 'role-end' },
      { kind: 'role-end-near' },
    ]);
    expect(await rows('SELECT person_id FROM linked_account WHERE id = $1', [link])).toEqual([
      { person_id: other },
    ]);
    expect(await rows('SELECT person_id FROM intake_entry WHERE id = $1', [asked])).toEqual([
      { person_id: survivor },
    ]);
    expect(await rows('SELECT 1 FROM person_alias WHERE from_id = $1', [other])).toEqual([]);
  });

  it('can not be undone after thirty days', async () => {
    const merge = await merged(await member(), await member());
    membership.clock.advance(31 * dayMs);
    await expect(
      membership.ask(contract.undo, { mergeId: merge.id, reason: '太晚' }, second),
    ).rejects.toMatchObject({ code: 'MERGE_UNDO_LATE' });
  });

  it('shortens chains: what was merged into a merged record belongs to the last one', async () => {
    const [first, then, last] = [await member(), await member(), await member()];
    await merged(then, first);
    await merged(last, then);
    expect(
      await rows('SELECT from_id, into_id FROM person_alias WHERE into_id = $1 ORDER BY from_id', [last]),
    ).toEqual([first, then].sort().map((from_id) => ({ from_id, into_id: last })));
    expect(
      await rows(`SELECT count(*)::int AS count FROM union_membership WHERE person_id = $1`, [last]),
    ).toEqual([{ count: 3 }]);
  });
});

it('waits for an officer who has not proposed it, and is neither of the two', async () => {
  const [first, other] = [await member(), await member()];
  const proposed = await propose(first, other);
  const awaits = (...kinds: readonly string[]) => untilAwaits(membership, 'membership', proposed.id, kinds);
  const [awaited] = await awaits('memberMergeProposed');
  expect(awaited).toMatchObject({
    why: 'decidesHere',
    title: null,
    offices: {
      roles: ['officer'],
      unionIds: [trees.left.id],
      isNearest: true,
      exceptIds: [officer.personId, first, other],
    },
    about: { mergeId: proposed.id },
  });
  await membership.ask(contract.refuse, { mergeId: proposed.id, reason: '经核实是两个人' }, second);
  await awaits();
});

it('is told to its person once it is applied, and to both once it is undone; whose sign-in ends hears it by phone', async () => {
  const [survivorPhone, mergedPhone] = ['13655556666', '13677778888'];
  const survivorId = await member({ phone: survivorPhone });
  const mergedId = await member({ phone: mergedPhone });
  for (const id of [survivorId, mergedId]) await plantPassword(membership, id);
  const told = async (id: string) => [
    (await noticesTo(membership, id, 'recordsMerged')).length,
    (await noticesTo(membership, id, 'recordsParted')).length,
  ];
  const merge = await propose(survivorId, mergedId);
  expect(await wordsTo(membership, mergedPhone)).toEqual([]);
  await approve(merge);
  expect(await told(survivorId)).toEqual([0, 0]);
  expect(await wordsTo(membership, mergedPhone)).toMatchObject([{ kind: 'signInMerged', values: {} }]);
  await acknowledge(merge, 'applied');
  expect(await told(survivorId)).toEqual([1, 0]);
  await membership.ask(contract.undo, { mergeId: merge.id, reason: '是两个人' }, second);
  await acknowledge(merge, 'undone');
  expect([await told(survivorId), await told(mergedId)]).toEqual([
    [1, 1],
    [0, 1],
  ]);
  expect(await wordsTo(membership, survivorPhone)).toEqual([]);
});
