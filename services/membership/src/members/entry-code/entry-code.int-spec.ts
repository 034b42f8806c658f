import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import { activationContract } from '@gongxiang/contracts/membership/members/activation.contract';
import { entryCodeContract } from '@gongxiang/contracts/membership/members/entry-code.contract';
import {
  type CreateMemberRequest,
  memberContract,
  type MemberView,
} from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, networkOf, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codesTo } from '../../access/text-message/text-message.fixture.js';
import {
  callersOf,
  plantUnions,
  printCode,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';

const password = 'my first password';
let membership: ServiceFixture;
let callers: Record<'member' | 'stranger' | 'officer', Actor>;
let unionId: string;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership();
  const trees = await plantUnions(membership);
  unionId = trees.left.id;
  callers = callersOf(trees);
});

afterAll(() => membership.stop());

// Each test runs in its own minute, day and hour.
beforeEach(() => membership.clock.advance(25 * 3_600_000));

interface Member {
  readonly view: MemberView;
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
}

async function newMember(more: Partial<CreateMemberRequest> = {}): Promise<Member> {
  numbers += 1;
  const phone = `139${String(numbers).padStart(8, '0')}`;
  const who = { name: '令狐冲', residentNumber: residentNumber(numbers) };
  const view = await membership.ask(
    memberContract.create,
    { unionId, ...who, phone, ...more },
    callers.officer,
  );
  return { view, ...who, phone };
}

function askFor(
  { name, residentNumber: number }: Pick<Member, 'name' | 'residentNumber'>,
  from: string = newId(),
) {
  const request = { purpose: 'activation', name, residentNumber: number } as const;
  return membership.ask(entryCodeContract.request, request, null, { from });
}

function activate(
  { name, residentNumber: number }: Pick<Member, 'name' | 'residentNumber'>,
  code: string,
): Promise<SignInView> {
  const request = { name, residentNumber: number, code, password, account: `login${numbers}` };
  return membership.ask(activationContract.create, request, null, { from: newId() });
}

async function arrived(phone: string, count = 1): Promise<string> {
  const codes = await eventually(async () => {
    const found = await codesTo(membership, phone, 'activation');
    if (found.length < count) throw new Error(`${found.length} messages were sent`);
    return found;
  });
  expect(codes).toHaveLength(count);
  return codes.at(-1) ?? '';
}

/** Waits until all requests have been processed. */
async function allHandled(): Promise<void> {
  await eventually(async () => {
    const [{ left }] = (await membership.dataSource.query(
      `SELECT (SELECT count(*) FROM due WHERE kind = 'entry-code-request')::int AS left`,
    )) as [{ left: number }];
    if (left > 0) throw new Error(`${left} requests wait`);
  });
}

const wrongTry = async (member: Member, code = '000000'): Promise<string> =>
  activate(member, code).then(
    () => 'let in',
    (error: { code: string }) => error.code,
  );

describe('a code by text message', () => {
  it('lets in the one whose phone it comes to, once', async () => {
    const member = await newMember();
    await askFor(member);
    const code = await arrived(member.phone);
    await expect(activate({ ...member, name: '岳不群' }, code)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await activate(member, code);
    await expect(activate(member, code)).rejects.toMatchObject({ code: 'ALREADY_ACTIVATED' });
  });

  it('is valid for five minutes and five tries, and only the newest is', async () => {
    const member = await newMember();
    await askFor(member);
    const first = await arrived(member.phone);
    membership.clock.advance(5 * 60_000);
    expect(await wrongTry(member, first)).toBe('CODE_WRONG');
    await askFor(member);
    const second = await arrived(member.phone, 2);
    const other = second === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) expect(await wrongTry(member, other)).toBe('CODE_WRONG');
    expect(await wrongTry(member, second)).toBe('CODE_WRONG');
    membership.clock.advance(60_000);
    await askFor(member);
    const third = await arrived(member.phone, 3);
    await activate(member, third);
  });

  it('gives the same answer to whoever is unknown, has no phone, or is active, and sends nothing', async () => {
    const issued = () => membership.recorded(membershipEvents.codeIssued);
    const before = (await issued()).length;
    const active = await newMember();
    await activate(active, (await printCode(membership, active.view.id, callers.officer)).code ?? '');
    const silent = await newMember({ phone: null });
    const nobody = { name: '令狐冲', residentNumber: residentNumber(900) };
    for (const who of [active, silent, nobody, { ...silent, name: '任我行' }])
      expect(await askFor(who)).toEqual({ done: true });
    await allHandled();
    expect(await issued()).toHaveLength(before);
  });

  it('is sent at most once a minute and five times a day, from whatever addresses', async () => {
    const member = await newMember();
    for (let n = 1; n <= 7; n += 1) {
      await askFor(member);
      await askFor(member);
      await allHandled();
      membership.clock.advance(60_000);
    }
    await arrived(member.phone, 5);
  });

  it('is not asked for without end from one address, whoever it is for', async () => {
    await membership.dataSource.query(
      `INSERT INTO entry_request (origin, hour, asked) VALUES ($1, $2, 299)`,
      ['10.1.1.1', new Date(Math.floor(membership.clock.now().getTime() / 3_600_000) * 3_600_000)],
    );
    const nobody = { name: '令狐冲', residentNumber: residentNumber(901) };
    await askFor(nobody, '10.1.1.1');
    await expect(askFor(nobody, '10.1.1.1')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    await askFor(nobody, '10.1.1.2');
    // An owner of one IPv6 address has as many others as they like.
    await membership.dataSource.query(`UPDATE entry_request SET origin = $2 WHERE origin = $1`, [
      '10.1.1.1',
      networkOf('2001:db8:0:9::1'),
    ]);
    await expect(askFor(nobody, '2001:db8:0:9::2')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('stands nowhere in the database, nor does the phone that it goes to', async () => {
    const member = await newMember();
    await askFor(member);
    const code = await arrived(member.phone);
    const [event] = (await membership.recorded(membershipEvents.codeIssued)).slice(-1);
    expect(Object.keys(event ?? {}).sort()).toEqual(['id', 'purpose', 'sealed', 'until']);
    for (const table of [
      'outbox',
      'inbox',
      'audit_record',
      'due',
      'dead_letter',
      'idempotency',
      'entry_code',
    ]) {
      const rows = JSON.stringify(await membership.dataSource.query(`SELECT t::text FROM ${table} t`));
      const holdsCode = new RegExp(`(?<!\\d)${code}(?!\\d)`).test(rows);
      expect([table, rows.includes(member.phone), holdsCode]).toEqual([table, false, false]);
    }
  });
});

describe('guessing', () => {
  it('ends with the tenth wrong try of a day over all addresses, whether or not there is such a person', async () => {
    const member = await newMember();
    const nobody = { ...member, residentNumber: residentNumber(902) };
    await askFor(member);
    const code = await arrived(member.phone);
    for (const who of [member, nobody]) {
      const answers = [];
      for (let n = 0; n < 11; n += 1) answers.push(await wrongTry(who));
      expect(answers).toEqual([...Array.from({ length: 10 }, () => 'CODE_WRONG'), 'ENTRY_CLOSED']);
    }
    expect(await wrongTry(member, code)).toBe('ENTRY_CLOSED');
  });

  it('in parallel gains no more tries', async () => {
    const member = await newMember();
    const answers = await Promise.all(Array.from({ length: 30 }, () => wrongTry(member)));
    expect(answers.filter((answer) => answer === 'CODE_WRONG')).toHaveLength(10);
  });

  it('is seen by the officers of the union, and a printed code opens again', async () => {
    const member = await newMember();
    for (let n = 0; n < 10; n += 1) await wrongTry(member);
    const until = new Date(membership.clock.now().getTime() + 24 * 3_600_000).toISOString();
    const seen = await membership.ask(memberContract.get, { memberId: member.view.id }, callers.officer);
    expect(seen.entryClosedUntil).toBe(until);
    const [trail] = (await membership.dataSource.query(
      `SELECT after FROM audit_record WHERE subject_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [member.view.id],
    )) as { after: object }[];
    expect(trail?.after).toMatchObject({ entryClosed: 'activation' });
    const { code } = await printCode(membership, member.view.id, callers.officer);
    await activate(member, code ?? '');
    const open = await membership.ask(memberContract.get, { memberId: member.view.id }, callers.officer);
    expect(open.entryClosedUntil).toBeNull();
  });

  it('is possible again a day later', async () => {
    const member = await newMember();
    for (let n = 0; n < 10; n += 1) await wrongTry(member);
    membership.clock.advance(24 * 3_600_000);
    expect(await wrongTry(member)).toBe('CODE_WRONG');
    const seen = await membership.ask(memberContract.get, { memberId: member.view.id }, callers.officer);
    expect(seen.entryClosedUntil).toBeNull();
  });
});

describe('a printed code', () => {
  const issue = (memberId: string, actor: Actor | null, idempotencyKey?: string) =>
    membership.ask(
      entryCodeContract.issue,
      { memberId, purpose: 'activation' },
      actor,
      idempotencyKey === undefined ? {} : { idempotencyKey },
    );

  it('is valid for a week, and shown once', async () => {
    const member = await newMember({ phone: null });
    const key = newId();
    const made = await issue(member.view.id, callers.officer, key);
    expect(made).toMatchObject({ maskedName: '令**', unionName: '青山区总工会' });
    expect(made.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await issue(member.view.id, callers.officer, key)).toEqual({ ...made, code: null });
    membership.clock.advance(7 * 86_400_000 - 1);
    await activate(member, (made.code ?? '').toLowerCase());
  });

  it('is not valid after that week, nor once another was printed', async () => {
    const member = await newMember();
    const first = await issue(member.view.id, callers.officer);
    const second = await issue(member.view.id, callers.officer);
    expect(await wrongTry(member, first.code ?? '')).toBe('CODE_WRONG');
    membership.clock.advance(7 * 86_400_000);
    expect(await wrongTry(member, second.code ?? '')).toBe('CODE_WRONG');
  });

  it('is not made worthless by somebody who asks for text messages', async () => {
    const member = await newMember();
    const { code } = await issue(member.view.id, callers.officer);
    await askFor(member);
    await arrived(member.phone);
    await activate(member, code ?? '');
  });

  it('is made by officers of the union alone, and stands in no trail', async () => {
    const member = await newMember();
    await expect(issue(member.view.id, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(issue(member.view.id, callers.member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(issue(member.view.id, callers.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id, code } = await issue(member.view.id, callers.officer);
    const rows = JSON.stringify(
      await membership.dataSource.query(`SELECT t::text FROM audit_record t WHERE subject_id = $1`, [id]),
    );
    expect(rows).toContain(member.view.personId);
    for (const form of [code ?? '-', code?.replace('-', '') ?? '-']) expect(rows).not.toContain(form);
  });

  it('is not made for whoever signs in already, nor for whoever has left', async () => {
    const member = await newMember();
    await activate(member, (await issue(member.view.id, callers.officer)).code ?? '');
    await expect(issue(member.view.id, callers.officer)).rejects.toMatchObject({ code: 'ALREADY_ACTIVATED' });
    const former = await newMember();
    await membership.ask(memberContract.end, { memberId: former.view.id }, callers.officer);
    await expect(issue(former.view.id, callers.officer)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});
