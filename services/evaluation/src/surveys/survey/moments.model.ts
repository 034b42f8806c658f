/**
 * The stored sums of the answers to the questions of one node: means, variances and covariances follow exactly, but
 * no single answer can be derived.
 */
export interface Moments {
  readonly keys: readonly string[];
  readonly count: number;
  /** Σx of each question. */
  readonly sums: readonly number[];
  /** Σxy of each pair, the upper triangle with its diagonal row by row: 11, 12, …, 1k, 22, …, kk. */
  readonly products: readonly number[];
  /** How many gave the least answer, and how many the greatest. */
  readonly lows: readonly number[];
  readonly highs: readonly number[];
}

/** The answers to the questions of one node, of all surveys of the season together. */
export interface NodeMoments extends Moments {
  readonly parentKey: string | null;
}

/** Sample covariances, n − 1 beneath; symmetric. */
export type Covariances = readonly (readonly number[])[];

/** Pairs of indexes with the first not after the second, in the order of the stored products. */
export function pairsOf(count: number): readonly (readonly [number, number])[] {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.flatMap((first) => places.slice(first).map((second) => [first, second] as const));
}

/** The moments of the answers of both together. @param other of the same questions in the same order */
export function addMoments(one: Moments, other: Moments): Moments {
  const plus = (a: readonly number[], b: readonly number[]): number[] =>
    a.map((value, place) => value + (b[place] ?? 0));
  return {
    keys: one.keys,
    count: one.count + other.count,
    sums: plus(one.sums, other.sums),
    products: plus(one.products, other.products),
    lows: plus(one.lows, other.lows),
    highs: plus(one.highs, other.highs),
  };
}

/**
 * s_xy = (n Σxy − Σx Σy) / (n (n − 1)). Answers are whole numbers, so that the numerator is exact up to 2^53: 40
 * million answers from 1 to 5. Nothing is lost to the difference of two large numbers.
 * @param signs −1 for a question where less is better: it is turned round
 * @returns null for fewer than two answers
 */
export function covariancesOf(moments: Moments, signs: readonly (1 | -1)[]): Covariances | null {
  const { keys, count, sums, products } = moments;
  if (count < 2) return null;
  const matrix = keys.map(() => keys.map(() => 0));
  pairsOf(keys.length).forEach(([first, second], place) => {
    const deviation = count * (products[place] ?? 0) - (sums[first] ?? 0) * (sums[second] ?? 0);
    const value = ((signs[first] ?? 1) * (signs[second] ?? 1) * deviation) / (count * (count - 1));
    for (const [row, column] of [
      [first, second],
      [second, first],
    ] as const) {
      const line = matrix[row];
      if (line !== undefined) line[column] = value;
    }
  });
  return matrix;
}
