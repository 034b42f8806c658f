import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats may be for the members of a club, and for people of enterprises of some sizes. */
export class PoolsOfSome1763600570000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pool
        ADD COLUMN club_id uuid,
        -- In the order of the classes, so that the same sizes are the same pool.
        ADD COLUMN size_classes text[] NOT NULL DEFAULT '{}'
          CHECK (size_classes <@ ARRAY['large', 'medium', 'small', 'micro', 'unclassified']),
        ADD CONSTRAINT pool_for_one CHECK (union_id IS NULL OR club_id IS NULL),
        DROP CONSTRAINT pool_release_check,
        -- What is for everybody has nowhere to go.
        ADD CONSTRAINT pool_release_check CHECK (union_id IS NOT NULL OR club_id IS NOT NULL OR size_classes <> '{}'
          OR (releases_at IS NULL AND released_at IS NULL)),
        DROP CONSTRAINT pool_once,
        -- Two of a kind would leave it open whose line somebody stands in.
        ADD CONSTRAINT pool_once UNIQUE NULLS NOT DISTINCT (activity_id, union_id, club_id, size_classes, sex);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pool
        DROP COLUMN club_id,
        DROP COLUMN size_classes,
        ADD CONSTRAINT pool_once UNIQUE NULLS NOT DISTINCT (activity_id, union_id, sex),
        ADD CONSTRAINT pool_release_check CHECK (union_id IS NOT NULL OR (releases_at IS NULL AND released_at IS NULL));
    `);
  }
}
