import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is invited may propose other terms, and a co-host may propose a version of the agreement, too, or leave. */
export class CounterProposals1763600380100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE co_host ADD COLUMN counter_note text CHECK (char_length(counter_note) <= 1000),
        DROP CONSTRAINT co_host_state_check,
        ADD CONSTRAINT co_host_state_check
          CHECK (state IN ('invited', 'countered', 'accepted', 'declined', 'withdrawn', 'left')),
        ADD CONSTRAINT co_host_counter CHECK (state <> 'countered' OR counter_note IS NOT NULL),
        ADD CONSTRAINT co_host_left CHECK (state <> 'left' OR reason IS NOT NULL);
      -- A party is asked once at a time, also while its other terms are looked at.
      DROP INDEX co_host_party;
      CREATE UNIQUE INDEX co_host_party ON co_host (activity_id, party_kind, party_id)
        WHERE state IN ('invited', 'countered', 'accepted');

      ALTER TABLE agreement ADD COLUMN proposed_for jsonb;
      -- Until now the organiser alone could propose one: the first of the hosts.
      UPDATE agreement SET proposed_for = hosts -> 0;
      ALTER TABLE agreement ALTER COLUMN proposed_for SET NOT NULL;

      ALTER TABLE activity ADD COLUMN leave_until date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity DROP COLUMN leave_until;
      ALTER TABLE agreement DROP COLUMN proposed_for;
      UPDATE co_host SET state = 'invited', answered_by = NULL, answered_at = NULL WHERE state = 'countered';
      UPDATE co_host SET state = 'withdrawn' WHERE state = 'left';
      DROP INDEX co_host_party;
      CREATE UNIQUE INDEX co_host_party ON co_host (activity_id, party_kind, party_id)
        WHERE state IN ('invited', 'accepted');
      ALTER TABLE co_host DROP CONSTRAINT co_host_left, DROP CONSTRAINT co_host_counter,
        DROP CONSTRAINT co_host_state_check,
        ADD CONSTRAINT co_host_state_check CHECK (state IN ('invited', 'accepted', 'declined', 'withdrawn')),
        DROP COLUMN counter_note;
    `);
  }
}
