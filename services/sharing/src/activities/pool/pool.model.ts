import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, isWithin, type Sex } from '@gongxiang/domain';

/** Whose seats they are, beside the union. */
export interface PoolAudience {
  readonly unionId: string | null;
  /** The club whose members they are for; null for everybody's. */
  readonly clubId: string | null;
  /** Of what size the enterprises of those people are; none: of any. */
  readonly sizeClasses: readonly SizeClassName[];
  /** For whom the seats are where matchmaking has some for each sex; null for everybody. */
  readonly sex: Sex | null;
}

/** What the choice of a pool rests on. */
export interface PoolPlace extends PoolAudience {
  /** A pool whose seats went to the common pool takes nobody new. */
  readonly releasedAt: Date | null;
  /** The present place of the pool's union in the tree; null for the common pool. */
  readonly unionPath: string | null;
}

/** What is asked of somebody who is to have a seat. */
export interface PoolSeeker {
  /** The place of his union; null where he has none. */
  readonly unionPath: string | null;
  /** Of the enterprise of his union; null where it has none. */
  readonly sizeClass: SizeClassName | null;
  /** As it is on record; null where it is not, which no pool of a sex takes. */
  readonly sex: Sex | null;
}

/**
 * The pool that a person's seat comes from: that of a club in which he is, else the one of the nearest union above him (the
 * longest path that his own starts with), else the common pool. He has no choice among pools, so nobody can wait in two
 * lines at once. Of several that are as near, the one that says most of him goes before the others, then the one for
 * fewer sizes, then the one that was made first.
 * @param clubIds those of the clubs of the pools in which he is on the day of the activity
 * @returns null where no pool is for him
 */
export function choosePool<Pool extends PoolPlace>(
  pools: readonly Pool[],
  seeker: PoolSeeker,
  clubIds: ReadonlySet<string>,
): Pool | null {
  const [nearest] = pools
    .filter((pool) => pool.releasedAt === null && takes(pool, seeker))
    .filter(({ clubId }) => clubId === null || clubIds.has(clubId))
    .sort((left, right) => byNearness(left, right));
  return nearest ?? null;
}

/** Is a pool for everybody who takes part: the one to which others are released? */
export function isForEverybody({ unionId, clubId, sizeClasses, sex }: PoolAudience): boolean {
  return unionId === null && clubId === null && sizeClasses.length === 0 && sex === null;
}

/** Are two pools for the same people? It would be open in whose line somebody stands. */
export function areAlike(left: PoolAudience, right: PoolAudience): boolean {
  const sizes = ({ sizeClasses }: PoolAudience): string => sizeClasses.join();
  return (
    left.unionId === right.unionId &&
    left.clubId === right.clubId &&
    left.sex === right.sex &&
    sizes(left) === sizes(right)
  );
}

function takes(pool: PoolPlace, { unionPath, sizeClass, sex }: PoolSeeker): boolean {
  if (pool.sex !== null && pool.sex !== sex) return false;
  if (pool.sizeClasses.length > 0 && (sizeClass === null || !pool.sizeClasses.includes(sizeClass)))
    return false;
  return pool.unionId === null || covers(pool, unionPath);
}

/** A club names its people more closely than a union does; longer paths are nearer. */
function byNearness(left: PoolPlace, right: PoolPlace): number {
  const ofClub = ({ clubId }: PoolPlace): number => (clubId === null ? 0 : 1);
  const depth = ({ unionPath }: PoolPlace): number => unionPath?.length ?? 0;
  const asked = ({ sex, sizeClasses }: PoolPlace): number =>
    (sex === null ? 0 : 1) + (sizeClasses.length === 0 ? 0 : 1);
  return (
    ofClub(right) - ofClub(left) ||
    depth(right) - depth(left) ||
    asked(right) - asked(left) ||
    left.sizeClasses.length - right.sizeClasses.length
  );
}

export interface PoolTimes extends PoolAudience {
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
  if (pool.releasesAt !== null && pool.sex !== null)
    throw new DomainError('POOL_OF_SEX_RELEASED', { pointer: '/releasesAt' });
  if (pool.releasesAt !== null && isForEverybody(pool))
    throw new DomainError('COMMON_POOL_RELEASED', { pointer: '/releasesAt' });
  for (const field of ['releasesAt', 'promotionUntil'] as const) {
    const at = pool[field];
    if (at !== null && at > activity.startsAt)
      throw new DomainError('POOL_TIME_AFTER_START', { pointer: `/${field}` });
  }
}

function covers(pool: PoolPlace, unionPath: string | null): boolean {
  return unionPath !== null && pool.unionPath !== null && isWithin(unionPath, pool.unionPath);
}
