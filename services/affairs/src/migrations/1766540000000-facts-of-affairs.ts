import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How matters and parts go, and whom bulletins reach, is published from now on: also of those that were there before. */
export class FactsOfAffairs1766540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at) SELECT 'matter-course', id, now() FROM matter ON CONFLICT DO NOTHING;
      UPDATE assignment_part p SET is_announced = false
        FROM assignment a WHERE a.id = p.assignment_id AND a.kind = 'task';
      INSERT INTO due (kind, key, due_at)
        SELECT 'assignment-announce', id, now() FROM assignment WHERE kind = 'task' AND state <> 'draft'
        ON CONFLICT DO NOTHING;
      INSERT INTO due (kind, key, due_at)
        SELECT 'bulletin-reach', id, shown_until FROM bulletin
        WHERE state = 'published' AND must_read AND shown_until IS NOT NULL
        ON CONFLICT DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind IN ('matter-course', 'bulletin-reach')`);
  }
}
