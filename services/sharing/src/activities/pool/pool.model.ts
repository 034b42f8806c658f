import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, isWithin, type Sex } from '@gongxiang/domain';

/** The audience of a pool, beside the union. */
export interface PoolAudience {
  readonly unionId: string | null;
  /** The club whose members the seats are for; null for everybody. */
  readonly clubId: string | null;
  /** The sizes of the enterprises the seats are for; empty: all. */
  readonly sizeClasses: readonly SizeClassName[];
  /** The sex the seats are for if matchmaking has some for each; null for everybody. */
  readonly sex: Sex | null;
}

/** What the choice of a pool depends on. */
export interface PoolPlace extends PoolAudience {
  /** A released pool takes nobody new. */
  readonly releasedAt: Date | null;
  /** The current path of the pool's union; null for the common pool. */
  readonly unionPath: string | null;
}

/** The facts of a person looking for a seat. */
export interface PoolSeeker {
  /** The path of their union; null without one. */
  readonly unionPath: string | null;
  /** The size of the enterprise of their union; null without one. */
  readonly sizeClass: SizeClassName | null;
  /** The recorded sex; null if unknown, which fits no pool of a sex. */
  readonly sex: Sex | null;
  /** The union that serves them where they are dispatched, whose seats they take as its members do; absent or null: nobody. */
  readonly serving?: SeekerPlace | null;
}

type SeekerPlace = Pick<PoolSeeker, 'unionPath' | 'sizeClass'>;

/**
 * The pool a person's seat comes from: that of a club they are in, else that of the nearest union above them (the
 * longest path that theirs starts with), else the common pool. There is no choice among pools, so nobody can wait on
 * two waitlists at once. Of several equally near, the most specific comes first, then the one for fewer sizes, then
 * the one created first. Whoever is served by a second union takes its seats first, then those of their own: the unions have agreed
 * that it looks after them, and where both are below one union whose seats these are, it is the same.
 * @param clubIds those of the pools' clubs the person is in on the day of the activity
 * @returns null if no pool is for the person
 */
export function choosePool<Pool extends PoolPlace>(
  pools: readonly Pool[],
  seeker: PoolSeeker,
  clubIds: ReadonlySet<string>,
): Pool | null {
  const [nearest] = pools
    .filter((pool) => pool.releasedAt === null && takes(pool, seeker))
    .filter(({ clubId }) => clubId === null || clubIds.has(clubId))
    .sort((left, right) => sideOf(right, seeker) - sideOf(left, seeker) || byNearness(left, right));
  return nearest ?? null;
}

/** Whether a pool is for everybody: the one that others are released to. */
export function isForEverybody({ unionId, clubId, sizeClasses, sex }: PoolAudience): boolean {
  return unionId === null && clubId === null && sizeClasses.length === 0 && sex === null;
}

/** Whether two pools are for the same people, which would make the choice of a pool ambiguous. */
export function areAlike(left: PoolAudience, right: PoolAudience): boolean {
  const sizes = ({ sizeClasses }: PoolAudience): string => sizeClasses.join();
  return (
    left.unionId === right.unionId &&
    left.clubId === right.clubId &&
    left.sex === right.sex &&
    sizes(left) === sizes(right)
  );
}

/** Whether the seats of a pool are for a person; who is in its club is another question. */
export function takes(pool: PoolPlace, { sex, serving, ...own }: PoolSeeker): boolean {
  if (pool.sex !== null && pool.sex !== sex) return false;
  return isFor(pool, own) || (serving != null && isFor(pool, serving));
}

function isFor(pool: PoolPlace, { unionPath, sizeClass }: SeekerPlace): boolean {
  if (pool.sizeClasses.length > 0 && (sizeClass === null || !pool.sizeClasses.includes(sizeClass)))
    return false;
  return pool.unionId === null || covers(pool, unionPath);
}

/** Of whom the seats are, for somebody who is served by a second union: 2 of that union alone, 1 of their own alone, 0 of both. */
function sideOf(pool: PoolPlace, { unionPath, serving }: PoolSeeker): number {
  if (serving == null || pool.unionId === null) return 0;
  const [isServing, isOwn] = [covers(pool, serving.unionPath), covers(pool, unionPath)];
  if (isServing === isOwn) return 0;
  return isServing ? 2 : 1;
}

/** A club is more specific than a union; longer paths are nearer. */
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

interface PoolTimes extends PoolAudience {
  readonly opensAt: Date | null;
  readonly releasesAt: Date | null;
  readonly promotionUntil: Date | null;
}

/**
 * A pool opens before sign-up closes; its release and the end of its promotions are no later than the start. The
 * seats of a sex stay with it: the common pool, to which others are released, is for everybody.
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
