import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody searches a report for the phone of a row: the worker that loads a roster remembers those of earlier rows. The index was
 * written for each row, and never read.
 */
export class PhonesOfRosterRows1767362000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS member_import_row_phone');
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX member_import_row_phone ON member_import_row (import_id, phone_hash) WHERE phone_hash IS NOT NULL`,
    );
  }
}
