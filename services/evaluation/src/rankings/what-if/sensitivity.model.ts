/** The indicators' values of one subject, 0 to 100, in the order of the weights; null where one is left out. */
export type MeasuredValues = readonly (number | null)[];

interface Swap {
  /** The share of the whole at which the two are level, 0 to 1. */
  readonly swapsAt: number;
  /** That share less the one now. */
  readonly change: number;
}

/** Below it a coefficient is rounding: values go to 100, weights to 1. */
const nothing = 1e-12;

/**
 * The smallest change of one weight at which two subjects are level, the other weights scaled in proportion so that all
 * still sum to 1: the most critical criterion of Triantaphyllou and Sánchez (Decision Sciences 28, 1997), here also for
 * values that are missing, whose weight goes to the others.
 *
 * With t the share of indicator k, u = t/(1 − t), p the value of k, and N and M the sums of w·x and of w over the other
 * indicators that a subject has (w made to sum 1 without k), its score is (u·p + N)/(u·m + M), m being 1 where k was
 * measured. Two scores are equal where (u·p + N)(u·m′ + M′) = (u·p′ + N′)(u·m + M), which is quadratic in u.
 * @param weights non-negative, sum 1
 * @param k place of the indicator
 * @returns null where no share from 0 to below 1 makes them level, or where k has all the weight already
 */
export function swapOf(
  weights: readonly number[],
  k: number,
  [first, second]: readonly [MeasuredValues, MeasuredValues],
): Swap | null {
  const weight = weights[k] ?? 0;
  if (1 - weight < nothing) return null;
  const [one, other] = [termsOf(weights, k, first), termsOf(weights, k, second)];
  const roots = quadraticRoots(
    one.p * other.m - other.p * one.m,
    one.p * other.M + one.N * other.m - other.p * one.M - other.N * one.m,
    one.N * other.M - other.N * one.M,
  );
  const swaps = roots
    // Rounding alone must not take a root at zero away.
    .filter((u) => u >= -nothing)
    .map((u) => Math.max(0, u))
    .filter((u) => isScored(u, one) && isScored(u, other))
    .map((u) => u / (1 + u))
    .map((swapsAt) => ({ swapsAt, change: swapsAt - weight }));
  return swaps.reduce<Swap | null>(
    (least, swap) => (least === null || Math.abs(swap.change) < Math.abs(least.change) ? swap : least),
    null,
  );
}

interface Terms {
  readonly p: number;
  readonly m: number;
  readonly N: number;
  readonly M: number;
}

function termsOf(weights: readonly number[], k: number, values: MeasuredValues): Terms {
  const rest = 1 - (weights[k] ?? 0);
  let [N, M] = [0, 0];
  weights.forEach((weight, j) => {
    const value = values[j] ?? null;
    if (j === k || value === null) return;
    N += (weight / rest) * value;
    M += weight / rest;
  });
  const own = values[k] ?? null;
  return { p: own ?? 0, m: own === null ? 0 : 1, N, M };
}

/** Where nothing of a subject weighs it has no score, and 0/0 is level with nothing. */
function isScored(u: number, { m, M }: Terms): boolean {
  return u * m + M > nothing;
}

/** The real roots of a·u² + b·u + c = 0, without the cancellation of the school formula; none where all are zero. */
function quadraticRoots(a: number, b: number, c: number): readonly number[] {
  if (Math.abs(a) < nothing) return Math.abs(b) < nothing ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return Math.abs(q) < nothing ? [0] : [q / a, c / q];
}
