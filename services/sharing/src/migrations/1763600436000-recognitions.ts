import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rankings have recognised counts when needs are matched: a copy of evaluation's recognitions. */
export class Recognitions1763600436000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recognition_ref (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        subject_kind text NOT NULL,
        subject_id   uuid NOT NULL,
        valid        boolean NOT NULL
      );
      -- What a place, a brand, a union or an activity has been recognised for.
      CREATE INDEX recognition_ref_subject ON recognition_ref (subject_id) WHERE valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recognition_ref');
  }
}
