import { randomBytes, webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SurveyKey } from './blind-signature.js';
import {
  blindSign,
  blindSignatureVariant,
  exportPrivateKey,
  exportPublicKey,
  generateSurveyKey,
  importPrivateKey,
  importPublicKey,
  tokenHash,
  verifyToken,
} from './blind-signature.js';

const suite = RSABSSA.SHA384.PSS.Deterministic();
const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };

let key: SurveyKey;

beforeAll(async () => {
  key = await generateSurveyKey();
});

/** What a browser does with the published key. */
function browserKey(): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('jwk', exportPublicKey(key), algorithm, true, ['verify']);
}

describe('blind signatures', () => {
  it('E126: a token signed blind verifies, and the signer never saw it', async () => {
    const publicKey = await browserKey();
    const token = randomBytes(32);
    const { blindedMsg, inv } = await suite.blind(publicKey, suite.prepare(token));
    const blindSignature = blindSign(key, blindedMsg);
    const signature = await suite.finalize(publicKey, token, blindSignature, inv);
    expect(suite.toString()).toBe(blindSignatureVariant);
    expect(verifyToken(key.publicKey, token, signature)).toBe(true);
    expect(Buffer.from(blindedMsg).includes(token)).toBe(false);
    expect(Buffer.from(signature).equals(blindSignature)).toBe(false);
  });

  it('the raw operation gives what the library gives', async () => {
    const publicKey = await browserKey();
    const pkcs8 = key.privateKey.export({ type: 'pkcs8', format: 'der' });
    const privateKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']);
    const { blindedMsg } = await suite.blind(publicKey, randomBytes(32));
    const expected = await suite.blindSign(privateKey, blindedMsg);
    expect(blindSign(key, blindedMsg).equals(expected)).toBe(true);
  });

  it('refuses another token, another key, a changed signature and wrong lengths', async () => {
    const publicKey = await browserKey();
    const token = randomBytes(32);
    const { blindedMsg, inv } = await suite.blind(publicKey, token);
    const signature = await suite.finalize(publicKey, token, blindSign(key, blindedMsg), inv);
    const changed = Uint8Array.from(signature, (byte, index) => (index === 100 ? byte ^ 1 : byte));
    const other = await generateSurveyKey();
    expect(verifyToken(key.publicKey, randomBytes(32), signature)).toBe(false);
    expect(verifyToken(other.publicKey, token, signature)).toBe(false);
    expect(verifyToken(key.publicKey, token, changed)).toBe(false);
    expect(verifyToken(key.publicKey, token, signature.subarray(1))).toBe(false);
    expect(verifyToken(key.publicKey, token.subarray(1), signature)).toBe(false);
  });

  it('signs nothing that is not a number between 0 and the modulus, of the right length', () => {
    const above = Buffer.from(key.modulus);
    expect(() => blindSign(key, above)).toThrow('BLINDED_TOKEN_INVALID');
    expect(() => blindSign(key, new Uint8Array(256).fill(255))).toThrow('BLINDED_TOKEN_INVALID');
    expect(() => blindSign(key, new Uint8Array(256))).toThrow('BLINDED_TOKEN_INVALID');
    expect(() => blindSign(key, new Uint8Array(255).fill(1))).toThrow('BLINDED_TOKEN_INVALID');
  });

  it('keys survive being stored and published', () => {
    const restored = importPrivateKey(exportPrivateKey(key));
    const blinded = new Uint8Array(256).fill(7);
    blinded[0] = 0;
    expect(blindSign(restored, blinded).equals(blindSign(key, blinded))).toBe(true);
    expect(importPublicKey(exportPublicKey(key)).equals(key.publicKey)).toBe(true);
    expect(JSON.stringify(exportPublicKey(key))).not.toContain('"d"');
  });

  it('hashes a token to the same 32 bytes each time', () => {
    const token = randomBytes(32);
    expect(tokenHash(token)).toHaveLength(32);
    expect(tokenHash(token).equals(tokenHash(Uint8Array.from(token)))).toBe(true);
    expect(tokenHash(token).equals(tokenHash(randomBytes(32)))).toBe(false);
  });
});
