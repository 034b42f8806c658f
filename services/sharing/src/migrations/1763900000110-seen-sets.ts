import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever replaces what a resource has, who hands it over, or how a union lends, names the version that they have seen. What
 * is there is in its first; where nothing is, the version is 0.
 */
export class SeenSets1763900000110 implements MigrationInterface {
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

const tables = ['resource_attributes', 'resource_custodian', 'overdue_rule'];
