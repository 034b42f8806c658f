import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox of everybody, and when its old notices are erased. */
export class Inbox1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Small copies, fed by membership's events: whom an office at a union means.
      CREATE TABLE union_ref (
        id      uuid PRIMARY KEY,
        version integer NOT NULL,
        path    text COLLATE "C" NOT NULL,
        name    text NOT NULL,
        active  boolean NOT NULL
      );
      -- The unions above one.
      CREATE INDEX union_ref_path ON union_ref (path);
      CREATE TABLE role_ref (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        person_id  uuid NOT NULL,
        union_id   uuid NOT NULL,
        role       text NOT NULL,
        revoked_at timestamptz
      );
      -- Who holds a role at one union.
      CREATE INDEX role_ref_union ON role_ref (union_id, role);

      CREATE TABLE notice (
        person_id  uuid NOT NULL,
        id         uuid NOT NULL,
        kind       text NOT NULL,
        why        text NOT NULL,
        cause      text NOT NULL,
        about      jsonb NOT NULL,
        title      text,
        values     jsonb NOT NULL,
        time_zone  text NOT NULL,
        text_id    uuid,
        created_at timestamptz NOT NULL,
        read_at    timestamptz,
        PRIMARY KEY (person_id, id),
        -- Nobody is notified twice for the same.
        UNIQUE (person_id, cause)
      );
      -- The number of unread ones stands on every page.
      CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;
      -- The oldest are erased.
      CREATE INDEX notice_read ON notice (read_at) WHERE read_at IS NOT NULL;
      CREATE INDEX notice_never_read ON notice (created_at) WHERE read_at IS NULL;
      -- How many have read what somebody has written.
      CREATE INDEX notice_of_text ON notice (text_id) WHERE text_id IS NOT NULL AND read_at IS NOT NULL;

      -- What is written for the readers of many notices, kept once. A text may come after the first notice with it.
      CREATE TABLE notice_text (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        subject      text,
        text         text,
        withdrawn_at timestamptz,
        CHECK ((withdrawn_at IS NULL) = (text IS NOT NULL))
      );

      INSERT INTO due (kind, key, due_at, payload) VALUES ('notice-erasure', 'all', now(), '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'notice-erasure';
      DROP TABLE notice_text;
      DROP TABLE notice;
      DROP TABLE role_ref;
      DROP TABLE union_ref;
    `);
  }
}
