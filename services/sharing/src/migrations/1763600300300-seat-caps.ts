import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bounds over several pools: all of an activity, or those of a union and all below it (E09). */
export class SeatCaps1763600300300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seat_cap (
        activity_id uuid NOT NULL REFERENCES activity,
        id          uuid NOT NULL,
        name        text NOT NULL,
        union_id    uuid,
        capacity    integer NOT NULL CHECK (capacity >= 0),
        created_at  timestamptz NOT NULL,
        PRIMARY KEY (activity_id, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seat_cap');
  }
}
