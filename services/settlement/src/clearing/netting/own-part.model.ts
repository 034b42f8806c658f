import { isWithin } from '@gongxiang/domain';
import { alone } from '../../reference/bookkeeping.model.js';

/** The parties whose part of a run the reader sees; null: all of it. */
export type OwnParties = ReadonlySet<string> | null;

/** What has one of these parties at either end. A reader below the run's union sees nothing of the others' money. */
export function ownPartOf<Item>(
  items: readonly Item[],
  own: OwnParties,
  ends: (item: Item) => readonly [string, string],
): readonly Item[] {
  if (own === null) return items;
  return items.filter((item) => ends(item).some((party) => own.has(party)));
}

/** Of these parties, those whose unions lie within a reach of books, see `bookReach`. */
export function partiesWithin(
  parties: readonly string[],
  known: ReadonlyMap<string, { readonly unionPath: string }>,
  reach: readonly string[],
): ReadonlySet<string> {
  const isOwn = (path: string): boolean => reach.some((held) => held === alone(path) || isWithin(path, held));
  return new Set(
    parties.filter((key) => {
      const path = known.get(key)?.unionPath;
      return path !== undefined && isOwn(path);
    }),
  );
}
