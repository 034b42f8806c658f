import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { activationContract } from '@gongxiang/contracts/membership/members/activation.contract';
import { codeSignInContract } from '@gongxiang/contracts/membership/members/code-sign-in.contract';
import { entryCodeContract } from '@gongxiang/contracts/membership/members/entry-code.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { passwordResetContract } from '@gongxiang/contracts/membership/members/password-reset.contract';
import { type Actor, minuteMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { complete, setUpApp, shownBy } from '../../access/second-factor/second-factor.fixture.js';
import { codesTo } from '../../access/text-message/text-message.fixture.js';
import {
  plantPerson,
  plantUnions,
  printCode,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';

const password = 'my first password';
let membership: ServiceFixture;
let unionId: string;
let officer: Actor;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership();
  const { left } = await plantUnions(membership);
  unionId = left.id;
  const personId = await plantPerson(membership);
  const roles = [['officer', left.id, left.path]] as const;
  officer = actorWith({ personId, unionId, unionPath: left.path, roles });
});
afterAll(() => membership.stop());

// Each test runs on its own day.
beforeEach(() => membership.clock.advance(25 * 60 * minuteMs));

interface Member {
  readonly personId: string;
  readonly phone: string;
  readonly account: string | null;
}

async function imported(phone?: string) {
  numbers += 1;
  const who = { name: '任我行', residentNumber: residentNumber(numbers) };
  const at = phone ?? `135${String(numbers).padStart(8, '0')}`;
  const member = await membership.ask(memberContract.create, { unionId, ...who, phone: at }, officer);
  return { who, phone: at, member };
}

/** A person with an activated account. */
async function newMember({
  login = false,
  phone: at,
}: { login?: boolean; phone?: string } = {}): Promise<Member> {
  const { who, phone, member } = await imported(at);
  const code = (await printCode(membership, member.id, officer)).code ?? '';
  const account = login ? `forgetting${numbers}` : null;
  await membership.ask(activationContract.create, { ...who, code, account, password }, null);
  return { personId: member.personId, phone, account };
}

const askFor = (account: string) =>
  membership.ask(entryCodeContract.request, { purpose: 'signIn', account }, null, { from: newId() });

const signIn = (account: string, code: string) =>
  membership.ask(codeSignInContract.create, { account, code }, null, { from: newId() });

const refusalOf = (account: string, code: string): Promise<string> =>
  signIn(account, code).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

/** The newest of the codes that were sent, of which there are as many as expected. */
function codeAt(phone: string, count = 1): Promise<string> {
  return eventually(async () => {
    const codes = await codesTo(membership, phone, 'signIn');
    const newest = codes.at(-1);
    if (newest === undefined || codes.length < count) throw new Error('no code was sent');
    return newest;
  });
}

const other = (code: string): string => (code === '000000' ? '111111' : '000000');

it('signs in by a code to the phone, once, and leaves the password and other sessions alone', async () => {
  const { personId, phone } = await newMember();
  const before = await membership.ask(sessionContract.create, { account: phone, password }, null);
  await askFor(`+86 ${phone}`);
  const code = await codeAt(phone);
  const { accessToken, refreshToken } = await signIn(phone, code);
  expect(accessToken).not.toBe('');
  await membership.ask(sessionContract.refresh, { refreshToken }, null);
  await membership.ask(sessionContract.refresh, { refreshToken: before.refreshToken }, null);
  await membership.ask(sessionContract.create, { account: phone, password }, null);
  expect(await refusalOf(phone, code)).toBe('CODE_WRONG');
  const { items } = await membership.ask(sessionContract.list, {}, actorWith({ personId }));
  // The one of the activation too.
  expect(items).toHaveLength(4);
});

it('finds whoever has a login by it, and by a phone that is theirs alone', async () => {
  const { phone, account } = await newMember({ login: true });
  await askFor(account ?? '');
  await signIn(account ?? '', await codeAt(phone));
  membership.clock.advance(minuteMs);
  await askFor(phone);
  await signIn(phone, await codeAt(phone, 2));
});

it('sends nothing to a phone that two people with logins share, who type their logins', async () => {
  const one = await newMember({ login: true });
  const two = await newMember({ login: true, phone: one.phone });
  await askFor(one.phone);
  await askFor(two.account ?? '');
  await signIn(two.account ?? '', await codeAt(one.phone));
  expect(await codesTo(membership, one.phone, 'signIn')).toHaveLength(1);
});

it('is not told apart from a phone that nobody signs in with', async () => {
  const { phone } = await newMember();
  const neverActive = await imported();
  for (const name of ['13800009999', neverActive.phone]) expect(await askFor(name)).toEqual({ done: true });
  for (const name of [phone, neverActive.phone, '13800009999']) {
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await refusalOf(name, '000000'));
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 'CODE_WRONG'), 'ENTRY_CLOSED']);
  }
  expect(await codesTo(membership, neverActive.phone, 'signIn')).toEqual([]);
  // Guessing codes has not blocked signing in with the password.
  await membership.ask(sessionContract.create, { account: phone, password }, null, { from: newId() });
});

it('takes a code for five minutes and five wrong attempts, and only the newest', async () => {
  const { phone } = await newMember();
  await askFor(phone);
  const late = await codeAt(phone);
  membership.clock.advance(5 * minuteMs);
  expect(await refusalOf(phone, late)).toBe('CODE_WRONG');
  await askFor(phone);
  const guessed = await codeAt(phone, 2);
  for (let n = 0; n < 5; n += 1) expect(await refusalOf(phone, other(guessed))).toBe('CODE_WRONG');
  expect(await refusalOf(phone, guessed)).toBe('CODE_WRONG');
  membership.clock.advance(minuteMs);
  await askFor(phone);
  expect(await refusalOf(phone, await codeAt(phone, 3))).toBe('done');
});

it('sends at most one message a minute, whatever for, and no code serves another purpose', async () => {
  const { phone } = await newMember();
  await askFor(phone);
  await askFor(phone);
  await membership.ask(entryCodeContract.request, { purpose: 'passwordReset', account: phone }, null);
  const code = await codeAt(phone);
  const reset = { account: phone, code, newPassword: 'my second password' };
  await expect(membership.ask(passwordResetContract.create, reset, null)).rejects.toMatchObject({
    code: 'CODE_WRONG',
  });
  await signIn(phone, code);
  expect(await codesTo(membership, phone, 'signIn')).toHaveLength(1);
  expect(await codesTo(membership, phone, 'passwordReset')).toEqual([]);
});

it('asks for the second factor as after a password', async () => {
  const { personId, phone } = await newMember();
  const owner = { actor: actorWith({ personId }), account: phone, password };
  const { secret } = await setUpApp(membership, owner);
  await askFor(phone);
  const refused = await signIn(phone, await codeAt(phone)).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED', params: { methods: 'code' } });
  const { challenge = '' } = (refused as { params: { challenge?: string } }).params;
  const factor = { challenge, code: shownBy(secret, membership) };
  expect((await membership.ask(sessionContract.complete, factor, null)).accessToken).not.toBe('');
  membership.clock.advance(minuteMs);
  await complete(membership, owner, { code: shownBy(secret, membership) });
});

it('needs to be said of which account', async () => {
  await expect(membership.ask(entryCodeContract.request, { purpose: 'signIn' }, null)).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ pointer: '/account' }],
  });
});
