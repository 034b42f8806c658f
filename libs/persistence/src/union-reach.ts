import { endsOf } from '@gongxiang/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { fewOwners, newestOf, type Ownership } from './newest-of.js';
import type { Transaction } from './transaction.js';

/** Subtrees of unions as ranges of the index of their paths: from each start, and before the end in the same place. */
export interface UnionReach {
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

/** The subtrees at some paths. @param page with `ownUnions`, the unions there alone */
export function subtreesOf(
  paths: readonly string[],
  page: { readonly ownUnions?: boolean } = {},
): UnionReach {
  return { starts: paths, ends: endsOf(paths, page) };
}

/** The table in which a service has the unions with their paths. */
export type UnionTable = 'union_ref' | 'labour_union';

/** The unions within a reach; null if they are more than a few. */
export async function fewUnionsWithin(
  tx: Transaction,
  { starts, ends }: UnionReach,
  table: UnionTable = 'union_ref',
): Promise<string[] | null> {
  // In the order of the index: PostgreSQL takes any range for a ninth of all unions, and would read them all.
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT DISTINCT u.id FROM unnest($1::text[], $2::text[]) AS held(start, beyond)
     CROSS JOIN LATERAL (SELECT o.id FROM ${table} o WHERE o.path >= held.start AND o.path < held.beyond
                         ORDER BY o.path LIMIT $3) AS u LIMIT $3`,
    [starts, ends, fewOwners + 1],
  );
  return rows.length > fewOwners ? null : rows.map(({ id }) => id);
}

/**
 * A condition that a union lies within a reach, for the statement of a list. It uses two strategies, because no single
 * plan serves both: few unions are named one by one, so that their rows are found by an index on the union; of a wide
 * reach each row is tested.
 * @param parameter takes a value of the statement, and returns its placeholder
 * @returns the condition, by the SQL of the union's id
 */
export async function reachCondition(
  tx: Transaction,
  reach: UnionReach,
  parameter: (value: readonly string[]) => string,
  table: UnionTable = 'union_ref',
): Promise<(unionId: string) => string> {
  const few = await fewUnionsWithin(tx, reach, table);
  if (few !== null) {
    const unions = parameter(few);
    return (unionId) => `${unionId} = ANY(CAST(${unions} AS uuid[]))`;
  }
  const inReach = rangesSql(parameter(reach.starts), parameter(reach.ends), table);
  return (unionId) => inReach(`own.id = ${unionId}`);
}

/**
 * A page of the first rows, as a rule the newest, of the unions within a reach, with the strategies of
 * {@link reachCondition}: for a wide reach it walks the table in the order of the query, which needs an index.
 * @param query with its conditions, its order, which ends with the id, and its limit
 * @param ways in which a row can be a union's, or somebody else's whose rows are shown as well, see {@link newestOf}
 */
export async function newestWithin<Row extends ObjectLiteral>(
  tx: Transaction,
  query: SelectQueryBuilder<Row>,
  reach: UnionReach,
  ...ways: readonly (Ownership['isOwned'] | Ownership)[]
): Promise<Row[]> {
  const few = await fewUnionsWithin(tx, reach);
  if (few !== null)
    return newestOf(
      tx,
      query,
      ...ways.map((way) => (typeof way === 'function' ? { owners: few, isOwned: way } : way)),
    );
  const parameter = parameterOf(query);
  const inReach = rangesSql(parameter(reach.starts), parameter(reach.ends), 'union_ref');
  const byUnion = ways.flatMap((way) => (typeof way === 'function' ? [way('own.id')] : []));
  const byOthers = ways.flatMap((way) =>
    typeof way === 'function'
      ? []
      : [
          `EXISTS (SELECT 1 FROM unnest(CAST(${parameter(way.owners)} AS uuid[])) AS owner(id)
             WHERE ${way.isOwned('owner.id')})`,
        ],
  );
  return query.andWhere(`(${[inReach(`(${byUnion.join(' OR ')})`), ...byOthers].join(' OR ')})`).getMany();
}

/** Takes values for a statement in SQL. @returns what appends one, and returns its placeholder, e.g. `$3` */
export function placeholdersIn(values: unknown[]): (value: unknown) => string {
  return (value) => `$${values.push(value)}`;
}

/** Takes values for the conditions of a query under names of their own, for {@link reachCondition}. */
export function parameterOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
): (value: readonly string[]) => string {
  let taken = 0;
  return (value) => {
    const name = `reach${(taken += 1)}`;
    query.setParameter(name, value);
    return `:${name}`;
  };
}

/** OFFSET 0 stops PostgreSQL from flattening the subquery, which would read all rows of the reach for one page. */
function rangesSql(starts: string, ends: string, table: UnionTable): (condition: string) => string {
  return (condition) =>
    `EXISTS (SELECT 1 FROM ${table} own
       JOIN unnest(CAST(${starts} AS text[]), CAST(${ends} AS text[])) AS held(start, beyond)
         ON own.path >= held.start AND own.path < held.beyond WHERE ${condition} OFFSET 0)`;
}
