import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * All columns of a table under their field names, for statements whose raw rows are used: hydrating hundreds of
 * entities takes longer than everything else done for them.
 * @param alias of the table in the statement
 */
export function selectListOf(sql: EntityManager, entity: EntityTarget<ObjectLiteral>, alias: string): string {
  const { columns } = sql.connection.getMetadata(entity);
  return columns
    .map(({ databaseName, propertyName }) => `${alias}.${databaseName} AS "${propertyName}"`)
    .join(', ');
}
