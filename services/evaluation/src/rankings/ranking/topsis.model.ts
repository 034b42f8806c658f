import type { ColumnBounds, DecisionMatrix, Direction } from '../../systems/matrix/matrix.model.js';
import { columnBounds, readDirections, readMatrix, readWeights } from '../../systems/matrix/matrix.model.js';
import { sharedRanks } from '../../scores/score/shared-ranks.model.js';

export const scalingNames = ['vector', 'minMax'] as const;
/** The scaling can change the winner, so it is stored with a ranking. */
export type Scaling = (typeof scalingNames)[number];

export interface TopsisRequest {
  /** A row is an alternative, a column a criterion. */
  readonly rows: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly directions: readonly Direction[];
  readonly scaling?: Scaling | undefined;
}

interface TopsisResult {
  /** Closeness to the ideal, 0 to 1, one for each row. */
  readonly scores: readonly number[];
  readonly ranks: readonly number[];
}

/**
 * TOPSIS (Hwang and Yoon 1981): closeness d⁻ / (d⁺ + d⁻), d⁺ and d⁻ the Euclidean distances of the scaled, weighted
 * row from the best and the worst value of each column. `vector` (default) divides a column by its Euclidean norm,
 * `minMax` maps it onto 0…1. A zero or constant column contributes nothing; a row with no distance to either ideal
 * scores 0.5.
 * @throws DomainError `ROWS_SHAPE`, `VALUE_NOT_A_NUMBER`, `WEIGHTS_SHAPE`, `NEGATIVE_VALUE`, `NO_WEIGHT`,
 *   `DIRECTIONS_SHAPE`
 */
export function topsisRanking(request: TopsisRequest): TopsisResult {
  return topsisOfMatrix(readMatrix(request.rows), request);
}

/** The same for a matrix that is already one block. */
function topsisOfMatrix(matrix: DecisionMatrix, request: Omit<TopsisRequest, 'rows'>): TopsisResult {
  const weights = readWeights(request.weights, matrix.columnCount);
  const directions = readDirections(request.directions, matrix.columnCount);
  const bounds = columnBounds(matrix);
  const factors = columnFactors(matrix, bounds, request.scaling ?? 'vector').map(
    (factor, j) => factor * (weights[j] ?? 0),
  );
  const scores = closeness(matrix, { bounds, factors, directions });
  return { scores, ranks: sharedRanks(scores) };
}

/**
 * Distances are differences within a column, so scaling is one factor for each column: the shift of min-max
 * cancels out. 0 where the column is constant.
 */
function columnFactors(
  matrix: DecisionMatrix,
  { least, greatest }: ColumnBounds,
  scaling: Scaling,
): Float64Array {
  const spans = least.map((low, j) => (greatest[j] ?? 0) - low);
  if (scaling === 'minMax') return spans.map((span) => (span === 0 ? 0 : 1 / span));
  // Squares are taken relative to the largest value: those of very small numbers would vanish.
  const largest = least.map((low, j) => Math.max(Math.abs(low), Math.abs(greatest[j] ?? 0)));
  const inverse = largest.map((value) => (value === 0 ? 0 : 1 / value));
  const squares = new Float64Array(matrix.columnCount);
  for (let index = 0; index < matrix.values.length;) {
    for (let j = 0; j < squares.length; j += 1, index += 1) {
      const relative = (matrix.values[index] ?? 0) * (inverse[j] ?? 0);
      squares[j] = (squares[j] ?? 0) + relative * relative;
    }
  }
  return squares.map((square, j) => (spans[j] === 0 ? 0 : 1 / (Math.sqrt(square) * (largest[j] ?? 1))));
}

function closeness(
  { values, rowCount, columnCount }: DecisionMatrix,
  scale: {
    readonly bounds: ColumnBounds;
    readonly factors: Float64Array;
    readonly directions: readonly Direction[];
  },
): readonly number[] {
  const { least, greatest } = scale.bounds;
  const best = least.map((low, j) => (scale.directions[j] === 'max' ? (greatest[j] ?? 0) : low));
  const worst = least.map((low, j) => (scale.directions[j] === 'max' ? low : (greatest[j] ?? 0)));
  const scores = new Array<number>(rowCount).fill(0.5);
  for (let i = 0, index = 0; i < rowCount; i += 1) {
    let toBest = 0;
    let toWorst = 0;
    for (let j = 0; j < columnCount; j += 1, index += 1) {
      const value = values[index] ?? 0;
      const factor = scale.factors[j] ?? 0;
      const fromBest = (value - (best[j] ?? 0)) * factor;
      const fromWorst = (value - (worst[j] ?? 0)) * factor;
      toBest += fromBest * fromBest;
      toWorst += fromWorst * fromWorst;
    }
    const distance = Math.sqrt(toBest) + Math.sqrt(toWorst);
    if (distance > 0) scores[i] = Math.sqrt(toWorst) / distance;
  }
  return scores;
}
