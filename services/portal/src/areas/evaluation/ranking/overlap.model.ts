import type { RankingEntry } from './ranking.model.js';

type Ranked = Pick<RankingEntry, 'rank' | 'interval'>;

/**
 * The places whose intervals reach into that of the place just above: between the two nobody can tell which is better.
 * @param entries best first, without gaps
 */
export function notToldApart(entries: readonly Ranked[]): ReadonlySet<number> {
  const together = entries.flatMap((entry, place) => {
    const above = entries[place - 1];
    if (above === undefined || above.interval === null || entry.interval === null) return [];
    return entry.interval.high >= above.interval.low && above.interval.high >= entry.interval.low
      ? [place]
      : [];
  });
  return new Set(together);
}
