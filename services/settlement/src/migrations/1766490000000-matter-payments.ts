import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Payments to people that follow from matters. They are no debt between parties, so the ledger has no entry of them; what
 * a union has spent by them is counted by rows that never change.
 */
export class MatterPayments1766490000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matter_payment (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        matter_number  text NOT NULL,
        union_id       uuid NOT NULL,
        amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
        expense_code   text NOT NULL,
        income_kind    text,
        state          text NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'paid', 'returned')),
        -- In the order of the rule: pseudonym, weight and amount of each payee, whose amounts sum to the whole.
        parts          jsonb NOT NULL,
        asked_by       uuid NOT NULL,
        asked_at       timestamptz NOT NULL,
        approved_by    uuid,
        approved_at    timestamptz,
        refused_by     uuid,
        reason         text,
        paid_by        uuid,
        bank_reference text,
        paid_on        date,
        returned_by    uuid,
        returned_on    date,
        -- Who asks does not approve, and who approves does not pay.
        CHECK (approved_by <> asked_by),
        CHECK (paid_by <> approved_by),
        CHECK ((state IN ('paid', 'returned')) = (num_nonnulls(paid_by, paid_on, bank_reference, income_kind) = 4)),
        CHECK ((state = 'returned') = (returned_on IS NOT NULL)),
        CHECK (returned_on >= paid_on)
      );
      CREATE INDEX matter_payment_union ON matter_payment (union_id, id DESC);

      CREATE TABLE matter_spending (
        payment_id   uuid NOT NULL REFERENCES matter_payment,
        -- Paid, or come back.
        kind         text NOT NULL CHECK (kind IN ('paid', 'returned')),
        union_id     uuid NOT NULL,
        expense_code text NOT NULL,
        income_kind  text NOT NULL,
        spent_on     date NOT NULL,
        -- Below zero where it came back.
        amount_fen   bigint NOT NULL CHECK ((kind = 'paid') = (amount_fen > 0) AND amount_fen <> 0),
        PRIMARY KEY (payment_id, kind)
      );
      CREATE INDEX matter_spending_union ON matter_spending (union_id, spent_on);
    `);
    await makeAppendOnly(runner, 'matter_spending');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matter_spending; DROP TABLE matter_payment;');
  }
}
