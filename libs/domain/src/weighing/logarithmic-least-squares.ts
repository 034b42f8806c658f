import { DomainError } from '../domain-error.js';
import { solveLinearSystem } from './linear-system.js';

/**
 * Weights that minimise Σ (ln a_ij − ln(w_i/w_j))² over the given entries. With none missing that is the
 * geometric mean of each row (Crawford and Williams 1985); with gaps, the linear system of the graph's
 * Laplacian (Bozóki, Fülöp, Rónyai 2010).
 * @param matrix reciprocal, null where missing, connected
 * @returns positive weights, sum 1
 */
export function logarithmicLeastSquares(matrix: readonly (readonly (number | null)[])[]): readonly number[] {
  // ln w_0 is set to 0, as only ratios matter; that leaves the Laplacian without its first row and column.
  const laplacian = matrix.slice(1).map((row, i) =>
    row.slice(1).map((value, j) => {
      if (i === j) return row.filter((other) => other !== null).length - 1;
      return value === null ? 0 : -1;
    }),
  );
  const right = matrix
    .slice(1)
    .map((row) => row.reduce<number>((sum, value) => sum + (value === null ? 0 : Math.log(value)), 0));
  const logs = solveLinearSystem(laplacian, right);
  if (logs === null) throw new DomainError('JUDGEMENTS_DISCONNECTED', { pointer: '/upper' });
  const raw = [0, ...logs].map(Math.exp);
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}
