import { beyondItself, beyondSubtree } from '@gongxiang/domain';
import {
  fewUnionsWithin,
  newestWithin as newestWithinRanges,
  type Ownership,
  type Transaction,
  type UnionReach,
} from '@gongxiang/persistence';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { reachSql } from './bookkeeping.model.js';

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

/** SQL condition that the row `u` of `union_ref` lies within a reach, with the value of its single parameter. */
interface UnionCondition {
  readonly sql: string;
  readonly value: readonly string[];
}

/** The same for a list in raw SQL. @param parameter the placeholder to use, e.g. `$2` */
export async function unionCondition(
  tx: Transaction,
  within: Reach,
  parameter: string,
): Promise<UnionCondition> {
  const unions = await fewUnionsWithin(tx, rangesOf(within));
  if (unions !== null) return { sql: `u.id = ANY(${parameter}::uuid[])`, value: unions };
  const sql = `EXISTS (SELECT 1 FROM unnest(${parameter}::text[]) AS held WHERE ${reachSql('u.path', within)})`;
  return { sql, value: within.reach };
}

/** A reach as ranges of the index of the paths. */
export function rangesOf({ reach, ownUnions = false }: Reach): UnionReach {
  const starts = reach.map((held) => (held.endsWith('$') ? held.slice(0, -1) : held));
  const ends = reach.map((held, index) =>
    ownUnions || held.endsWith('$') ? beyondItself(starts[index] ?? '') : beyondSubtree(held),
  );
  return { starts, ends };
}
