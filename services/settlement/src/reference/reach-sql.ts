import { beyondItself, beyondSubtree } from '@gongxiang/domain';
import { fewOwners, newestOf, type Ownership, type Transaction } from '@gongxiang/persistence';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { reachSql } from './bookkeeping.model.js';

/** Limits a list to the rows of the unions within a reach, see `bookReach`. */
interface Reach {
  readonly reach: readonly string[];
  /** Limits the list to the unions of the reach themselves, without those below them. */
  readonly ownUnions?: boolean;
}

/**
 * A page of the newest rows of the unions within a reach. It uses two strategies, because no single plan serves both:
 * for few unions it finds their rows by an index on the union; for a wide reach it walks the table from the newest
 * row and tests each row against the reach.
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
  // OFFSET 0 stops PostgreSQL from flattening the subquery, which would read all rows of the reach for one page.
  query.andWhere(
    `EXISTS (SELECT 1 FROM union_ref own JOIN unnest(:ownReach::text[]) AS held ON ${reachSql('own.path', within)}
      WHERE ${owned} OFFSET 0)`,
    { ownReach: within.reach },
  );
  return query.getMany();
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
