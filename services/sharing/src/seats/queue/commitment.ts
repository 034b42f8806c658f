import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 32;

/** @returns 32 random bytes, in hex */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('hex');
}

/** What is published of a secret beforehand: whoever shows the secret later cannot show another. */
export function commitmentOf(secret: string): string {
  return createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex');
}
