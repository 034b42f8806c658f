import type { ObjectLiteral, OrderByCondition, SelectQueryBuilder } from 'typeorm';
import type { Transaction } from './transaction.js';

/** One way in which a row can belong to an owner. */
export interface Ownership {
  readonly owners: readonly string[];
  /** SQL condition that a row belongs to an owner. @param owner SQL of the owner's id */
  readonly isOwned: (owner: string) => string;
}

/**
 * Up to this many owners are looked up one by one; a reader who sees more owners sees a good part of the table, so it
 * is scanned.
 */
export const fewOwners = 200;

/**
 * The first rows, as a rule the newest, that belong to one of a few owners, for lists whose readers see little of a large
 * table. Each owner's rows are read by the index from owner to id, newest first and one page at most: with one statement
 * over all owners PostgreSQL would either scan the whole table from its newest row, or read and sort all rows of the
 * owners. In another order than by id the rows of each owner are read and sorted.
 * @param query with its conditions, its order, which ends with the id, and its limit
 */
export async function newestOf<Row extends ObjectLiteral>(
  tx: Transaction,
  query: SelectQueryBuilder<Row>,
  ...ownerships: readonly Ownership[]
): Promise<Row[]> {
  const id = `${query.alias}.id`;
  const order = Object.entries(query.expressionMap.orderBys).filter(([column]) => column !== id);
  const narrow = query.clone().select(id, 'id');
  for (const [index, [column]] of order.entries()) narrow.addSelect(column, `key${index}`);
  const keys = order.map(([_column, direction], index) => `key${index} ${directionOf(direction)}, `).join('');
  const idDirection = directionOf(query.expressionMap.orderBys[id] ?? 'DESC');
  const parameters = query.getQueryAndParameters()[1];
  const branches = ownerships.map(({ isOwned }, index) => {
    // It has the parameters of the query, as the ownership condition has none.
    const [sql] = narrow.clone().andWhere(isOwned('owner.id')).getQueryAndParameters();
    const owners = `unnest($${parameters.length + 1 + index}::uuid[])`;
    return `SELECT newest.* FROM ${owners} AS owner(id) CROSS JOIN LATERAL (${sql}) AS newest`;
  });
  const rows: { id: string }[] = await tx.sql.query(
    `${branches.join(' UNION ')} ORDER BY ${keys}id ${idDirection} LIMIT ${query.expressionMap.limit ?? 'ALL'}`,
    [...parameters, ...ownerships.map(({ owners }) => owners)],
  );
  if (rows.length === 0) return [];
  return query
    .clone()
    .andWhere(`${id} = ANY(:newestIds)`, { newestIds: rows.map((row) => row.id) })
    .getMany();
}

type Direction = OrderByCondition[string];

function directionOf(direction: Direction): 'ASC' | 'DESC' {
  return typeof direction === 'string' ? direction : direction.order;
}
