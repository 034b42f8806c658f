import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the shares of a supplement rest on is kept, not its hash alone: they are explained by it after a refund as well. */
export class EarlierPools1763600430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cost_pool DROP COLUMN prior_hash, ADD COLUMN earlier jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cost_pool DROP COLUMN earlier, ADD COLUMN prior_hash text');
  }
}
