import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role is offered, and held once its person has accepted it. Those that were confirmed before count as accepted then. */
export class OfferedRoles1763900000570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pending_change ADD COLUMN accepted_at timestamptz;
      UPDATE pending_change SET accepted_at = decided_at WHERE kind = 'role' AND state = 'confirmed';
      ALTER TABLE pending_change
        DROP CONSTRAINT pending_change_state_check,
        ADD CONSTRAINT pending_change_state_check
          CHECK (state IN ('waiting', 'offered', 'confirmed', 'refused', 'withdrawn')),
        DROP CONSTRAINT pending_change_check3,
        -- Nobody but its person has to agree to most roles: those are decided by nobody else.
        ADD CONSTRAINT pending_change_check3 CHECK (CASE state
          WHEN 'waiting' THEN decided_at IS NULL
          WHEN 'offered' THEN kind = 'role'
          WHEN 'confirmed' THEN decided_at IS NOT NULL OR accepted_at IS NOT NULL
          ELSE decided_at IS NOT NULL END),
        ADD CONSTRAINT pending_change_accepted_check
          CHECK ((kind = 'role' AND state = 'confirmed') = (accepted_at IS NOT NULL));
      DROP INDEX pending_change_of_role;
      -- One of a kind waits at a time.
      CREATE UNIQUE INDEX pending_change_of_role ON pending_change (union_id, person_id, role)
        WHERE state IN ('waiting', 'offered') AND kind = 'role';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM pending_change WHERE state = 'offered' OR (state = 'confirmed' AND decided_at IS NULL);
      DROP INDEX pending_change_of_role;
      CREATE UNIQUE INDEX pending_change_of_role ON pending_change (union_id, person_id, role)
        WHERE state = 'waiting' AND kind = 'role';
      ALTER TABLE pending_change
        DROP CONSTRAINT pending_change_accepted_check,
        DROP CONSTRAINT pending_change_check3,
        ADD CONSTRAINT pending_change_check3 CHECK ((state = 'waiting') = (decided_at IS NULL)),
        DROP CONSTRAINT pending_change_state_check,
        ADD CONSTRAINT pending_change_state_check CHECK (state IN ('waiting', 'confirmed', 'refused', 'withdrawn')),
        DROP COLUMN accepted_at;
    `);
  }
}
