import { isWithin, pathsUpwards } from '@gongxiang/domain';

/** The unions at or above both, the nearest first: each of them may propose a run with the debts of the two. */
export function tiersAboveBoth(path: string, other: string): string[] {
  return pathsUpwards(path)
    .filter((above) => isWithin(other, above))
    .reverse();
}

/**
 * Who proposes a run: the nearest of these tiers at which somebody holds the role; where nobody does at any, the
 * nearest, which has to give it to somebody.
 */
export function proposerOf(tiers: readonly string[], withHolders: ReadonlySet<string>): string | undefined {
  return tiers.find((tier) => withHolders.has(tier)) ?? tiers[0];
}
