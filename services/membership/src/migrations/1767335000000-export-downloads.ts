import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy of somebody's data is downloaded by the session that has asked for it, and a few times. */
export class ExportDownloads1767335000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_export
        -- Null of what was asked for before this, which is over within the hour.
        ADD COLUMN session_id uuid,
        ADD COLUMN downloads integer NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE data_export DROP COLUMN session_id, DROP COLUMN downloads');
  }
}
