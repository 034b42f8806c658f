import { randomBytes, webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** A token that whoever signs it does not see. */
export interface BlindedToken {
  /** What is signed, base64. */
  readonly blindedToken: string;
  /** @returns the token, and the signature of the token itself, base64 */
  readonly finalise: (
    blindSignature: string,
  ) => Promise<{ readonly token: string; readonly signature: string }>;
}

/** @param publicKey the JWK of those who ask */
export async function blindedFor(publicKey: Readonly<Record<string, unknown>>): Promise<BlindedToken> {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const jwk = publicKey as webcrypto.JsonWebKey;
  const key = await webcrypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify']);
  const token = randomBytes(32);
  const { blindedMsg, inv } = await suite.blind(key, token);
  return {
    blindedToken: Buffer.from(blindedMsg).toString('base64'),
    finalise: async (blindSignature) => {
      const signature = await suite.finalize(key, token, Buffer.from(blindSignature, 'base64'), inv);
      return { token: token.toString('base64'), signature: Buffer.from(signature).toString('base64') };
    },
  };
}
