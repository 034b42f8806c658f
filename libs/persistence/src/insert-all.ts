import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './transaction.js';

/**
 * Inserts many rows in one statement with one parameter per column. TypeORM's `insert` has one per value instead: of
 * hundreds of rows these are thousands, which take longer to name, to send and to parse than the rows take to write.
 * @param rows with a value for each column, and no array among them
 */
export async function insertAll<Row extends ObjectLiteral>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const metadata = tx.sql.connection.getMetadata(entity);
  const { names, source, values } = byColumn(metadata, rows);
  await tx.sql.query(`INSERT INTO ${metadata.tableName} (${names}) ${source}`, values);
}

/**
 * Many rows as the source of an `INSERT`, with one parameter per column.
 * @param rows with a value for each column, and no array among them
 */
export function byColumn(
  { columns: all, connection }: EntityMetadata,
  rows: readonly ObjectLiteral[],
): { readonly names: string; readonly source: string; readonly values: unknown[] } {
  // What the database counts by itself is not inserted.
  const columns = all.filter(({ isInsert }) => isInsert);
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  const places = columns.map(({ type }, index) => `$${index + 1}::${String(type)}[]`);
  const values = columns.map((column) =>
    rows.map((row): unknown => connection.driver.preparePersistentValue(column.getEntityValue(row), column)),
  );
  return { names, source: `SELECT * FROM unnest(${places.join(', ')})`, values };
}
