import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever answers a handover or decides on an extension names the version that they have seen. All that is there is in its
 * first: before this nobody had been shown a version.
 */
export class SeenHandovers1763900000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN version integer NOT NULL DEFAULT 1`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN version DROP DEFAULT`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`ALTER TABLE ${table} DROP COLUMN version`);
  }
}

const tables = ['loan_handover', 'extension_request'];
