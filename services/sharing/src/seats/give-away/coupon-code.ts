import { randomBytes } from 'node:crypto';
import { hashOfSecret } from '@gongxiang/persistence';
import { normaliseCheckInCode } from '../registration/check-in-code.js';

/**
 * Digits and capitals without those that are misread on paper: I, L, O, U. There are 32, so a byte maps to each with
 * equal probability.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;

/** A code of 130 random bits: redeeming counters are reachable from the network, so guessing must not find one. */
export function newCouponCode(): string {
  return [...randomBytes(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** The normalised form used for look-ups. */
export function hashOfCode(text: string): string {
  return hashOfSecret(normaliseCheckInCode(text));
}
