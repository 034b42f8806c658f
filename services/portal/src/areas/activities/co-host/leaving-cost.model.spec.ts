import { describe, expect, it } from '@jest/globals';
import type { Split } from '../agreement/use-split.js';
import { sharesCompared, sumOf } from './leaving-cost.model.js';

const split = (...shares: [string, string][]): Pick<Split, 'shares' | 'subsidy'> => ({
  shares: shares.map(([party, amount]) => ({ party, amount: { amount, currency: 'CNY' }, trace: [] })),
  subsidy: null,
});

describe('what each party pays before and after', () => {
  it('is compared to the fen, and both sums are the total', () => {
    // 100.01 in three: 33.34 + 33.34 + 33.33; in two: 50.01 + 50.00.
    const changes = sharesCompared(
      split(['a', '3334'], ['b', '3334'], ['c', '3333']),
      split(['a', '5001'], ['c', '5000']),
    );
    expect(changes).toEqual([
      { key: 'a', beforeFen: 3334n, afterFen: 5001n, changeFen: 1667n },
      { key: 'b', beforeFen: 3334n, afterFen: null, changeFen: -3334n },
      { key: 'c', beforeFen: 3333n, afterFen: 5000n, changeFen: 1667n },
    ]);
    expect(sumOf(changes.map(({ beforeFen }) => beforeFen))).toBe(10001n);
    expect(sumOf(changes.map(({ afterFen }) => afterFen))).toBe(10001n);
    expect(sumOf(changes.map(({ changeFen }) => changeFen))).toBe(0n);
  });
});
