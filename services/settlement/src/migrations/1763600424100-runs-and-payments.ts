import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A run says what stayed out of it and why, and can be withdrawn; its payments have a day by which they are due. Payments
 * of before are given the thirty days that are now the default.
 */
export class RunsAndPayments1763600424100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE netting_run
        -- No balance of these.
        ADD COLUMN excluded        jsonb,
        -- [{ reason, count, amountFen, parties }], as at the proposal.
        ADD COLUMN stayed_out      jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN pay_within_days integer NOT NULL DEFAULT 30 CHECK (pay_within_days BETWEEN 1 AND 180),
        ADD COLUMN withdrawn_by    uuid,
        ADD COLUMN withdrawn_at    timestamptz,
        ADD COLUMN withdraw_reason text,
        DROP CONSTRAINT netting_run_state_check,
        ADD CONSTRAINT netting_run_state_check CHECK (state IN ('proposed', 'confirmed', 'withdrawn')),
        ADD CONSTRAINT netting_run_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_by IS NOT NULL)
          AND (withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_by IS NULL) = (withdraw_reason IS NULL));
      -- Which proposals have the same debts, each time one is shown.
      CREATE INDEX netting_line_posting ON netting_line (entry_id, line);

      ALTER TABLE payment
        ADD COLUMN due_on             date,
        ADD COLUMN reminder_count     integer NOT NULL DEFAULT 0 CHECK (reminder_count >= 0),
        ADD COLUMN reminded_at        timestamptz,
        ADD COLUMN received_reference text;
      UPDATE payment SET due_on = (created_at AT TIME ZONE 'Asia/Shanghai')::date + 30;
      ALTER TABLE payment ALTER COLUMN due_on SET NOT NULL;
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'payment-overdue', id::text, ((due_on + 1) + time '09:00') AT TIME ZONE 'Asia/Shanghai', '{}'
        FROM payment WHERE state = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'payment-overdue';
      ALTER TABLE payment DROP COLUMN due_on, DROP COLUMN reminder_count, DROP COLUMN reminded_at,
        DROP COLUMN received_reference;
      DROP INDEX netting_line_posting;
      DELETE FROM netting_line WHERE run_id IN (SELECT id FROM netting_run WHERE state = 'withdrawn');
      DELETE FROM netting_run WHERE state = 'withdrawn';
      ALTER TABLE netting_run DROP CONSTRAINT netting_run_withdrawn, DROP CONSTRAINT netting_run_state_check,
        DROP COLUMN excluded, DROP COLUMN stayed_out, DROP COLUMN pay_within_days, DROP COLUMN withdrawn_by,
        DROP COLUMN withdrawn_at, DROP COLUMN withdraw_reason,
        ADD CONSTRAINT netting_run_state_check CHECK (state IN ('proposed', 'confirmed'));
    `);
  }
}
