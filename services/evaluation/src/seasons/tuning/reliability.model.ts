import type { Covariances } from '../../surveys/survey/moments.model.js';

/** How one question fits the others of its node. */
interface ItemFit {
  /** Correlation with the sum of the other questions; null where one of the two does not vary, or there are no others. */
  readonly itemRest: number | null;
  /** Alpha of the others; null where fewer than two are left, or their sum does not vary. */
  readonly alphaWithout: number | null;
}

/**
 * Cronbach's alpha, raw: k / (k − 1) · (1 − Σ s²_i / s²_sum), the sum being that of all covariances (Cronbach,
 * "Coefficient alpha and the internal structure of tests", Psychometrika 16, 1951, 297–334).
 * @returns at most 1, below 0 where questions contradict each other; null for fewer than two, or where the sum does not vary
 */
export function cronbachAlpha(covariances: Covariances): number | null {
  const { length } = covariances;
  const whole = sumOf(covariances.flat());
  if (length < 2 || !(whole > 0)) return null;
  const own = sumOf(covariances.map((row, place) => row[place] ?? 0));
  return (length / (length - 1)) * (1 - own / whole);
}

/**
 * Each question beside the others of its node: item–rest correlation ("corrected", the question itself is not in the
 * sum) and alpha without it (Nunnally & Bernstein, "Psychometric Theory", 3rd ed. 1994, ch. 8).
 */
export function itemFits(covariances: Covariances): readonly ItemFit[] {
  return covariances.map((row, place) => {
    const rest = covariances.filter((_row, other) => other !== place);
    const without = rest.map((line) => line.filter((_value, other) => other !== place));
    const together = sumOf(row.filter((_value, other) => other !== place));
    return {
      itemRest: correlation(together, row[place] ?? 0, sumOf(without.flat())),
      alphaWithout: cronbachAlpha(without),
    };
  });
}

/** @returns between −1 and 1; null where one of the two variances is none */
export function correlation(covariance: number, variance: number, otherVariance: number): number | null {
  if (!(variance > 0) || !(otherVariance > 0)) return null;
  const value = covariance / (Math.sqrt(variance) * Math.sqrt(otherVariance));
  return Math.max(-1, Math.min(1, value));
}

/** In the order given, so that it is the same on every run. */
function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
