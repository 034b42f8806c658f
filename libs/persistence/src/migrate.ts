import type { DataSource } from 'typeorm';

/**
 * Brings the schema up to date, as its owner. Replicas that start together wait for one another: the lock belongs to
 * the one transaction in which every pending migration runs, so a failed one leaves nothing behind.
 * @returns the names of the migrations that were applied
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  await guard.startTransaction();
  try {
    await guard.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.migration', 0))`);
    const applied = await dataSource.runMigrations({ transaction: 'all' });
    await guard.commitTransaction();
    return applied.map((migration) => migration.name);
  } catch (error) {
    await guard.rollbackTransaction();
    throw error;
  } finally {
    await guard.release();
  }
}
