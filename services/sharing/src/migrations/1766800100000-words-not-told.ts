import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits already is told once more where it named what a person wrote, which is not told any more. */
export class WordsNotTold1766800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at)
      SELECT DISTINCT 'match-awaits', m.need_id::text, now() FROM need_match m JOIN need n ON n.id = m.need_id
      WHERE m.state = 'proposed' AND (n.party_kind = 'person' OR m.owner_person_id IS NOT NULL)
      UNION ALL
      SELECT 'loan-awaits', l.id::text, now() FROM awaited w JOIN loan l ON l.id = w.id
      JOIN resource r ON r.id = l.resource_id AND r.owner_kind = 'person' WHERE w.subject = 'loan'
      UNION ALL
      SELECT 'maintenance-awaits', t.id::text, now() FROM awaited w JOIN maintenance_task t ON t.id = w.id
      JOIN resource r ON r.id = t.resource_id AND r.owner_kind = 'person' WHERE w.subject = 'maintenanceTask'
      UNION ALL
      SELECT 'proposal-awaits', a.id::text, now() FROM activity a
      WHERE a.state = 'draft' AND a.proposal->>'state' = 'waiting'
      ON CONFLICT (kind, key) DO NOTHING;
    `);
  }

  /** What was told stays so until it changes. */
  async down(): Promise<void> {}
}
