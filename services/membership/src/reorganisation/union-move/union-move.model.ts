import type { MovedMatter, MovedThing } from '@gongxiang/contracts/membership/unions/union-move.contract';
import { pathsUpwards } from '@gongxiang/domain';

/** How many there are of each in a subtree. */
export type MovedCounts = Readonly<Record<MovedThing | MovedMatter, number>>;

interface Above {
  /** Paths of the unions that are above it before and not after, nearest first. */
  readonly leaves: string[];
  /** Of those that are above it only afterwards, nearest first. */
  readonly joins: string[];
}

/** Which unions are above another one no more, and which from then on, if it moves to below the union at `targetPath`. */
export function aboveAfterMove(path: string, targetPath: string): Above {
  const before = pathsUpwards(path).filter((one) => one !== path);
  const after = pathsUpwards(targetPath);
  return {
    leaves: before.filter((one) => !after.includes(one)).toReversed(),
    joins: after.filter((one) => !before.includes(one)).toReversed(),
  };
}

/** What there is of these, in their order, without what there is none of. */
export function countedOf<Key extends keyof MovedCounts>(
  keys: readonly Key[],
  counts: MovedCounts,
): { readonly key: Key; readonly count: number }[] {
  return keys.map((key) => ({ key, count: counts[key] })).filter(({ count }) => count > 0);
}
