import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Full and retained memberships, and why a membership has ended. Replicas of the release before write neither and read neither: a
 * membership that they begin is full, and one that they end has no reason.
 */
export class Standings1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_membership
        ADD COLUMN standing text NOT NULL DEFAULT 'full' CHECK (standing IN ('full', 'retained')),
        ADD COLUMN retained_reason text CHECK (retained_reason IN ('retired', 'unemployed', 'militaryService')),
        ADD COLUMN retained_from date,
        ADD COLUMN ended_reason text CHECK (ended_reason IN
          ('left', 'deceased', 'expelled', 'lapsed', 'transferred', 'merged', 'importUndone', 'other')),
        ADD COLUMN end_decision text,
        ADD CONSTRAINT union_membership_retained_check CHECK
          ((standing = 'retained') = (retained_reason IS NOT NULL) AND (standing = 'retained' OR retained_from IS NULL)),
        ADD CONSTRAINT union_membership_end_check CHECK
          ((ended_reason IS NULL OR state = 'ended') AND (end_decision IS NULL OR ended_reason IN ('expelled', 'lapsed')));
      -- Those whom an import created and its undoing ended; of all others the reason was never asked for.
      UPDATE union_membership m SET ended_reason = CASE WHEN EXISTS (
          SELECT 1 FROM member_import_row r JOIN member_import i ON i.id = r.import_id
          WHERE i.state = 'undone' AND r.state = 'created' AND r.person_id = m.person_id
            AND m.created_at BETWEEN i.created_at AND i.finished_at)
        THEN 'importUndone' ELSE 'other' END
      WHERE m.state = 'ended';
      -- Whoever has retired keeps the membership. Who holds an office stays a full member until their union says otherwise.
      UPDATE union_membership m SET standing = 'retained', retained_reason = 'retired'
      WHERE m.employment_kind = 'retired' AND m.state <> 'ended'
        AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = m.person_id AND g.revoked_at IS NULL)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_membership DROP COLUMN standing, DROP COLUMN retained_reason, DROP COLUMN retained_from,
        DROP COLUMN ended_reason, DROP COLUMN end_decision
    `);
  }
}
