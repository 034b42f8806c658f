import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Transaction } from './transaction.js';

/** One way in which a row of a query can belong to somebody. */
export interface Ownership {
  readonly owners: readonly string[];
  /** Whether a row is an owner's. @param owner SQL of the owner's id */
  readonly isOwned: (owner: string) => string;
}

/** So many owners are looked up one by one; whoever sees the rows of more sees a good part of the table, and walks it. */
export const fewOwners = 200;

/**
 * The newest rows that belong to one of a few owners, for lists whose readers see little of a large table. Each owner's rows are
 * read by the index that leads from the owner to the id, newest first and a page at most: as one statement over all owners PostgreSQL
 * would either walk the whole table from its newest row, or read and sort all that they have.
 * @param query with its conditions, ordered by id, the highest first, and limited
 */
export async function newestOf<Row extends ObjectLiteral>(
  tx: Transaction,
  query: SelectQueryBuilder<Row>,
  ...ways: readonly Ownership[]
): Promise<Row[]> {
  const id = `${query.alias}.id`;
  const parameters = query.getQueryAndParameters()[1];
  const branches = ways.map(({ isOwned }, index) => {
    // Its parameters are those of the query, as the condition on the owner has none.
    const [sql] = query.clone().select(id, 'id').andWhere(isOwned('owner.id')).getQueryAndParameters();
    const owners = `unnest($${parameters.length + 1 + index}::uuid[])`;
    return `SELECT newest.id FROM ${owners} AS owner(id) CROSS JOIN LATERAL (${sql}) AS newest`;
  });
  const rows: { id: string }[] = await tx.sql.query(
    `${branches.join(' UNION ')} ORDER BY id DESC LIMIT ${query.expressionMap.limit ?? 'ALL'}`,
    [...parameters, ...ways.map(({ owners }) => owners)],
  );
  if (rows.length === 0) return [];
  return query
    .clone()
    .andWhere(`${id} = ANY(:newestIds)`, { newestIds: rows.map((row) => row.id) })
    .getMany();
}
