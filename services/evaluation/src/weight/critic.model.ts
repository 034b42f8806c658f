import type { DecisionMatrix, Direction } from './matrix.model.js';
import { columnBounds, equalWeights, normalise, readDirections, readMatrix } from './matrix.model.js';

export interface CriticResult {
  /** One for each column, sum 1. */
  readonly weights: readonly number[];
}

interface ScaledColumn {
  /** Scaled to 0…1 and less its mean. */
  readonly centred: Float64Array;
  /** Sample standard deviation (divisor m − 1); 0 for a constant column. */
  readonly deviation: number;
}

/** What is left of 1 − r for columns that agree fully is rounding, and must not decide. */
const conflictLeast = 1e-12;

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
  const matrix = readMatrix(rows);
  const columns = scaleColumns(matrix, readDirections(directions, matrix.columnCount));
  const information = columns.map((column) => column.deviation * conflictOf(column, columns));
  const deviations = columns.map((column) => column.deviation);
  return { weights: normalise(information) ?? normalise(deviations) ?? equalWeights(columns.length) };
}

function scaleColumns(matrix: DecisionMatrix, directions: readonly Direction[]): readonly ScaledColumn[] {
  const { values, columnCount, rowCount } = matrix;
  const { least, greatest } = columnBounds(matrix);
  return directions.map((direction, j) => {
    const low = least[j] ?? 0;
    const span = (greatest[j] ?? 0) - low;
    const centred = new Float64Array(rowCount);
    if (span === 0) return { centred, deviation: 0 };
    for (let i = 0; i < rowCount; i += 1) {
      const scaled = ((values[i * columnCount + j] ?? 0) - low) / span;
      centred[i] = direction === 'max' ? scaled : 1 - scaled;
    }
    return centre(centred);
  });
}

function centre(scaled: Float64Array): ScaledColumn {
  const mean = scaled.reduce((sum, value) => sum + value, 0) / scaled.length;
  const centred = scaled.map((value) => value - mean);
  return { centred, deviation: Math.sqrt(dot(centred, centred) / (scaled.length - 1)) };
}

function conflictOf(column: ScaledColumn, columns: readonly ScaledColumn[]): number {
  let conflict = 0;
  for (const other of columns) {
    if (other === column || other.deviation === 0 || column.deviation === 0) continue;
    const degrees = column.centred.length - 1;
    const correlation = dot(column.centred, other.centred) / (degrees * column.deviation * other.deviation);
    const difference = 1 - correlation;
    if (difference > conflictLeast) conflict += difference;
  }
  return conflict;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
