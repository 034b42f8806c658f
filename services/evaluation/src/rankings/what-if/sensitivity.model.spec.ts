import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MeasuredValues, swapOf } from './sensitivity.model.js';

/** The score with the weight of one indicator moved, and the others in proportion; what is missing is left out. */
function scoreAt(weights: readonly number[], k: number, share: number, values: MeasuredValues): number {
  const own = weights[k] ?? 0;
  const moved = weights.map((weight, j) => (j === k ? share : (weight * (1 - share)) / (1 - own)));
  const given = moved.flatMap((weight, j) => {
    const value = values[j] ?? null;
    return value === null ? [] : [{ weight, value }];
  });
  const whole = given.reduce((sum, { weight }) => sum + weight, 0);
  return given.reduce((sum, { weight, value }) => sum + weight * value, 0) / whole;
}

describe('the change of a weight that swaps two places', () => {
  it.each<[string, number[], number, MeasuredValues, MeasuredValues, number | null]>([
    // 0.6·80 + 0.4·50 = 68 against 0.6·60 + 0.4·75 = 66; level where 80t + 50(1−t) = 60t + 75(1−t): 45t = 25
    ['is where both are level', [0.6, 0.4], 0, [80, 50], [60, 75], 25 / 45],
    // The same line, seen from the other indicator.
    ['is the same from the other side', [0.6, 0.4], 1, [80, 50], [60, 75], 20 / 45],
    // One is better in everything.
    ['is none where one is better in all', [0.5, 0.5], 0, [80, 70], [60, 50], null],
    // 70t + 40(1−t) = 70t + 40(1−t) always: nothing ever swaps, and nothing is nearest.
    ['is none between equals', [0.5, 0.5], 0, [70, 40], [70, 40], null],
    // Level already: 0.5·80 + 0.5·40 = 0.5·60 + 0.5·60.
    ['is nothing where they are level now', [0.5, 0.5], 0, [80, 40], [60, 60], 0.5],
    // The other has no value for the indicator and keeps 60; 80t + 50(1−t) = 60: t = 1/3.
    ['minds a value that is missing', [0.6, 0.4], 0, [80, 50], [null, 60], 1 / 3],
    // All the weight: nothing is left to scale.
    ['is none where it has all the weight', [1, 0], 0, [80, 50], [60, 75], null],
  ])('%s', (_what, weights, k, first, second, expected) => {
    const swap = swapOf(weights, k, [first, second]);
    if (expected === null) return expect(swap).toBeNull();
    expect(swap?.swapsAt).toBeCloseTo(expected, 12);
    expect(swap?.change).toBeCloseTo(expected - (weights[k] ?? 0), 12);
  });

  it('makes them level, and none that is nearer does (found by a search over a grid)', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100 }), { freq: 5 });
    const values = fc.array(value, { minLength: 4, maxLength: 4 });
    const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(parts, values, values, fc.integer({ min: 0, max: 3 }), (given, first, second, k) => {
        const total = given.reduce((sum, part) => sum + part, 0);
        const weights = given.map((part) => part / total);
        const swap = swapOf(weights, k, [first, second]);
        const differenceAt = (share: number): number =>
          scoreAt(weights, k, share, first) - scoreAt(weights, k, share, second);
        if (swap !== null) expect(Math.abs(differenceAt(swap.swapsAt))).toBeLessThan(1e-6);
        const reach = swap === null ? 1 : Math.abs(swap.change) - 1e-6;
        const now = differenceAt(weights[k] ?? 0);
        for (let step = 1; step < 200; step += 1) {
          const share = step / 200;
          if (Math.abs(share - (weights[k] ?? 0)) >= reach) continue;
          const there = differenceAt(share);
          // Whatever is nearer than the swap has not changed sides.
          if (Number.isFinite(there) && Number.isFinite(now))
            expect(there * now).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });
});
