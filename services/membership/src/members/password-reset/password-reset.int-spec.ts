import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { activationContract } from '@gongxiang/contracts/membership/members/activation.contract';
import { entryCodeContract } from '@gongxiang/contracts/membership/members/entry-code.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { memberContract, type MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { passwordResetContract } from '@gongxiang/contracts/membership/members/password-reset.contract';
import { pendingChangeContract } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { EntryCodeIssuer } from '../entry-code/entry-code-issuer.js';
import {
  noticesTo,
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  printCode,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import { AccountNews } from '../../access/account-news/account-news.js';
import { FactorClearing } from '../../access/second-factor/factor-clearing.js';
import { firstStep, setUpApp } from '../../access/second-factor/second-factor.fixture.js';
import { codesTo, wordsTo } from '../../access/text-message/text-message.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { printOperatorsCode } from './operators-code.js';

const oldPassword = 'my first password';
const newPassword = 'my second password';
let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let above: Actor;
let stranger: Actor;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = await officerOf(trees.left);
  above = await officerOf(trees.root);
  stranger = await officerOf(trees.right);
});

afterAll(() => membership.stop());

// Each test runs on its own day.
beforeEach(() => membership.clock.advance(25 * 3_600_000));

async function officerOf({ id, path }: UnionRow): Promise<Actor> {
  const personId = await plantPerson(membership);
  return actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
}

interface Member {
  readonly view: MemberView;
  readonly account: string;
  readonly phone: string;
}

/** A person with an activated account, who signs in with a login. */
async function newMember(): Promise<Member> {
  numbers += 1;
  const who = { name: '令狐冲', residentNumber: residentNumber(numbers) };
  const phone = `137${String(numbers).padStart(8, '0')}`;
  const account = `forgetful${numbers}`;
  const view = await membership.ask(
    memberContract.create,
    { unionId: trees.left.id, ...who, phone },
    officer,
  );
  const code = (await printCode(membership, view.id, officer)).code ?? '';
  await membership.ask(activationContract.create, { ...who, code, account, password: oldPassword }, null);
  return { view, account, phone };
}

const askFor = (account: string) =>
  membership.ask(entryCodeContract.request, { purpose: 'passwordReset', account }, null, { from: newId() });

const reset = (account: string, code: string) =>
  membership.ask(passwordResetContract.create, { account, code, newPassword }, null, { from: newId() });

const refusalOf = (account: string, code: string): Promise<string> =>
  reset(account, code).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

const signIn = (account: string, password: string) =>
  membership.ask(sessionContract.create, { account, password }, null, { from: newId() });

const issue = (memberId: string, actor: Actor) =>
  membership.ask(entryCodeContract.issue, { memberId, purpose: 'passwordReset' }, actor);

function codeAt(phone: string): Promise<string> {
  return eventually(async () => {
    const [first] = await codesTo(membership, phone, 'passwordReset');
    if (first === undefined) throw new Error('no code was sent');
    return first;
  });
}

describe('a forgotten password', () => {
  it('is set anew by a code to the phone, which ends every session', async () => {
    const { view, account, phone } = await newMember();
    const sessionId = await plantSession(membership, view.personId);
    await askFor(account.toUpperCase());
    const code = await codeAt(phone);
    expect(await reset(account, code)).toEqual({ done: true });
    await signIn(account, newPassword);
    await expect(signIn(account, oldPassword)).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
    const { personId } = view;
    const resolved = await membership.ask(sessionContract.resolve, { sessionId, personId }, null);
    expect(resolved.active).toBe(false);
    expect(await refusalOf(account, code)).toBe('CODE_WRONG');
  });

  it('is set by a phone too, however it is written, of whoever has no login', async () => {
    numbers += 1;
    const who = { name: '任盈盈', residentNumber: residentNumber(numbers) };
    const phone = `136${String(numbers).padStart(8, '0')}`;
    const member = { unionId: trees.left.id, ...who, phone };
    const { id } = await membership.ask(memberContract.create, member, officer);
    const code = (await printCode(membership, id, officer)).code ?? '';
    await membership.ask(activationContract.create, { ...who, code, password: oldPassword }, null);
    await askFor(`+86 ${phone}`);
    await reset(phone, await codeAt(phone));
    await signIn(phone, newPassword);
  });

  it('is not told apart from an account that does not exist', async () => {
    const { account, phone } = await newMember();
    expect(await askFor('nobody-at-all')).toEqual({ done: true });
    for (const name of [account, 'nobody-at-all']) {
      const answers = [];
      for (let n = 0; n < 11; n += 1) answers.push(await refusalOf(name, '000000'));
      expect(answers).toEqual([...Array.from({ length: 10 }, () => 'CODE_WRONG'), 'ENTRY_CLOSED']);
    }
    expect(await codesTo(membership, phone, 'passwordReset')).toEqual([]);
    // Guessing codes has not blocked signing in.
    await signIn(account, oldPassword);
  });

  it('takes no code that was made for an activation, and the other way round', async () => {
    const { view, account } = await newMember();
    await expect(printCode(membership, view.id, officer, 'activation')).rejects.toMatchObject({
      code: 'ALREADY_ACTIVATED',
    });
    numbers += 1;
    const imported = { unionId: trees.left.id, name: '令狐冲', residentNumber: residentNumber(numbers) };
    const { id } = await membership.ask(memberContract.create, imported, officer);
    await expect(issue(id, officer)).rejects.toMatchObject({ code: 'NOT_ACTIVATED' });
    const { code } = await printCode(membership, id, officer);
    expect(await refusalOf(account, code ?? '')).toBe('CODE_WRONG');
  });

  it('needs to be said of which account', async () => {
    const request = { purpose: 'passwordReset' } as const;
    await expect(membership.ask(entryCodeContract.request, request, null)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });
});

describe('a printed code for another password', () => {
  it('works once somebody above the union has confirmed it, even where tries are refused', async () => {
    const { view, account } = await newMember();
    const { code, pendingChangeId } = await issue(view.id, officer);
    expect(await refusalOf(account, code ?? '')).toBe('CODE_NOT_CONFIRMED');
    const decision = { pendingChangeId: pendingChangeId ?? '' };
    for (const [actor, refusal] of [
      [officer, 'SAME_PERSON'],
      [actorWith({ personId: view.personId }), 'SAME_PERSON'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      await expect(membership.ask(pendingChangeContract.confirm, decision, actor)).rejects.toMatchObject({
        code: refusal,
      });
    for (let n = 0; n < 10; n += 1) await refusalOf(account, '000000');
    expect(await refusalOf(account, '000000')).toBe('ENTRY_CLOSED');
    await membership.ask(pendingChangeContract.confirm, decision, above);
    await reset(account, code ?? '');
    await signIn(account, newPassword);
  });

  it('never works where it was refused', async () => {
    const { view, account } = await newMember();
    const { code, pendingChangeId } = await issue(view.id, officer);
    const refusal = { pendingChangeId: pendingChangeId ?? '', reason: '请本人到场' };
    await membership.ask(pendingChangeContract.refuse, refusal, above);
    expect(await refusalOf(account, code ?? '')).toBe('CODE_WRONG');
  });

  it('takes the place of the one before, and of what waited to be confirmed', async () => {
    const { view, account } = await newMember();
    const first = await issue(view.id, officer);
    const second = await issue(view.id, officer);
    const earlier = { pendingChangeId: first.pendingChangeId ?? '' };
    expect((await membership.ask(pendingChangeContract.get, earlier, officer)).state).toBe('withdrawn');
    expect(await refusalOf(account, first.code ?? '')).toBe('CODE_WRONG');
    await membership.ask(
      pendingChangeContract.confirm,
      { pendingChangeId: second.pendingChangeId ?? '' },
      above,
    );
    await reset(account, second.code ?? '');
  });

  it('is never made for oneself', async () => {
    const { view } = await newMember();
    const himself = { ...officer, personId: view.personId };
    await expect(issue(view.id, himself)).rejects.toMatchObject({ code: 'SAME_PERSON' });
  });
});

describe('whoever owns the account', () => {
  /** The kinds of texts and of notices that they were told, each oldest first. */
  async function toldTo({ phone, view }: Member) {
    const kinds = ['passwordWasReset', 'passwordChanged', 'resetCodeAsked', 'resetCodeReady'] as const;
    const notices = await Promise.all(kinds.map((kind) => noticesTo(membership, view.personId, kind)));
    return {
      texts: (await wordsTo(membership, phone)).map(({ kind }) => kind),
      notices: notices.flat().map(({ kind }) => kind),
    };
  }

  it('hears once of a password that was set anew, at every address, and nothing of a wrong code', async () => {
    const member = await newMember();
    await askFor(member.account);
    const code = await codeAt(member.phone);
    expect(await refusalOf(member.account, '000000')).toBe('CODE_WRONG');
    expect(await toldTo(member)).toEqual({ texts: [], notices: [] });
    await reset(member.account, code);
    expect(await refusalOf(member.account, code)).toBe('CODE_WRONG');
    expect(await toldTo(member)).toEqual({ texts: ['passwordWasReset'], notices: ['passwordWasReset'] });
    const [text] = await wordsTo(membership, member.phone);
    expect(text).toMatchObject({ values: { link: '/reset-password' }, locale: 'zh-CN' });
    const [notice] = await noticesTo(membership, member.view.personId, 'passwordWasReset');
    expect(notice).toMatchObject({ why: 'accountConcerned', personIds: [member.view.personId], values: {} });
  });

  it('hears of a password that was changed, in their language, and nothing of another change or a wrong password', async () => {
    const member = await newMember();
    const themselves = actorWith({ personId: member.view.personId });
    await membership.ask(meContract.update, { locale: 'en' }, themselves);
    const change = { currentPassword: 'not my password', newPassword };
    await expect(membership.ask(meContract.update, change, themselves)).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    expect(await toldTo(member)).toEqual({ texts: [], notices: [] });
    await membership.ask(meContract.update, { ...change, currentPassword: oldPassword }, themselves);
    expect(await toldTo(member)).toEqual({ texts: ['passwordChanged'], notices: ['passwordChanged'] });
    expect(await wordsTo(membership, member.phone)).toMatchObject([{ locale: 'en' }]);
  });

  it('hears of a printed code before it works, and again once it does; of a refused one no more', async () => {
    const [member, other] = [await newMember(), await newMember()];
    const { code, pendingChangeId } = await issue(member.view.id, officer);
    expect(await toldTo(member)).toEqual({ texts: ['resetCodeAsked'], notices: ['resetCodeAsked'] });
    await membership.ask(pendingChangeContract.confirm, { pendingChangeId: pendingChangeId ?? '' }, above);
    const both = ['resetCodeAsked', 'resetCodeReady'];
    await eventually(async () => expect(await toldTo(member)).toEqual({ texts: both, notices: both }));
    expect(JSON.stringify(await wordsTo(membership, member.phone))).not.toContain(code);
    const refused = await issue(other.view.id, officer);
    const refusal = { pendingChangeId: refused.pendingChangeId ?? '', reason: '请本人到场' };
    await membership.ask(pendingChangeContract.refuse, refusal, above);
    await reset(member.account, code ?? '');
    expect((await toldTo(member)).texts).toEqual([...both, 'passwordWasReset']);
    expect((await toldTo(other)).texts).toEqual(['resetCodeAsked']);
  });
});

describe('a printed code to begin with', () => {
  it('of whoever was given an office already is printed above it', async () => {
    numbers += 1;
    const imported = { unionId: trees.left.id, name: '风清扬', residentNumber: residentNumber(numbers) };
    const { id, personId } = await membership.ask(memberContract.create, imported, officer);
    await plantRole(membership, { personId, unionId: trees.left.id, role: 'approver' });
    await expect(printCode(membership, id, officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await printCode(membership, id, above)).code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  });
});

describe('a lost second factor', () => {
  it('is asked for after a new password too, unless a printed code, which two people vouch for, clears it', async () => {
    const { view, account, phone } = await newMember();
    const owner = { actor: actorWith({ personId: view.personId }), account, password: newPassword };
    await setUpApp(membership, { ...owner, password: oldPassword });
    const clear = (code: string) =>
      membership.ask(passwordResetContract.create, { account, code, newPassword, clearFactors: true }, null, {
        from: newId(),
      });
    await askFor(account);
    const code = await codeAt(phone);
    await expect(clear(code)).rejects.toMatchObject({ code: 'PRINTED_CODE_REQUIRED' });
    await reset(account, code);
    expect(await firstStep(membership, owner)).not.toBeNull();
    const printed = await issue(view.id, officer);
    await expect(clear(printed.code ?? '')).rejects.toMatchObject({ code: 'CODE_NOT_CONFIRMED' });
    const { pendingChangeId } = printed;
    await membership.ask(pendingChangeContract.confirm, { pendingChangeId: pendingChangeId ?? '' }, above);
    await clear(printed.code ?? '');
    expect(await firstStep(membership, owner)).toBeNull();
  });
});

describe('the code of whoever runs the installation', () => {
  const print = (account: string, options = {}) => {
    const tools = {
      personalData: membership.app.get(PersonalData, { strict: false }),
      issuer: membership.app.get(EntryCodeIssuer, { strict: false }),
      factors: membership.app.get(FactorClearing, { strict: false }),
      news: membership.app.get(AccountNews, { strict: false }),
    };
    return printOperatorsCode(membership.app.get(Transactions, { strict: false }), tools, account, options);
  };

  it('sets the password of an account that nobody can help, and stands in the audit trail', async () => {
    const { view, account, phone } = await newMember();
    const issued = await print(account);
    await reset(account, issued?.code ?? '');
    await signIn(account, newPassword);
    const trail = await membership.dataSource.query(
      `SELECT action, after->>'personId' AS "personId" FROM audit_record WHERE subject_id = $1`,
      [issued?.row.id],
    );
    expect(trail).toEqual([{ action: 'membership.entry-code.issue', personId: view.personId }]);
    expect((await wordsTo(membership, phone)).map(({ kind }) => kind)).toEqual([
      'resetCodeReady',
      'passwordWasReset',
    ]);
  });

  it('removes the second factor too where that is asked for, which stands in the audit trail', async () => {
    const { view, account, phone } = await newMember();
    const owner = { actor: actorWith({ personId: view.personId }), account, password: oldPassword };
    await setUpApp(membership, owner);
    await print(account);
    expect(await firstStep(membership, owner)).not.toBeNull();
    await print(account, { clearsFactors: true });
    expect(await firstStep(membership, owner)).toBeNull();
    const trail = await membership.dataSource.query(
      `SELECT before, after FROM audit_record WHERE noun = 'second-factor' AND subject_id = $1`,
      [view.personId],
    );
    expect(trail).toEqual([
      { before: { totp: true, passkeys: 0, recoveryCodes: 10, linkedAccounts: 0 }, after: { cleared: true } },
    ]);
    expect((await wordsTo(membership, phone)).map(({ kind }) => kind)).toContain('factorsCleared');
  });

  it('is not made for an account that does not exist', async () => {
    expect(await print('nobody-at-all')).toBeNull();
  });
});
