import { createHash } from 'node:crypto';

interface HashedFact {
  readonly personId: string;
  readonly unionId: string;
  readonly heads: number;
}

/** SHA-256, in hex, over the facts in person id order: `personId:unionId:heads\n`. */
export function factsHash(facts: readonly HashedFact[]): string {
  const hash = createHash('sha256');
  const ordered = [...facts].sort((left, right) => (left.personId < right.personId ? -1 : 1));
  for (const { personId, unionId, heads } of ordered) hash.update(`${personId}:${unionId}:${heads}\n`);
  return hash.digest('hex');
}
