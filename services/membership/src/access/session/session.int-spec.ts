import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  authChangedSubject,
  sessionContract,
  type SignInView,
} from '@gongxiang/contracts/membership/access/session.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, newId } from '@gongxiang/domain';
import { EventRuntime } from '@gongxiang/messaging/service';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { ApiKeyRow } from '../api-key/api-key.entity.js';
import { startMembership } from '../../membership.fixture.js';

const password = 'a first password';
let membership: ServiceFixture;
let operator: Actor;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2, config: { firstOperatorPassword: password } });
  operator = await actorOf(await signIn());
});

afterAll(() => membership.stop());

function signIn(from = '127.0.0.1', typed = password, account = 'operator'): Promise<SignInView> {
  return membership.ask(sessionContract.create, { account, password: typed }, null, { from });
}

function refresh(refreshToken: string): Promise<SignInView> {
  return membership.ask(sessionContract.refresh, { refreshToken }, null);
}

function claimsOf({ accessToken }: SignInView): { sub: string; sid: string; exp: number; iat: number } {
  const body = accessToken.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as ReturnType<typeof claimsOf>;
}

function resolve(view: SignInView) {
  const { sub: personId, sid: sessionId } = claimsOf(view);
  return membership.ask(sessionContract.resolve, { personId, sessionId }, null);
}

async function actorOf(view: SignInView): Promise<Actor> {
  const { actor } = await resolve(view);
  if (actor === null) throw new Error('the session has ended');
  return actor;
}

describe('the first operator', () => {
  it('is made once, with the federation, though two replicas start at once', async () => {
    expect(await membership.recorded(membershipEvents.unionChanged)).toHaveLength(1);
    expect(
      (await membership.recorded(membershipEvents.roleChanged)).map((grant) => grant.role).sort(),
    ).toEqual(['officer', 'operator']);
    expect(operator.roles.map(({ role, path }) => `${role} ${path}`).sort()).toEqual([
      'officer 1.',
      'operator 1.',
    ]);
    expect(operator.unionPath).toBe('1.');
  });

  it.each(['union', 'member', 'role'])('is told anew on demand: the %s', async (noun) => {
    expect(await membership.app.get(EventRuntime).republish(noun)).toBeGreaterThan(0);
  });

  it('sees their own particulars, and sets their language', async () => {
    expect(await membership.ask(meContract.get, {}, operator)).toMatchObject({
      account: 'operator',
      maskedName: '平****',
      unionName: '工会联合体',
      locale: 'zh-CN',
    });
    expect((await membership.ask(meContract.update, { locale: 'en' }, operator)).locale).toBe('en');
  });
});

describe('sign-in', () => {
  it('answers tokens that carry person and session, never roles', async () => {
    const view = await signIn();
    expect(Object.keys(view).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken']);
    expect(Object.keys(claimsOf(view)).sort()).toEqual(['exp', 'iat', 'sid', 'sub']);
    expect(claimsOf(view).exp - claimsOf(view).iat).toBe(view.expiresIn);
  });

  it('keeps no token for a replay, even where the caller sends a key', async () => {
    await membership.ask(sessionContract.create, { account: 'operator', password }, null, {
      idempotencyKey: 'kept?',
    });
    expect(await membership.dataSource.query(`SELECT 1 FROM idempotency WHERE key = 'kept?'`)).toEqual([]);
  });

  it('says the same of a wrong password and of an account that does not exist', async () => {
    await expect(signIn('10.0.0.1', 'wrong')).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
    await expect(signIn('10.0.0.1', 'wrong', 'nobody')).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
  });

  it('E124: slows an address that guesses, and no other', async () => {
    for (let failure = 0; failure < 6; failure += 1) {
      await expect(signIn('10.0.0.2', 'wrong')).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
      membership.clock.advance(1_000);
    }
    // the sixth failure asks for 2 s, of which one has passed
    await expect(signIn('10.0.0.2')).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: 1,
    });
    await signIn('10.0.0.3');
    membership.clock.advance(1_000);
    await signIn('10.0.0.2');
  });

  it('E124: gives a phone no more tries for being written differently', async () => {
    const spellings = [
      '13900009999',
      '+86 139-0000-9999',
      '(139)00009999',
      '1-3-9-00009999',
      '１３９００００９９９９',
    ];
    for (const account of spellings)
      await expect(signIn('10.0.0.5', 'wrong', account)).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
    await expect(signIn('10.0.0.5', 'wrong', '139 0000 9999')).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
  });

  it('does not begin with a password that was changed while it was looked at', async () => {
    const [{ hash }] = await membership.dataSource.query<[{ hash: string }]>(
      `SELECT password_hash AS hash FROM person WHERE id = $1`,
      [operator.personId],
    );
    const set = `UPDATE person SET password_hash = $2 WHERE id = $1`;
    let outcome: Promise<unknown> = Promise.resolve();
    await membership.dataSource.transaction(async (sql) => {
      await sql.query(set, [operator.personId, 'another']);
      outcome = signIn('10.0.0.6').catch((error: { readonly code: string }) => error.code);
      await eventually(async () => {
        const waiting: unknown[] = await membership.dataSource.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        expect(waiting).toHaveLength(1);
      });
    });
    expect(await outcome).toBe('CREDENTIALS_WRONG');
    await membership.dataSource.query(set, [operator.personId, hash]);
  });

  it('E124: forty guesses at once are worth no more than five', async () => {
    const guesses = Array.from({ length: 40 }, () =>
      signIn('10.0.0.4', 'wrong').catch((error: unknown) => error),
    );
    await Promise.all(guesses);
    await expect(signIn('10.0.0.4')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});

describe('guessing from many addresses', () => {
  const codeOf = (from: string, typed: string, account?: string): Promise<string> =>
    signIn(from, typed, account).then(
      () => 'signed in',
      (error: { readonly code: string }) => error.code,
    );
  const countOf = (codes: readonly string[], code: string): number =>
    codes.filter((one) => one === code).length;

  // From here on the clock advances by an hour or more between the tests, so that earlier failures are forgiven.
  beforeEach(() => membership.clock.advance(24 * 3_600_000));

  it('E124: a hundred addresses get no more tries at an account than ten and one', async () => {
    await signIn('192.0.2.1');
    const tries = Array.from({ length: 400 }, (_none, n) => codeOf(`198.51.100.${n % 100}`, `guess ${n}`));
    expect(countOf(await Promise.all(tries), 'CREDENTIALS_WRONG')).toBe(11);
  });

  it('E124: its owner signs in meanwhile where they did so before, and elsewhere once the wait is over', async () => {
    await signIn('192.0.2.1');
    for (let n = 0; n < 11; n += 1)
      expect(await codeOf(`198.51.100.${n}`, 'wrong')).toBe('CREDENTIALS_WRONG');
    await signIn('192.0.2.1');
    await expect(signIn('192.0.2.2')).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: 1,
      params: { seconds: 1 },
    });
    membership.clock.advance(1_000);
    await signIn('192.0.2.2');
  });

  it('E124: is slowed where the owner is at home too, as anywhere else', async () => {
    await signIn('192.0.2.1');
    for (let n = 0; n < 5; n += 1) expect(await codeOf('192.0.2.1', 'wrong')).toBe('CREDENTIALS_WRONG');
    expect(await codeOf('192.0.2.1', password)).toBe('TOO_MANY_REQUESTS');
  });

  it('forgets after thirty days where somebody was at home', async () => {
    await signIn('192.0.2.3');
    membership.clock.advance(31 * 24 * 3_600_000);
    for (let n = 0; n < 11; n += 1) await codeOf(`198.51.100.${n}`, 'wrong');
    expect(await codeOf('192.0.2.3', password)).toBe('TOO_MANY_REQUESTS');
  });

  it('E124: one address that tries a password with three hundred accounts is slowed after twenty', async () => {
    await signIn('192.0.2.1');
    const tries = Array.from({ length: 300 }, (_none, n) =>
      codeOf('192.0.2.1', 'spring2026!', `someone${n}`),
    );
    expect(countOf(await Promise.all(tries), 'CREDENTIALS_WRONG')).toBe(21);
    // Behind the same address, people who signed in there before still can.
    await signIn('192.0.2.1');
  });

  it('E124: the addresses of one IPv6 network count as one', async () => {
    for (let n = 0; n < 5; n += 1)
      expect(await codeOf(`2001:db8:0:7::${n}`, 'wrong')).toBe('CREDENTIALS_WRONG');
    expect(await codeOf('2001:db8:0:7:ffff::1', password)).toBe('TOO_MANY_REQUESTS');
    await signIn('2001:db8:0:8::1');
  });

  it('keeps no address of where people are at home', async () => {
    await signIn('192.0.2.77');
    const rows: unknown[] = await membership.dataSource.query('SELECT hash FROM familiar_network');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2|-4[0-9a-f]{3}-/);
  });
});

describe('the refresh token', () => {
  it('is good once, and its replay within 30 s gets the same successor', async () => {
    const first = await signIn();
    const second = await refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    membership.clock.advance(29_000);
    expect((await refresh(first.refreshToken)).refreshToken).toBe(second.refreshToken);
    expect((await resolve(second)).active).toBe(true);
  });

  it('gives ten renewals at once one successor', async () => {
    const { refreshToken } = await signIn();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
  });

  it('ends the session where it is used again later', async () => {
    const first = await signIn();
    const second = await refresh(first.refreshToken);
    membership.clock.advance(31_000);
    await expect(refresh(first.refreshToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(refresh(second.refreshToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    expect(await resolve(second)).toEqual({ active: false, actor: null, scopes: [] });
  });

  it('is refused where it was made up', async () => {
    await expect(refresh('made up')).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(refresh(`${newId()}.1.AAAA`)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });
});

describe('sessions', () => {
  it('are told apart by the device that signed in, where it is known by name', async () => {
    const credentials = { account: 'operator', password };
    const phone = { from: '10.0.9.1', device: 'WeChat, Android' };
    const { sid } = claimsOf(await membership.ask(sessionContract.create, credentials, null, phone));
    const unknown = claimsOf(await signIn()).sid;
    const { items } = await membership.ask(sessionContract.list, { limit: 200 }, operator);
    expect(items.find(({ id }) => id === sid)).toMatchObject({ device: 'WeChat, Android', from: '10.0.9.1' });
    expect(items.find(({ id }) => id === unknown)?.device).toBeNull();
  });

  it('are listed and revoked by their owner, and the gateways hear of it', async () => {
    const view = await signIn();
    const sessionId = claimsOf(view).sid;
    const messages: string[] = [];
    const subscription = membership.nats.subscribe(authChangedSubject, {
      callback: (_error, message) => void messages.push(message.string()),
    });
    await membership.nats.flush();
    const listed = await membership.ask(sessionContract.list, { limit: 200 }, operator);
    expect(listed.items.map((session) => session.id)).toContain(sessionId);
    await membership.ask(sessionContract.revoke, { sessionId }, operator);
    expect((await resolve(view)).active).toBe(false);
    await eventually(() => expect(messages).toContain(JSON.stringify({ personId: operator.personId })));
    subscription.unsubscribe();
  });

  it.each([
    ['nobody', null, 'NOT_SIGNED_IN'],
    ['another member', actorWith({ unionId: newId(), unionPath: '1.' }), 'NOT_FOUND'],
    ["another union's officer", actorWith({ roles: [['officer', newId(), '1.4.']] }), 'NOT_FOUND'],
    ["a branch's operator", actorWith({ roles: [['operator', newId(), '1.4.']] }), 'NOT_FOUND'],
  ])('cannot be revoked by %s', async (_who, actor, code) => {
    const sessionId = claimsOf(await signIn()).sid;
    await expect(membership.ask(sessionContract.revoke, { sessionId }, actor)).rejects.toMatchObject({
      code,
    });
  });
});

describe('signing out everywhere', () => {
  const end = (which: 'others' | 'all', actor: Actor) =>
    membership.ask(sessionContract.revokeAll, { which }, actor);

  it('spares the session that asks, and ends every other one of the person', async () => {
    const [mine, ...others] = [await signIn(), await signIn(), await signIn()];
    const himself = await actorOf(mine);
    expect(himself.sessionId).toBe(claimsOf(mine).sid);
    const listed = await membership.ask(sessionContract.list, { limit: 200 }, himself);
    expect(listed.items.filter((one) => one.current).map((one) => one.id)).toEqual([himself.sessionId]);
    expect(await end('others', himself)).toEqual({ ended: listed.items.length - 1 });
    expect((await resolve(mine)).active).toBe(true);
    for (const other of others) {
      expect((await resolve(other)).active).toBe(false);
      await expect(refresh(other.refreshToken)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    }
    expect(await end('others', himself)).toEqual({ ended: 0 });
  });

  it('ends that one too on request, and the gateways hear of it', async () => {
    const view = await signIn();
    const messages: string[] = [];
    const subscription = membership.nats.subscribe(authChangedSubject, {
      callback: (_error, message) => void messages.push(message.string()),
    });
    await membership.nats.flush();
    expect((await end('all', await actorOf(view))).ended).toBeGreaterThan(0);
    expect((await resolve(view)).active).toBe(false);
    await eventually(() => expect(messages).toContain(JSON.stringify({ personId: operator.personId })));
    subscription.unsubscribe();
  });

  it('is nobody’s but the signed-in person’s', async () => {
    const view = await signIn();
    await expect(membership.ask(sessionContract.revokeAll, { which: 'all' }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    await end('all', actorWith());
    expect((await resolve(view)).active).toBe(true);
  });
});

describe('a password', () => {
  it('is changed by whoever knows the present one, and ends every session', async () => {
    const view = await signIn();
    const wrong = { currentPassword: 'not it', newPassword: 'a second password' };
    await expect(membership.ask(meContract.update, wrong, operator)).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    await membership.ask(meContract.update, { ...wrong, currentPassword: password }, operator);
    expect((await resolve(view)).active).toBe(false);
    await signIn('127.0.0.1', 'a second password');
    await membership.ask(
      meContract.update,
      { currentPassword: 'a second password', newPassword: password },
      operator,
    );
  });

  it.each([
    ['basketball2026', 'PASSWORD_COMMON'],
    ['1234567890', 'PASSWORD_REPEATS'],
    ['my-operator-26', 'PASSWORD_OWN_DATA'],
    ['平台管理员@20261', 'PASSWORD_OWN_DATA'],
    ['工会联合体888888', 'PASSWORD_OWN_DATA'],
  ])('is not changed to one that others would guess: %s', async (newPassword, code) => {
    const change = membership.ask(meContract.update, { currentPassword: password, newPassword }, operator);
    await expect(change).rejects.toMatchObject({ code, errors: [{ pointer: '/newPassword', code }] });
    await signIn();
  });

  it('is answered once per key: a repetition does not find the present one wrong', async () => {
    const request = { currentPassword: password, newPassword: 'a third password' };
    await membership.ask(meContract.update, request, operator, { idempotencyKey: 'third' });
    const again = await membership.send(meContract.update, request, operator, { idempotencyKey: 'third' });
    expect(again).toMatchObject({ replayed: true, body: { personId: operator.personId } });
    const back = { currentPassword: 'a third password', newPassword: password };
    await membership.ask(meContract.update, back, operator, { from: '10.0.1.1' });
  });

  it('E124: is not guessed at from a session that was left open', async () => {
    const change = (currentPassword: string) =>
      membership.ask(meContract.update, { currentPassword, newPassword: 'a stolen password' }, operator, {
        from: '10.0.1.2',
      });
    for (let failure = 0; failure < 5; failure += 1)
      await expect(change(`guess ${failure}`)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(change(password)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    await signIn('10.0.1.2');
  });

  it('stands nowhere in the audit trail, nor do names', async () => {
    const rows: unknown[] = await membership.dataSource.query('SELECT before, after FROM audit_record');
    expect(JSON.stringify(rows)).not.toMatch(/password"|平台管理员/);
  });
});

describe('an API key', () => {
  it('acts for its person until its end', async () => {
    const keyHash = createHash('sha256').update('gx_test').digest('hex');
    await membership.dataSource.manager.insert(ApiKeyRow, {
      id: newId(),
      personId: operator.personId,
      name: 'ERP',
      scopes: ['members.read'],
      keyHash,
      createdAt: membership.clock.now(),
      expiresAt: new Date(membership.clock.now().getTime() + 1_000),
      revokedAt: null,
      lastUsedAt: null,
      notedFrom: membership.clock.now(),
    });
    const resolved = await membership.ask(sessionContract.resolve, { apiKeyHash: keyHash }, null);
    expect(resolved).toMatchObject({
      active: true,
      scopes: ['members.read'],
      actor: { personId: operator.personId },
    });
    membership.clock.advance(1_000);
    expect((await membership.ask(sessionContract.resolve, { apiKeyHash: keyHash }, null)).active).toBe(false);
  });
});
