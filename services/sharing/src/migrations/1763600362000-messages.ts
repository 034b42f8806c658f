import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organiser writes to those who take part. Its words stand here once, and in no inbox, so that they can be withdrawn. */
export class Messages1763600362000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message (
        activity_id  uuid NOT NULL REFERENCES activity,
        id           uuid NOT NULL,
        version      integer NOT NULL,
        subject      text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 100),
        text         text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
        filter       jsonb NOT NULL,
        state        text NOT NULL CHECK (state IN ('queued', 'sent', 'withdrawn')),
        total        integer NOT NULL CHECK (total >= 0),
        sent         integer NOT NULL CHECK (sent >= 0),
        after_id     uuid,
        created_by   uuid NOT NULL,
        created_at   timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
        -- The list, the newest first: ids rise with time.
        PRIMARY KEY (activity_id, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message');
  }
}
