import { createHash, createHmac, randomBytes } from 'node:crypto';

export { commitmentOf, newSecret } from '../queue/commitment.js';

const saltBytes = 16;

/** Of the bytes of the text in UTF-8. */
export function listHashOf(list: string): string {
  return sha256(Buffer.from(list));
}

/** Nobody knows it before both are there: the platform has no say in the list, whoever enters does not know the secret. */
export function seedOf(secret: string, listHash: string): string {
  return sha256(Buffer.concat([Buffer.from(secret, 'hex'), Buffer.from(listHash, 'hex')]));
}

/** The value of a ticket under a seed. */
export function valuesOf(seed: string): (ticket: string) => string {
  const key = Buffer.from(seed, 'hex');
  return (ticket) => createHmac('sha256', key).update(ticket).digest('hex');
}

/** Names a person in the public list for nobody but himself. */
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
