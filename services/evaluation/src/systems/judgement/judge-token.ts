import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** What nobody can guess, as it stands in the address of a judge. */
export function newJudgeToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** The stored form of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
