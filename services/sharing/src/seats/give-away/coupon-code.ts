import { createHash, randomBytes } from 'node:crypto';
import { normaliseCheckInCode } from '../registration/check-in-code.js';

/**
 * Digits and capitals without those that are misread on paper: I, L, O, U. There are 32, so a byte maps to each with
 * equal probability.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;
const tokenBytes = 32;

/** A code of 130 random bits: redeeming counters are reachable from the network, so guessing must not find one. */
export function newCouponCode(): string {
  return [...randomBytes(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** The normalised form used for look-ups. */
export function hashOfCode(text: string): string {
  return hashOf(normaliseCheckInCode(text));
}

/** The unguessable secret in the address of a counter. */
export function newRedeemToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
