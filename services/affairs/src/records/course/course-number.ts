import { randomInt } from 'node:crypto';
import { shanghaiDate } from '@gongxiang/domain';

/** Crockford's Base32: without I, L, O and U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The number of a certificate: its day, and 40 random bits that do not say how many there are. */
export function newCertificateNumber(now: Date): string {
  const characters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${shanghaiDate(now).replaceAll('-', '')}-${characters.join('')}`;
}

/** Decides on the order of the questions of one attempt. */
export function newSeed(): number {
  return randomInt(0x1_0000_0000);
}
