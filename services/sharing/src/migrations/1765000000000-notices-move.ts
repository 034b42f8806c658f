import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices have a service of their own: what there is moves there as due work, and this table is empty afterwards. Whom a
 * reminder has reached is noted here from now on, as it was read from the notices before.
 */
export class NoticesMove1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_reached (
        activity_id uuid NOT NULL REFERENCES activity,
        person_id   uuid NOT NULL,
        anchor      text NOT NULL,
        base_at     timestamptz NOT NULL,
        PRIMARY KEY (activity_id, person_id, anchor, base_at)
      );
      -- All of a person, for merges and erasures.
      CREATE INDEX reminder_reached_of_person ON reminder_reached (person_id);
      INSERT INTO reminder_reached (activity_id, person_id, anchor, base_at)
        SELECT DISTINCT n.activity_id, n.person_id, n.details->>'anchor', (n.details->>'at')::timestamptz
        FROM notice n JOIN activity a ON a.id = n.activity_id
        WHERE n.kind = 'reminder' AND (n.details->>'at')::timestamptz > now() - interval '1 day';
      DELETE FROM due WHERE kind = 'notice-erasure';
      INSERT INTO due (kind, key, due_at, payload) VALUES ('notices-move', '', now(), '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'notices-move';
      INSERT INTO due (kind, key, due_at, payload) VALUES ('notice-erasure', '', now(), '{}')
        ON CONFLICT (kind, key) DO NOTHING;
      DROP TABLE reminder_reached;
    `);
  }
}
