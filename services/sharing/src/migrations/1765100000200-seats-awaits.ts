import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offered seats, proposed corrections and appeals against no-shows wait for people until they are done. Those that are
 * pending are told once, as due work: offers by activity, everything else one by one.
 */
export class SeatsAwaits1765100000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at, payload)
        SELECT DISTINCT 'offer-awaits', activity_id::text, now(), '{}'::jsonb FROM registration WHERE state = 'held';
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'attendance-correction-awaits', id, now(), '{}' FROM attendance_correction WHERE state = 'proposed';
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'no-show-awaits', n.id, now(), '{}' FROM no_show n
        JOIN no_show_review v ON v.activity_id = n.activity_id AND v.person_id = n.person_id
        WHERE v.appealed_at IS NOT NULL AND v.excused IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM due WHERE kind IN ('offer-awaits', 'attendance-correction-awaits', 'no-show-awaits')`,
    );
  }
}
