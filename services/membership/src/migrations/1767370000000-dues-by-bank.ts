import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dues by lines of the bank. Each membership has a number, which stands in the reference that its member gives with a
 * transfer; the table of memberships is written anew once, for those that there are.
 */
export class DuesByBank1767370000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_membership ADD COLUMN dues_number integer GENERATED ALWAYS AS IDENTITY;
      -- A reference is looked up by its number.
      ALTER TABLE union_membership ADD CONSTRAINT union_membership_dues_number UNIQUE (dues_number);

      ALTER TABLE dues_payment ADD COLUMN bank_line_id uuid;

      CREATE TABLE dues_bank_line (
        line_id    uuid PRIMARY KEY,
        version    integer NOT NULL,
        answer     integer NOT NULL,
        -- Nothing is booked for two lines.
        payment_id uuid UNIQUE REFERENCES dues_payment
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dues_bank_line;
      ALTER TABLE dues_payment DROP COLUMN bank_line_id;
      ALTER TABLE union_membership DROP COLUMN dues_number;
    `);
  }
}
