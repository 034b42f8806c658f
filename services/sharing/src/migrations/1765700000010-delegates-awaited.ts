import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits already is told once more where somebody acts in its matter, who is awaited from now on. */
export class DelegatesAwaited1765700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at)
      SELECT 'activity-awaits', a.id::text, now() FROM activity a
      WHERE a.state = 'published' AND EXISTS (
        SELECT FROM delegation d WHERE d.revoked_at IS NULL
          AND (d.matter_kind, d.matter_id) IN (('activity', a.id), (a.organiser_kind, a.organiser_id)))
      UNION ALL
      SELECT DISTINCT 'match-awaits', m.need_id::text, now()
      FROM need_match m JOIN need n ON n.id = m.need_id
      JOIN delegation d ON d.matter_kind = n.party_kind AND d.matter_id = n.party_id AND d.revoked_at IS NULL
      WHERE m.state = 'proposed'
      UNION ALL
      SELECT DISTINCT 'loan-awaits', l.id::text, now()
      FROM loan l JOIN resource r ON r.id = l.resource_id
      JOIN delegation d ON d.matter_kind = r.owner_kind AND d.matter_id = r.owner_id AND d.revoked_at IS NULL
      WHERE l.state = 'requested'
        OR EXISTS (SELECT FROM extension_request e WHERE e.loan_id = l.id AND e.state = 'asked')
        OR EXISTS (SELECT FROM loan_handover h WHERE h.loan_id = l.id AND h.state = 'waiting')
      UNION ALL
      SELECT DISTINCT 'maintenance-awaits', t.id::text, now()
      FROM maintenance_task t JOIN resource r ON r.id = t.resource_id
      JOIN delegation d ON d.matter_kind = r.owner_kind AND d.matter_id = r.owner_id AND d.revoked_at IS NULL
      WHERE t.state = 'open' AND t.due_on IS NOT NULL
      ON CONFLICT (kind, key) DO NOTHING;
    `);
  }

  /** What was told stays so until it changes. */
  async down(): Promise<void> {}
}
