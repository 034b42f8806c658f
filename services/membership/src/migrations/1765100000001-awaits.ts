import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom things wait for is told from now on: of what waits already, it is looked at once. */
export class Awaits1765100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at)
      SELECT w.kind, w.id::text, now() FROM (
        SELECT 'pending-change-awaits' AS kind, id FROM pending_change WHERE state IN ('waiting', 'offered')
        UNION ALL SELECT 'application-awaits', id FROM application WHERE state = 'waiting'
        UNION ALL SELECT 'union-founding-awaits', id FROM union_founding WHERE state IN ('filed', 'elected')
        UNION ALL SELECT 'intake-awaits', id FROM intake_entry WHERE state IN ('open', 'answered')
        UNION ALL SELECT 'member-merge-awaits', id FROM member_merge WHERE state = 'proposed'
        UNION ALL SELECT 'phone-change-awaits', id FROM phone_change WHERE state = 'waiting'
        UNION ALL SELECT 'correction-awaits', id FROM correction WHERE state = 'waiting'
        UNION ALL SELECT 'membership-transfer-awaits', id FROM membership_transfer WHERE state IN ('asked', 'disputed')
        UNION ALL SELECT 'union-transfer-awaits', id FROM union_transfer WHERE state = 'waiting'
        UNION ALL SELECT 'union-closing-awaits', id FROM union_closing WHERE state = 'waiting'
        UNION ALL SELECT DISTINCT 'roster-awaits', union_id FROM member_import WHERE state = 'checked'
      ) AS w
      ON CONFLICT DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN ('pending-change-awaits', 'application-awaits', 'union-founding-awaits',
        'intake-awaits', 'member-merge-awaits', 'phone-change-awaits', 'correction-awaits',
        'membership-transfer-awaits', 'union-transfer-awaits', 'union-closing-awaits', 'roster-awaits')
    `);
  }
}
