/** What affairs counts of one union within days. */
export interface UnionAffairs {
  readonly mattersDecided: number;
  /** Matters that had to be decided within the days: those decided, whenever, and those whose time is over. */
  readonly mattersDue: number;
  /** Of these. */
  readonly mattersInTime: number;
  readonly mattersEscalated: number;
  readonly mattersReopened: number;
  /** Null where fewer gave a rating than may be told of. */
  readonly ratings: Ratings | null;
  /** Of all that had to be read and whose time ended within the days. */
  readonly readersOwed: number;
  readonly readersReached: number;
  /** Parts of tasks due within the days, and those of them that were returned in time and accepted. */
  readonly partsDue: number;
  readonly partsInTime: number;
}

export interface Ratings {
  readonly count: number;
  /** Of their stars, so that the mean is exact. */
  readonly sum: number;
}

/** As in surveys: a mean of fewer would tell who gave which. */
const ratingsMin = 5;

/**
 * The ratings of a year or a quarter, added up; null if there are fewer than five, or fewer than five in a quarter of it. Else
 * the rest of a year and its other quarters would be the sum of a few.
 * @param quarters those of the days, with any ratings
 */
export function publishableRatings(quarters: readonly Ratings[]): Ratings | null {
  if (quarters.length === 0 || quarters.some(({ count }) => count < ratingsMin)) return null;
  return {
    count: quarters.reduce((all, { count }) => all + count, 0),
    sum: quarters.reduce((all, { sum }) => all + sum, 0),
  };
}
