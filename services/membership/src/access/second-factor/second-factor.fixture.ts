import { credentialContract } from '@gongxiang/contracts/membership/access/credential.contract';
import { sessionContract, type SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import { type Actor, minuteMs } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { Secret, TOTP } from 'otpauth';
import { plantPassword, plantPerson } from '../../membership.fixture.js';
import { PersonRow } from '../../persons/person/person.entity.js';

/** Somebody who signs in with login and password. */
export interface Owner {
  readonly actor: Actor;
  readonly account: string;
  readonly password: string;
}

export async function somebody(membership: ServiceFixture): Promise<Owner> {
  const personId = await plantPerson(membership);
  const account = `login${personId.slice(-12).replaceAll('-', '')}`;
  await membership.dataSource.manager.update(PersonRow, { id: personId }, { account });
  return { actor: actorWith({ personId }), account, password: await plantPassword(membership, personId) };
}

/** The first step of a sign-in. @returns the challenge for the second; null if there is no second */
export async function firstStep(
  membership: ServiceFixture,
  { account, password }: Owner,
  from = '127.0.0.1',
): Promise<string | null> {
  try {
    await membership.ask(sessionContract.create, { account, password }, null, { from });
    return null;
  } catch (error) {
    const { code, params } = error as { code: string; params: { challenge?: string } };
    if (code !== 'SECOND_FACTOR_REQUIRED' || params.challenge === undefined) throw error;
    return params.challenge;
  }
}

export async function complete(
  membership: ServiceFixture,
  owner: Owner,
  factor: { code?: string; passkey?: Record<string, unknown> },
  from = '127.0.0.1',
): Promise<SignInView> {
  const challenge = (await firstStep(membership, owner, from)) ?? 'there is no second step';
  return membership.ask(sessionContract.complete, { challenge, ...factor }, null, { from });
}

/** What the app of a key shows now. */
export function shownBy(secret: string, membership: ServiceFixture): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: membership.clock.now().getTime(),
  });
}

/** Sets up an authenticator app, and lets its next code come. @returns its key, and the recovery codes */
export async function setUpApp(
  membership: ServiceFixture,
  { actor, password }: Owner,
): Promise<{ readonly secret: string; readonly recoveryCodes: string[] }> {
  const { secret } = await membership.ask(credentialContract.beginTotp, { proof: { password } }, actor);
  const { recoveryCodes } = await membership.ask(
    credentialContract.confirmTotp,
    { code: shownBy(secret, membership) },
    actor,
  );
  membership.clock.advance(minuteMs);
  return { secret, recoveryCodes: recoveryCodes ?? [] };
}

export function refusalOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'allowed',
    (error: { readonly code: string }) => error.code,
  );
}
