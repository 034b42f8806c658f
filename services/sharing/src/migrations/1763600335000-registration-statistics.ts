import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An activity fills up faster than statistics are made. By those, one that is not among them has no registrations, so that
 * any index that begins with it seems as good as its key, and each sign-up reads all that came before. Without them the
 * planner takes an activity for a two-hundredth of the table, and the key wins.
 */
export class RegistrationStatistics1763600335000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registration ALTER COLUMN activity_id SET STATISTICS 0;
      SELECT pg_clear_attribute_stats(current_schema()::text, 'registration', 'activity_id', false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE registration ALTER COLUMN activity_id SET STATISTICS -1`);
  }
}
