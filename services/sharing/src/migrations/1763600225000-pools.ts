import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats, in pools for unions. A pool belongs to its activity, whose id leads its key. */
export class Pools1763600225000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pool (
        activity_id uuid NOT NULL REFERENCES activity,
        id          uuid NOT NULL,
        version     integer NOT NULL,
        name        text NOT NULL,
        union_id    uuid,
        capacity    integer NOT NULL CHECK (capacity >= 0),
        created_at  timestamptz NOT NULL,
        PRIMARY KEY (activity_id, id),
        -- One pool for a union and one common pool: two of a kind would leave it open whose line somebody stands in.
        UNIQUE NULLS NOT DISTINCT (activity_id, union_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pool');
  }
}
