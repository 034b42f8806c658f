import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** The unguessable secret in a door link. */
export function newLinkToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** The stored form of the secret of a link, or of a phone. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
