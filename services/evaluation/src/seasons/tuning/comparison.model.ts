import { correlation } from './reliability.model.js';

/** A pair of values, one of each of two indicators, of the same subject. */
export type Pair = readonly [number, number];

/**
 * Pearson's r, in two passes: deviations from the means are summed, so that large values lose no digits.
 * @returns null where one of the two is constant
 */
export function pearson(pairs: readonly Pair[]): number | null {
  const first = meanOf(pairs.map(([x]) => x));
  const second = meanOf(pairs.map(([, y]) => y));
  if (first === null || second === null) return null;
  let [together, own, other] = [0, 0, 0];
  for (const [x, y] of pairs) {
    together += (x - first) * (y - second);
    own += (x - first) ** 2;
    other += (y - second) ** 2;
  }
  return correlation(together, own, other);
}

interface Shift {
  readonly before: number;
  readonly after: number;
  /** Hedges' g; null where nothing varies in either season. */
  readonly effect: number | null;
}

/**
 * How far the mean of an indicator moved from one season to the next, in standard deviations: Cohen's d with the pooled
 * deviation, times 1 − 3 / (4 (n1 + n2 − 2) − 1) for small numbers (Hedges 1981; Borenstein et al., "Introduction to
 * Meta-Analysis", 2009, formulas 4.18–4.22).
 * @returns null where one season has fewer than two values
 */
export function shiftOf(before: readonly number[], after: readonly number[]): Shift | null {
  const [earlier, later] = [meanOf(before), meanOf(after)];
  if (earlier === null || later === null || before.length < 2 || after.length < 2) return null;
  const freedom = before.length + after.length - 2;
  const deviation = Math.sqrt((squares(before, earlier) + squares(after, later)) / freedom);
  const correction = 1 - 3 / (4 * freedom - 1);
  const effect = deviation > 0 ? (correction * (later - earlier)) / deviation : null;
  return { before: earlier, after: later, effect };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squares(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
