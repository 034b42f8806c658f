import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Anybody may ask for the figures of a year of the whole network. By the index of unions and days that would read the rows
 * of every union, year for year.
 */
export class PublicFigures1766420000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // What an aborted run has left is not valid.
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS matter_year');
    await runner.query('CREATE INDEX CONCURRENTLY matter_year ON matter (sent_at, service_id)');
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX matter_year');
  }
}
