import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { SurveyView, TokenSignature } from '@gongxiang/contracts';
import type { Person } from './fixtures.js';

/** A token of one person, as its phone has it, and what the platform has seen of it. */
export interface SignedToken {
  /** What an answer is sent with. */
  readonly sent: { readonly token: string; readonly signature: string; readonly receipt: string };
  readonly token: Buffer;
  /** SHA-256 of the token, in hex: what the platform keeps of an answer until it is counted. */
  readonly tokenHash: string;
  /** What stands beside the person. */
  readonly seen: readonly string[];
}

/** Has a token signed, as a phone does. */
export async function signedToken(
  survey: SurveyView,
  { client }: Pick<Person, 'client'>,
): Promise<SignedToken> {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const jwk = survey.publicKey as webcrypto.JsonWebKey;
  const key = await webcrypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify']);
  const token = randomBytes(32);
  const { blindedMsg, inv } = await suite.blind(key, token);
  const blindedToken = Buffer.from(blindedMsg).toString('base64');
  const path = `/surveys/${survey.id}/tokens`;
  const { blindSignature } = await client.post<TokenSignature>(path, { blindedToken });
  const signature = await suite.finalize(key, token, Buffer.from(blindSignature, 'base64'), inv);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  return {
    sent: { token: base64(token), signature: base64(signature), receipt: base64(randomBytes(32)) },
    token,
    tokenHash: hashOf(token),
    seen: [blindedToken, hashOf(blindedMsg), blindSignature],
  };
}
