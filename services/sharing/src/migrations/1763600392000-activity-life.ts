import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

/**
 * What an activity's place in its life follows from beside its state and its times: who has yet to answer, whom the
 * agreement names, whether its cost is settled, and whether it is put away.
 */
export class ActivityLife1763600392000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity
        ADD COLUMN open_invitations integer NOT NULL DEFAULT 0 CHECK (open_invitations >= 0),
        ADD COLUMN agreed_hosts integer NOT NULL DEFAULT 0 CHECK (agreed_hosts >= 0),
        ADD COLUMN settled_at timestamptz,
        ADD COLUMN archived_at timestamptz,
        -- What is still to happen, or is happening, is not put away.
        ADD CONSTRAINT activity_archived CHECK (archived_at IS NULL OR state IN ('closed', 'cancelled'));
      UPDATE activity a SET
        open_invitations = (SELECT count(*) FROM co_host c
          WHERE c.activity_id = a.id AND c.state IN ('invited', 'countered')),
        agreed_hosts = coalesce((SELECT jsonb_array_length(g.hosts) FROM agreement g WHERE g.id = a.agreement_id), 0);

      -- The calendar of everything that is not put away: what is, is the oldest, and would be read first each time.
      CREATE INDEX activity_kept_starts ON activity (starts_at, id) WHERE archived_at IS NULL;

      -- What else is to take place in a loan, when one activity is cancelled.
      CREATE INDEX activity_loan ON activity (loan_id) WHERE loan_id IS NOT NULL;

      INSERT INTO due (kind, key, due_at)
        SELECT 'activity-archive', id::text, greatest(ends_at, coalesce(closed_at, now())) + interval '2 years'
        FROM activity WHERE state IN ('closed', 'cancelled');

      CREATE TABLE told_cost_pool (
        id          uuid PRIMARY KEY,
        -- No foreign key: checking it would share the lock of the activity, for which whoever writes here waits next.
        activity_id uuid,
        approved_at timestamptz,
        reversed_at timestamptz,
        -- Either of the two may be told first; the approval alone says of which activity it is.
        CHECK (approved_at IS NOT NULL OR reversed_at IS NOT NULL),
        CHECK ((approved_at IS NULL) = (activity_id IS NULL))
      );
      -- The pools of one activity, each time that one of them changes.
      CREATE INDEX told_cost_pool_activity ON told_cost_pool (activity_id);
    `);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, 'enteredDraw']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notice WHERE why = 'enteredDraw'`);
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== 'enteredDraw'));
    await runner.query(`
      DROP TABLE told_cost_pool;
      DELETE FROM due WHERE kind = 'activity-archive';
      DROP INDEX activity_kept_starts, activity_loan;
      ALTER TABLE activity DROP CONSTRAINT activity_archived, DROP COLUMN archived_at, DROP COLUMN settled_at,
        DROP COLUMN agreed_hosts, DROP COLUMN open_invitations;
    `);
  }
}
