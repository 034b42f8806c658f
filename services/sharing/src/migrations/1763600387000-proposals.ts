import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What workers propose. It stands with the activity, as the name of who proposed it stays there for good. */
export class Proposals1763600387000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity ADD COLUMN proposal jsonb;
      -- What workers had planned for themselves before; a draft waits for its union, the rest was accepted.
      UPDATE activity SET proposal = jsonb_build_object('personId', organiser_id, 'name', organiser_name,
        'state', CASE WHEN published_at IS NULL THEN 'waiting' ELSE 'sponsored' END,
        'reason', NULL, 'heads', NULL, 'needed', NULL,
        'proposedAt', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      WHERE organiser_kind = 'person';
      -- What waits for the officers of a union, the oldest first: nothing that is decided is read for it.
      CREATE INDEX activity_proposal_waiting ON activity (union_id, id)
        WHERE state = 'draft' AND proposal->>'state' = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE activity DROP COLUMN proposal');
  }
}
