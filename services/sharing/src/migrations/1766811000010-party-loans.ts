import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clubs, organisations and enterprises ask their unions to borrow for them. */
export class PartyLoans1766811000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE party_loan (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        party_kind   text NOT NULL CHECK (party_kind IN ('club', 'organisation', 'enterprise')),
        party_id     uuid NOT NULL,
        party_name   text NOT NULL,
        union_id     uuid NOT NULL,
        resource_id  uuid NOT NULL REFERENCES resource,
        starts_at    timestamptz NOT NULL,
        ends_at      timestamptz NOT NULL CHECK (ends_at > starts_at),
        purpose      text NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 500),
        quantity     integer NOT NULL CHECK (quantity > 0),
        business     text,
        state        text NOT NULL CHECK (state IN ('waiting', 'agreed', 'declined', 'withdrawn', 'lapsed')),
        reason       text CHECK (char_length(reason) BETWEEN 1 AND 500),
        loan_id      uuid REFERENCES loan,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        decided_by   uuid,
        decided_at   timestamptz,
        -- Whoever asks does not stand for it as well.
        CHECK (decided_by <> requested_by),
        CHECK ((state IN ('agreed', 'declined')) = (decided_at IS NOT NULL)),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state = 'agreed') = (loan_id IS NOT NULL)),
        CHECK ((state = 'declined') = (reason IS NOT NULL))
      );
      -- What the parties of a union ask for, the newest first.
      CREATE INDEX party_loan_of_union ON party_loan (union_id, id DESC);
      -- What somebody has asked for, the newest first.
      CREATE INDEX party_loan_requested_by ON party_loan (requested_by, id DESC);
      -- How many of a party wait: few at any time.
      CREATE INDEX party_loan_waiting ON party_loan (party_kind, party_id) WHERE state = 'waiting';
      -- By which loan it was answered, where that is removed.
      CREATE UNIQUE INDEX party_loan_loan ON party_loan (loan_id) WHERE loan_id IS NOT NULL;
      CREATE INDEX party_loan_resource ON party_loan (resource_id);

      -- In whose name the union borrows, if not in its own.
      ALTER TABLE loan ADD COLUMN party_kind text
          CONSTRAINT loan_party_kind CHECK (party_kind IN ('club', 'organisation', 'enterprise')),
        ADD COLUMN party_id uuid,
        ADD COLUMN party_name text;
      ALTER TABLE loan ADD CONSTRAINT loan_party
        CHECK (num_nulls(party_kind, party_id, party_name) IN (0, 3)) NOT VALID;
      ALTER TABLE loan VALIDATE CONSTRAINT loan_party;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'party-loan-lapse';
      ALTER TABLE loan DROP COLUMN party_kind, DROP COLUMN party_id, DROP COLUMN party_name;
      DROP TABLE party_loan;
    `);
  }
}
