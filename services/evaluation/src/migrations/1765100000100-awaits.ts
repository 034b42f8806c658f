import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for people is told to them until it is done. A draft that was sent back waits for its editors until they have
 * changed it; whether they had is not known of those from before, which wait for them
 * again. What is pending is told once, as due work for each thing.
 */
export class Awaits1765100000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indicator_system ADD COLUMN is_returned boolean NOT NULL DEFAULT false;
      UPDATE indicator_system SET is_returned = true WHERE state = 'draft' AND returned_by IS NOT NULL;
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'indicator-system-awaits', id, now(), '{}' FROM indicator_system WHERE state <> 'retired';
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'ranking-awaits', id, now(), '{}' FROM ranking r WHERE state IN ('draft', 'revising')
          OR EXISTS (SELECT FROM ranking_appeal a WHERE a.ranking_id = r.id AND a.state = 'open');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN ('indicator-system-awaits', 'ranking-awaits');
      ALTER TABLE indicator_system DROP COLUMN is_returned;
    `);
  }
}
