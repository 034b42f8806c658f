import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment may be made in instalments: each is a payment of its own, which is asked for on its day. */
export class MatterInstalments1767408000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter_payment
        ADD COLUMN instalment smallint NOT NULL DEFAULT 1 CHECK (instalment BETWEEN 1 AND 12),
        -- On which it is asked for; null of what was asked for as a whole.
        ADD COLUMN due_on date,
        ALTER COLUMN asked_at DROP NOT NULL,
        DROP CONSTRAINT matter_payment_state_check,
        ADD CONSTRAINT matter_payment_state_check
          CHECK (state IN ('planned', 'asked', 'approved', 'refused', 'paid', 'returned', 'stopped')),
        ADD CONSTRAINT matter_payment_planned
          CHECK ((state IN ('planned', 'stopped')) = (asked_at IS NULL) AND (asked_at IS NOT NULL OR due_on IS NOT NULL));
      ALTER TABLE matter_payment ALTER COLUMN instalment DROP DEFAULT;
      DROP INDEX matter_payment_one;
      -- Another one is asked for only once the one before was refused or came back: no instalment is paid twice.
      CREATE UNIQUE INDEX matter_payment_one ON matter_payment (matter_id, instalment)
        WHERE state IN ('planned', 'asked', 'approved', 'paid');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was asked for later than as a whole stays as it is, but for what was never asked for.
    await runner.query(`
      DELETE FROM matter_payment WHERE asked_at IS NULL;
      DROP INDEX matter_payment_one;
      ALTER TABLE matter_payment DROP CONSTRAINT matter_payment_planned, DROP CONSTRAINT matter_payment_state_check,
        ADD CONSTRAINT matter_payment_state_check CHECK (state IN ('asked', 'approved', 'refused', 'paid', 'returned')),
        ALTER COLUMN asked_at SET NOT NULL, DROP COLUMN instalment, DROP COLUMN due_on;
    `);
  }
}
