import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Double entry. Entries and postings are append-only: what was wrong is reversed, once, and never changed. */
export class Ledger1763600320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id          uuid PRIMARY KEY,
        party_kind  text NOT NULL,
        party_id    uuid NOT NULL,
        -- The union that stands behind the party: whose officers see the account.
        union_id    uuid NOT NULL,
        income_kind text NOT NULL,
        purpose     text NOT NULL CHECK (purpose IN ('current', 'clearing')),
        created_at  timestamptz NOT NULL,
        UNIQUE (party_kind, party_id, income_kind, purpose)
      );
      -- The accounts that a union stands behind.
      CREATE INDEX account_union ON account (union_id, id);

      CREATE TABLE entry (
        id          uuid PRIMARY KEY,
        kind        text NOT NULL CHECK (kind IN ('costs', 'reversal', 'netting', 'payment', 'restored')),
        title       text NOT NULL,
        posted_on   date NOT NULL,
        posted_at   timestamptz NOT NULL,
        posted_by   uuid NOT NULL,
        -- Under whose authority it was posted: whose approver may reverse it.
        union_id    uuid NOT NULL,
        source_id   uuid NOT NULL,
        reason      text,
        -- At most one reversal, however many ask at once.
        reversal_of uuid UNIQUE REFERENCES entry,
        CHECK ((kind = 'reversal') = (reversal_of IS NOT NULL))
      );
      -- A pool, run or payment is posted once.
      CREATE UNIQUE INDEX entry_source ON entry (source_id, kind) WHERE kind <> 'reversal';
      -- The balances of a period.
      CREATE INDEX entry_posted_on ON entry (posted_on, id);

      CREATE TABLE posting (
        entry_id       uuid NOT NULL REFERENCES entry,
        line           integer NOT NULL,
        debit_account  uuid NOT NULL REFERENCES account,
        credit_account uuid NOT NULL REFERENCES account,
        amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
        income_kind    text NOT NULL,
        PRIMARY KEY (entry_id, line),
        CHECK (debit_account <> credit_account)
      );
      -- The postings of an account, on either side, and its balance without reading the table.
      CREATE INDEX posting_debit ON posting (debit_account, entry_id, line) INCLUDE (amount_fen);
      CREATE INDEX posting_credit ON posting (credit_account, entry_id, line) INCLUDE (amount_fen);
    `);
    for (const table of ['entry', 'posting']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE posting, entry, account');
  }
}
