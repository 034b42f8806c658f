import { byColumn, type LastWrite, type Transaction } from '@gongxiang/persistence';
import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Stores a copy of another service's data. The event carries the whole state and its version; a version older than
 * the stored one is skipped, so events may arrive in any order.
 * @returns whether the row was written
 */
export async function storeCopy<Row extends ObjectLiteral & { version: number }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  row: Row,
): Promise<boolean> {
  return (await storeCopies(tx, entity, [row])) > 0;
}

const lastWrites = new Map<EntityTarget<ObjectLiteral>, LastWrite<ObjectLiteral & { version: number }>>();

/**
 * Like {@link storeCopy}, right before the commit and in one statement with the other copies of the transaction: for handlers of events
 * that come by the thousand, as those of a roster do.
 */
export function storeCopyLast<Row extends ObjectLiteral & { version: number }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  row: Row,
): void {
  storeCopiesLast(tx, entity, [row]);
}

/** Like {@link storeCopyLast} for several rows: in the order of their keys, whoever else writes them meanwhile. */
export function storeCopiesLast<Row extends ObjectLiteral & { version: number }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): void {
  const write =
    lastWrites.get(entity) ?? ((last, gathered) => storeNewest(last, entity, gathered as readonly Row[]));
  lastWrites.set(entity, write);
  tx.writeLast(write, rows);
}

/** Stores the newest version of each row, unless another consumer has written the very same: then it is only locked. */
async function storeNewest<Row extends ObjectLiteral & { version: number }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  const { primaryColumns } = tx.sql.connection.getMetadata(entity);
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(primaryColumns.map((column) => column.getEntityValue(row) as unknown));
    if (row.version >= (newest.get(key)?.version ?? 0)) newest.set(key, row);
  }
  await upsert(tx, entity, [...newest.values()], `${isNewer} AND stored IS DISTINCT FROM excluded`);
}

const isNewer = 'stored.version <= excluded.version';

/**
 * Like {@link storeCopy} for several rows with distinct keys, in one statement.
 * @returns how many rows were written
 */
export function storeCopies<Row extends ObjectLiteral & { version: number }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<number> {
  return upsert(tx, entity, rows, isNewer);
}

/** @param condition on which a row that is `stored` gets the values that are `excluded` from being inserted */
async function upsert<Row extends ObjectLiteral>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
  condition: string,
): Promise<number> {
  if (rows.length === 0) return 0;
  const metadata = tx.sql.connection.getMetadata(entity);
  const keys = metadata.primaryColumns.map((column) => column.databaseName);
  // Always in the same order, so that two transactions that store the same copies cannot deadlock.
  const keyOf = (row: Row): string =>
    JSON.stringify(metadata.primaryColumns.map((column) => column.getEntityValue(row, true) as unknown));
  const sorted = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
  const updates = metadata.columns
    .map((column) => column.databaseName)
    .filter((column) => !keys.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  const { names, source, values } = sourceOf(metadata, sorted);
  const written: unknown[] = await tx.sql.query(
    `INSERT INTO ${metadata.tableName} AS stored (${names}) ${source}
     ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${updates.join(', ')}
     WHERE ${condition} RETURNING version`,
    values,
  );
  return written.length;
}

/** By column where that is possible: PostgreSQL takes longer to parse thousands of parameters than to write the rows. */
function sourceOf(metadata: EntityMetadata, rows: readonly ObjectLiteral[]): ReturnType<typeof byColumn> {
  const { columns } = metadata;
  if (rows.length > 1 && !columns.some(({ isArray }) => isArray)) return byColumn(metadata, rows);
  const places = rows.map(
    (_row, index) =>
      `(${columns.map((_column, place) => `$${index * columns.length + place + 1}`).join(', ')})`,
  );
  return {
    names: columns.map(({ databaseName }) => databaseName).join(', '),
    source: `VALUES ${places.join(', ')}`,
    values: rows.flatMap((row) => columns.map((column) => column.getEntityValue(row, true) as unknown)),
  };
}
