import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose signatures open versions wait for is noted anew: some waited for hosts who could not sign any more. */
export class AwaitedAnew1763600260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at, payload)
      SELECT 'activity-hosts', activity_id, now(), '{}' FROM agreement WHERE state = 'open'
      ON CONFLICT (kind, key) DO NOTHING
    `);
  }

  async down(): Promise<void> {
    // What is noted anew is right before and after.
  }
}
