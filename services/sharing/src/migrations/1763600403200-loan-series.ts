import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Loans by a rule: what was asked for, what came of each of its days. */
export class LoanSeries1763600403200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE loan_series (
        id                uuid PRIMARY KEY,
        resource_id       uuid NOT NULL REFERENCES resource,
        borrower_union_id uuid NOT NULL,
        requested_by      uuid NOT NULL,
        purpose           text NOT NULL,
        rule_text         text NOT NULL,
        rule              jsonb NOT NULL,
        size              integer NOT NULL CHECK (size > 0),
        skipped           jsonb NOT NULL,
        moved             jsonb NOT NULL,
        holidays_unknown  jsonb NOT NULL,
        created_at        timestamptz NOT NULL
      );
      -- The list of whoever asked, and of the union that borrows, newest first.
      CREATE INDEX loan_series_requested_by ON loan_series (requested_by, id DESC);
      CREATE INDEX loan_series_borrower ON loan_series (borrower_union_id, id DESC);

      CREATE TABLE loan_series_day (
        series_id uuid NOT NULL REFERENCES loan_series,
        number    integer NOT NULL CHECK (number > 0),
        -- The day of the rule, from which it may be moved past a holiday.
        date      date NOT NULL,
        -- Of which series is a loan? Of one at most.
        loan_id   uuid NOT NULL UNIQUE REFERENCES loan,
        PRIMARY KEY (series_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE loan_series_day, loan_series');
  }
}
