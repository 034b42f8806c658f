import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long lenders take to answer. Beside the copy of loans, as most loans are never asked for twice, or at all. */
export class LoanReplies1763600461200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE loan_reply (
        loan_id         uuid PRIMARY KEY,
        version         integer NOT NULL,
        lender_union_id uuid NOT NULL,
        requested_at    timestamptz NOT NULL,
        decided_at      timestamptz NOT NULL,
        CHECK (requested_at <= decided_at)
      );
      -- What a union answered within a year.
      CREATE INDEX loan_reply_lender ON loan_reply (lender_union_id, decided_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE loan_reply');
  }
}
