import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { credentialContract } from '@gongxiang/contracts/membership/access/credential.contract';
import {
  type AddedPasskeyView,
  passkeyContract,
} from '@gongxiang/contracts/membership/access/passkey.contract';
import { hourMs, minuteMs } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startMembership } from '../../membership.fixture.js';
import { Authenticator } from '../passkey/authenticator.fixture.js';
import { complete, firstStep, type Owner, refusalOf, somebody } from './second-factor.fixture.js';

const origin = 'https://union.example';
let membership: ServiceFixture;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2, config: { publicUrl: origin } });
});

afterAll(() => membership.stop());

// Failures of the test before are forgiven.
beforeEach(() => membership.clock.advance(24 * hourMs));

const useOptions = async () => (await membership.ask(passkeyContract.challenge, {}, null)).options;

async function makeOptions({ actor, password }: Owner) {
  return (await membership.ask(passkeyContract.begin, { proof: { password } }, actor)).options;
}

async function add(owner: Owner, authenticator: Authenticator, name = '手机'): Promise<AddedPasskeyView> {
  const passkey = authenticator.make(await makeOptions(owner));
  return membership.ask(passkeyContract.add, { name, passkey }, owner.actor);
}

const signIn = (passkey: Record<string, unknown>, from = '127.0.0.1') =>
  membership.ask(passkeyContract.signIn, { passkey }, null, { from });

describe('a passkey', () => {
  it('is added with a name and recovery codes, signs in alone, and completes the password', async () => {
    const owner = await somebody(membership);
    const authenticator = new Authenticator(origin);
    const { passkey, recoveryCodes } = await add(owner, authenticator);
    expect(passkey).toMatchObject({ name: '手机', usedAt: null });
    expect(recoveryCodes).toHaveLength(10);
    const view = await signIn(authenticator.use(await useOptions()));
    const { sub } = JSON.parse(Buffer.from(view.accessToken.split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
    };
    expect(sub).toBe(owner.actor.personId);
    expect(await firstStep(membership, owner)).not.toBeNull();
    await complete(membership, owner, { passkey: authenticator.use(await useOptions()) });
    const [listed] = (await membership.ask(credentialContract.get, {}, owner.actor)).passkeys;
    expect(listed?.usedAt).toBe(membership.clock.now().toISOString());
  });

  it('answers a challenge once, within five minutes', async () => {
    const owner = await somebody(membership);
    const authenticator = new Authenticator(origin);
    await add(owner, authenticator);
    const answer = authenticator.use(await useOptions());
    const twice = await Promise.all([refusalOf(signIn(answer)), refusalOf(signIn(answer))]);
    expect(twice.sort()).toEqual(['PASSKEY_WRONG', 'allowed']);
    const late = authenticator.use(await useOptions());
    membership.clock.advance(5 * minuteMs);
    expect(await refusalOf(signIn(late))).toBe('PASSKEY_WRONG');
  });

  it.each([
    ['for a page elsewhere', { origin: 'https://union.example.evil.test' }],
    ['for another port', { origin: 'https://union.example:8443' }],
    ['for this machine', { origin: 'http://localhost:3000' }],
    ['for another site', { rpId: 'evil.test' }],
    ['for a challenge of its own', { challenge: Buffer.from('1.2.3').toString('base64url') }],
    ['without a finger, a face or a PIN', { isVerified: false }],
    ['by another key', { byAnotherKey: true }],
    ['by a copy that counts from the start', { counter: 1 }],
  ])('does not sign in %s', async (_how, lie) => {
    const owner = await somebody(membership);
    const authenticator = new Authenticator(origin);
    await add(owner, authenticator);
    await signIn(authenticator.use(await useOptions()));
    expect(await refusalOf(signIn(authenticator.use(await useOptions(), lie)))).toBe('PASSKEY_WRONG');
  });

  it.each([
    [{}],
    [{ id: 'AAAA', response: {} }],
    [{ id: 1, response: { clientDataJSON: 'e30' } }],
    [{ response: null }],
  ])('is refused where it is none: %j', async (passkey) => {
    expect(await refusalOf(signIn(passkey, '10.1.1.1'))).toBe('PASSKEY_WRONG');
  });

  it("is not added by somebody else's challenge, nor by one for signing in, nor twice", async () => {
    const [owner, other] = [await somebody(membership), await somebody(membership)];
    const authenticator = new Authenticator(origin);
    const options = await makeOptions(owner);
    const send = (passkey: Record<string, unknown>, { actor }: Owner) =>
      refusalOf(membership.ask(passkeyContract.add, { name: 'x', passkey }, actor));
    expect(await send(authenticator.make(options), other)).toBe('PASSKEY_WRONG');
    const use = (await useOptions()) as { challenge: string };
    expect(await send(authenticator.make(options, { challenge: use.challenge }), owner)).toBe(
      'PASSKEY_WRONG',
    );
    expect(await send(authenticator.make(options), owner)).toBe('allowed');
    expect(await send(authenticator.make(options), owner)).toBe('PASSKEY_WRONG');
    expect(await send(authenticator.make(await makeOptions(other)), other)).toBe('PASSKEY_THERE');
  });

  it("is nobody else's second factor, name or end", async () => {
    const [owner, other] = [await somebody(membership), await somebody(membership)];
    const [mine, theirs] = [new Authenticator(origin), new Authenticator(origin)];
    const { passkey } = await add(owner, mine);
    await add(other, theirs);
    expect(await refusalOf(complete(membership, owner, { passkey: theirs.use(await useOptions()) }))).toBe(
      'PASSKEY_WRONG',
    );
    const passkeyId = passkey.id;
    const rename = (who: Owner) =>
      membership.ask(passkeyContract.rename, { passkeyId, name: '旧手机' }, who.actor);
    expect(await refusalOf(rename(other))).toBe('NOT_FOUND');
    expect((await rename(owner)).name).toBe('旧手机');
    const remove = (who: Owner, proof: object) =>
      membership.ask(passkeyContract.remove, { passkeyId, proof }, who.actor);
    expect(await refusalOf(remove(other, { password: other.password }))).toBe('NOT_FOUND');
    await remove(owner, { passkey: mine.use(await useOptions()) });
    expect(await refusalOf(signIn(mine.use(await useOptions())))).toBe('PASSKEY_WRONG');
    expect(await firstStep(membership, owner)).toBeNull();
  });
});
