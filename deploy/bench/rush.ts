/** What is asked of a subject: so many people want so many seats, in the pools of so many activities. */
export interface Rush {
  readonly people: number;
  readonly seats: number;
  readonly activities: number;
}

/** Each is of another union, and as large as the others but for one seat. */
export const poolsPerActivity = 4;

/** A pool, and what comes of it when everybody has been answered. */
export interface PoolPlan {
  /** The number of its activity, and of its union, counted from 0. */
  readonly activity: number;
  readonly union: number;
  readonly capacity: number;
  /** How many people want a seat in it. */
  readonly wishes: number;
}

/**
 * All pools, those of one activity after those of another. People come to them in turn, each person to the
 * pool of the same number: so all activities are wanted at the same time, and each by people of all unions.
 */
export function poolsOf({ people, seats, activities }: Rush): PoolPlan[] {
  const count = activities * poolsPerActivity;
  return Array.from({ length: count }, (_one, index) => ({
    activity: Math.floor(index / poolsPerActivity),
    union: index % poolsPerActivity,
    capacity: shareOf(seats, count, index),
    wishes: shareOf(people, count, index),
  }));
}

/** What is left over goes to the first, one each. */
function shareOf(whole: number, count: number, index: number): number {
  return Math.floor(whole / count) + (index < whole % count ? 1 : 0);
}

/** @throws Error with one sentence where a rush cannot be as it is asked for */
export function requireRush(rush: Rush): Rush {
  const wrong = Object.entries(rush).find(([, value]) => !Number.isInteger(value) || value < 1);
  if (wrong !== undefined) throw new Error(`--${wrong[0]} is a whole number from 1 up.`);
  const pools = rush.activities * poolsPerActivity;
  if (rush.seats < pools) throw new Error(`--seats is at least ${pools}: no pool is without a seat.`);
  return rush;
}
