import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints are matters of affairs now: nothing falls due here any more, and what there is moves there once it asks. */
export class ComplaintsMove1766620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind IN ('intake-awaits', 'intake-lapse')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'intake-awaits', id::text, now(), '{}'::jsonb FROM intake_entry WHERE state IN ('open', 'answered')
        UNION ALL SELECT 'intake-lapse', id::text, closes_at, '{}'::jsonb FROM intake_entry WHERE closes_at IS NOT NULL;
    `);
  }
}
