import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiKeyContract } from '@gongxiang/contracts/membership/access/api-key.contract';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { type Actor, newId, rootPath } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { plantPassword, plantPerson, plantSession, startMembership } from '../../membership.fixture.js';

let membership: ServiceFixture;

beforeAll(async () => {
  membership = await startMembership();
});

afterAll(() => membership.stop());

interface Owner {
  readonly actor: Actor;
  readonly password: string;
}

async function somebody(): Promise<Owner> {
  const personId = await plantPerson(membership);
  return { actor: actorWith({ personId }), password: await plantPassword(membership, personId) };
}

function requestOf({ password }: Pick<Owner, 'password'>) {
  return { name: 'HR', scopes: ['write' as const], expiresAt: '2027-06-30T00:00:00+08:00', password };
}

const make = (owner: Owner, from = '127.0.0.1') =>
  membership.ask(apiKeyContract.create, requestOf(owner), owner.actor, { from });

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'allowed',
    (error: { readonly code: string }) => error.code,
  );

async function isAlive({ key }: { readonly key: string | null }): Promise<boolean> {
  const apiKeyHash = createHash('sha256')
    .update(key ?? '')
    .digest('hex');
  return (await membership.ask(sessionContract.resolve, { apiKeyHash }, null)).active;
}

describe('an API key', () => {
  it('shows its text once, and ends when it is revoked', async () => {
    const owner = await somebody();
    const { actor } = owner;
    const call = { idempotencyKey: newId() };
    const first = await membership.ask(apiKeyContract.create, requestOf(owner), actor, call);
    const again = await membership.send(apiKeyContract.create, requestOf(owner), actor, call);
    expect(first.key).toMatch(/^gx_[0-9a-f-]{36}_[\w-]{43}$/);
    expect(again).toMatchObject({ replayed: true, body: { id: first.id, key: null } });
    const listed = async () =>
      (await membership.ask(apiKeyContract.list, {}, actor)).items.map(({ id }) => id);
    expect(await listed()).toEqual([first.id]);
    const revoke = { apiKeyId: first.id };
    const stranger = actorWith({ roles: [['officer', newId(), '1.2.']] });
    expect(await refusal(membership.ask(apiKeyContract.revoke, revoke, stranger))).toBe('NOT_FOUND');
    await membership.ask(apiKeyContract.revoke, revoke, actor);
    expect(await listed()).toEqual([]);
    expect(await isAlive(first)).toBe(false);
  });

  it.each(['2026-11-20T08:59:59+08:00', '2028-01-01T00:00:00+08:00'])(
    'does not end at %s',
    async (expiresAt) => {
      const owner = await somebody();
      const request = { ...requestOf(owner), expiresAt };
      expect(await refusal(membership.ask(apiKeyContract.create, request, owner.actor))).toBe(
        'API_KEY_EXPIRY',
      );
    },
  );

  it('is made by nobody who is only signed in: it takes the password, which is not guessed at', async () => {
    const owner = await somebody();
    const from = '10.0.2.1';
    for (let n = 0; n < 5; n += 1)
      await expect(make({ ...owner, password: `guess ${n}` }, from)).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
        errors: [{ pointer: '/password' }],
      });
    expect(await refusal(make(owner, from))).toBe('TOO_MANY_REQUESTS');
    expect((await membership.ask(apiKeyContract.list, {}, owner.actor)).items).toEqual([]);
  });

  it('leaves no password behind', async () => {
    const owner = await somebody();
    await membership.ask(apiKeyContract.create, requestOf(owner), owner.actor, { idempotencyKey: newId() });
    const rows: unknown[] = await membership.dataSource.query('SELECT * FROM idempotency');
    expect(rows).not.toEqual([]);
    expect(JSON.stringify(rows)).not.toContain(owner.password);
  });

  it('says when it was last used, noted once an hour, and that it is unused after 90 days', async () => {
    const owner = await somebody();
    const key = await make(owner);
    const shown = async () => {
      const [one] = (await membership.ask(apiKeyContract.list, {}, owner.actor)).items;
      return { lastUsedAt: one?.lastUsedAt, unused: one?.unused };
    };
    expect(await shown()).toEqual({ lastUsedAt: null, unused: false });
    expect(await isAlive(key)).toBe(true);
    const first = { lastUsedAt: membership.clock.now().toISOString(), unused: false };
    expect(await shown()).toEqual(first);
    membership.clock.advance(3_599_999);
    await isAlive(key);
    expect(await shown()).toEqual(first);
    membership.clock.advance(1);
    await Promise.all([isAlive(key), isAlive(key)]);
    expect(await shown()).toEqual({ lastUsedAt: membership.clock.now().toISOString(), unused: false });
    membership.clock.advance(90 * 86_400_000);
    expect(await shown()).toMatchObject({ unused: true });
    membership.clock.advance(-90 * 86_400_000 - 3_600_000);
  });

  it('has nine others beside it at most, also of those that are made at once; an expired one does not count', async () => {
    const owner = await somebody();
    const outcomes = await Promise.all(Array.from({ length: 14 }, () => refusal(make(owner))));
    expect(outcomes.filter((one) => one === 'allowed')).toHaveLength(10);
    expect(outcomes.filter((one) => one === 'API_KEYS_TOO_MANY')).toHaveLength(4);
    await membership.dataSource.query(
      `UPDATE api_key SET expires_at = $2 WHERE id = (SELECT id FROM api_key WHERE person_id = $1 LIMIT 1)`,
      [owner.actor.personId, membership.clock.now()],
    );
    expect(await refusal(make(owner))).toBe('allowed');
  });

  it('ends with a new password', async () => {
    const owner = await somebody();
    const key = await make(owner);
    expect(await isAlive(key)).toBe(true);
    const change = { currentPassword: owner.password, newPassword: 'quite another word of mine' };
    await membership.ask(meContract.update, change, owner.actor);
    expect(await isAlive(key)).toBe(false);
  });

  it('ends when its person signs out everywhere, not when they sign out everywhere else', async () => {
    const owner = await somebody();
    const key = await make(owner);
    await membership.ask(sessionContract.revokeAll, { which: 'others' }, owner.actor);
    expect(await isAlive(key)).toBe(true);
    await membership.ask(sessionContract.revokeAll, { which: 'all' }, owner.actor);
    expect(await isAlive(key)).toBe(false);
  });

  it('ends no session, makes no key and changes no password', async () => {
    const { actor, password } = await somebody();
    const byKey = { ...actor, apiKeyId: newId() };
    const sessionId = await plantSession(membership, actor.personId);
    const change = { currentPassword: password, newPassword: 'quite another word of mine' };
    const operator = actorWith({ roles: [['operator', newId(), rootPath]] });
    const refusals = [
      membership.ask(apiKeyContract.create, requestOf({ password }), byKey),
      membership.ask(meContract.update, change, byKey),
      membership.ask(sessionContract.revoke, { sessionId }, byKey),
      membership.ask(sessionContract.revoke, { sessionId }, { ...operator, apiKeyId: newId() }),
      membership.ask(sessionContract.revokeAll, { which: 'others' }, byKey),
      membership.ask(sessionContract.revokeAll, { which: 'all' }, byKey),
    ].map(refusal);
    expect(new Set(await Promise.all(refusals))).toEqual(new Set(['NOT_PERMITTED']));
    const { active } = await membership.ask(
      sessionContract.resolve,
      { personId: actor.personId, sessionId },
      null,
    );
    expect(active).toBe(true);
    expect((await membership.ask(meContract.update, { locale: 'en' }, byKey)).locale).toBe('en');
  });
});
