import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a refund was posted stays known after it was taken back: one that left nobody owing has no entry that could tell. Of such
 * a one that was taken back before now only that day is known, so that it counts on no other.
 */
export class PostedRefunds1763600511000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refund ADD COLUMN posted_at timestamptz;
      UPDATE refund f SET posted_at = coalesce((SELECT e.posted_at FROM entry e WHERE e.id = f.entry_id), f.decided_at)
      WHERE state IN ('posted', 'reversed');
      ALTER TABLE refund
        ADD CONSTRAINT refund_posted CHECK ((posted_at IS NOT NULL) = (state IN ('posted', 'reversed')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refund DROP COLUMN posted_at');
  }
}
