import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which pool of the same parties it is (`sequence`) and how far its parties are rotated for ties (`rotation`) are two things:
 * the turn goes round in one order of the parties, in whichever order an agreement names them. Pools that are there keep
 * the rotation by which they were split.
 */
export class PoolTurns1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cost_pool ADD COLUMN sequence integer CHECK (sequence >= 0);
      UPDATE cost_pool SET sequence = rotation;
      ALTER TABLE cost_pool ALTER COLUMN sequence SET NOT NULL,
        DROP CONSTRAINT cost_pool_parties_hash_rotation_key,
        ADD CONSTRAINT cost_pool_parties_hash_sequence_key UNIQUE (parties_hash, sequence);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE cost_pool SET rotation = sequence;
      ALTER TABLE cost_pool DROP COLUMN sequence,
        ADD CONSTRAINT cost_pool_parties_hash_rotation_key UNIQUE (parties_hash, rotation);
    `);
  }
}
