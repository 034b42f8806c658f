import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `
  DROP TRIGGER cost_pool_sum ON cost_pool;
  CREATE CONSTRAINT TRIGGER cost_pool_sum AFTER INSERT OR UPDATE`;
const after = `ON cost_pool
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_cost_pool_sum('id')`;

/** A pool that only changes its state keeps its total: its shares need not be summed up again, for one or for hundreds at a time. */
export class PoolSumsWhereTheyChange1763600540100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${before} OF id, total_fen, subsidy_fen ${after}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${before} ${after}`);
  }
}
