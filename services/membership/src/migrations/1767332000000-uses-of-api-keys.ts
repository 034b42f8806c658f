import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When each API key was last used. What is not known of the keys that were made before is not invented: their uses are
 * noted from today on.
 */
export class UsesOfApiKeys1767332000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_key
        ADD COLUMN last_used_at timestamptz,
        ADD COLUMN noted_from timestamptz NOT NULL DEFAULT now();
      ALTER TABLE api_key ALTER COLUMN noted_from DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_key DROP COLUMN last_used_at, DROP COLUMN noted_from');
  }
}
