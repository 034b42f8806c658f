import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 32;

/** The secret in an address with which somebody gets in without an account: 256 random bits as base64url. */
export function newLinkSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** The stored form of a secret: of so many random bits nothing slower than SHA-256 is needed. @returns hexadecimal */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
