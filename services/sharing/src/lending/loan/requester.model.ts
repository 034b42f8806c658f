import { isWithin } from '@gongxiang/domain';

/**
 * Whether somebody is of a borrower, or of a union below it or one that it has mandated.
 * @param places the paths from which the borrower is acted for
 * @param paths where the person belongs: their own union, and the one that serves them
 */
export function isOfAny(places: readonly string[], paths: readonly string[]): boolean {
  return paths.some((path) => places.some((place) => isWithin(path, place)));
}

/** An officer from above the borrower was never of it, and so has not left it by a move. */
export function hasMovedOut(
  places: readonly string[],
  before: readonly string[],
  now: readonly string[],
): boolean {
  return isOfAny(places, before) && !isOfAny(places, now);
}
