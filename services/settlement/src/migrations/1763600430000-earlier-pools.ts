import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the shares of a supplement rest on is kept, not its hash alone: they are explained by it after a refund as well. */
export class EarlierPools1763600430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cost_pool DROP COLUMN prior_hash, ADD COLUMN earlier jsonb');
    // A pool is taken back with its entry; of those that were to hear of it later, none is left behind.
    await runner.query(`
      WITH behind AS (
        UPDATE cost_pool p SET state = 'reversed', version = version + 1 FROM entry r
        WHERE r.reversal_of = p.entry_id AND p.state = 'approved' RETURNING p.id
      ) UPDATE cost_item SET reversed = true FROM behind WHERE cost_pool_id = behind.id
    `);
    // The update has left the sum of the shares to be looked at, and a table is not altered before that.
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    // Whoever writes with another search path, an administrator at a repair, is held by the sum as well.
    await runner.query('ALTER FUNCTION check_cost_pool_sum() SET search_path FROM CURRENT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION check_cost_pool_sum() RESET search_path');
    await runner.query('ALTER TABLE cost_pool DROP COLUMN earlier, ADD COLUMN prior_hash text');
  }
}
