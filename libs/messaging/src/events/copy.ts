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
  const metadata = tx.sql.connection.getMetadata(entity);
  const columns = metadata.columns.map((column) => column.databaseName);
  const values = metadata.columns.map((column) => column.getEntityValue(row, true) as unknown);
  const keys = metadata.primaryColumns.map((column) => column.databaseName);
  const updates = columns
    .filter((column) => !keys.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  const written: unknown[] = await tx.sql.query(
    `INSERT INTO ${metadata.tableName} AS kept (${columns.join(', ')})
     VALUES (${columns.map((_column, index) => `$${index + 1}`).join(', ')})
     ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${updates.join(', ')}
     WHERE kept.version <= excluded.version RETURNING version`,
    values,
  );
  return written.length > 0;
}
