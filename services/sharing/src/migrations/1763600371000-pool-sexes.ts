import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matchmaking has seats for women and seats for men: a union has one pool of each, beside the one for both. */
export class PoolSexes1763600371000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pool
        ADD COLUMN sex text CHECK (sex IN ('female', 'male')),
        DROP CONSTRAINT pool_activity_id_union_id_key,
        -- Two of a kind would leave it open whose line somebody stands in.
        ADD CONSTRAINT pool_once UNIQUE NULLS NOT DISTINCT (activity_id, union_id, sex);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pool
        DROP COLUMN sex,
        ADD CONSTRAINT pool_activity_id_union_id_key UNIQUE NULLS NOT DISTINCT (activity_id, union_id);
    `);
  }
}
