import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A need that is matched looks up some hundred rows of `offer_key`, and leaves out those of its own union. With the
 * owner in the index it finds them there; each of them lay on a page of its own of the table.
 */
export class OfferKeyOwner1766800000010 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await replaceKey(runner, '(key, offer_id) INCLUDE (owner_union_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceKey(runner, '(key, offer_id)');
  }
}

/** The table stays readable and writable meanwhile. TypeORM reverts in a transaction whatever a migration says. */
async function replaceKey(runner: QueryRunner, columns: string): Promise<void> {
  const concurrently = runner.isTransactionActive ? '' : 'CONCURRENTLY';
  // What an aborted run has left is not valid.
  await runner.query(`DROP INDEX ${concurrently} IF EXISTS offer_key_new`);
  await runner.query(`CREATE UNIQUE INDEX ${concurrently} offer_key_new ON offer_key ${columns}`);
  await runner.query(
    `ALTER TABLE offer_key DROP CONSTRAINT offer_key_pkey, ADD CONSTRAINT offer_key_pkey PRIMARY KEY USING INDEX offer_key_new`,
  );
}
