import { DomainError } from '@gongxiang/domain';

export const directionNames = ['max', 'min'] as const;
/** Whether more of it is better (`max`) or worse (`min`). */
export type Direction = (typeof directionNames)[number];

/** A decision matrix, row after row in one block: a row is an alternative, a column a criterion. */
export interface DecisionMatrix {
  readonly values: Float64Array;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface ColumnBounds {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

/** Beyond it sums and squares would leave what a double can hold. */
const magnitudeMax = 1e100;
/** Below it a number counts as 0: its square and its reciprocal would leave what a double can hold. */
const magnitudeMin = 1e-100;

/**
 * @throws DomainError `ROWS_SHAPE` for no row, no column or rows of different lengths; `VALUE_NOT_A_NUMBER` for
 * what is no finite number of at most 1e100, with the pointer of the cell
 */
export function readMatrix(rows: readonly (readonly number[])[]): DecisionMatrix {
  const columnCount = rows[0]?.length ?? 0;
  if (columnCount === 0) throw new DomainError('ROWS_SHAPE', { pointer: '/rows', params: { expected: 1 } });
  const values = new Float64Array(rows.length * columnCount);
  let index = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    if (!Array.isArray(row) || row.length !== columnCount) {
      throw new DomainError('ROWS_SHAPE', { pointer: `/rows/${i}`, params: { expected: columnCount } });
    }
    for (let j = 0; j < columnCount; j += 1) {
      const value: unknown = row[j];
      // The pointer is a string of its own, too dear to make for every cell.
      if (!isReadable(value)) throw new DomainError('VALUE_NOT_A_NUMBER', { pointer: `/rows/${i}/${j}` });
      values[index] = flush(value);
      index += 1;
    }
  }
  return { values, rowCount: rows.length, columnCount };
}

/**
 * Weights made to sum 1.
 * @throws DomainError `WEIGHTS_SHAPE`, `VALUE_NOT_A_NUMBER`, `NEGATIVE_VALUE`, or `NO_WEIGHT` where all are zero
 */
export function readWeights(
  weights: readonly number[],
  expected: number,
  pointer = '/weights',
): readonly number[] {
  if (weights.length !== expected) throw new DomainError('WEIGHTS_SHAPE', { pointer, params: { expected } });
  weights.forEach((weight, index) => {
    const at = `${pointer}/${index}`;
    if (!isReadable(weight)) throw new DomainError('VALUE_NOT_A_NUMBER', { pointer: at });
    if (weight < 0) throw new DomainError('NEGATIVE_VALUE', { pointer: at });
  });
  const normalised = normalise(weights.map(flush));
  if (normalised === null) throw new DomainError('NO_WEIGHT', { pointer });
  return normalised;
}

/** @throws DomainError `DIRECTIONS_SHAPE` where they are not `max` or `min`, one for each column */
export function readDirections(directions: readonly Direction[], expected: number): readonly Direction[] {
  if (directions.length !== expected || !directions.every((name) => directionNames.includes(name))) {
    throw new DomainError('DIRECTIONS_SHAPE', { pointer: '/directions', params: { expected } });
  }
  return directions;
}

/** Parts made to sum 1; null where they are all zero. */
export function normalise(parts: readonly number[]): readonly number[] | null {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return total > 0 ? parts.map((part) => part / total) : null;
}

export function equalWeights(count: number): readonly number[] {
  return new Array<number>(count).fill(1 / count);
}

export function columnBounds({ values, columnCount }: DecisionMatrix): ColumnBounds {
  const least = new Float64Array(columnCount).fill(Infinity);
  const greatest = new Float64Array(columnCount).fill(-Infinity);
  for (let start = 0; start < values.length; start += columnCount) {
    for (let j = 0; j < columnCount; j += 1) {
      const value = values[start + j] ?? 0;
      if (value < (least[j] ?? 0)) least[j] = value;
      if (value > (greatest[j] ?? 0)) greatest[j] = value;
    }
  }
  return { least, greatest };
}

function isReadable(value: unknown): value is number {
  return typeof value === 'number' && value <= magnitudeMax && value >= -magnitudeMax;
}

function flush(value: number): number {
  return value < magnitudeMin && value > -magnitudeMin ? 0 : value;
}
