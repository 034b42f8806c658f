import type { MigrationInterface, QueryRunner } from 'typeorm';

/** News of facts are one kind of due work. What still waits as the other kind is looked at as this one. */
export class OneFactNews1763600480000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'facts-changed', 'activityId:' || key, due_at, jsonb_build_object('activityId', key)
        FROM due WHERE kind = 'facts-arrived'
        ON CONFLICT (kind, key) DO NOTHING;
      DELETE FROM due WHERE kind = 'facts-arrived';
    `);
  }

  /** Who waited for facts looks again at what scores wait for. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at)
        SELECT 'facts-arrived', payload->>'activityId', due_at
        FROM due WHERE kind = 'facts-changed' AND payload ? 'activityId'
        ON CONFLICT (kind, key) DO NOTHING;
    `);
  }
}
