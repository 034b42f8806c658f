import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 32;

/** @returns 32 random bytes, in hex */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('hex');
}

/** The published commitment to a secret: no other secret matches it. */
export function commitmentOf(secret: string): string {
  return createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex');
}
