import { DomainError, isWithin } from '@gongxiang/domain';

/** What the choice of a pool rests on. */
export interface PoolPlace {
  readonly unionId: string | null;
  /** The present place of the pool's union in the tree; null for the common pool. */
  readonly unionPath: string | null;
}

/**
 * The pool that a person's seat comes from: the one of the nearest union above him (the longest path that his own
 * starts with), else the common pool. He has no choice among pools, so nobody can wait in two lines at once.
 * @param unionPath the place of the person's union; null where he has none
 * @throws DomainError `NO_POOL_FOR_YOU`
 */
export function choosePool<Pool extends PoolPlace>(pools: readonly Pool[], unionPath: string | null): Pool {
  const [nearest] = pools
    .filter((pool) => pool.unionId === null || covers(pool, unionPath))
    .sort((left, right) => (right.unionPath?.length ?? 0) - (left.unionPath?.length ?? 0));
  if (nearest === undefined) throw new DomainError('NO_POOL_FOR_YOU');
  return nearest;
}

function covers(pool: PoolPlace, unionPath: string | null): boolean {
  return unionPath !== null && pool.unionPath !== null && isWithin(unionPath, pool.unionPath);
}
