import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** What nobody can guess, as it stands in an address. */
export function newFeedToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** What is kept of it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
