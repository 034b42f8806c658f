import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type Challenge, challengeMs, Challenges, type ChallengePurpose } from './challenges.js';
import type { PasskeyRow } from './passkey.entity.js';
import { PasskeyRepository } from './passkey.repository.js';
import { RelyingParty } from './relying-party.js';

/** A passkey that has signed a challenge of ours. */
export interface UsedPasskey {
  readonly row: PasskeyRow;
  readonly counter: number;
  readonly challenge: Challenge;
}

export interface MadePasskey extends Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter'> {
  readonly challenge: Challenge;
}

/**
 * What browsers are asked with, and what they answer (WebAuthn level 3). A passkey asks for a finger, a face or a PIN
 * itself, and that it did is required: so it alone is as good as password and code.
 */
@Injectable()
export class Passkeys {
  constructor(
    private readonly challenges: Challenges,
    private readonly relyingParty: RelyingParty,
    private readonly rows: PasskeyRepository,
  ) {}

  /** Any passkey of this site may answer: the authenticator shows its person which there are. */
  useOptions(now: Date): Promise<object> {
    return generateAuthenticationOptions({
      rpID: this.relyingParty.id,
      challenge: this.challenges.issue('use', now),
      userVerification: 'required',
      timeout: challengeMs,
    });
  }

  /** @param person id, and how they are named to themselves when they choose among passkeys */
  makeOptions(
    person: { readonly id: string; readonly login: string; readonly maskedName: string },
    known: readonly PasskeyRow[],
    now: Date,
  ): Promise<object> {
    return generateRegistrationOptions({
      rpID: this.relyingParty.id,
      rpName: this.relyingParty.name,
      userID: new Uint8Array(Buffer.from(person.id)),
      userName: person.login,
      userDisplayName: person.maskedName,
      challenge: this.challenges.issue(`make:${person.id}`, now),
      excludeCredentials: known.map(({ credentialId: id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: challengeMs,
    });
  }

  /** @returns null if it is no passkey of anybody, or did not sign this */
  async verifyUse(tx: Transaction, credential: Record<string, unknown>): Promise<UsedPasskey | null> {
    const signed = this.signedIn(credential, 'use', tx.now);
    const { id } = credential;
    const row = typeof id === 'string' ? await this.rows.findByCredential(tx, id) : null;
    if (signed === null || row === null) return null;
    const { publicKey, counter } = row;
    const result = await attempt(() =>
      verifyAuthenticationResponse({
        response: credential as unknown as AuthenticationResponseJSON,
        ...signed.expected,
        credential: {
          id: row.credentialId,
          publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
          counter: Number(counter),
        },
        requireUserVerification: true,
      }),
    );
    if (!result?.verified) return null;
    return { row, counter: result.authenticationInfo.newCounter, challenge: signed.challenge };
  }

  /** @returns null if it does not answer a challenge that this person got */
  async verifyMade(
    personId: string,
    credential: Record<string, unknown>,
    now: Date,
  ): Promise<MadePasskey | null> {
    const signed = this.signedIn(credential, `make:${personId}`, now);
    if (signed === null) return null;
    const result = await attempt(() =>
      verifyRegistrationResponse({
        response: credential as unknown as RegistrationResponseJSON,
        ...signed.expected,
        requireUserVerification: true,
      }),
    );
    if (!result?.verified) return null;
    const { id, publicKey, counter } = result.registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter: String(counter),
      challenge: signed.challenge,
    };
  }

  /** The challenge and origin that the browser says were signed, if both are ours; the signature is verified against them. */
  private signedIn(credential: Record<string, unknown>, purpose: ChallengePurpose, now: Date) {
    const client = clientDataOf(credential);
    const challenge = client && this.challenges.read(purpose, client.challenge, now);
    if (client === null || challenge === null || !this.relyingParty.owns(client.origin)) return null;
    const expected = {
      expectedChallenge: client.challenge,
      expectedOrigin: client.origin,
      expectedRPID: this.relyingParty.id,
    };
    return { challenge, expected };
  }
}

interface ClientData {
  readonly challenge: string;
  readonly origin: string;
}

function clientDataOf({ response }: Record<string, unknown>): ClientData | null {
  const encoded = (response as { readonly clientDataJSON?: unknown } | null | undefined)?.clientDataJSON;
  if (typeof encoded !== 'string') return null;
  const data = parsed(Buffer.from(encoded, 'base64url').toString('utf8')) as Partial<ClientData> | null;
  const { challenge, origin } = data ?? {};
  return typeof challenge === 'string' && typeof origin === 'string' ? { challenge, origin } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The library throws plain errors at whatever a browser sends that is not well formed. */
async function attempt<T>(verify: () => Promise<T>): Promise<T | null> {
  return verify().catch(() => null);
}
