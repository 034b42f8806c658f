import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dues: rules, what each member owes a month, and payments with their receipts. New tables only. */
export class Dues1764702000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dues_rule (
        id         uuid PRIMARY KEY,
        union_id   uuid NOT NULL REFERENCES labour_union,
        from_month text NOT NULL CHECK (from_month ~ '^\\d{4}-\\d{2}$'),
        kind       text NOT NULL CHECK (kind IN ('rate', 'flat', 'exempt')),
        percent    text,
        flat_fen   bigint CHECK (flat_fen > 0),
        created_at timestamptz NOT NULL,
        CHECK ((kind = 'rate') = (percent IS NOT NULL)),
        CHECK ((kind = 'flat') = (flat_fen IS NOT NULL)),
        -- One rule from a month on; also the list of a union, newest first.
        UNIQUE (union_id, from_month)
      );

      -- What is due by a rate, from a month on: the wage from which it was computed is not kept.
      CREATE TABLE dues_amount (
        membership_id uuid NOT NULL REFERENCES union_membership,
        from_month    text NOT NULL CHECK (from_month ~ '^\\d{4}-\\d{2}$'),
        monthly_fen   bigint NOT NULL CHECK (monthly_fen >= 0),
        PRIMARY KEY (membership_id, from_month)
      );

      -- The last number of a receipt: given under the row's lock, so that there is no gap.
      CREATE TABLE dues_receipt (
        union_id uuid NOT NULL REFERENCES labour_union,
        year     integer NOT NULL,
        last     integer NOT NULL CHECK (last > 0),
        PRIMARY KEY (union_id, year)
      );

      CREATE TABLE dues_payment (
        id             uuid PRIMARY KEY,
        union_id       uuid NOT NULL REFERENCES labour_union,
        membership_id  uuid NOT NULL REFERENCES union_membership,
        amount_fen     bigint NOT NULL CHECK (amount_fen <> 0),
        paid_on        date NOT NULL,
        receipt_year   integer NOT NULL,
        receipt_number integer NOT NULL,
        note           text,
        -- A payment is taken back once.
        reverses       uuid UNIQUE REFERENCES dues_payment,
        recorded_by    uuid NOT NULL,
        recorded_at    timestamptz NOT NULL,
        UNIQUE (union_id, receipt_year, receipt_number),
        CHECK ((amount_fen < 0) = (reverses IS NOT NULL))
      );
      -- What a union has received, newest first, and what a member has paid.
      CREATE INDEX dues_payment_of_union ON dues_payment (union_id, id DESC);
      CREATE INDEX dues_payment_of_member ON dues_payment (membership_id);
      CREATE TRIGGER dues_payment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dues_payment
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      DO $$ BEGIN EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON dues_payment FROM %I', current_schema()); END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dues_payment, dues_receipt, dues_amount, dues_rule');
  }
}
