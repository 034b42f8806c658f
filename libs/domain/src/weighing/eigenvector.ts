import { DomainError } from '../domain-error.js';
import { solveLinearSystem } from './linear-system.js';

interface PrincipalEigenpair {
  /** Positive, sum 1. */
  readonly vector: readonly number[];
  readonly value: number;
}

type Matrix = readonly (readonly number[])[];
type IncompleteMatrix = readonly (readonly (number | null)[])[];
type Pair = readonly [row: number, column: number];

const relativeTolerance = 1e-14;
/**
 * A full matrix of judgements between 1/9 and 9 contracts by tanh(ln 9) = 80/82 a step at worst (Birkhoff), so
 * 1e-14 takes fewer than 1,400 steps; the rest is room for completed entries beyond 9.
 */
const powerStepsMax = 10_000;
const newtonStepsMax = 100;
const halvingsMax = 40;
const differenceStep = 1e-4;

/**
 * Principal eigenpair of a positive matrix by power iteration, to 1e-14 of each component.
 * @throws DomainError `NOT_CONVERGED` when `stepsMax` steps do not suffice.
 */
export function principalEigenpair(matrix: Matrix, stepsMax: number = powerStepsMax): PrincipalEigenpair {
  let vector: readonly number[] = matrix.map(() => 1 / matrix.length);
  for (let step = 0; step < stepsMax; step += 1) {
    const product = matrix.map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0));
    const value = product.reduce((sum, entry) => sum + entry, 0);
    const next = product.map((entry) => entry / value);
    const previous = vector;
    vector = next;
    if (next.every((entry, i) => Math.abs(entry - (previous[i] ?? 0)) <= relativeTolerance * entry)) {
      return { vector, value };
    }
  }
  throw new DomainError('NOT_CONVERGED', { params: { steps: stepsMax } });
}

/**
 * Fills the missing entries so that the largest eigenvalue becomes least. It is convex in the logarithms of
 * the missing entries, strictly where the graph of the given ones is connected (Bozóki, Fülöp, Rónyai 2010),
 * so a damped Newton iteration finds the one minimum.
 * @param matrix reciprocal, null where missing, connected
 * @param start weights whose ratios fill the gaps at the start
 * @throws DomainError `NOT_CONVERGED`
 */
export function completeWithLeastEigenvalue(matrix: IncompleteMatrix, start: readonly number[]): Matrix {
  const gaps = missingPairs(matrix);
  let logs = gaps.map(([i, j]) => Math.log((start[i] ?? 1) / (start[j] ?? 1)));
  if (gaps.length === 0) return fill(matrix, gaps, logs);
  for (let step = 0; step < newtonStepsMax; step += 1) {
    const direction = newtonDirection(matrix, gaps, logs);
    const moved = descend(matrix, gaps, logs, direction);
    const largest = Math.max(...moved.map((value, k) => Math.abs(value - (logs[k] ?? 0))));
    logs = moved;
    if (largest < 1e-12) return fill(matrix, gaps, logs);
  }
  throw new DomainError('NOT_CONVERGED', { params: { steps: newtonStepsMax } });
}

function missingPairs(matrix: IncompleteMatrix): readonly Pair[] {
  return matrix.flatMap((row, i) =>
    row.flatMap((value, j): Pair[] => (j > i && value === null ? [[i, j]] : [])),
  );
}

function fill(matrix: IncompleteMatrix, gaps: readonly Pair[], logs: readonly number[]): Matrix {
  const filled = matrix.map((row) => row.map((value) => value ?? 1));
  gaps.forEach(([i, j], k) => {
    const value = Math.exp(logs[k] ?? 0);
    const [upper, lower] = [filled[i], filled[j]];
    if (upper === undefined || lower === undefined) return;
    upper[j] = value;
    lower[i] = 1 / value;
  });
  return filled;
}

/** ∂λ/∂ln a_ij = (y_i x_j a_ij − y_j x_i a_ji) / (y·x), with x and y the right and left eigenvectors. */
function gradient(
  matrix: IncompleteMatrix,
  gaps: readonly Pair[],
  logs: readonly number[],
): readonly number[] {
  const filled = fill(matrix, gaps, logs);
  const x = principalEigenpair(filled).vector;
  const y = principalEigenpair(filled.map((_, j) => filled.map((row) => row[j] ?? 0))).vector;
  const scale = y.reduce((sum, entry, i) => sum + entry * (x[i] ?? 0), 0);
  return gaps.map(([i, j]) => {
    const forward = (y[i] ?? 0) * (x[j] ?? 0) * (filled[i]?.[j] ?? 0);
    const backward = (y[j] ?? 0) * (x[i] ?? 0) * (filled[j]?.[i] ?? 0);
    return (forward - backward) / scale;
  });
}

/** Newton's step, its second derivatives by central differences of the exact gradient. */
function newtonDirection(
  matrix: IncompleteMatrix,
  gaps: readonly Pair[],
  logs: readonly number[],
): readonly number[] {
  const shifted = (k: number, by: number): readonly number[] =>
    gradient(matrix, gaps, logs.with(k, (logs[k] ?? 0) + by));
  const columns = gaps.map((_, k) => {
    const [ahead, behind] = [shifted(k, differenceStep), shifted(k, -differenceStep)];
    return ahead.map((value, row) => (value - (behind[row] ?? 0)) / (2 * differenceStep));
  });
  const hessian = gaps.map((_, row) =>
    gaps.map((_, k) => ((columns[k]?.[row] ?? 0) + (columns[row]?.[k] ?? 0)) / 2),
  );
  const slope = gradient(matrix, gaps, logs).map((value) => -value);
  return solveLinearSystem(hessian, slope) ?? slope;
}

/** The longest of the step, its half, its quarter … that does not raise the eigenvalue. */
function descend(
  matrix: IncompleteMatrix,
  gaps: readonly Pair[],
  logs: readonly number[],
  direction: readonly number[],
): number[] {
  const before = principalEigenpair(fill(matrix, gaps, logs)).value;
  for (let halving = 0, length = 1; halving < halvingsMax; halving += 1, length /= 2) {
    const moved = logs.map((value, k) => value + length * (direction[k] ?? 0));
    // Near the minimum the eigenvalue no longer distinguishes the steps: rounding is tolerated.
    if (principalEigenpair(fill(matrix, gaps, moved)).value <= before * (1 + 1e-14)) return moved;
  }
  return [...logs];
}
