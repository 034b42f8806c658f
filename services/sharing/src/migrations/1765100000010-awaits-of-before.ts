import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what is pending already, it is looked once whom it waits for; all else says so as it changes. */
export class AwaitsOfBefore1765100000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at)
      SELECT 'activity-awaits', a.id::text, now() FROM activity a
      WHERE a.state = 'published'
        OR (a.state = 'draft' AND (a.open_invitations > 0 OR a.agreement_required))
        OR EXISTS (SELECT FROM activity_task t WHERE t.activity_id = a.id AND t.state = 'open')
        OR EXISTS (SELECT FROM album_picture p WHERE p.activity_id = a.id AND p.state IN ('pending', 'reported'))
        OR EXISTS (SELECT FROM agreement g JOIN agreement_awaited w ON w.agreement_id = g.id WHERE g.activity_id = a.id)
      UNION ALL
      SELECT 'proposal-awaits', a.id::text, now() FROM activity a
      WHERE a.state = 'draft' AND a.proposal->>'state' = 'waiting'
      UNION ALL
      SELECT DISTINCT 'adoption-awaits', r.brand_id::text, now() FROM brand_adoption_request r WHERE r.state = 'requested'
      UNION ALL
      SELECT DISTINCT 'match-awaits', m.need_id::text, now() FROM need_match m WHERE m.state = 'proposed'
      UNION ALL
      SELECT 'maintenance-awaits', t.id::text, now() FROM maintenance_task t
      WHERE t.state = 'open' AND t.due_on IS NOT NULL
      UNION ALL
      SELECT 'loan-awaits', l.id::text, now() FROM loan l
      WHERE l.state = 'requested'
        OR EXISTS (SELECT FROM extension_request e WHERE e.loan_id = l.id AND e.state = 'asked')
        OR EXISTS (SELECT FROM loan_handover h WHERE h.loan_id = l.id AND h.state = 'waiting')
        OR EXISTS (SELECT FROM loan_damage d WHERE d.loan_id = l.id AND d.state IN ('claimed', 'disputed'))
      ON CONFLICT (kind, key) DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN (
        'activity-awaits', 'proposal-awaits', 'adoption-awaits', 'match-awaits', 'maintenance-awaits', 'loan-awaits');
    `);
  }
}
