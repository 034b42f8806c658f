import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of bank accounts as the bank exports them, by which payments are confirmed. */
export class BankStatements1763600424200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bank_statement (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        union_id      uuid NOT NULL,
        account       text NOT NULL,
        file_key      text NOT NULL,
        encoding      text NOT NULL,
        state         text NOT NULL CHECK (state IN ('imported', 'undone')),
        line_count    integer NOT NULL CHECK (line_count >= 0),
        known_count   integer NOT NULL CHECK (known_count >= 0),
        used_count    integer NOT NULL DEFAULT 0 CHECK (used_count BETWEEN 0 AND line_count),
        skipped_count integer NOT NULL CHECK (skipped_count >= 0),
        -- [{ row, code }], the first fifty.
        skipped       jsonb NOT NULL,
        first_on      date,
        last_on       date,
        imported_by   uuid NOT NULL,
        imported_at   timestamptz NOT NULL,
        undone_by     uuid,
        undone_at     timestamptz,
        CHECK ((state = 'undone') = (undone_at IS NOT NULL)),
        CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
        CHECK (state = 'imported' OR used_count = 0)
      );
      -- The imports of a union, newest first.
      CREATE INDEX bank_statement_union ON bank_statement (union_id, id);

      CREATE TABLE bank_line (
        statement_id uuid NOT NULL REFERENCES bank_statement,
        -- The row of the file.
        number       integer NOT NULL,
        union_id     uuid NOT NULL,
        account      text NOT NULL,
        -- What makes it this line and no other of the account, as hex.
        hash         text NOT NULL,
        booked_on    date NOT NULL,
        direction    text NOT NULL CHECK (direction IN ('in', 'out')),
        amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
        counterparty text NOT NULL,
        summary      text NOT NULL,
        serial       text,
        payment_id   uuid REFERENCES payment,
        used_at      timestamptz,
        used_by      uuid,
        PRIMARY KEY (statement_id, number),
        -- The same file once more brings nothing.
        UNIQUE (union_id, account, hash),
        CHECK ((payment_id IS NULL) = (used_at IS NULL)),
        CHECK ((payment_id IS NULL) = (used_by IS NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bank_line, bank_statement');
  }
}
