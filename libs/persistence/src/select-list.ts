import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Each column of a table under the name of its field, for a statement whose rows are taken as PostgreSQL gives them: to make
 * entities of hundreds takes longer than all else that is done for them.
 * @param alias of the table in the statement
 */
export function selectListOf(sql: EntityManager, entity: EntityTarget<ObjectLiteral>, alias: string): string {
  const { columns } = sql.connection.getMetadata(entity);
  return columns
    .map(({ databaseName, propertyName }) => `${alias}.${databaseName} AS "${propertyName}"`)
    .join(', ');
}
