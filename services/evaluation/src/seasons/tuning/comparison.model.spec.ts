import { describe, expect, it } from '@jest/globals';
import { type Pair, pearson, shiftOf } from './comparison.model.js';

describe("Pearson's correlation", () => {
  it("of Anscombe's first set is 0.816 (The American Statistician 27, 1973)", () => {
    const pairs: Pair[] = [
      [10, 8.04],
      [8, 6.95],
      [13, 7.58],
      [9, 8.81],
      [11, 8.33],
      [14, 9.96],
      [6, 7.24],
      [4, 4.26],
      [12, 10.84],
      [7, 4.82],
      [5, 5.68],
    ];
    expect(pearson(pairs)?.toFixed(3)).toBe('0.816');
    // A large constant added to both changes nothing.
    expect(pearson(pairs.map(([x, y]) => [x + 1e6, y + 1e6]))?.toFixed(3)).toBe('0.816');
  });

  it('is 1 and −1 on a line, and unknown where one is constant, or there is nothing', () => {
    expect(
      pearson([
        [1, 3],
        [2, 5],
        [4, 9],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      pearson([
        [1, -3],
        [2, -5],
        [4, -9],
      ]),
    ).toBeCloseTo(-1, 12);
    expect(
      pearson([
        [1, 3],
        [1, 5],
      ]),
    ).toBeNull();
    expect(pearson([])).toBeNull();
  });
});

describe('the shift from one season to the next', () => {
  /** Fifty values of a mean and a standard deviation (n − 1): half above, half below. */
  const fifty = (mean: number, deviation: number): number[] => {
    const step = deviation * Math.sqrt(49 / 50);
    return Array.from({ length: 50 }, (_, index) => mean + (index % 2 === 0 ? step : -step));
  };

  it('is 0.5924 in the example of Borenstein et al. 2009, ch. 4: 103 and 100, 5.5 and 4.5, n = 50 each', () => {
    const shift = shiftOf(fifty(100, 4.5), fifty(103, 5.5));
    expect([shift?.before.toFixed(1), shift?.after.toFixed(1)]).toEqual(['100.0', '103.0']);
    // d = 3 / 5.0249 = 0.5970; J = 1 − 3 / (4 · 98 − 1) = 0.9923
    expect(shift?.effect?.toFixed(4)).toBe('0.5924');
  });

  it('is negative for a fall, has no size where nothing varies, and is unknown of single values', () => {
    expect(shiftOf([5, 4], [2, 1])?.effect).toBeLessThan(0);
    expect(shiftOf([3, 3], [4, 4])).toEqual({ before: 3, after: 4, effect: null });
    expect(shiftOf([3], [4, 5])).toBeNull();
    expect(shiftOf([], [4, 5])).toBeNull();
  });
});
