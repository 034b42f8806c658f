import { randomInt, timingSafeEqual } from 'node:crypto';
import { shanghaiDate } from '@gongxiang/domain';

/** Crockford's Base32: without I, L, O and U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;

/** The number of a matter: its day, and eight characters that do not say how many there are. */
export function newMatterNumber(now: Date): string {
  return `${shanghaiDate(now).replaceAll('-', '')}-${characters(2 * groupLength)}`;
}

/** The code on a receipt: 60 random bits in three groups, to be written down. */
export function newMatterCode(): string {
  return [1, 2, 3].map(() => characters(groupLength)).join('-');
}

/** Compares in a time that does not tell how much of it is right. */
export function isSameCode(known: string, given: string): boolean {
  const left = Buffer.from(known);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

function characters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');
}
