/** So many of one union who were admitted by the same person. */
export interface Admitted {
  readonly unionId: string;
  /** A pseudonym of the person who admitted them; null if unknown. */
  readonly admitter: string | null;
  readonly people: number;
}

/**
 * Could one union, or one person who admits members, have invented all but a few? So it is where fewer than
 * `threshold` are left once the largest source is taken away. Of a union's members of whom it is not known who
 * admitted them it was one person: the worst that it could have been within the union.
 */
export function isSingleSource(admitted: readonly Admitted[], threshold: number): boolean {
  const total = admitted.reduce((sum, { people }) => sum + people, 0);
  const byUnion = largest(admitted, ({ unionId }) => unionId);
  const byAdmitter = largest(admitted, ({ unionId, admitter }) =>
    admitter === null ? `unknown ${unionId}` : `known ${admitter}`,
  );
  return total - Math.max(byUnion, byAdmitter) < threshold;
}

function largest(admitted: readonly Admitted[], sourceOf: (one: Admitted) => string): number {
  const sums = new Map<string, number>();
  for (const one of admitted) sums.set(sourceOf(one), (sums.get(sourceOf(one)) ?? 0) + one.people);
  return Math.max(0, ...sums.values());
}
