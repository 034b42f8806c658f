import { describe, expect, it } from '@jest/globals';
import { restOf, shareOf } from './bar.model.js';

describe('a bar', () => {
  it.each([
    ['50000', '200000', 25],
    // A third: 33.33…, cut after one decimal.
    ['1', '3', 33.3],
    ['0', '200000', 0],
    ['0', '0', 0],
    ['999999999999999999', '999999999999999999', 100],
  ])('of %s of %s fen is %s percent wide', (amount, whole, width) => {
    expect(shareOf(amount, whole)).toBe(width);
  });

  it('leaves what its parts do not take', () => {
    const part = { key: 'drawn', name: 'x', amount: '70000' } as const;
    expect(restOf('200000', [part, { ...part, key: 'returned', amount: '30000' }])).toBe('100000');
  });
});
