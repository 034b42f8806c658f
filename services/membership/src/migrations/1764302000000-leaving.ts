import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a person left by themselves, which they may take back for seven days. Null of every end before this release. */
export class Leaving1764302000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_membership ADD COLUMN left_at timestamptz
        CHECK (left_at IS NULL OR ended_reason = 'left')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE union_membership DROP COLUMN left_at');
  }
}
