import type { Pair } from '../weight-version/weighing.model.js';

/** The pair about which judges differ most, by the factor of their geometric standard deviation; null below two judges. */
export function farthestApart(
  spread: readonly (readonly (number | null)[])[],
): (Pair & { readonly factor: number }) | null {
  let farthest: (Pair & { readonly factor: number }) | null = null;
  spread.forEach((cells, row) =>
    cells.forEach((factor, offset) => {
      if (factor === null || (farthest !== null && factor <= farthest.factor)) return;
      farthest = { row, column: row + 1 + offset, factor };
    }),
  );
  return farthest;
}
