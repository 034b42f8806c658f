import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An answered entry is closed by its author, or by itself after some days; where the answer did not help, he asks again
 * and it is open once more. So deadlines no longer rise with ids, and what is open is listed by its deadline.
 */
export class IntakeAskedAgain1763900000540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake_entry
        ADD COLUMN ending text CHECK (ending IN ('withdrawn', 'resolved', 'byOfficer', 'lapsed')),
        ADD COLUMN closes_at timestamptz,
        DROP CONSTRAINT intake_entry_check2;
      UPDATE intake_entry e SET ending = CASE
          WHEN e.closed_by <> e.person_id THEN 'byOfficer'
          WHEN EXISTS (SELECT 1 FROM intake_answer a WHERE a.entry_id = e.id) THEN 'resolved'
          ELSE 'withdrawn' END
        WHERE e.state = 'closed';
      ALTER TABLE intake_entry
        ADD CHECK ((state = 'closed') = (ending IS NOT NULL)),
        -- Nobody closes what lapses.
        ADD CHECK ((closed_by IS NULL) = (closed_at IS NULL OR ending = 'lapsed')),
        ADD CHECK (closes_at IS NULL OR state = 'answered');

      CREATE INDEX intake_entry_open_of_union ON intake_entry (union_id, due_at, id) WHERE state = 'open';
      CREATE INDEX intake_entry_open ON intake_entry (due_at, id) WHERE state = 'open';

      CREATE TABLE intake_follow_up (
        entry_id uuid NOT NULL REFERENCES intake_entry,
        number   integer NOT NULL CHECK (number > 0),
        text     text NOT NULL,
        asked_at timestamptz NOT NULL,
        PRIMARY KEY (entry_id, number)
      );

      -- What was answered before closes a fortnight after this, not at once.
      UPDATE intake_entry SET closes_at = now() + interval '14 days' WHERE state = 'answered';
      INSERT INTO due (kind, key, due_at)
        SELECT 'intake-lapse', id::text, closes_at FROM intake_entry WHERE closes_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'intake-lapse';
      DROP TABLE intake_follow_up;
      DROP INDEX intake_entry_open, intake_entry_open_of_union;
      -- What closed by itself was closed by nobody; before, somebody always closed.
      UPDATE intake_entry SET closed_by = person_id WHERE ending = 'lapsed';
      ALTER TABLE intake_entry DROP COLUMN ending, DROP COLUMN closes_at,
        ADD CONSTRAINT intake_entry_check2 CHECK ((closed_at IS NULL) = (closed_by IS NULL));
    `);
  }
}
