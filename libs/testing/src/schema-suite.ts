import { withFoundation } from '@gongxiang/messaging/service';
import { bootstrapDatabase, createDataSource, migrate } from '@gongxiang/persistence';
import type { MigrationInterface } from 'typeorm';
import { downAndUp } from './schema-checks.js';
import { suiteDatabase } from './suite-database.js';

const password = 'a password for tests only';

/**
 * Migrates an empty database of its own as the owner of the service's schema, and runs {@link downAndUp} over it with
 * the foundation's migrations and the service's.
 * @returns one sentence per thing that was left over or has changed
 */
export async function downAndUpOf(
  service: string,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const all = withFoundation(migrations);
  const database = await suiteDatabase(`${service}_empty`, (adminUrl) =>
    bootstrapDatabase(adminUrl, { [service]: { owner: password, service: password } }),
  );
  const url = database.urlAs(`${service}_owner`, password);
  const owner = createDataSource({ url, schema: service, entities: [], migrations: all });
  try {
    await owner.initialize();
    await migrate(owner);
    return await downAndUp(owner, all);
  } finally {
    await owner.destroy();
    await database.drop();
  }
}
