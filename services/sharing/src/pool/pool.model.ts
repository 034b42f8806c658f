import { DomainError, isWithin, type Sex } from '@gongxiang/domain';

/** What the choice of a pool rests on. */
export interface PoolPlace {
  readonly unionId: string | null;
  /** A pool whose seats went to the common pool takes nobody new. */
  readonly releasedAt: Date | null;
  /** The present place of the pool's union in the tree; null for the common pool. */
  readonly unionPath: string | null;
  /** For whom the seats are where matchmaking has some for each sex; null for everybody. */
  readonly sex: Sex | null;
}

/**
 * The pool that a person's seat comes from: the one of the nearest union above him (the longest path that his own
 * starts with), else the common pool. He has no choice among pools, so nobody can wait in two lines at once.
 * Of two that are as near, the one of his sex goes before the one for everybody.
 * @param unionPath the place of the person's union; null where he has none
 * @param sex as it is on record; null where it is not, which no pool of a sex takes
 * @returns null where no pool is for him
 */
export function choosePool<Pool extends PoolPlace>(
  pools: readonly Pool[],
  unionPath: string | null,
  sex: Sex | null,
): Pool | null {
  const [nearest] = pools
    .filter((pool) => pool.releasedAt === null && (pool.sex === null || pool.sex === sex))
    .filter((pool) => pool.unionId === null || covers(pool, unionPath))
    .sort((left, right) => nearness(right) - nearness(left));
  return nearest ?? null;
}

/** Longer paths are nearer; of the same path that of a sex. */
function nearness({ unionPath, sex }: PoolPlace): number {
  return 2 * (unionPath?.length ?? 0) + (sex === null ? 0 : 1);
}

export interface PoolTimes {
  readonly unionId: string | null;
  readonly sex: Sex | null;
  readonly opensAt: Date | null;
  readonly releasesAt: Date | null;
  readonly promotionUntil: Date | null;
}

/**
 * A pool opens before sign-up closes; it is released, and its waitlist stops, no later than the start.
 * The seats of a sex stay with it: the common pool, to which others are released, is for everybody.
 * @throws DomainError `PERIOD_EMPTY`, `COMMON_POOL_RELEASED`, `POOL_OF_SEX_RELEASED`, `POOL_TIME_AFTER_START`
 */
export function requirePoolTimes(
  pool: PoolTimes,
  activity: { readonly startsAt: Date; readonly signUpClosesAt: Date },
): void {
  if (pool.opensAt !== null && pool.opensAt >= activity.signUpClosesAt)
    throw new DomainError('PERIOD_EMPTY', { pointer: '/opensAt' });
  if (pool.releasesAt !== null && pool.unionId === null)
    throw new DomainError('COMMON_POOL_RELEASED', { pointer: '/releasesAt' });
  if (pool.releasesAt !== null && pool.sex !== null)
    throw new DomainError('POOL_OF_SEX_RELEASED', { pointer: '/releasesAt' });
  for (const field of ['releasesAt', 'promotionUntil'] as const) {
    const at = pool[field];
    if (at !== null && at > activity.startsAt)
      throw new DomainError('POOL_TIME_AFTER_START', { pointer: `/${field}` });
  }
}

function covers(pool: PoolPlace, unionPath: string | null): boolean {
  return unionPath !== null && pool.unionPath !== null && isWithin(unionPath, pool.unionPath);
}
