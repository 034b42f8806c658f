import { createHash, randomBytes } from 'node:crypto';
import { normaliseCheckInCode } from '../registration/check-in-code.js';

/** Digits and capitals without those that are misread on paper: I, L, O, U. 32 of them, so a byte gives each alike. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;
const tokenBytes = 32;

/** A code of 130 random bits: a counter stands open to the network, so no number of tries may find one. */
export function newCouponCode(): string {
  return [...randomBytes(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** As it is looked up, however it was typed. */
export function hashOfCode(text: string): string {
  return hashOf(normaliseCheckInCode(text));
}

/** What nobody can guess, as it stands in the address of a counter. */
export function newRedeemToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
