import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aesGcm, keyRing } from './cipher.js';

const cipher = aesGcm(randomBytes(32));

describe('the encryption of personal values', () => {
  it.each(['张三', '阿卜杜拉·买买提', '𠮷野', ''])('opens what it sealed: %s', (plain) => {
    expect(cipher.open(cipher.seal(plain, 'p:name'), 'p:name')).toBe(plain);
  });

  it('names cipher and key in the stored text, and never says the same twice', () => {
    const sealed = cipher.seal('张三', 'p:name');
    expect(sealed).toMatch(/^aes-256-gcm\.[0-9a-f]{8}\.[\w-]+$/);
    expect(cipher.seal('张三', 'p:name')).not.toBe(sealed);
  });

  it('never uses a nonce twice, also beyond the random bytes that are drawn at a time', () => {
    const nonceOf = (sealed: string): string =>
      Buffer.from(sealed.slice(cipher.mark.length), 'base64url').subarray(0, 12).toString('hex');
    const nonces = Array.from({ length: 5_000 }, () => nonceOf(cipher.seal('张三', 'p:name')));
    expect(new Set(nonces).size).toBe(5_000);
  });

  it('does not open a text that was copied to another person, or changed', () => {
    const sealed = cipher.seal('张三', 'p:name');
    expect(() => cipher.open(sealed, 'q:name')).toThrow();
    expect(() => cipher.open(`${sealed.slice(0, -2)}AA`, 'p:name')).toThrow();
  });

  it('says which key is missing', () => {
    expect(() => aesGcm(randomBytes(32)).open(cipher.seal('张三', 'p'), 'p')).toThrow(/no key/);
  });
});

describe('a ring of keys', () => {
  const older = aesGcm(randomBytes(32));
  const ring = keyRing(cipher, [aesGcm(randomBytes(32)), older]);

  it('seals under its first key, and opens what each of them has sealed', () => {
    expect(cipher.open(ring.seal('张三', 'p:name'), 'p:name')).toBe('张三');
    expect(ring.open(cipher.seal('张三', 'p:name'), 'p:name')).toBe('张三');
    expect(ring.open(older.seal('李四', 'p:name'), 'p:name')).toBe('李四');
  });

  it('opens nothing for another person, and nothing under a key that it does not hold', () => {
    expect(() => ring.open(older.seal('李四', 'p:name'), 'q:name')).toThrow();
    expect(() => ring.open(aesGcm(randomBytes(32)).seal('李四', 'p'), 'p')).toThrow(
      /^no key [0-9a-f]{8} for aes-256-gcm$/,
    );
  });
});
