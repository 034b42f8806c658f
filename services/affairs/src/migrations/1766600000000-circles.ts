import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Circles: who is in them, what is written there, and what was reported. */
export class Circles1766600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE circle (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        -- For its people, and those of the unions below it.
        union_id   uuid NOT NULL,
        state      text NOT NULL CHECK (state IN ('open', 'closed')),
        name       text NOT NULL,
        pinyin     text NOT NULL,
        about      text NOT NULL,
        joining    text NOT NULL CHECK (joining IN ('open', 'byRequest')),
        created_by uuid NOT NULL
      );
      CREATE INDEX circle_union ON circle (union_id, id DESC);
      CREATE INDEX circle_name ON circle USING gin (name gin_trgm_ops, pinyin gin_trgm_ops);

      -- The id is the place of what is sealed, so that a merge may change the person.
      CREATE TABLE circle_member (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        circle_id     uuid NOT NULL REFERENCES circle,
        person_id     uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('asked', 'member', 'declined', 'left', 'removed')),
        is_moderator  boolean NOT NULL,
        -- Under which members see them.
        sealed_name   text,
        sealed_reason text,
        decided_by    uuid,
        since         timestamptz NOT NULL,
        UNIQUE (circle_id, person_id),
        CHECK (state = 'member' OR NOT is_moderator)
      );
      CREATE INDEX circle_member_state ON circle_member (circle_id, state, id DESC);
      CREATE INDEX circle_member_person ON circle_member (person_id, circle_id DESC);

      -- Posts, and comments on them.
      CREATE TABLE circle_post (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        circle_id     uuid NOT NULL REFERENCES circle,
        post_id       uuid REFERENCES circle_post,
        person_id     uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('shown', 'hidden', 'withdrawn')),
        sealed_title  text,
        sealed_text   text,
        sealed_reason text,
        decided_by    uuid,
        is_pinned     boolean NOT NULL,
        written_at    timestamptz NOT NULL,
        edited_at     timestamptz,
        active_at     timestamptz NOT NULL
      );
      CREATE INDEX circle_post_circle ON circle_post (circle_id, is_pinned DESC, active_at DESC, id DESC)
        WHERE post_id IS NULL;
      CREATE INDEX circle_post_hidden ON circle_post (circle_id, id DESC) WHERE state = 'hidden';
      CREATE INDEX circle_post_comments ON circle_post (post_id, id) WHERE post_id IS NOT NULL;
      CREATE INDEX circle_post_person ON circle_post (person_id, written_at);

      CREATE TABLE circle_report (
        id           uuid PRIMARY KEY,
        circle_id    uuid NOT NULL REFERENCES circle,
        post_id      uuid NOT NULL REFERENCES circle_post,
        person_id    uuid NOT NULL,
        state        text NOT NULL CHECK (state IN ('waiting', 'upheld', 'dismissed', 'moot')),
        sealed_words text,
        reported_at  timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX circle_report_once ON circle_report (post_id, person_id) WHERE state = 'waiting';
      CREATE INDEX circle_report_waiting ON circle_report (circle_id, id) WHERE state = 'waiting';
      CREATE INDEX circle_report_person ON circle_report (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE circle_report;
      DROP TABLE circle_post;
      DROP TABLE circle_member;
      DROP TABLE circle;
    `);
  }
}
