import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few payments instead of many: runs, the postings that went into them, and their transfers. */
export class Netting1763600340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE netting_run (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        mode         text NOT NULL CHECK (mode IN ('bilateral', 'hub', 'fewest')),
        hub          text,
        union_id     uuid NOT NULL,
        period_from  date NOT NULL,
        period_to    date NOT NULL,
        parties      jsonb,
        state        text NOT NULL CHECK (state IN ('proposed', 'confirmed')),
        optimal      boolean,
        -- [{ from, to, amountFen }], as proposed.
        transfers    jsonb NOT NULL,
        created_by   uuid NOT NULL,
        created_at   timestamptz NOT NULL,
        confirmed_by uuid,
        confirmed_at timestamptz,
        entry_id     uuid REFERENCES entry,
        CHECK (period_from <= period_to),
        CHECK ((mode = 'hub') = (hub IS NOT NULL)),
        CHECK ((state = 'confirmed') = (confirmed_by IS NOT NULL)),
        CHECK (confirmed_by <> created_by)
      );

      -- The debts that a run nets, each a posting of the ledger.
      CREATE TABLE netting_line (
        run_id      uuid NOT NULL REFERENCES netting_run,
        number      integer NOT NULL,
        entry_id    uuid NOT NULL,
        line        integer NOT NULL,
        from_party  text NOT NULL,
        to_party    text NOT NULL,
        amount_fen  bigint NOT NULL CHECK (amount_fen > 0),
        income_kind text NOT NULL,
        PRIMARY KEY (run_id, number),
        FOREIGN KEY (entry_id, line) REFERENCES posting
      );

      -- A posting is settled by one confirmed run: its key refuses a second.
      CREATE TABLE netted_posting (
        entry_id uuid NOT NULL,
        line     integer NOT NULL,
        run_id   uuid NOT NULL REFERENCES netting_run,
        PRIMARY KEY (entry_id, line),
        FOREIGN KEY (entry_id, line) REFERENCES posting
      );

      CREATE TABLE payment (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        run_id         uuid NOT NULL REFERENCES netting_run,
        union_id       uuid NOT NULL,
        payer          text NOT NULL,
        payer_union_id uuid NOT NULL,
        payee          text NOT NULL,
        payee_union_id uuid NOT NULL,
        amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
        state          text NOT NULL CHECK (state IN ('open', 'settled', 'failed')),
        bank_reference text,
        sent_at        timestamptz,
        sent_by        uuid,
        received_at    timestamptz,
        received_by    uuid,
        fail_reason    text,
        entry_id       uuid REFERENCES entry,
        UNIQUE (run_id, payer, payee),
        CHECK (payer <> payee),
        CHECK (state <> 'settled' OR (sent_at IS NOT NULL AND received_at IS NOT NULL)),
        CHECK (sent_by <> received_by),
        CHECK ((state = 'open') = (entry_id IS NULL))
      );
      -- What a union has to pay, and what it waits for.
      CREATE INDEX payment_payer ON payment (payer_union_id, id);
      CREATE INDEX payment_payee ON payment (payee_union_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payment, netted_posting, netting_line, netting_run');
  }
}
