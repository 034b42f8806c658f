import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A pool opens at a time of its own, and gives its free seats to the common pool at another (E15). */
export class PoolTimes1763600300200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pool
        ADD COLUMN opens_at       timestamptz,
        ADD COLUMN releases_at    timestamptz,
        ADD COLUMN released_at    timestamptz,
        -- Its seats that are in the common pool now, so that the plan is known still.
        ADD COLUMN released_seats integer NOT NULL DEFAULT 0,
        -- The common pool has nobody to give its seats to.
        ADD CONSTRAINT pool_release_check CHECK (union_id IS NOT NULL OR (releases_at IS NULL AND released_at IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pool DROP COLUMN opens_at, DROP COLUMN releases_at, DROP COLUMN released_at,
        DROP COLUMN released_seats;
    `);
  }
}
