import { describe, expect, it } from '@jest/globals';
import { perHead } from './cost-per-head.model.js';

describe('the cost per head', () => {
  it.each([
    ['100.00', 4, '25.00'],
    ['100.00', 3, '33.33'], // 33.333…
    ['0.05', 2, '0.03'], // 2.5 fen
    ['0.00', 7, '0.00'],
    ['1234567.89', 1, '1234567.89'],
  ])('of %s for %i is %s', (amount, heads, expected) => {
    expect(perHead({ amount, currency: 'CNY' }, heads)).toEqual({ amount: expected, currency: 'CNY' });
  });
});
