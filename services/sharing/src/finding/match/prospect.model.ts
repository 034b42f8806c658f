import type { RankedOffer } from '../../lending/need/want.model.js';
import { byRank, scoreOffer, storedMax } from './match-score.model.js';
import type { Allowed, LentTerms, Offer, SoughtNeed } from './match.model.js';

/** Read at first, for each need. So many more than are stored that mostly nothing is left to read. */
const firstMax = storedMax.resource + 10;

/** A resource of which the times and rights were not read yet. */
interface Unread {
  readonly offer: Omit<Offer, 'terms'>;
}

/** With the place that it would have if its times and rights were the best that there are. */
export interface Prospect<T extends Unread = Unread> {
  readonly of: T;
  readonly atBest: RankedOffer;
}

const bestRight: Allowed = { isAutomatic: true, isFree: true, isForSmall: true, costFen: null };
/** No times and rights add more points than these, or have fewer misses (`prospect.model.spec.ts`). */
const bestTerms: LentTerms = {
  kind: 'resource',
  freeIn: (span) => span,
  isInService: () => true,
  rightAt: () => bestRight,
};

/** The resources that may suit a need, the most promising first. Those that cannot are left out. */
export function prospectsOf<T extends Unread>(need: SoughtNeed, resources: readonly T[]): Prospect<T>[] {
  return resources
    .flatMap((of): Prospect<T>[] => {
      const atBest = scoreOffer(need, { terms: bestTerms, ...of.offer });
      return atBest === null ? [] : [{ of, atBest }];
    })
    .sort((left, right) => byRank(left.atBest, right.atBest));
}

/** Those to read first. */
export function firstOf<T extends Prospect>(prospects: readonly T[]): T[] {
  return prospects.slice(0, firstMax);
}

/**
 * Those of the others that may still be among the best: at their best they come before the last of what is stored.
 * @param ranked what the first ones came to, best first
 */
export function stillOpen<T extends Prospect>(prospects: readonly T[], ranked: readonly RankedOffer[]): T[] {
  const last = ranked[storedMax.resource - 1];
  const others = prospects.slice(firstMax);
  return last === undefined ? others : others.filter(({ atBest }) => byRank(atBest, last) < 0);
}
