import { completeWithLeastEigenvalue, principalEigenpair } from './eigenvector.js';
import type { Judgements } from './judgement.js';
import { forEachPair, parseJudgements, reciprocalMatrix, requireConnected } from './judgement.js';
import { logarithmicLeastSquares } from './logarithmic-least-squares.js';

export const ahpSolvers = ['eigenvector', 'geometricMean'] as const;
export type AhpSolver = (typeof ahpSolvers)[number];

/** Mean consistency index of random matrices; index 0 stands for one item. */
const randomIndexTables = {
  'saaty-1980': [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45],
  'saaty-2005': [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45],
} as const;
export type RandomIndexTable = keyof typeof randomIndexTables;

export const consistencyRatioMax = 0.1;

export interface AhpMethod {
  readonly solver?: AhpSolver | undefined;
  readonly randomIndex?: RandomIndexTable | undefined;
}

export interface AhpRequest extends AhpMethod {
  readonly items: readonly string[];
  /** Upper triangle, row by row; a_ij says how much item i matters over item j. */
  readonly upper: readonly (readonly (string | null)[])[];
}

export interface AhpResult {
  /** In the order of the items, positive, sum 1. */
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  readonly consistencyIndex: number;
  readonly consistencyRatio: number;
  /** Consistency ratio at most 0.10. */
  readonly acceptable: boolean;
  /** The given judgement farthest from the weights (0-based, above the diagonal); null when acceptable. */
  readonly worst: { readonly row: number; readonly column: number } | null;
}

interface Solution {
  readonly weights: readonly number[];
  readonly lambdaMax: number;
}

/**
 * Weights from judgements as written.
 * @throws DomainError `ITEMS_COUNT`, `MATRIX_SHAPE`, `JUDGEMENT_FORMAT`, `JUDGEMENT_RANGE`, `JUDGEMENTS_DISCONNECTED`, `NOT_CONVERGED`
 */
export function ahpWeights(request: AhpRequest): AhpResult {
  return solveAhp(parseJudgements(request.items.length, request.upper), request);
}

/**
 * Weights from pairwise judgements (Saaty 1980) with their consistency: CI = (λmax − n)/(n − 1), CR = CI/RI.
 * Two items cannot contradict each other: CR 0. The random index is that of full matrices, also with gaps.
 * An unacceptable result is returned, not thrown: who activates weights refuses it, who previews shows it.
 * @throws DomainError `ITEMS_COUNT`, `MATRIX_SHAPE`, `JUDGEMENTS_DISCONNECTED`, `NOT_CONVERGED`
 */
export function solveAhp(judgements: Judgements, method: AhpMethod = {}): AhpResult {
  const matrix = reciprocalMatrix(judgements);
  requireConnected(judgements);
  const size = matrix.length;
  const { weights, lambdaMax } =
    method.solver === 'geometricMean' ? solveByGeometricMean(matrix) : solveByEigenvector(matrix);
  // λmax ≥ n holds exactly; below it is rounding.
  const consistencyIndex = Math.max(0, (lambdaMax - size) / (size - 1));
  const randomIndex = randomIndexTables[method.randomIndex ?? 'saaty-1980'][size - 1] ?? 0;
  const consistencyRatio = randomIndex === 0 ? 0 : consistencyIndex / randomIndex;
  const acceptable = consistencyRatio <= consistencyRatioMax;
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    acceptable,
    worst: acceptable ? null : farthestJudgement(judgements, weights),
  };
}

function solveByEigenvector(matrix: readonly (readonly (number | null)[])[]): Solution {
  const complete = completeWithLeastEigenvalue(matrix, logarithmicLeastSquares(matrix));
  const { vector, value } = principalEigenpair(complete);
  return { weights: vector, lambdaMax: value };
}

/**
 * λmax belongs to the eigenvector; for other weights it is estimated as the mean of (Aw)_i / w_i, as the textbooks
 * of the method do. A missing entry agrees with the weights and so adds 1.
 */
function solveByGeometricMean(matrix: readonly (readonly (number | null)[])[]): Solution {
  const weights = logarithmicLeastSquares(matrix);
  const quotients = matrix.map((row, i) =>
    row.reduce<number>(
      (sum, value, j) => sum + (value === null ? 1 : (value * (weights[j] ?? 0)) / (weights[i] ?? 1)),
      0,
    ),
  );
  return { weights, lambdaMax: quotients.reduce((sum, value) => sum + value, 0) / matrix.length };
}

function farthestJudgement(
  judgements: Judgements,
  weights: readonly number[],
): { readonly row: number; readonly column: number } | null {
  let largest = -1;
  let worst: { readonly row: number; readonly column: number } | null = null;
  forEachPair(judgements, (row, column, value) => {
    if (value === null) return;
    const distance = Math.abs(Math.log(value) - Math.log((weights[row] ?? 1) / (weights[column] ?? 1)));
    // The first of equal ones; the tolerance keeps rounding from choosing.
    if (distance <= largest + 1e-9) return;
    largest = distance;
    worst = { row, column };
  });
  return worst;
}
