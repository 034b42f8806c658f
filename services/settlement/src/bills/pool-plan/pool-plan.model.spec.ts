import { describe, expect, it } from '@jest/globals';
import { compare, perHead } from './pool-plan.model.js';

describe('what was planned beside what it came to', () => {
  it('has each code that either has, once, in order', () => {
    const planned = [
      { expenseCode: '1.2', amount: 10_000n },
      { expenseCode: '3.1', amount: 4_000n },
    ];
    const actual = [
      { expenseCode: '1.4', amount: 500n },
      { expenseCode: '1.2', amount: 12_500n },
    ];
    // 125.00 − 100.00 = 25.00 dearer; 0 − 40.00 was not needed; 5.00 was not planned.
    expect(compare(planned, actual)).toEqual([
      { expenseCode: '1.2', planned: 10_000n, actual: 12_500n, difference: 2_500n },
      { expenseCode: '1.4', planned: 0n, actual: 500n, difference: 500n },
      { expenseCode: '3.1', planned: 4_000n, actual: 0n, difference: -4_000n },
    ]);
  });

  it.each([
    [1_000n, 3, 333n],
    [1_000n, 0, null],
    [1_000n, null, null],
  ])('of %s fen and %s heads is %s each, rounded down', (amount, heads, expected) => {
    expect(perHead(amount, heads)).toBe(expected);
  });
});
