import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when things wait for somebody, and the few that do, so that a page of things to do is one look at an index. */
export class Waiting1763600350000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cost_pool ADD COLUMN submitted_at timestamptz;
      -- When it was submitted was not kept before.
      UPDATE cost_pool SET submitted_at = coalesce(approved_at, created_at) WHERE submitted_by IS NOT NULL;
      -- The update has left the sum of the shares to be looked at, and a table is not altered before that.
      SET CONSTRAINTS ALL IMMEDIATE;
      ALTER TABLE cost_pool ADD CHECK ((submitted_by IS NULL) = (submitted_at IS NULL));
      CREATE INDEX cost_pool_submitted ON cost_pool (id DESC) WHERE state = 'submitted';

      -- A payment begins when its run is confirmed.
      ALTER TABLE payment ADD COLUMN created_at timestamptz;
      UPDATE payment SET created_at = r.confirmed_at FROM netting_run r WHERE r.id = payment.run_id;
      ALTER TABLE payment ALTER COLUMN created_at SET NOT NULL;
      CREATE INDEX payment_open ON payment (id DESC) WHERE state = 'open';

      CREATE INDEX netting_run_proposed ON netting_run (id DESC) WHERE state = 'proposed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX netting_run_proposed, payment_open, cost_pool_submitted;
      ALTER TABLE payment DROP COLUMN created_at;
      ALTER TABLE cost_pool DROP COLUMN submitted_at;
    `);
  }
}
