import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { correctionContract } from '@gongxiang/contracts/membership/members/correction.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { phoneChangeContract as contract } from '@gongxiang/contracts/membership/members/phone-change.contract';
import { type Actor, dayMs, hourMs, minuteMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { refusalOf } from '../../access/second-factor/second-factor.fixture.js';
import { codesTo, wordsTo } from '../../access/text-message/text-message.fixture.js';
import {
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
let officer: Actor;
let above: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2, config: { publicUrl: 'https://union.example' } });
  trees = await plantUnions(membership);
  officer = await officerOf(trees.left);
  above = await officerOf(trees.root);
});

afterAll(() => membership.stop());

/** Each story has phones of its own. */
beforeEach(() => {
  next += 1;
});

async function officerOf({ id, path }: UnionRow): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

interface Somebody {
  readonly memberId: string;
  readonly self: Actor;
  readonly password: string;
  readonly oldPhone: string;
  readonly newPhone: string;
  readonly sessionId: string;
}

/** Somebody who signs in by phone, in two sessions. */
async function somebody(): Promise<Somebody> {
  const oldPhone = `1390001${1000 + next}`;
  const request = {
    unionId: trees.left.id,
    name: '张小三',
    residentNumber: residentNumber(next),
    phone: oldPhone,
  };
  const { id: memberId, personId } = await membership.ask(memberContract.create, request, officer);
  const password = await plantPassword(membership, personId);
  await plantSession(membership, personId);
  const sessionId = await plantSession(membership, personId);
  const self = { ...actorWith({ personId, unionId: trees.left.id, unionPath: trees.left.path }), sessionId };
  return { memberId, self, password, oldPhone, newPhone: `1380002${1000 + next}`, sessionId };
}

async function ask(one: Somebody): Promise<{ id: string; newCode: string; oldCode: string }> {
  const proof = { password: one.password };
  const { id } = await membership.ask(contract.ask, { phone: one.newPhone, proof }, one.self);
  const newest = async (phone: string) => (await codesTo(membership, phone, 'phoneChange')).at(-1) ?? '';
  return { id, newCode: await newest(one.newPhone), oldCode: await newest(one.oldPhone) };
}

const confirm = (one: Somebody, id: string, codes: { newCode: string; oldCode?: string }) =>
  membership.ask(contract.confirm, { phoneChangeId: id, ...codes }, one.self);
const contactsOf = ({ self }: Somebody) => membership.ask(contract.contacts, {}, self);
const signIn = (account: string, password: string) =>
  membership.ask(sessionContract.create, { account, password }, null);

async function openSessions({ self }: Somebody): Promise<string[]> {
  const rows: { id: string }[] = await membership.dataSource.query(
    'SELECT id FROM sign_in_session WHERE person_id = $1 AND revoked_at IS NULL ORDER BY id',
    [self.personId],
  );
  return rows.map(({ id }) => id);
}

/** What was told to a phone, and the links in it. */
async function toldTo(phone: string): Promise<{ kind: string; link?: string }[]> {
  const messages = await wordsTo(membership, phone);
  return messages.map(({ kind, values: { link } }) => ({ kind, ...(link && { link }) }));
}

async function tokenTo(phone: string): Promise<string> {
  const link = (await toldTo(phone)).map((one) => one.link ?? '').findLast((one) => one !== '') ?? '';
  expect(link).toMatch(/^https:\/\/union\.example\/stop-phone-change\/[\w-]{16}$/);
  return link.slice(-16);
}

describe('the phone on record', () => {
  it('is shown whole to its person in a session, masked everywhere else, and to no API key', async () => {
    const one = await somebody();
    expect(await membership.ask(meContract.phone, {}, one.self)).toEqual({ phone: one.oldPhone });
    const { phone } = await contactsOf(one);
    expect(phone).toBe(`${one.oldPhone.slice(0, 3)}****${one.oldPhone.slice(-4)}`);
    const byKey = membership.ask(meContract.phone, {}, { ...one.self, apiKeyId: newId() });
    await expect(byKey).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is nothing where none is on record', async () => {
    const self = actorWith({ personId: await plantPerson(membership) });
    expect(await membership.ask(meContract.phone, {}, self)).toEqual({ phone: null });
  });
});

describe('a change of phone by the person', () => {
  it('takes effect at once by both codes, and ends every session but the one that asked', async () => {
    const one = await somebody();
    const { id, newCode, oldCode } = await ask(one);
    expect(await contactsOf(one)).toMatchObject({ change: { id, state: 'asked', byUnion: false } });
    expect(await confirm(one, id, { newCode, oldCode })).toMatchObject({ state: 'applied' });
    expect(await openSessions(one)).toEqual([one.sessionId]);
    expect(await toldTo(one.oldPhone)).toEqual([{ kind: 'phoneChanged' }]);
    await expect(signIn(one.oldPhone, one.password)).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
    expect(await signIn(one.newPhone, one.password)).toMatchObject({ expiresIn: 600 });
    const { phone } = await contactsOf(one);
    expect(phone).toBe(`${one.newPhone.slice(0, 3)}****${one.newPhone.slice(-4)}`);
  });

  it('waits for 24 hours without the old phone, and then takes effect', async () => {
    const begin = membership.clock.now();
    const one = await somebody();
    const { id, newCode } = await ask(one);
    expect(await confirm(one, id, { newCode })).toMatchObject({
      state: 'waiting',
      effectiveAt: new Date(begin.getTime() + dayMs).toISOString(),
    });
    const [awaited] = await untilAwaits(membership, 'membership', id, ['phoneChangeWaiting']);
    const dueAt = new Date(begin.getTime() + dayMs).toISOString();
    expect(awaited).toMatchObject({ personIds: [one.self.personId], values: { at: dueAt }, dueAt });
    membership.clock.advance(dayMs - hourMs);
    expect((await contactsOf(one)).change).toMatchObject({ state: 'waiting' });
    expect(await openSessions(one)).toHaveLength(2);
    membership.clock.advance(hourMs);
    await eventually(async () => expect((await contactsOf(one)).change).toMatchObject({ state: 'applied' }));
    expect(await openSessions(one)).toEqual([one.sessionId]);
    await untilAwaits(membership, 'membership', id, []);
    membership.clock.set(begin);
  });

  it('is stopped by the link to the old phone, once, and the session that asked ends', async () => {
    const begin = membership.clock.now();
    const one = await somebody();
    const { id, newCode } = await ask(one);
    await confirm(one, id, { newCode });
    const token = await tokenTo(one.oldPhone);
    expect(await membership.ask(contract.getPublic, { token }, null)).toMatchObject({
      state: 'waiting',
      newPhone: `${one.newPhone.slice(0, 3)}****${one.newPhone.slice(-4)}`,
    });
    expect(await membership.ask(contract.stop, { token }, null)).toMatchObject({ state: 'stopped' });
    await expect(membership.ask(contract.stop, { token }, null)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect(await openSessions(one)).not.toContain(one.sessionId);
    expect((await contactsOf(one)).change).toMatchObject({ state: 'stopped', stoppedBy: 'oldPhone' });
    membership.clock.advance(2 * dayMs);
    expect(await membership.ask(contract.getPublic, { token }, null)).toMatchObject({ state: 'stopped' });
    expect((await contactsOf(one)).phone?.slice(-4)).toBe(one.oldPhone.slice(-4));
    membership.clock.set(begin);
  });

  it('takes the password, five codes at most, and lapses after five minutes', async () => {
    const begin = membership.clock.now();
    const one = await somebody();
    const wrong = { phone: one.newPhone, proof: { password: 'another password' } };
    expect(await refusalOf(membership.ask(contract.ask, wrong, one.self))).toBe('PASSWORD_WRONG');
    const { id, newCode, oldCode } = await ask(one);
    expect(await refusalOf(confirm(one, id, { newCode, oldCode: 'wrong' }))).toBe('PHONE_OLD_CODE_WRONG');
    for (let tries = 1; tries < 5; tries += 1)
      expect(await refusalOf(confirm(one, id, { newCode: 'wrong', oldCode }))).toBe('PHONE_NEW_CODE_WRONG');
    expect(await refusalOf(confirm(one, id, { newCode, oldCode }))).toBe('PHONE_CHANGE_OVER');
    const again = await ask(one);
    membership.clock.advance(5 * minuteMs);
    await eventually(async () => expect((await contactsOf(one)).change).toMatchObject({ state: 'lapsed' }));
    expect(await refusalOf(confirm(one, again.id, again))).toBe('PHONE_CHANGE_OVER');
    membership.clock.set(begin);
  });

  it('is asked for five times a day, by the person alone, and is withdrawn', async () => {
    const one = await somebody();
    next += 1;
    const other = await somebody();
    const { id } = await ask(one);
    expect(await refusalOf(membership.ask(contract.withdraw, { phoneChangeId: id }, other.self))).toBe(
      'NOT_FOUND',
    );
    expect(await membership.ask(contract.withdraw, { phoneChangeId: id }, one.self)).toMatchObject({
      state: 'withdrawn',
    });
    for (let times = 2; times <= 5; times += 1) await ask(one);
    expect(await refusalOf(ask(one))).toBe('TOO_MANY_REQUESTS');
  });

  it('does not say that somebody else signs in with a phone before its code is given', async () => {
    const other = await somebody();
    next += 1;
    const one = { ...(await somebody()), newPhone: other.oldPhone };
    const { id, newCode } = await ask(one);
    expect(await refusalOf(confirm(one, id, { newCode }))).toBe('CORRECTION_PHONE_TAKEN');
  });

  it('is stopped by the clock if somebody else signs in with the phone by then', async () => {
    const begin = membership.clock.now();
    const one = await somebody();
    const { id, newCode } = await ask(one);
    await confirm(one, id, { newCode });
    next += 1;
    const other = await somebody();
    const theirs = { ...other, newPhone: one.newPhone };
    const { id: otherId, ...codes } = await ask(theirs);
    await confirm(theirs, otherId, codes);
    membership.clock.advance(dayMs);
    await eventually(async () =>
      expect((await contactsOf(one)).change).toMatchObject({ state: 'stopped', stoppedBy: 'taken' }),
    );
    membership.clock.set(begin);
  });
});

describe('a phone that two officers correct', () => {
  const decide = async (one: Somebody) => {
    const body = { memberId: one.memberId, phone: one.newPhone };
    const { id } = await membership.ask(correctionContract.create, body, officer);
    await membership.ask(correctionContract.apply, { correctionId: id }, above);
    return id;
  };
  const correctionOf = (correctionId: string) =>
    membership.ask(correctionContract.get, { correctionId }, officer);

  it('is stopped by the old phone within a day, which the officers see', async () => {
    const begin = membership.clock.now();
    const one = await somebody();
    const id = await decide(one);
    expect(await correctionOf(id)).toMatchObject({ state: 'delayed' });
    expect((await contactsOf(one)).change).toMatchObject({ state: 'waiting', byUnion: true });
    expect(await refusalOf(ask(one))).toBe('PHONE_CHANGE_WAITS');
    await membership.ask(contract.stop, { token: await tokenTo(one.oldPhone) }, null);
    expect(await correctionOf(id)).toMatchObject({ state: 'stopped', effectiveAt: null });
    membership.clock.advance(2 * dayMs);
    expect(await signIn(one.oldPhone, one.password)).toMatchObject({ expiresIn: 600 });
    membership.clock.set(begin);
  });

  it('is stopped by the person at their account as well', async () => {
    const one = await somebody();
    const id = await decide(one);
    const phoneChangeId = (await contactsOf(one)).change?.id ?? '';
    await untilAwaits(membership, 'membership', phoneChangeId, ['phoneChangeWaiting']);
    expect(await membership.ask(contract.withdraw, { phoneChangeId }, one.self)).toMatchObject({
      state: 'stopped',
      stoppedBy: 'person',
    });
    await untilAwaits(membership, 'membership', phoneChangeId, []);
    expect(await correctionOf(id)).toMatchObject({ state: 'stopped' });
  });

  it('E123: leaves no phone and no code in the clear, and none at all once it has ended', async () => {
    const one = await somebody();
    const { id, newCode, oldCode } = await ask(one);
    await confirm(one, id, { newCode, oldCode });
    for (const table of ['person', 'phone_change', 'audit_record', 'outbox', 'idempotency', 'due']) {
      const rows: unknown[] = await membership.dataSource.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${one.oldPhone}|${one.newPhone}`));
    }
    const [row]: { text: string }[] = await membership.dataSource.query(
      'SELECT concat(new_phone, old_phone, new_code_hash, old_code_hash) AS text FROM phone_change WHERE id = $1',
      [id],
    );
    expect(row?.text).toBe('');
  });
});
