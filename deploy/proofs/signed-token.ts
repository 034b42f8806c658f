import { createHash, randomBytes } from 'node:crypto';
import type { SurveyView, TokenSignature } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { blindedFor } from '../demo/tools/blinded-token.js';
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
  const blinded = await blindedFor(survey.publicKey);
  const { blindedToken } = blinded;
  const path = `/surveys/${survey.id}/tokens`;
  const { blindSignature } = await client.post<TokenSignature>(path, { blindedToken });
  const entitlement = await blinded.finalise(blindSignature);
  const token = Buffer.from(entitlement.token, 'base64');
  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  return {
    sent: { ...entitlement, receipt: randomBytes(32).toString('base64') },
    token,
    tokenHash: hashOf(token),
    seen: [blindedToken, hashOf(Buffer.from(blindedToken, 'base64')), blindSignature],
  };
}
