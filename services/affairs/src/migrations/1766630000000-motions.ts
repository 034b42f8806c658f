import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What unions decided by secret votes, fed by evaluation's events: a step of a matter takes its counts from it. */
export class Motions1766630000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE motion_ref (
        id        uuid PRIMARY KEY,
        version   integer NOT NULL,
        union_id  uuid NOT NULL,
        title     text NOT NULL,
        entitled  integer NOT NULL,
        voted     integer NOT NULL,
        yes       integer NOT NULL,
        no        integer NOT NULL,
        closed_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE motion_ref');
  }
}
