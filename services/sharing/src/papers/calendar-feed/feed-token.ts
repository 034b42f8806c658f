import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** The unguessable token in an address. */
export function newFeedToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** The stored form of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
