import { DomainError } from '@gongxiang/domain';
import type { DecisionMatrix } from '../matrix/matrix.model.js';
import { columnBounds, equalWeights, normalise, readMatrix } from '../matrix/matrix.model.js';

interface EntropyResult {
  /** One for each column, sum 1. */
  readonly weights: readonly number[];
  /** One for each column, 0 to 1; 1 for a constant column. */
  readonly entropy: readonly number[];
}

/** Below it, 1 − e from the one-pass formula keeps too few digits, and the column is read once more. */
const divergenceSmall = 1e-3;

/**
 * Weights by Shannon's entropy: e_j = −Σ p ln p / ln m with p = x_ij / Σ x_ij and 0·ln 0 = 0; w_j ∝ 1 − e_j.
 * A constant column, also of zeros, weighs 0; where all are constant (a single row, too), all weigh the same.
 * @throws DomainError `ROWS_SHAPE`, `VALUE_NOT_A_NUMBER`, `NEGATIVE_VALUE`
 */
export function entropyWeights(rows: readonly (readonly number[])[]): EntropyResult {
  return entropyOfMatrix(readMatrix(rows));
}

/** The same for a matrix that is already one block. */
function entropyOfMatrix(matrix: DecisionMatrix): EntropyResult {
  const { least, greatest } = columnBounds(matrix);
  requireNonNegative(matrix, least);
  const { sums, products } = accumulate(matrix);
  const divergences = Array.from(sums, (sum, j) => {
    if (least[j] === greatest[j]) return 0;
    // H = ln S − Σ z ln z / S
    const uncertainty = Math.log(sum) - (products[j] ?? 0) / sum;
    const divergence = 1 - uncertainty / Math.log(matrix.rowCount);
    return divergence < divergenceSmall ? preciseDivergence(matrix, j, sum) : Math.min(1, divergence);
  });
  return {
    weights: normalise(divergences) ?? equalWeights(matrix.columnCount),
    entropy: divergences.map((divergence) => 1 - divergence),
  };
}

function requireNonNegative({ values, columnCount }: DecisionMatrix, least: Float64Array): void {
  if (least.every((value) => value >= 0)) return;
  const index = values.findIndex((value) => value < 0);
  const pointer = `/rows/${Math.floor(index / columnCount)}/${index % columnCount}`;
  throw new DomainError('NEGATIVE_VALUE', { pointer });
}

function accumulate({ values, columnCount }: DecisionMatrix): { sums: Float64Array; products: Float64Array } {
  const sums = new Float64Array(columnCount);
  const products = new Float64Array(columnCount);
  for (let start = 0; start < values.length; start += columnCount) {
    for (let j = 0; j < columnCount; j += 1) {
      const value = values[start + j] ?? 0;
      if (value === 0) continue;
      sums[j] = (sums[j] ?? 0) + value;
      products[j] = (products[j] ?? 0) + value * Math.log(value);
    }
  }
  return { sums, products };
}

/**
 * 1 − e as Σ ((1 + d) ln(1 + d) − d) / (m ln m), with d = x / mean − 1: no term is negative, so nearly equal
 * values lose no digits to the difference of two large numbers.
 */
function preciseDivergence(matrix: DecisionMatrix, column: number, sum: number): number {
  const { values, columnCount, rowCount } = matrix;
  const mean = sum / rowCount;
  let total = 0;
  for (let index = column; index < values.length; index += columnCount) {
    const deviation = ((values[index] ?? 0) - mean) / mean;
    total += deviation === -1 ? 1 : (1 + deviation) * Math.log1p(deviation) - deviation;
  }
  return Math.max(0, total / (rowCount * Math.log(rowCount)));
}
