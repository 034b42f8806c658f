import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who borrows what. The time itself stands in `booking`, from the request until it is given up. */
export class Loans1763600231000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE loan (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        resource_id       uuid NOT NULL REFERENCES resource,
        function          text NOT NULL,
        owner_union_id    uuid NOT NULL,
        borrower_union_id uuid NOT NULL,
        requested_by      uuid NOT NULL,
        state             text NOT NULL
          CHECK (state IN ('requested', 'approved', 'refused', 'handedOver', 'returned', 'cancelled')),
        starts_at         timestamptz NOT NULL,
        ends_at           timestamptz NOT NULL,
        purpose           text NOT NULL,
        activity_id       uuid,
        need_id           uuid,
        -- Null: the union lends to itself, by ownership.
        grant_id          uuid,
        decide_by         timestamptz,
        reason_code       text,
        reason            text,
        override_reason   text,
        handed_over_at    timestamptz,
        returned_at       timestamptz,
        created_at        timestamptz NOT NULL,
        -- The person who asked is no member any more.
        requester_left    boolean NOT NULL,
        CHECK (starts_at < ends_at),
        CHECK ((state IN ('handedOver', 'returned')) = (handed_over_at IS NOT NULL)),
        CHECK ((state = 'returned') = (returned_at IS NOT NULL)),
        CHECK ((state = 'requested') = (decide_by IS NOT NULL)),
        FOREIGN KEY (resource_id, grant_id) REFERENCES right_of_use (resource_id, id)
      );
      -- A thing is in one hand at a time, also where a loan is overdue and the next one is due.
      CREATE UNIQUE INDEX loan_one_out ON loan (resource_id) WHERE state = 'handedOver';
      -- The lists of either side, and of the person who asked, newest first.
      CREATE INDEX loan_borrower ON loan (borrower_union_id, id DESC);
      CREATE INDEX loan_owner ON loan (owner_union_id, id DESC);
      CREATE INDEX loan_requested_by ON loan (requested_by, id DESC);
      -- Is something overdue with this borrower? And how many of one resource does he hold?
      CREATE INDEX loan_out ON loan (borrower_union_id, ends_at) WHERE state = 'handedOver';
      CREATE INDEX loan_open ON loan (resource_id, borrower_union_id)
        WHERE state IN ('requested', 'approved', 'handedOver');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE loan');
  }
}
