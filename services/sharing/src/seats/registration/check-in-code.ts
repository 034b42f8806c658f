import { randomInt } from 'node:crypto';

/** Digits and capitals without those that are misread on paper: I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** A code of 50 random bits: short enough to be typed at the door, too long to be guessed there. */
export function newCheckInCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** The stored form: lower case, blanks and hyphens make no difference. */
export function normaliseCheckInCode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
