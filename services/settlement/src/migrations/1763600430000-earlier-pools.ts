import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the shares of a supplement rest on is kept, not its hash alone: they are explained by it after a refund as well. */
export class EarlierPools1763600430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cost_pool DROP COLUMN prior_hash, ADD COLUMN earlier jsonb');
    // Whoever writes with another search path, an administrator at a repair, is held by the sum as well.
    await runner.query('ALTER FUNCTION check_cost_pool_sum() SET search_path FROM CURRENT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION check_cost_pool_sum() RESET search_path');
    await runner.query('ALTER TABLE cost_pool DROP COLUMN earlier, ADD COLUMN prior_hash text');
  }
}
