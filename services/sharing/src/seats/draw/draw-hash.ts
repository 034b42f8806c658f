import { createHash, createHmac, randomBytes } from 'node:crypto';

export { commitmentOf, newSecret } from '../queue/commitment.js';

const saltBytes = 16;

/** Hashes the UTF-8 bytes of the text. */
export function listHashOf(list: string): string {
  return sha256(Buffer.from(list));
}

/** The seed needs both halves: the platform cannot influence the list, and entrants do not know the secret. */
export function seedOf(secret: string, listHash: string): string {
  return sha256(Buffer.concat([Buffer.from(secret, 'hex'), Buffer.from(listHash, 'hex')]));
}

/** The value of a ticket under a seed. */
export function valuesOf(seed: string): (ticket: string) => string {
  const key = Buffer.from(seed, 'hex');
  return (ticket) => createHmac('sha256', key).update(ticket).digest('hex');
}

/** Identifies a person in the public list to nobody but themselves. */
export function newToken(
  drawId: string,
  personId: string,
): { readonly salt: string; readonly token: string } {
  const salt = randomBytes(saltBytes).toString('hex');
  return { salt, token: sha256(Buffer.from(`${drawId}:${personId}:${salt}`)) };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
