import { beyondItself, beyondSubtree } from '@gongxiang/domain';
import {
  newestWithin as newestWithinRanges,
  type Ownership,
  placeholdersIn,
  reachCondition,
  type Transaction,
  type UnionReach,
} from '@gongxiang/persistence';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Limits a list to the rows of the unions within a reach, see `bookReach`. */
interface Reach {
  readonly reach: readonly string[];
  /** Limits the list to the unions of the reach themselves, without those below them. */
  readonly ownUnions?: boolean;
}

/** A page of the newest rows of the unions within a reach of books. @param ways in which a row can be a union's */
export function newestWithin<Row extends ObjectLiteral>(
  tx: Transaction,
  query: SelectQueryBuilder<Row>,
  within: Reach,
  ...ways: readonly Ownership['isOwned'][]
): Promise<Row[]> {
  return newestWithinRanges(tx, query, rangesOf(within), ...ways);
}

/** A condition that a union lies within a reach of books, for a list in SQL, see `reachCondition`. */
export function booksCondition(
  tx: Transaction,
  within: Reach,
  values: unknown[],
): Promise<(unionId: string) => string> {
  return reachCondition(tx, rangesOf(within), placeholdersIn(values));
}

/** A reach as ranges of the index of the paths. */
export function rangesOf({ reach, ownUnions = false }: Reach): UnionReach {
  const starts = reach.map((held) => (held.endsWith('$') ? held.slice(0, -1) : held));
  const ends = reach.map((held, index) =>
    ownUnions || held.endsWith('$') ? beyondItself(starts[index] ?? '') : beyondSubtree(held),
  );
  return { starts, ends };
}
