import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An account is proposed by one person and confirmed by another. Those that one person has named before stand, and are
 * shown as confirmed by nobody.
 */
export class PayeeAccountConfirmations1766430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payee_account
        ALTER COLUMN account_name DROP NOT NULL,
        ALTER COLUMN account_number DROP NOT NULL,
        ALTER COLUMN bank_name DROP NOT NULL,
        ALTER COLUMN changed_by DROP NOT NULL,
        ALTER COLUMN changed_at DROP NOT NULL,
        ADD COLUMN confirmed_by uuid,
        ADD COLUMN proposed_name text,
        ADD COLUMN proposed_number text CHECK (proposed_number ~ '^[0-9]{6,40}$'),
        ADD COLUMN proposed_bank text,
        ADD COLUMN proposed_by uuid,
        ADD COLUMN proposed_at timestamptz,
        ADD CONSTRAINT payee_account_whole CHECK (num_nonnulls(account_name, account_number, bank_name, changed_by, changed_at) IN (0, 5)),
        ADD CONSTRAINT payee_proposal_whole CHECK (num_nonnulls(proposed_name, proposed_number, proposed_bank, proposed_by, proposed_at) IN (0, 5)),
        ADD CONSTRAINT payee_account_two CHECK (confirmed_by <> changed_by);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM payee_account WHERE account_name IS NULL;
      ALTER TABLE payee_account
        DROP COLUMN confirmed_by,
        DROP COLUMN proposed_name,
        DROP COLUMN proposed_number,
        DROP COLUMN proposed_bank,
        DROP COLUMN proposed_by,
        DROP COLUMN proposed_at,
        DROP CONSTRAINT payee_account_whole,
        ALTER COLUMN account_name SET NOT NULL,
        ALTER COLUMN account_number SET NOT NULL,
        ALTER COLUMN bank_name SET NOT NULL,
        ALTER COLUMN changed_by SET NOT NULL,
        ALTER COLUMN changed_at SET NOT NULL;`);
  }
}
