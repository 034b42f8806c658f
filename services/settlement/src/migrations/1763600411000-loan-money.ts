import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The deposit of a loan is held, kept for damages and released, and its fee is owed: entries of kinds of their own. */
export class LoanMoney1763600411000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE loan_ref (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        owner_union_id    uuid NOT NULL,
        borrower_union_id uuid NOT NULL,
        title             text NOT NULL,
        requested_by      uuid NOT NULL,
        deposit_fen       bigint CHECK (deposit_fen >= 0),
        fee_due_fen       bigint CHECK (fee_due_fen >= 0),
        is_handed_over    boolean NOT NULL,
        is_closed         boolean NOT NULL,
        CHECK (owner_union_id <> borrower_union_id),
        CHECK (is_handed_over OR NOT is_closed)
      );
      -- The damages of a loan, each time something is posted of it.
      CREATE INDEX loan_damage_loan ON loan_damage (loan_id, id);
      ALTER TABLE account DROP CONSTRAINT account_purpose_check,
        ADD CONSTRAINT account_purpose_check CHECK (purpose IN ('current', 'clearing', 'deposit'));
      ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
        ADD CONSTRAINT entry_kind_check CHECK (kind IN ('costs', 'reversal', 'netting', 'payment', 'restored',
          'damage', 'depositHeld', 'depositKept', 'depositReleased', 'loanFee'));
    `);
  }

  /** What is posted stays, whatever it is called: a ledger loses nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
        ADD CONSTRAINT entry_kind_check
          CHECK (kind IN ('costs', 'reversal', 'netting', 'payment', 'restored', 'damage')) NOT VALID;
      ALTER TABLE account DROP CONSTRAINT account_purpose_check,
        ADD CONSTRAINT account_purpose_check CHECK (purpose IN ('current', 'clearing')) NOT VALID;
      DELETE FROM due WHERE kind = 'loan-money';
      DROP INDEX loan_damage_loan;
      DROP TABLE loan_ref;
    `);
  }
}
