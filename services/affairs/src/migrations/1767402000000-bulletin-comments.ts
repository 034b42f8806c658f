import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments on bulletins, and what was reported of them. */
export class BulletinComments1767402000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Off for what is there: whoever has published it was not asked.
      ALTER TABLE bulletin ADD commenting text NOT NULL DEFAULT 'off'
        CHECK (commenting IN ('open', 'checked', 'off'));
      ALTER TABLE bulletin ALTER commenting DROP DEFAULT;

      CREATE TABLE bulletin_comment (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        bulletin_id   uuid NOT NULL REFERENCES bulletin,
        person_id     uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('waiting', 'shown', 'hidden', 'withdrawn')),
        sealed_text   text,
        sealed_reason text,
        decided_by    uuid,
        written_at    timestamptz NOT NULL,
        -- Since when it is a strike against its author, as it was hidden after it had been shown.
        struck_at     timestamptz
      );
      -- A page of them, the newest first.
      CREATE INDEX bulletin_comment_list ON bulletin_comment (bulletin_id, id DESC);
      -- What is shown is counted with each reading of a bulletin.
      CREATE INDEX bulletin_comment_shown ON bulletin_comment (bulletin_id) WHERE state = 'shown';
      -- What officers look at, which is little of all.
      CREATE INDEX bulletin_comment_decided ON bulletin_comment (bulletin_id, state, id DESC)
        WHERE state IN ('waiting', 'hidden');
      -- How much somebody has written within a day, and what is of a person.
      CREATE INDEX bulletin_comment_person ON bulletin_comment (person_id, written_at);
      -- The strikes of somebody who writes.
      CREATE INDEX bulletin_comment_struck ON bulletin_comment (person_id, struck_at) WHERE struck_at IS NOT NULL;

      CREATE TABLE bulletin_comment_report (
        id           uuid PRIMARY KEY,
        bulletin_id  uuid NOT NULL REFERENCES bulletin,
        comment_id   uuid NOT NULL REFERENCES bulletin_comment,
        person_id    uuid NOT NULL,
        state        text NOT NULL CHECK (state IN ('waiting', 'upheld', 'dismissed', 'moot')),
        sealed_words text,
        reported_at  timestamptz NOT NULL
      );
      -- Once by each person while it waits; also finds what waits about a comment.
      CREATE UNIQUE INDEX bulletin_comment_report_once ON bulletin_comment_report (comment_id, person_id)
        WHERE state = 'waiting';
      -- What waits under one bulletin, the oldest first.
      CREATE INDEX bulletin_comment_report_waiting ON bulletin_comment_report (bulletin_id, id)
        WHERE state = 'waiting';
      -- What is of a person, for their copy and for erasing it.
      CREATE INDEX bulletin_comment_report_person ON bulletin_comment_report (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE bulletin_comment_report;
      DROP TABLE bulletin_comment;
      ALTER TABLE bulletin DROP commenting;
    `);
  }
}
