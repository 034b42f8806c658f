import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was damaged while it was lent is owed like any other cost; its entry has a kind of its own. */
export class LoanDamages1763600410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE loan_damage (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        loan_id           uuid NOT NULL,
        owner_union_id    uuid NOT NULL,
        borrower_union_id uuid NOT NULL,
        title             text NOT NULL,
        owed_fen          bigint NOT NULL CHECK (owed_fen >= 0),
        decided_by        uuid NOT NULL,
        reason            text,
        CHECK (owner_union_id <> borrower_union_id)
      );
      ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
        ADD CONSTRAINT entry_kind_check
          CHECK (kind IN ('costs', 'reversal', 'netting', 'payment', 'restored', 'damage'));
    `);
  }

  /** What is posted stays, whatever it is called: a ledger loses nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
        ADD CONSTRAINT entry_kind_check
          CHECK (kind IN ('costs', 'reversal', 'netting', 'payment', 'restored')) NOT VALID;
      DELETE FROM due WHERE kind = 'damage-posting';
      DROP TABLE loan_damage;
    `);
  }
}
