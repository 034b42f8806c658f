/**
 * A loan that was out in a season: handed over before its end, and back, or due, after its start.
 * @param start @param end as they stand in the statement
 */
export function outInSeason(start: string, end: string): string {
  return `state IN ('handedOver', 'returned') AND coalesce(handed_over_at, starts_at, ends_at) < ${end}
    AND coalesce(returned_at, ends_at) >= ${start}`;
}
