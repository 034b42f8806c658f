import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes that set a password anew. One that an officer prints gives them the account of somebody else, so it works once a second
 * person has confirmed it, as a role does.
 */
export class PasswordResets1763900000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry_code
        DROP CONSTRAINT entry_code_purpose_check,
        ADD CONSTRAINT entry_code_purpose_check CHECK (purpose IN ('activation', 'passwordReset')),
        ADD COLUMN pending_change_id uuid REFERENCES pending_change,
        -- An officer's code for another password is confirmed by somebody; nobody else's is.
        ADD CONSTRAINT entry_code_confirmation_check CHECK
          ((pending_change_id IS NOT NULL) = (purpose = 'passwordReset' AND issued_by IS NOT NULL));
      ALTER TABLE pending_change
        DROP CONSTRAINT pending_change_kind_check,
        ADD CONSTRAINT pending_change_kind_check CHECK (kind IN ('role', 'union', 'enterprise', 'passwordReset')),
        DROP CONSTRAINT pending_change_check,
        ADD CONSTRAINT pending_change_check CHECK
          ((kind IN ('role', 'passwordReset')) = (person_id IS NOT NULL)),
        DROP CONSTRAINT pending_change_check1,
        ADD CONSTRAINT pending_change_check1 CHECK ((kind = 'role') = (role IS NOT NULL));
      -- One of a person waits at a time.
      CREATE UNIQUE INDEX pending_change_of_password ON pending_change (person_id)
        WHERE state = 'waiting' AND kind = 'passwordReset';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM entry_code WHERE purpose = 'passwordReset';
      DELETE FROM pending_change WHERE kind = 'passwordReset';
      DROP INDEX pending_change_of_password;
      ALTER TABLE pending_change
        DROP CONSTRAINT pending_change_check1,
        ADD CONSTRAINT pending_change_check1 CHECK ((person_id IS NULL) = (role IS NULL)),
        DROP CONSTRAINT pending_change_check,
        ADD CONSTRAINT pending_change_check CHECK ((kind = 'role') = (person_id IS NOT NULL)),
        DROP CONSTRAINT pending_change_kind_check,
        ADD CONSTRAINT pending_change_kind_check CHECK (kind IN ('role', 'union', 'enterprise'));
      ALTER TABLE entry_code
        DROP COLUMN pending_change_id,
        DROP CONSTRAINT entry_code_purpose_check,
        ADD CONSTRAINT entry_code_purpose_check CHECK (purpose IN ('activation'));
    `);
  }
}
