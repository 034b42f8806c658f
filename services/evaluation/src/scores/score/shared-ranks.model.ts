/** Scores nearer than this are the same score. */
const tieTolerance = 1e-12;

/**
 * Ranks by falling score; equal scores share the lower number, and the next one counts them all: 1, 2, 2, 4.
 * Equal means within 1e-12 of the first of the tie, so that a long row of tiny steps does not become one tie.
 * @returns ranks in the order of the scores given
 */
export function sharedRanks(scores: readonly number[]): readonly number[] {
  // Sorting bare numbers is several times faster than sorting places by a comparison function.
  const rising = Float64Array.from(scores).sort();
  const rankOf = new Map<number, number>();
  let leader = Infinity;
  let rank = 0;
  for (let position = rising.length - 1; position >= 0; position -= 1) {
    const score = rising[position] ?? 0;
    if (leader - score > tieTolerance) {
      leader = score;
      rank = rising.length - position;
    }
    rankOf.set(score, rank);
  }
  return scores.map((score) => rankOf.get(score) ?? 0);
}
