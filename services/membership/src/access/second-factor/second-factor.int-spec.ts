import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { apiKeyContract } from '@gongxiang/contracts/membership/access/api-key.contract';
import { credentialContract } from '@gongxiang/contracts/membership/access/credential.contract';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { hourMs, minuteMs, newId } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startMembership } from '../../membership.fixture.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { PersonRow } from '../../persons/person/person.entity.js';
import {
  complete,
  firstStep,
  type Owner,
  refusalOf,
  setUpApp,
  shownBy,
  somebody,
} from './second-factor.fixture.js';

let membership: ServiceFixture;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
});

afterAll(() => membership.stop());

// Failures of the test before are forgiven.
beforeEach(() => membership.clock.advance(24 * hourMs));

const stateOf = ({ actor }: Owner) => membership.ask(credentialContract.get, {}, actor);

describe('an authenticator app', () => {
  it('is asked for at the next sign-in, once a code of it was typed', async () => {
    const owner = await somebody(membership);
    expect(await firstStep(membership, owner)).toBeNull();
    const { secret, uri } = await membership.ask(
      credentialContract.beginTotp,
      { proof: { password: owner.password } },
      owner.actor,
    );
    expect(decodeURIComponent(uri)).toContain(owner.account);
    // Begun is not set up.
    expect(await firstStep(membership, owner)).toBeNull();
    const confirm = (code: string) => membership.ask(credentialContract.confirmTotp, { code }, owner.actor);
    await expect(confirm('000000')).rejects.toMatchObject({
      code: 'FACTOR_WRONG',
      errors: [{ pointer: '/code' }],
    });
    const { recoveryCodes } = await confirm(shownBy(secret, membership));
    expect(recoveryCodes).toHaveLength(10);
    expect(await refusalOf(confirm(shownBy(secret, membership)))).toBe('TOTP_NOT_BEGUN');
    expect(await stateOf(owner)).toMatchObject({
      hasSecondFactor: true,
      recoveryCodesLeft: 10,
      passkeys: [],
    });
    membership.clock.advance(minuteMs);
    const view = await complete(membership, owner, { code: shownBy(secret, membership) });
    expect(Object.keys(view).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken']);
  });

  it('keeps anybody from doing in office by a link in a message what they would sign in for', async () => {
    const owner = await somebody(membership);
    const { personId } = owner.actor;
    const offices = (id: string) => membership.ask(sessionContract.offices, { personId: id }, null);
    expect(await offices(personId)).toMatchObject({ active: true, actor: { personId } });
    await setUpApp(membership, owner);
    const nobody = { active: false, actor: null, scopes: [] };
    expect(await offices(personId)).toEqual(nobody);
    expect(await offices(newId())).toEqual(nobody);
  });

  it('shows a code that works once, also of two that arrive at once, and the one that set it up is used', async () => {
    const owner = await somebody(membership);
    const { secret } = await membership.ask(
      credentialContract.beginTotp,
      { proof: { password: owner.password } },
      owner.actor,
    );
    const code = shownBy(secret, membership);
    await membership.ask(credentialContract.confirmTotp, { code }, owner.actor);
    expect(await refusalOf(complete(membership, owner, { code }))).toBe('FACTOR_WRONG');
    membership.clock.advance(minuteMs);
    const next = shownBy(secret, membership);
    const challenge = (await firstStep(membership, owner)) ?? '';
    const twice = [1, 2].map(() => membership.ask(sessionContract.complete, { challenge, code: next }, null));
    expect((await Promise.all(twice.map(refusalOf))).sort()).toEqual(['FACTOR_WRONG', 'allowed']);
  });

  it('is neither begun nor removed by whoever only finds the session open', async () => {
    const owner = await somebody(membership);
    const begin = (proof: object) =>
      refusalOf(membership.ask(credentialContract.beginTotp, { proof }, owner.actor));
    expect(await begin({})).toBe('PROOF_REQUIRED');
    expect(await begin({ password: 'wrong' })).toBe('PASSWORD_WRONG');
    expect(await begin({ code: '123456' })).toBe('FACTOR_WRONG');
    expect(await begin({ password: owner.password, code: '123456' })).toBe('PROOF_REQUIRED');
    const byKey = { ...owner.actor, apiKeyId: newId() };
    const proof = { password: owner.password };
    expect(await refusalOf(membership.ask(credentialContract.beginTotp, { proof }, byKey))).toBe(
      'NOT_PERMITTED',
    );
    await setUpApp(membership, owner);
    expect(await begin({ password: owner.password })).toBe('TOTP_THERE');
    const remove = (given: object) =>
      membership.ask(credentialContract.removeTotp, { proof: given }, owner.actor);
    expect(await refusalOf(remove({ code: '000000' }))).toBe('FACTOR_WRONG');
    await remove({ password: owner.password });
    // Recovery codes stand in for a factor: they go with the last one.
    expect(await stateOf(owner)).toMatchObject({ totp: null, hasSecondFactor: false, recoveryCodesLeft: 0 });
    expect(await firstStep(membership, owner)).toBeNull();
  });

  it('has a key that stands in the database sealed, and in neither trail nor events', async () => {
    const owner = await somebody(membership);
    const { secret, recoveryCodes } = await setUpApp(membership, owner);
    const rows: unknown[] = await membership.dataSource.query(
      `SELECT to_jsonb(t) FROM totp_factor t UNION ALL SELECT to_jsonb(r) FROM recovery_code r
       UNION ALL SELECT to_jsonb(a) FROM audit_record a UNION ALL SELECT to_jsonb(i) FROM idempotency i`,
    );
    const text = JSON.stringify(rows);
    for (const word of [secret, ...recoveryCodes.flatMap((code) => [code, code.replace('-', '')])])
      expect(text).not.toContain(word);
  });
});

describe('a recovery code', () => {
  it('stands in for the app once, however it is typed, and the person is told', async () => {
    const owner = await somebody(membership);
    const personalData = membership.app.get(PersonalData);
    const { personId } = owner.actor;
    await membership.dataSource.manager.update(
      PersonRow,
      { id: personId },
      {
        phone: personalData.seal(personId, 'phone', '13800001111'),
        phoneHash: personalData.hash('phone', '13800001111'),
      },
    );
    const { recoveryCodes } = await setUpApp(membership, owner);
    const [first = ''] = recoveryCodes;
    await complete(membership, owner, { code: ` ${first.toLowerCase().replace('-', ' ')}` });
    expect(await refusalOf(complete(membership, owner, { code: first }))).toBe('FACTOR_WRONG');
    expect((await stateOf(owner)).recoveryCodesLeft).toBe(9);
    const told = (await membership.recorded(membershipEvents.textRaised)).map(({ kind }) => kind);
    expect(told.slice(-2)).toEqual(['totpAdded', 'recoveryCodeUsed']);
  });

  it('ends with the ten new ones, which take a proof', async () => {
    const owner = await somebody(membership);
    const renew = (proof: object) =>
      membership.ask(credentialContract.renewRecoveryCodes, { proof }, owner.actor);
    expect(await refusalOf(renew({ password: owner.password }))).toBe('NO_SECOND_FACTOR');
    const { recoveryCodes } = await setUpApp(membership, owner);
    const renewed = await renew({ code: recoveryCodes[0] });
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect(await refusalOf(complete(membership, owner, { code: recoveryCodes[1] ?? '' }))).toBe(
      'FACTOR_WRONG',
    );
    await complete(membership, owner, { code: renewed.recoveryCodes[0] ?? '' });
  });
});

describe('the second step', () => {
  it('E124: is not guessed at: four wrong codes from one address, and the right one has to wait', async () => {
    const owner = await somebody(membership);
    const { secret } = await setUpApp(membership, owner);
    const challenge = (await firstStep(membership, owner, '10.0.9.1')) ?? '';
    const attempt = (code: string) =>
      refusalOf(membership.ask(sessionContract.complete, { challenge, code }, null, { from: '10.0.9.1' }));
    const wrong = Array.from({ length: 40 }, (_none, n) => attempt(String(n).padStart(6, '0')));
    const answers = await Promise.all(wrong);
    expect(answers.filter((answer) => answer === 'FACTOR_WRONG').length).toBeLessThanOrEqual(5);
    expect(await attempt(shownBy(secret, membership))).toBe('TOO_MANY_REQUESTS');
    // The password is another counter: it is still asked for as always.
    expect(await firstStep(membership, owner, '10.0.9.1')).not.toBeNull();
  });

  it('takes five minutes at most, and ends with a new password', async () => {
    const owner = await somebody(membership);
    const { secret } = await setUpApp(membership, owner);
    const finish = (challenge: string) =>
      refusalOf(
        membership.ask(sessionContract.complete, { challenge, code: shownBy(secret, membership) }, null),
      );
    const late = (await firstStep(membership, owner)) ?? '';
    membership.clock.advance(5 * minuteMs);
    expect(await finish(late)).toBe('CHALLENGE_OVER');
    const early = (await firstStep(membership, owner)) ?? '';
    const change = { currentPassword: owner.password, newPassword: 'quite another word of mine' };
    await membership.ask(meContract.update, change, owner.actor);
    expect(await finish(early)).toBe('CHALLENGE_OVER');
    expect(await finish(`${early}x`)).toBe('CHALLENGE_OVER');
    expect(await finish('made up')).toBe('CHALLENGE_OVER');
  });

  it("is not another person's", async () => {
    const [owner, thief] = [await somebody(membership), await somebody(membership)];
    await setUpApp(membership, owner);
    const { secret } = await setUpApp(membership, thief);
    const challenge = (await firstStep(membership, owner)) ?? '';
    const code = shownBy(secret, membership);
    expect(await refusalOf(membership.ask(sessionContract.complete, { challenge, code }, null))).toBe(
      'FACTOR_WRONG',
    );
  });
});

it('an API key is made with the second factor too', async () => {
  const owner = await somebody(membership);
  const { secret } = await setUpApp(membership, owner);
  const make = (factor?: { code: string }) =>
    membership.ask(
      apiKeyContract.create,
      {
        name: 'HR',
        scopes: ['read'],
        expiresAt: '2027-06-30T00:00:00+08:00',
        password: owner.password,
        ...(factor && { factor }),
      },
      owner.actor,
    );
  expect(await refusalOf(make())).toBe('FACTOR_CODE_REQUIRED');
  await expect(make({ code: '000000' })).rejects.toMatchObject({
    code: 'FACTOR_WRONG',
    errors: [{ pointer: '/factor/code' }],
  });
  const { key } = await make({ code: shownBy(secret, membership) });
  expect(key).toMatch(/^gx_/);
});
