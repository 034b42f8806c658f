import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row that identifies its person is found by `identity_hash`: the index of numbers need not have it as well. */
export class NumbersOfRosterRows1765202000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS member_import_row_number');
    await runner.query(
      `CREATE INDEX CONCURRENTLY member_import_row_number ON member_import_row (import_id, number_hash)
       WHERE number_hash IS NOT NULL AND identity_hash IS NULL`,
    );
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX member_import_row_number;
      CREATE INDEX member_import_row_number ON member_import_row (import_id, number_hash) WHERE number_hash IS NOT NULL
    `);
  }
}
