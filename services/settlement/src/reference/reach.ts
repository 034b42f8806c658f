import { beyondItself, beyondSubtree } from '@gongxiang/domain';
import { fewOwners, newestOf, type Ownership, type Transaction } from '@gongxiang/persistence';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { reachSql } from './bookkeeping.model.js';

/** Whose rows a list shows: those of the unions within a reach, see `bookReach`. */
export interface Reach {
  readonly reach: readonly string[];
  /** Only of the very unions of the reach, and of none below them. */
  readonly ownUnions?: boolean;
}

/**
 * A page of the newest rows of the unions within a reach. Two ways, as no one plan serves both: a small union's rows are found from
 * the union, by an index; whoever sees much of the table walks it from its newest row, and asks of each whether it is within the reach.
 * @param query with its conditions, ordered by id, the highest first, and limited
 * @param ways in which a row can be a union's, see `newestOf`
 */
export async function newestWithin<Row extends ObjectLiteral>(
  tx: Transaction,
  query: SelectQueryBuilder<Row>,
  within: Reach,
  ...ways: readonly Ownership['isOwned'][]
): Promise<Row[]> {
  const unions = await unionsWithin(tx, within, fewOwners + 1);
  if (unions.length <= fewOwners)
    return newestOf(tx, query, ...ways.map((isOwned) => ({ owners: unions, isOwned })));
  const owned = ways.map((isOwned) => isOwned('own.id')).join(' OR ');
  // OFFSET 0 keeps PostgreSQL from turning it around, which would read all rows of the reach for one page.
  query.andWhere(
    `EXISTS (SELECT 1 FROM union_ref own JOIN unnest(:ownReach::text[]) AS held ON ${reachSql('own.path', within)}
      WHERE ${owned} OFFSET 0)`,
    { ownReach: within.reach },
  );
  return query.getMany();
}

/** What the row `u` of `union_ref` must be to lie within a reach, with the value of the one parameter that it names. */
export interface UnionCondition {
  readonly sql: string;
  readonly value: readonly string[];
}

/** The same for a list that is SQL of its own. @param parameter as it is named in it, e.g. `$2` */
export async function unionCondition(
  tx: Transaction,
  within: Reach,
  parameter: string,
): Promise<UnionCondition> {
  const unions = await unionsWithin(tx, within, fewOwners + 1);
  if (unions.length <= fewOwners) return { sql: `u.id = ANY(${parameter}::uuid[])`, value: unions };
  const sql = `EXISTS (SELECT 1 FROM unnest(${parameter}::text[]) AS held WHERE ${reachSql('u.path', within)})`;
  return { sql, value: within.reach };
}

/** A reach as ranges of the index of the paths: from `start`, and before `beyond`. */
export function rangesOf({ reach, ownUnions = false }: Reach): {
  readonly start: readonly string[];
  readonly beyond: readonly string[];
} {
  const start = reach.map((held) => (held.endsWith('$') ? held.slice(0, -1) : held));
  const beyond = reach.map((held, index) =>
    ownUnions || held.endsWith('$') ? beyondItself(start[index] ?? '') : beyondSubtree(held),
  );
  return { start, beyond };
}

async function unionsWithin(tx: Transaction, within: Reach, max: number): Promise<string[]> {
  const { start, beyond } = rangesOf(within);
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT DISTINCT u.id FROM unnest($1::text[], $2::text[]) AS held(start, beyond)
     JOIN union_ref u ON u.path >= held.start AND u.path < held.beyond LIMIT $3`,
    [start, beyond, max],
  );
  return rows.map(({ id }) => id);
}
