import type { LeafWeight } from '../../systems/matrix/hierarchy.model.js';
import type { Contribution } from './score.model.js';

/** A step from nothing up to the score; all in whole hundredths of a point, so that they add up exactly. */
interface WaterfallStep {
  readonly key: string;
  /** The group that it is in; null at the top. */
  readonly parentKey: string | null;
  readonly level: number;
  readonly isIndicator: boolean;
  /** Where it begins: the sum of everything before it. */
  readonly from: number;
  readonly points: number;
  /** What it would have brought at best. */
  readonly most: number;
}

interface Waterfall {
  readonly total: number;
  /** From the top down, each group before what is in it. */
  readonly steps: readonly WaterfallStep[];
}

interface Leaf {
  readonly path: readonly string[];
  readonly points: number;
  readonly most: number;
}

/**
 * How a score is made up, from the leaves to the total: every group is the sum of what is in it, and the total of what is
 * at the top, to the last digit. The parts are rounded to hundredths of a point by largest remainder, ties to the earlier
 * leaf, so that they sum to the rounded score.
 * @param weights with the path of each leaf, in the order of the tree
 * @returns null without a score
 */
export function waterfallOf(
  score: number | null,
  contributions: readonly Contribution[],
  weights: readonly LeafWeight[],
): Waterfall | null {
  if (score === null) return null;
  const total = Math.round(score * 100);
  const paths = new Map(weights.map(({ id, path }) => [id, path]));
  const points = rounded(
    contributions.map((one) => one.points * 100),
    total,
  );
  const most = rounded(
    contributions.map((one) => one.weight * 10_000),
    10_000,
  );
  const leaves = contributions.map(({ indicatorId }, index): Leaf => ({
    path: paths.get(indicatorId) ?? [indicatorId],
    points: points[index] ?? 0,
    most: most[index] ?? 0,
  }));
  return { total, steps: stepsOf(leaves, [], 0) };
}

/** What is below one path: each child with all that is in it, in the order in which they first appear. */
function stepsOf(leaves: readonly Leaf[], above: readonly string[], start: number): readonly WaterfallStep[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = leaf.path[above.length];
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  let from = start;
  return [...groups].flatMap(([key, within]) => {
    const step = {
      key,
      parentKey: above.at(-1) ?? null,
      level: above.length + 1,
      from,
      isIndicator: within.every(({ path }) => path.length === above.length + 1),
      points: sumOf(within, 'points'),
      most: sumOf(within, 'most'),
    };
    from += step.points;
    return [step, ...(step.isIndicator ? [] : stepsOf(within, [...above, key], step.from))];
  });
}

function sumOf(leaves: readonly Leaf[], field: 'points' | 'most'): number {
  return leaves.reduce((sum, leaf) => sum + leaf[field], 0);
}

/** Largest remainder. @param total the whole number that they sum to, but for rounding */
function rounded(exact: readonly number[], total: number): number[] {
  const whole = exact.map(Math.floor);
  const missing = total - whole.reduce((sum, one) => sum + one, 0);
  const byRemainder = exact
    .map((one, index) => ({ index, remainder: one - Math.floor(one) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, Math.max(0, missing))) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
