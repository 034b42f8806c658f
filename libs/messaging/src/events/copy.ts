import type { Transaction } from '@gongxiang/persistence';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Keeps a small copy of what another service owns. The event carries the whole state and its version: an older version
 * than the one that is here is skipped, so the order in which events arrive does not matter.
 * @returns whether the row was taken
 */
export async function keepCopy<Row extends ObjectLiteral & { version: number }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  row: Row,
): Promise<boolean> {
  return (await keepCopies(tx, entity, [row])) > 0;
}

/**
 * The same for several, in one statement; each has a key of its own.
 * @returns how many were taken
 */
export async function keepCopies<Row extends ObjectLiteral & { version: number }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const metadata = tx.sql.connection.getMetadata(entity);
  const columns = metadata.columns.map((column) => column.databaseName);
  const keys = metadata.primaryColumns.map((column) => column.databaseName);
  // In one order everywhere: two who keep copies of the same must not wait for each other in a circle.
  const keyOf = (row: Row): string =>
    JSON.stringify(metadata.primaryColumns.map((column) => column.getEntityValue(row, true) as unknown));
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const updates = columns
    .filter((column) => !keys.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  const values = sorted.flatMap((row) =>
    metadata.columns.map((one) => one.getEntityValue(row, true) as unknown),
  );
  const places = rows.map(
    (_row, index) =>
      `(${columns.map((_column, place) => `$${index * columns.length + place + 1}`).join(', ')})`,
  );
  const written: unknown[] = await tx.sql.query(
    `INSERT INTO ${metadata.tableName} AS kept (${columns.join(', ')}) VALUES ${places.join(', ')}
     ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${updates.join(', ')}
     WHERE kept.version <= excluded.version RETURNING version`,
    values,
  );
  return written.length;
}
