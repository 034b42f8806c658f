import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { correctionContract as contract } from '@gongxiang/contracts/membership/members/correction.contract';
import { memberContract, type MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, dayMs, syntheticResidentNumber } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
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
import { wordsTo } from '../../access/text-message/text-message.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let colleague: Actor;
let above: Actor;
let stranger: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = await officerOf(trees.left);
  colleague = await officerOf(trees.left);
  above = await officerOf(trees.root);
  stranger = await officerOf(trees.right);
});

afterAll(() => membership.stop());

async function officerOf({ id, path }: UnionRow): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

interface Member extends MemberView {
  readonly number: string;
  /** Whole, as the view masks it. */
  readonly ownPhone: string;
  readonly self: Actor;
}

async function newMember(by = officer, union = trees.left): Promise<Member> {
  next += 1;
  const number = residentNumber(next);
  const request = {
    unionId: union.id,
    name: '张小三',
    residentNumber: number,
    phone: `1390000${1000 + next}`,
  };
  const ownPhone = request.phone;
  const view = await membership.ask(memberContract.create, request, by);
  const self = actorWith({ personId: view.personId, unionId: union.id, unionPath: union.path });
  return { ...view, number, ownPhone, self };
}

async function picture(owner: Actor, bytes = png): Promise<string> {
  const options = { bytesMax: 50_000_000, types: ['image/png', 'text/csv'], ownerId: owner.personId };
  return (await membership.app.get(FileStore).put(Readable.from([bytes]), options)).key;
}

const make = (memberId: string, values: object, by = officer) =>
  membership.ask(contract.create, { memberId, ...values }, by);
const ask = async ({ self }: Member, values: object) =>
  membership.ask(contract.create, { ...values, fileKey: await picture(self) }, self);
const apply = (correctionId: string, by: Actor) => membership.ask(contract.apply, { correctionId }, by);
const memberOf = (memberId: string) => membership.ask(memberContract.get, { memberId }, officer);
const hasFile = (key: string) => membership.app.get(FileStore).has(key);

describe('a correction by an officer', () => {
  it('of a plain name takes effect at once, and its member is told to others by the new name', async () => {
    const member = await newMember();
    const made = await make(member.id, { name: '章小三', note: '录入时写错了姓' });
    expect(made).toMatchObject({
      state: 'applied',
      byPerson: false,
      changes: [{ field: 'name', before: '张**', after: '章**' }],
      note: '录入时写错了姓',
    });
    expect(await memberOf(member.id)).toMatchObject({ name: '章小三', version: member.version + 1 });
    const told = (await membership.recorded(membershipEvents.memberChanged)).filter(
      ({ personId }) => personId === member.personId,
    );
    expect(told.map(({ version, maskedName }) => [version, maskedName])).toEqual([
      [1, '张**'],
      [2, '章**'],
    ]);
  });

  it('of a number waits for another person: not for its officer, the member, or an officer elsewhere', async () => {
    const member = await newMember();
    const number = syntheticResidentNumber({ area: '420106', birthDate: '1988-02-03', sequence: 7 });
    const made = await make(member.id, { name: '章小三', residentNumber: number.toLowerCase() });
    expect(made).toMatchObject({ state: 'waiting', waitsForMe: false, mayWithdraw: true });
    await expect(apply(made.id, officer)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(apply(made.id, member.self)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(apply(made.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const seen = await membership.ask(contract.get, { correctionId: made.id }, colleague);
    expect(seen).toMatchObject({ waitsForMe: true, changes: [{ after: '章小三' }, { after: number }] });
    expect(await apply(made.id, colleague)).toMatchObject({ state: 'applied', waitsForMe: false });
    const found = await membership.ask(memberContract.list, { q: number }, officer);
    expect(found.items.map(({ id }) => id)).toEqual([member.id]);
    const told = (await membership.recorded(membershipEvents.memberChanged)).at(-1);
    // The sequence is odd: male.
    expect(told).toMatchObject({ personId: member.personId, birthDate: '1988-02-03', sex: 'male' });
  });

  it('of the phone of somebody with an account waits for the old phone, and then ends their sessions but not their password', async () => {
    const begin = membership.clock.now();
    const member = await newMember();
    await plantPassword(membership, member.personId);
    await plantSession(membership, member.personId);
    const made = await make(member.id, { phone: '13911112222' });
    expect(made.state).toBe('waiting');
    const decided = await apply(made.id, above);
    const effectiveAt = new Date(begin.getTime() + dayMs).toISOString();
    expect(decided).toMatchObject({ state: 'delayed', effectiveAt, mayReverse: false });
    await expect(make(member.id, { name: '章小三' })).rejects.toMatchObject({ code: 'CORRECTION_WAITS' });
    membership.clock.advance(dayMs);
    await eventually(async () =>
      expect(await membership.ask(contract.get, { correctionId: made.id }, officer)).toMatchObject({
        state: 'applied',
        effectiveAt: null,
      }),
    );
    const rows: { revoked: boolean; kept: boolean }[] = await membership.dataSource.query(
      `SELECT s.revoked_at IS NOT NULL AS revoked, p.password_hash IS NOT NULL AS kept
       FROM sign_in_session s JOIN person p ON p.id = s.person_id WHERE p.id = $1`,
      [member.personId],
    );
    expect(rows).toEqual([{ revoked: true, kept: true }]);
    const told = (await wordsTo(membership, member.ownPhone)).map(({ kind }) => kind);
    expect(told).toEqual(['phoneChangeWaits', 'phoneCorrected']);
    membership.clock.set(begin);
  });

  it('of a name leaves sessions alone', async () => {
    const member = await newMember();
    await plantPassword(membership, member.personId);
    await plantSession(membership, member.personId);
    await make(member.id, { name: '章小三' });
    const [row]: { open: number }[] = await membership.dataSource.query(
      'SELECT count(*)::int AS open FROM sign_in_session WHERE person_id = $1 AND revoked_at IS NULL',
      [member.personId],
    );
    expect(row?.open).toBe(1);
  });

  it('gives nobody at the union the account of somebody who holds office above it', async () => {
    const member = await newMember();
    await plantRole(membership, { personId: member.personId, unionId: trees.root.id, role: 'auditor' });
    const made = await make(member.id, { phone: '13911113333' });
    await expect(apply(made.id, colleague)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await apply(made.id, above)).toMatchObject({ state: 'applied' });
  });

  it('is refused where it changes nothing, another waits, or the phone signs somebody else in', async () => {
    const member = await newMember();
    const other = await newMember();
    await plantPassword(membership, other.personId);
    await plantPassword(membership, member.personId);
    await expect(make(member.id, { name: '张 小三' })).rejects.toMatchObject({
      code: 'CORRECTION_SAME_VALUES',
    });
    const made = await make(member.id, { phone: `1390000${1000 + next}` });
    await expect(make(member.id, { name: '章小三' })).rejects.toMatchObject({ code: 'CORRECTION_WAITS' });
    await expect(apply(made.id, colleague)).rejects.toMatchObject({ code: 'CORRECTION_PHONE_TAKEN' });
  });
});

describe('a number that is somebody else’s', () => {
  it('is refused without telling whose, and counted', async () => {
    const member = await newMember();
    const other = await newMember(stranger, trees.right);
    const curious = await officerOf(trees.left);
    await expect(make(member.id, { residentNumber: other.number }, curious)).rejects.toMatchObject({
      code: 'CORRECTION_NUMBER_TAKEN',
      errors: [{ pointer: '/residentNumber' }],
    });
    const [row]: { refused: number }[] = await membership.dataSource.query(
      'SELECT refused FROM member_refusal WHERE person_id = $1',
      [curious.personId],
    );
    expect(row?.refused).toBe(1);
  });

  it('is found by its decider as well, if it was taken meanwhile', async () => {
    const member = await newMember();
    const number = residentNumber(900);
    const made = await make(member.id, { residentNumber: number });
    const request = { unionId: trees.left.id, name: '王五', residentNumber: number };
    await membership.ask(memberContract.create, request, officer);
    await expect(apply(made.id, colleague)).rejects.toMatchObject({ code: 'CORRECTION_NUMBER_TAKEN' });
  });

  it('cannot be tried out without end', async () => {
    const member = await newMember();
    const other = await newMember(stranger, trees.right);
    const curious = await officerOf(trees.left);
    for (let tries = 0; tries < 30; tries += 1)
      await expect(make(member.id, { residentNumber: other.number }, curious)).rejects.toMatchObject({
        code: 'CORRECTION_NUMBER_TAKEN',
      });
    await expect(make(member.id, { residentNumber: other.number }, curious)).rejects.toMatchObject({
      code: 'MEMBER_REFUSALS_TOO_MANY',
    });
  });
});

describe('a correction that a person asks for', () => {
  it('needs a picture of the paper, waits for an officer, and can be withdrawn by them', async () => {
    const member = await newMember();
    await expect(membership.ask(contract.create, { name: '章小三' }, member.self)).rejects.toMatchObject({
      code: 'CORRECTION_PAPER_MISSING',
    });
    const made = await ask(member, { name: '章小三' });
    expect(made).toMatchObject({ state: 'waiting', byPerson: true, hasPaper: true, mayWithdraw: true });
    const mine = await membership.ask(contract.list, { mine: true }, member.self);
    expect(mine.items.map(({ id }) => id)).toEqual([made.id]);
    const withdrawn = await membership.ask(contract.withdraw, { correctionId: made.id }, member.self);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', waitsForMe: false });
    await expect(apply(made.id, officer)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('is refused with a reason that the person reads', async () => {
    const member = await newMember();
    const made = await ask(member, { residentNumber: residentNumber(901) });
    const request = { correctionId: made.id, reason: '照片看不清，请重新拍摄' };
    await membership.ask(contract.refuse, request, officer);
    const seen = await membership.ask(contract.get, { correctionId: made.id }, member.self);
    expect(seen).toMatchObject({ state: 'refused', reason: '照片看不清，请重新拍摄', deciderName: '张*' });
  });

  it('shows its paper to its person and to officers in charge, and to nobody else', async () => {
    const member = await newMember();
    const made = await ask(member, { name: '章小三' });
    for (const actor of [member.self, officer, above])
      expect(await membership.ask(contract.getPaper, { correctionId: made.id }, actor)).toMatchObject({
        ownerId: member.personId,
      });
    for (const actor of [stranger, (await newMember()).self])
      await expect(membership.ask(contract.getPaper, { correctionId: made.id }, actor)).rejects.toMatchObject(
        { code: 'NOT_FOUND' },
      );
  });

  it('takes neither somebody else’s picture nor a file that is none', async () => {
    const member = await newMember();
    const theirs = await picture(stranger);
    await expect(
      membership.ask(contract.create, { name: '章小三', fileKey: theirs }, member.self),
    ).rejects.toMatchObject({ code: 'CORRECTION_PAPER_MISSING' });
    const table = await picture(member.self, Buffer.from('姓名,号码'));
    await expect(
      membership.ask(contract.create, { name: '章小三', fileKey: table }, member.self),
    ).rejects.toMatchObject({ code: 'CORRECTION_PAPER_FORMAT' });
    expect([await hasFile(theirs), await hasFile(table)]).toEqual([true, true]);
  });

  it('leaves its paper and its values for 30 days after the decision, and a refused request for an hour', async () => {
    const begin = membership.clock.now();
    const member = await newMember();
    const waiting = await newMember();
    const kept = await picture(member.self);
    const left = await picture(member.self);
    const stays = await picture(waiting.self);
    await membership.ask(contract.create, { name: '章小三', fileKey: stays }, waiting.self);
    const made = await membership.ask(contract.create, { name: '章小三', fileKey: kept }, member.self);
    await expect(
      membership.ask(contract.create, { name: '章小四', fileKey: left }, member.self),
    ).rejects.toMatchObject({ code: 'CORRECTION_WAITS' });
    await apply(made.id, officer);
    membership.clock.advance(2 * 3_600_000);
    await eventually(async () => expect(await hasFile(left)).toBe(false));
    membership.clock.advance(29 * dayMs);
    expect(await hasFile(kept)).toBe(true);
    membership.clock.advance(dayMs);
    await eventually(async () => expect(await hasFile(kept)).toBe(false));
    await eventually(async () => {
      const [row]: { text: string }[] = await membership.dataSource.query(
        'SELECT concat(new_name, old_name, note, paper_key) AS text FROM correction WHERE id = $1',
        [made.id],
      );
      expect(row?.text).toBe('');
    });
    expect(await hasFile(stays)).toBe(true);
    expect(await membership.ask(contract.get, { correctionId: made.id }, officer)).toMatchObject({
      hasPaper: false,
      changes: [{ before: '张**', after: '章**' }],
    });
    await expect(membership.ask(contract.reverse, { correctionId: made.id }, officer)).rejects.toMatchObject({
      code: 'CORRECTION_VALUES_ERASED',
    });
    membership.clock.set(begin);
  });
});

describe('an applied correction', () => {
  it('is reversed by another one, as long as it is the latest', async () => {
    const member = await newMember();
    const made = await make(member.id, { name: '章小三' });
    const back = await membership.ask(contract.reverse, { correctionId: made.id }, officer);
    expect(back).toMatchObject({ state: 'applied', reverses: made.id });
    expect(await memberOf(member.id)).toMatchObject({ name: '张小三' });
    await expect(membership.ask(contract.reverse, { correctionId: made.id }, officer)).rejects.toMatchObject({
      code: 'CORRECTION_NOT_LATEST',
    });
  });

  it('of a number is reversed by two people, too', async () => {
    const member = await newMember();
    const made = await make(member.id, { residentNumber: residentNumber(902) });
    await apply(made.id, colleague);
    const back = await membership.ask(contract.reverse, { correctionId: made.id }, officer);
    expect(back.state).toBe('waiting');
    await apply(back.id, above);
    const found = await membership.ask(memberContract.list, { q: member.number }, officer);
    expect(found.items.map(({ id }) => id)).toEqual([member.id]);
  });
});

describe('the list of corrections', () => {
  it('of those that wait leaves out what the caller has asked for', async () => {
    const member = await newMember();
    const made = await make(member.id, { residentNumber: residentNumber(904) });
    const idsFor = async (actor: Actor): Promise<string[]> =>
      (await membership.ask(contract.list, { waitingForMe: true }, actor)).items.map(({ id }) => id);
    expect(await idsFor(colleague)).toContain(made.id);
    expect(await idsFor(officer)).not.toContain(made.id);
  });

  it('is found by the whole name on record, filtered by state, and kept from others', async () => {
    const member = await newMember();
    const made = await make(member.id, { name: '独孤求败' });
    const found = await membership.ask(contract.list, { q: '独孤求败', state: 'applied' }, officer);
    expect(found.items.map(({ id }) => id)).toEqual([made.id]);
    expect((await membership.ask(contract.list, { q: '独孤求败' }, stranger)).items).toEqual([]);
    await expect(membership.ask(contract.list, { union: trees.left.id }, stranger)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('of one member is for officers of their union, who see what was corrected before they came', async () => {
    const member = await newMember();
    const first = await make(member.id, { name: '章小三' });
    const idsOf = async (memberId: string, by: Actor): Promise<string[]> =>
      (await membership.ask(contract.list, { memberId }, by)).items.map(({ id }) => id);
    expect(await idsOf(member.id, officer)).toEqual([first.id]);
    await expect(idsOf(member.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(idsOf(member.id, member.self)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

    await membership.ask(memberContract.end, { memberId: member.id, reason: 'other' }, officer);
    const entry = { unionId: trees.right.id, name: '章小三', residentNumber: member.number };
    const moved = await membership.ask(memberContract.create, entry, stranger);
    const second = await make(moved.id, { name: '张小三' }, stranger);
    expect(await idsOf(moved.id, stranger)).toEqual([second.id, first.id]);
    expect(await idsOf(member.id, officer)).toEqual([first.id]);
    await expect(idsOf(moved.id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('E123: leaves no value in the clear in tables, trail or stored answers', async () => {
    const member = await newMember();
    const number = residentNumber(903);
    const made = await make(member.id, { name: '欧阳锋白驼', residentNumber: number, note: '白驼山人' });
    await apply(made.id, colleague);
    for (const table of ['person', 'correction', 'audit_record', 'outbox', 'idempotency']) {
      const rows: unknown[] = await membership.dataSource.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`欧阳锋白驼|${number}|白驼山人`));
    }
  });
});

describe('whom a correction waits for', () => {
  const awaits = (id: string, ...kinds: readonly string[]) =>
    untilAwaits(membership, 'membership', id, kinds);
  const officerAt = (unionId: string, ...exceptIds: readonly string[]) => ({
    roles: ['officer'],
    unionIds: [unionId],
    isNearest: true,
    exceptIds,
  });

  it('is an officer of the union who has not made it, until it is decided or withdrawn', async () => {
    const member = await newMember();
    const made = await make(member.id, { residentNumber: residentNumber(990) });
    const [awaited] = await awaits(made.id, 'correctionAsked');
    expect(awaited).toMatchObject({
      why: 'decidesHere',
      title: trees.left.name,
      offices: officerAt(trees.left.id, officer.personId, member.personId),
      about: { correctionId: made.id },
      values: {},
    });
    await apply(made.id, colleague);
    await awaits(made.id);
    const asked = await ask(member, { name: '章小三' });
    const [mine] = await awaits(asked.id, 'correctionAsked');
    expect(mine?.offices).toEqual(officerAt(trees.left.id, member.personId));
    await membership.ask(contract.withdraw, { correctionId: asked.id }, member.self);
    await awaits(asked.id);
  });

  it('is an officer above for the phone of somebody who holds an office there', async () => {
    const member = await newMember();
    await plantRole(membership, { personId: member.personId, unionId: trees.root.id, role: 'auditor' });
    const made = await make(member.id, { phone: '13911114444' });
    const [awaited] = await awaits(made.id, 'correctionAsked');
    expect(awaited?.offices).toEqual(officerAt(trees.root.id, officer.personId, member.personId));
  });

  it('is nobody where it takes effect at once', async () => {
    const made = await make((await newMember()).id, { name: '章小三' });
    await awaits(made.id);
  });
});

describe('what has come of a correction', () => {
  const toldTo = async (personId: string) =>
    (await noticesTo(membership, personId, 'correctionDecided')).map(({ values, why }) => ({
      why,
      ...values,
    }));

  it('is told to its person, and where they have no account by a text without anything of theirs', async () => {
    const member = await newMember();
    const made = await make(member.id, { name: '章小三' });
    expect(await toldTo(member.personId)).toEqual([{ why: 'aboutYou', side: 'person', outcome: 'applied' }]);
    const [notice] = await noticesTo(membership, member.personId, 'correctionDecided');
    expect(notice?.about).toEqual({ correctionId: made.id });
    const { ownPhone: phone } = member;
    expect(await wordsTo(membership, phone)).toEqual([
      { phone, locale: 'zh-CN', kind: 'recordChanged', values: { link: '/activate' } },
    ]);
    // The officer who has made it sees it.
    const toOfficer = await noticesTo(membership, officer.personId, 'correctionDecided');
    expect(toOfficer.filter(({ about }) => about['correctionId'] === made.id)).toEqual([]);
  });

  it('is told to who has asked for it and its person, once it is decided and not before', async () => {
    const member = await newMember();
    await plantPassword(membership, member.personId);
    const number = syntheticResidentNumber({ area: '420106', birthDate: '1988-02-03', sequence: 77 });
    const made = await make(member.id, { residentNumber: number });
    expect(await toldTo(member.personId)).toEqual([]);
    const before = (await toldTo(officer.personId)).length;
    await membership.ask(contract.refuse, { correctionId: made.id, reason: '证件不清' }, colleague);
    expect(await toldTo(member.personId)).toEqual([{ why: 'aboutYou', side: 'person', outcome: 'refused' }]);
    expect((await toldTo(officer.personId)).slice(before)).toEqual([
      { why: 'decidesHere', side: 'office', outcome: 'refused' },
    ]);
    expect(await toldTo(colleague.personId)).toEqual([]);
    expect(await wordsTo(membership, member.ownPhone)).toEqual([]);
  });

  it('is told to nobody by a withdrawal', async () => {
    const member = await newMember();
    const asked = await ask(member, { name: '章小三' });
    await membership.ask(contract.withdraw, { correctionId: asked.id }, member.self);
    expect(await toldTo(member.personId)).toEqual([]);
  });
});
