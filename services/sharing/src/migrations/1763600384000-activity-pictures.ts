import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of activities, and which of them stands for an activity in lists. */
export class ActivityPictures1763600384000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Beside the activity, as every list shows it: { id, alt }.
      ALTER TABLE activity ADD COLUMN cover jsonb;
      CREATE TABLE activity_picture (
        activity_id uuid NOT NULL REFERENCES activity,
        id          uuid NOT NULL,
        position    integer NOT NULL,
        caption     text CHECK (char_length(caption) BETWEEN 1 AND 200),
        alt         text CHECK (char_length(alt) BETWEEN 1 AND 200),
        source_key  uuid NOT NULL,
        width       integer NOT NULL CHECK (width > 0),
        height      integer NOT NULL CHECK (height > 0),
        files       jsonb NOT NULL,
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        removed_at  timestamptz,
        -- The few of an activity are read together, and put in their order then.
        PRIMARY KEY (activity_id, id),
        -- A file makes one picture of an activity, however often it is asked for.
        UNIQUE (activity_id, source_key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE activity_picture');
    await runner.query('ALTER TABLE activity DROP COLUMN cover');
  }
}
