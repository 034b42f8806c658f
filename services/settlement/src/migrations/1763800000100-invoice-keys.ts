import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An invoice is known by its number without case, blanks and width (`invoice_key`). It counts once for a payer, once in a pool,
 * and once anywhere for the same amount: the same paper is not reimbursed to two. Bills that are there twice keep their
 * places under a key of their own.
 */
export class InvoiceKeys1763800000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cost_item ADD COLUMN invoice_key text;
      UPDATE cost_item SET invoice_key = upper(regexp_replace(normalize(invoice_number, NFKC), '\\s', '', 'g'));
      UPDATE cost_item SET invoice_key = cost_item.invoice_key || ' ' || cost_item.id
        FROM (SELECT id,
                row_number() OVER (PARTITION BY payer_kind, payer_id, invoice_key ORDER BY id) AS of_payer,
                row_number() OVER (PARTITION BY cost_pool_id, invoice_key ORDER BY id) AS of_pool,
                row_number() OVER (PARTITION BY invoice_key, amount_fen ORDER BY id) AS of_amount
              FROM cost_item WHERE NOT reversed) AS i
        WHERE i.id = cost_item.id AND greatest(i.of_payer, i.of_pool, i.of_amount) > 1;
      ALTER TABLE cost_item ALTER COLUMN invoice_key SET NOT NULL;
      DROP INDEX cost_item_invoice;
      CREATE UNIQUE INDEX cost_item_invoice ON cost_item (payer_kind, payer_id, invoice_key) WHERE NOT reversed;
      CREATE UNIQUE INDEX cost_item_invoice_of_pool ON cost_item (cost_pool_id, invoice_key) WHERE NOT reversed;
      CREATE UNIQUE INDEX cost_item_invoice_of_amount ON cost_item (invoice_key, amount_fen) WHERE NOT reversed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cost_item_invoice, cost_item_invoice_of_pool, cost_item_invoice_of_amount;
      CREATE UNIQUE INDEX cost_item_invoice ON cost_item (payer_kind, payer_id, invoice_number) WHERE NOT reversed;
      ALTER TABLE cost_item DROP COLUMN invoice_key;
    `);
  }
}
