import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments that follow from matters. Who is paid is sealed here; settlement has a pseudonym for each of them. */
export class MatterPayments1766490000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matter_payment (
        id            uuid PRIMARY KEY,
        matter_id     uuid NOT NULL REFERENCES matter,
        -- Of the union that pays: a matter that is passed on later is paid by the one that decided it.
        union_id      uuid NOT NULL,
        amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
        state         text NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'paid', 'returned')),
        -- What settlement said last; 0 while it has said nothing.
        told          integer NOT NULL DEFAULT 0,
        -- Names and accounts; null once the person of the matter was erased.
        sealed_payees text,
        asked_by      uuid NOT NULL,
        asked_at      timestamptz NOT NULL,
        paid_on       date,
        changed_at    timestamptz NOT NULL
      );
      CREATE INDEX matter_payment_matter ON matter_payment (matter_id, id DESC);
      -- Another one is asked for only once the one before was refused or came back.
      CREATE UNIQUE INDEX matter_payment_one ON matter_payment (matter_id) WHERE state IN ('asked', 'approved', 'paid');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matter_payment');
  }
}
