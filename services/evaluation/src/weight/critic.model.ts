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
  return criticOfMatrix(readMatrix(rows), directions);
}

/** The same for a matrix that is already one block. */
export function criticOfMatrix(matrix: DecisionMatrix, directions: readonly Direction[]): CriticResult {
  const columns = scaleColumns(matrix, readDirections(directions, matrix.columnCount));
  const conflicts = conflictsOf(columns);
  const information = columns.map(({ deviation }, j) => deviation * (conflicts[j] ?? 0));
  const deviations = columns.map((column) => column.deviation);
  return { weights: normalise(information) ?? normalise(deviations) ?? equalWeights(columns.length) };
}

function scaleColumns(matrix: DecisionMatrix, directions: readonly Direction[]): readonly ScaledColumn[] {
  const { least, greatest } = columnBounds(matrix);
  return directions.map((direction, j) => {
    const low = least[j] ?? 0;
    const span = (greatest[j] ?? 0) - low;
    if (span === 0) return { centred: new Float64Array(matrix.rowCount), deviation: 0 };
    const scaled = direction === 'max' ? { from: low, by: 1 / span } : { from: low + span, by: -1 / span };
    return centre(columnOf(matrix, j, scaled));
  });
}

function columnOf(
  { values, columnCount, rowCount }: DecisionMatrix,
  j: number,
  { from, by }: { readonly from: number; readonly by: number },
): Float64Array {
  const column = new Float64Array(rowCount);
  for (let i = 0; i < rowCount; i += 1) column[i] = ((values[i * columnCount + j] ?? 0) - from) * by;
  return column;
}

/** Less its mean, in place: a plain loop is several times faster than one call for each value. */
function centre(column: Float64Array): ScaledColumn {
  let sum = 0;
  for (let i = 0; i < column.length; i += 1) sum += column[i] ?? 0;
  const mean = sum / column.length;
  for (let i = 0; i < column.length; i += 1) column[i] = (column[i] ?? 0) - mean;
  return { centred: column, deviation: Math.sqrt(dot(column, column) / (column.length - 1)) };
}

/** Σ (1 − r) of each column over the others; a pair of columns is looked at once. */
function conflictsOf(columns: readonly ScaledColumn[]): Float64Array {
  const conflicts = new Float64Array(columns.length);
  columns.forEach((one, j) => {
    for (let k = j + 1; k < columns.length; k += 1) {
      const other = columns[k];
      if (other === undefined || one.deviation === 0 || other.deviation === 0) continue;
      const degrees = one.centred.length - 1;
      const difference = 1 - dot(one.centred, other.centred) / (degrees * one.deviation * other.deviation);
      if (difference <= conflictLeast) continue;
      conflicts[j] = (conflicts[j] ?? 0) + difference;
      conflicts[k] = (conflicts[k] ?? 0) + difference;
    }
  });
  return conflicts;
}

/** Four sums side by side: one alone would wait for itself at every step. Their order is fixed, so the result is, too. */
function dot(a: Float64Array, b: Float64Array): number {
  const product = (i: number): number => (a[i] ?? 0) * (b[i] ?? 0);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    first += product(i);
    second += product(i + 1);
    third += product(i + 2);
    fourth += product(i + 3);
  }
  for (let i = whole; i < a.length; i += 1) first += product(i);
  return first + second + (third + fourth);
}
