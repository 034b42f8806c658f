import { bytesOf, textOf } from './base64.js';

/** A token that the platform has not seen: what goes out to be signed, and what makes the signature one's own afterwards. */
export interface BlindedToken {
  /** 32 random bytes, base64. It leaves the phone with the answers only. */
  readonly token: string;
  /** The inverse of the blinding factor, 256 bytes, base64. It never leaves the phone. */
  readonly inverse: string;
  /** 256 bytes, base64: what is signed. It says nothing of the token. */
  readonly blindedToken: string;
}

/** The browser keeps its ciphers to itself on an address without https. */
export class InsecureAddressError extends Error {
  override readonly name = 'InsecureAddressError';
}

const tokenBytes = 32;

/**
 * Makes a token and blinds it for the key of the survey (RFC 9474, RSABSSA-SHA384-PSS-Deterministic): about 45 ms.
 * @param publicKey the survey's JWK
 * @throws InsecureAddressError
 */
export async function blindToken(publicKey: object): Promise<BlindedToken> {
  const token = crypto.getRandomValues(new Uint8Array(tokenBytes));
  const { suite, key } = await cipherOf(publicKey);
  const { blindedMsg, inv } = await suite.blind(key, token);
  return { token: textOf(token), inverse: textOf(inv), blindedToken: textOf(blindedMsg) };
}

/**
 * Takes the blinding off a signature.
 * @returns the signature of the token, 256 bytes, base64, which the platform has never seen
 * @throws InsecureAddressError, Error where the signature is not one of this survey
 */
export async function finaliseToken(
  publicKey: object,
  { token, inverse }: BlindedToken,
  blindSignature: string,
): Promise<string> {
  const { suite, key } = await cipherOf(publicKey);
  return textOf(await suite.finalize(key, bytesOf(token), bytesOf(blindSignature), bytesOf(inverse)));
}

/** Whether a token and its signature, base64 each, are of this survey. @throws InsecureAddressError */
export async function isSignedToken(publicKey: object, token: string, signature: string): Promise<boolean> {
  const { suite, key } = await cipherOf(publicKey);
  try {
    return await suite.verify(key, bytesOf(signature), bytesOf(token));
  } catch {
    return false; // not base64, or of another length
  }
}

/** @returns in hex @throws InsecureAddressError */
export async function sha256Of(text: string): Promise<string> {
  const hash = await ciphers().digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The library comes when a survey does, and not before. */
async function cipherOf(publicKey: object) {
  const subtle = ciphers();
  const { RSABSSA } = await import('@cloudflare/blindrsa-ts');
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await subtle.importKey('jwk', publicKey as JsonWebKey, algorithm, true, ['verify']);
  return { suite: RSABSSA.SHA384.PSS.Deterministic(), key };
}

function ciphers(): SubtleCrypto {
  // Typed as always there; without https it is not.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw new InsecureAddressError('no WebCrypto here');
  return subtle;
}
