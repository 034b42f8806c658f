import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who waits for a time of a resource. A time on offer stands in booking, under the id of the wait, like that of a loan. */
export class LoanWaits1763600403300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE loan_wait (
        id                 uuid PRIMARY KEY,
        version            integer NOT NULL,
        resource_id        uuid NOT NULL REFERENCES resource,
        borrower_union_id  uuid NOT NULL,
        requested_by       uuid NOT NULL,
        window_from        timestamptz NOT NULL,
        window_to          timestamptz NOT NULL,
        duration_minutes   integer NOT NULL CHECK (duration_minutes > 0),
        latest_decision_at timestamptz NOT NULL,
        purpose            text NOT NULL,
        conditions_version integer,
        state              text NOT NULL CHECK (state IN ('waiting', 'offered', 'accepted', 'expired', 'withdrawn')),
        hindrance          text,
        looked_at          timestamptz,
        offered_from       timestamptz,
        offered_to         timestamptz,
        offer_expires_at   timestamptz,
        loan_id            uuid REFERENCES loan,
        created_at         timestamptz NOT NULL,
        CHECK (window_from + duration_minutes * interval '1 minute' <= window_to),
        CHECK (state <> 'offered' OR (offered_from < offered_to AND offer_expires_at IS NOT NULL)),
        CHECK ((state = 'accepted') = (loan_id IS NOT NULL))
      );
      -- The line of a resource, the first first: ids rise with time.
      CREATE INDEX loan_wait_line ON loan_wait (resource_id, id) WHERE state IN ('waiting', 'offered');
      -- What somebody waits for, and what a union does, the newest first.
      CREATE INDEX loan_wait_requested_by ON loan_wait (requested_by, id DESC);
      CREATE INDEX loan_wait_borrower ON loan_wait (borrower_union_id, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE loan_wait');
  }
}
