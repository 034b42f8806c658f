import type { JsonWebKey, KeyObject } from 'node:crypto';
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import { DomainError } from '@gongxiang/domain';

/**
 * RFC 9474, variant RSABSSA-SHA384-PSS-Deterministic. "Deterministic" means that the message is signed as it is,
 * without a random prefix; that is the variant for messages of high entropy, and a token is 32 random bytes of the
 * client's own. The signature itself has a random salt. A survey has one key pair for everybody: one key for each
 * person would mark the tokens, and one key for all surveys would let a token serve twice.
 */
export const blindSignatureVariant = 'RSABSSA-SHA384-PSS-Deterministic';

const tokenBytes = 32;
const modulusBits = 2048;
const modulusBytes = modulusBits / 8;
const saltBytes = 48;

/** A survey's key pair, parsed once and cached while it signs. */
export interface SurveyKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly modulus: Buffer;
}

/** A new RSA key of 2048 bits, exponent 65537. About 100 ms, off the event loop. */
export async function generateSurveyKey(): Promise<SurveyKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: modulusBits });
  return keyOf(privateKey);
}

/**
 * PKCS #8, PEM. Secret until the survey closes, when it is deleted: its holder can forge tokens but cannot trace any.
 */
export function exportPrivateKey(key: SurveyKey): string {
  return key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function importPrivateKey(pem: string): SurveyKey {
  return keyOf(createPrivateKey(pem));
}

/** The public key for browsers: importable by WebCrypto as RSA-PSS with SHA-384. */
export function exportPublicKey(key: SurveyKey): JsonWebKey {
  return { ...key.publicKey.export({ format: 'jwk' }), alg: 'PS384', ext: true, key_ops: ['verify'] };
}

export function importPublicKey(jwk: JsonWebKey): KeyObject {
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** SHA-256, in hex, of both keys of a survey, for comparison by participants with the keys they received. */
export function keysHashOf(publicKey: Readonly<Record<string, unknown>>, sealingKey: Buffer): string {
  const keys = [publicKey['n'], publicKey['e'], sealingKey.toString('base64url')].join('.');
  return createHash('sha256').update(keys).digest('hex');
}

/**
 * Signs a blinded token (RFC 9474 §4.3, BlindSign): the raw RSA operation, about 0.2 ms.
 * @param blinded 256 bytes, big-endian, above 0 and below the modulus
 * @returns the blind signature, 256 bytes
 * @throws DomainError `BLINDED_TOKEN_INVALID`
 */
export function blindSign(key: SurveyKey, blinded: Uint8Array): Buffer {
  const message = Buffer.from(blinded);
  const isInRange =
    message.length === modulusBytes && message.compare(key.modulus) < 0 && message.some((byte) => byte !== 0);
  if (!isInRange) throw new DomainError('BLINDED_TOKEN_INVALID', { pointer: '/blindedToken' });
  const padding = constants.RSA_NO_PADDING;
  const signature = privateDecrypt({ key: key.privateKey, padding }, message);
  // A faulty result could reveal the private key (RFC 9474 §4.3, step 4), so it must never be returned.
  if (!publicEncrypt({ key: key.publicKey, padding }, signature).equals(message)) {
    throw new Error('RSA signing fault');
  }
  return signature;
}

/** Verifies a finalised signature of a token: RSASSA-PSS, SHA-384, salt of 48 bytes; about 0.1 ms. */
export function verifyToken(publicKey: KeyObject, token: Uint8Array, signature: Uint8Array): boolean {
  if (token.length !== tokenBytes || signature.length !== modulusBytes) return false;
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify('sha384', token, { key: publicKey, padding, saltLength: saltBytes }, signature);
}

/**
 * The stored form of a token, unique within its survey: SHA-256, 32 bytes. The signature is not hashed, because its
 * salt permits many signatures of one token.
 */
export function tokenHash(token: Uint8Array): Buffer {
  return createHash('sha256').update(token).digest();
}

function keyOf(privateKey: KeyObject): SurveyKey {
  const publicKey = createPublicKey(privateKey);
  const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
  if (modulus.length !== modulusBytes) throw new Error(`A survey key has ${modulusBits} bits`);
  return { privateKey, publicKey, modulus };
}
