import { type Moments, pairsOf } from '../../surveys/survey/moments.model.js';

/** Moments of answers at hand, of published examples. @param rows one for each who answered, in the order of the keys */
export function momentsOf(
  keys: readonly string[],
  rows: readonly (readonly number[])[],
  scale: Scale,
): Moments {
  const column = (place: number): number[] => rows.map((row) => row[place] ?? 0);
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const columns = keys.map((_key, place) => column(place));
  const countOf = (bound: number): number[] =>
    columns.map((values) => values.filter((value) => value === bound).length);
  return {
    keys,
    count: rows.length,
    sums: columns.map(total),
    products: pairsOf(keys.length).map(([a, b]) => total(rows.map((row) => (row[a] ?? 0) * (row[b] ?? 0)))),
    lows: countOf(scale.min),
    highs: countOf(scale.max),
  };
}

interface Scale {
  readonly min: number;
  readonly max: number;
}
