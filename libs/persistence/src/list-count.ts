import type { Transaction } from './transaction.js';

/** As many as are counted of a list, as the contracts say it. */
const countedMax = 1_000;

/** How many there are in a list; `atLeast` where there are more than the value, which is as far as anybody counts. */
export interface Counted {
  readonly value: number;
  readonly atLeast: boolean;
}

/**
 * How many there are in a list, where that is asked for: with its first page alone. Once there are more than are counted, no
 * further row is read.
 * @param rows SQL of the rows that the list has; `limit` is how many of a part of them are read, and of all
 */
export async function countOf(
  tx: Transaction,
  request: { readonly count?: true; readonly cursor?: string },
  rows: (limit: number) => { readonly sql: string; readonly values: readonly unknown[] },
): Promise<Counted | null> {
  if (request.count !== true || request.cursor !== undefined) return null;
  const limit = countedMax + 1;
  const { sql, values } = rows(limit);
  const [found]: { count: number }[] = await tx.sql.query(
    `SELECT count(*)::int AS count FROM (SELECT FROM (${sql}) AS every LIMIT ${limit}) AS counted`,
    [...values],
  );
  const count = found?.count ?? 0;
  return { value: Math.min(count, countedMax), atLeast: count > countedMax };
}
