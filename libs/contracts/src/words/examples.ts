import type { Money } from './money.js';

/** As long as the real thing, for the examples of the documentation. */
export function base64Of(bytes: number): string {
  return Buffer.alloc(bytes, 0xab).toString('base64');
}

/** @param amount in fen */
export function yuan(amount: string): Money {
  return { amount, currency: 'CNY' };
}
