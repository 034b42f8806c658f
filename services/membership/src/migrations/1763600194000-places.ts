import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a union is in the tree, and where it is to be found: an activity may be for the neighbours of its organiser. */
export class Places1763600194000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE labour_union
        ADD COLUMN tier text CHECK (tier IN (
          'national', 'province', 'city', 'district', 'street', 'park', 'community', 'enterprise', 'branch')),
        ADD COLUMN longitude double precision CHECK (longitude BETWEEN -180 AND 180),
        ADD COLUMN latitude double precision CHECK (latitude BETWEEN -90 AND 90),
        ADD COLUMN address text,
        ADD CONSTRAINT labour_union_place CHECK (
          (longitude IS NULL) = (latitude IS NULL) AND (address IS NULL OR longitude IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE labour_union DROP CONSTRAINT labour_union_place,
        DROP COLUMN address, DROP COLUMN latitude, DROP COLUMN longitude, DROP COLUMN tier;
    `);
  }
}
