import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Providers of text messages say later whether one has arrived. */
export class Receipts1767200000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery DROP CONSTRAINT delivery_state_check;
      ALTER TABLE delivery ADD CONSTRAINT delivery_state_check
        CHECK (state IN ('waiting', 'sent', 'delivered', 'failed', 'dropped'));
      -- What left with one message; and when its provider is asked what became of it.
      ALTER TABLE delivery ADD COLUMN message_id uuid, ADD COLUMN receipt_at timestamptz;
      CREATE INDEX delivery_receipt ON delivery (channel, receipt_at) WHERE receipt_at IS NOT NULL;
      CREATE INDEX delivery_message ON delivery (message_id) WHERE message_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX delivery_message;
      DROP INDEX delivery_receipt;
      UPDATE delivery SET state = 'sent' WHERE state = 'delivered';
      ALTER TABLE delivery DROP COLUMN receipt_at, DROP COLUMN message_id;
      ALTER TABLE delivery DROP CONSTRAINT delivery_state_check;
      ALTER TABLE delivery ADD CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'sent', 'failed', 'dropped'));
    `);
  }
}
