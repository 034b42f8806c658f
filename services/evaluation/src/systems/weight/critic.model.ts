import { addColumnProducts, paddedWidth } from './column-products.model.js';
import type { DecisionMatrix, Direction } from '../matrix/matrix.model.js';
import { columnBounds, equalWeights, normalise, readDirections, readMatrix } from '../matrix/matrix.model.js';

interface CriticResult {
  /** One for each column, sum 1. */
  readonly weights: readonly number[];
}

/** How the values of each column are scaled and centred. */
interface Scales {
  readonly least: Float64Array;
  /** Of what the values are above the least. */
  readonly means: Float64Array;
  /** One over the span, less than 0 for `min`; 0 for a constant column. */
  readonly factors: Float64Array;
}

/** What is left of 1 − r for columns that agree fully is rounding, and must not decide. */
const conflictLeast = 1e-12;

/** So many rows of twenty columns stay in the processor's nearest cache while all columns are multiplied. */
const rowsAtOnce = 128;

/**
 * Weights by CRITIC (Diakoulaki 1995): each column is scaled by min-max in its direction; w_j ∝ σ_j Σ_k (1 − r_jk),
 * σ the sample standard deviation, r Pearson's correlation.
 *
 * A constant column weighs 0. Its correlation with another is undefined and is left out of the sums, so that adding
 * such a column changes nothing. Where no column conflicts with another (one column that varies, or all fully
 * correlated), w_j ∝ σ_j, which is the limit of the formula; where all are constant, all weigh the same.
 * @throws DomainError `ROWS_SHAPE`, `VALUE_NOT_A_NUMBER`, `DIRECTIONS_SHAPE`
 */
export function criticWeights(
  rows: readonly (readonly number[])[],
  directions: readonly Direction[],
): CriticResult {
  return criticOfMatrix(readMatrix(rows), directions);
}

/** The same for a matrix that is already one block. */
export function criticOfMatrix(matrix: DecisionMatrix, directions: readonly Direction[]): CriticResult {
  const { columnCount, rowCount } = matrix;
  const width = paddedWidth(columnCount);
  const products = productsOf(matrix, scalesOf(matrix, readDirections(directions, columnCount)), width);
  const squares = Array.from({ length: columnCount }, (_unused, j) => products[j * (width + 1)] ?? 0);
  const conflicts = conflictsOf(products, width, squares);
  // Sample standard deviations (divisor m − 1); 0 for a constant column, and so where there is but one row.
  const deviations = squares.map((square) => (square === 0 ? 0 : Math.sqrt(square / (rowCount - 1))));
  const information = deviations.map((deviation, j) => deviation * (conflicts[j] ?? 0));
  return { weights: normalise(information) ?? normalise(deviations) ?? equalWeights(columnCount) };
}

function scalesOf(matrix: DecisionMatrix, directions: readonly Direction[]): Scales {
  const { values, columnCount, rowCount } = matrix;
  const { least, greatest } = columnBounds(matrix);
  const sums = new Float64Array(columnCount);
  for (let index = 0; index < values.length;)
    for (let j = 0; j < columnCount; j += 1, index += 1)
      sums[j] = (sums[j] ?? 0) + ((values[index] ?? 0) - (least[j] ?? 0));
  return {
    least,
    means: sums.map((sum) => sum / rowCount),
    factors: least.map((low, j) => {
      const span = (greatest[j] ?? 0) - low;
      return span === 0 ? 0 : (directions[j] === 'max' ? 1 : -1) / span;
    }),
  };
}

/** Σ x·y of the columns, each scaled to 0…1 and less its mean; zeros for a constant column. */
function productsOf({ values, columnCount }: DecisionMatrix, scales: Scales, width: number): Float64Array {
  const { least, means, factors } = scales;
  const products = new Float64Array(width * width);
  const block = new Float64Array(rowsAtOnce * width);
  for (let index = 0; index < values.length;) {
    let end = 0;
    for (; end < block.length && index < values.length; end += width)
      for (let j = 0; j < columnCount; j += 1, index += 1)
        // First less the least, which loses no digits, also where all values are large and close together.
        block[end + j] = ((values[index] ?? 0) - (least[j] ?? 0) - (means[j] ?? 0)) * (factors[j] ?? 0);
    addColumnProducts(products, block.subarray(0, end), width);
  }
  return products;
}

/** Σ (1 − r) of each column over the others; a pair of columns is looked at once. */
function conflictsOf(products: Float64Array, width: number, squares: readonly number[]): Float64Array {
  const conflicts = new Float64Array(squares.length);
  squares.forEach((one, j) => {
    for (let k = j + 1; k < squares.length; k += 1) {
      const other = squares[k] ?? 0;
      if (one === 0 || other === 0) continue;
      const difference = 1 - (products[j * width + k] ?? 0) / Math.sqrt(one * other);
      if (difference <= conflictLeast) continue;
      conflicts[j] = (conflicts[j] ?? 0) + difference;
      conflicts[k] = (conflicts[k] ?? 0) + difference;
    }
  });
  return conflicts;
}
