import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code by text message signs in as well. It is never printed: on paper it would be a password that an officer knows. */
export class SignInCodes1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry_code DROP CONSTRAINT entry_code_purpose_check,
        ADD CONSTRAINT entry_code_purpose_check CHECK (purpose IN ('activation', 'passwordReset', 'signIn')),
        ADD CONSTRAINT entry_code_sign_in_check CHECK (purpose <> 'signIn' OR channel = 'textMessage')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM entry_code WHERE purpose = 'signIn';
      ALTER TABLE entry_code DROP CONSTRAINT entry_code_sign_in_check, DROP CONSTRAINT entry_code_purpose_check,
        ADD CONSTRAINT entry_code_purpose_check CHECK (purpose IN ('activation', 'passwordReset'))
    `);
  }
}
