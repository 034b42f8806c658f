import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What unions publish, in revisions, and who has confirmed what must be read. */
export class Bulletins1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulletin (
        id              uuid PRIMARY KEY,
        version         integer NOT NULL,
        union_id        uuid NOT NULL,
        state           text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
        audience        text NOT NULL CHECK (audience IN ('public', 'members', 'union')),
        -- Of audience and union: readers look for the few that are theirs.
        audience_key    text NOT NULL,
        is_pinned       boolean NOT NULL,
        must_read       boolean NOT NULL,
        revision        integer NOT NULL CHECK (revision >= 1),
        title           text NOT NULL,
        pinyin          text NOT NULL,
        excerpt         text NOT NULL,
        kind            text NOT NULL,
        source_name     text,
        shown_from      timestamptz,
        shown_until     timestamptz,
        withdraw_reason text,
        reminded_at     timestamptz,
        created_by      uuid NOT NULL,
        CHECK (state = 'draft' OR shown_from IS NOT NULL)
      );
      -- What is for a reader: a walk for each of the audiences to which they belong.
      CREATE INDEX bulletin_shown ON bulletin (audience_key, is_pinned DESC, shown_from DESC, id DESC)
        WHERE state = 'published';
      CREATE INDEX bulletin_kind ON bulletin (audience_key, kind, is_pinned DESC, shown_from DESC, id DESC)
        WHERE state = 'published';
      -- What is typed may stand anywhere in the title or its pinyin.
      CREATE INDEX bulletin_title ON bulletin USING gin (title gin_trgm_ops, pinyin gin_trgm_ops);
      -- Those of one union, newest first.
      CREATE INDEX bulletin_union ON bulletin (union_id, state, id DESC);

      -- What a bulletin said. Once it is published no revision is ever changed.
      CREATE TABLE bulletin_revision (
        bulletin_id uuid NOT NULL REFERENCES bulletin,
        number      integer NOT NULL,
        words       jsonb NOT NULL,
        note        text,
        author_id   uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        PRIMARY KEY (bulletin_id, number)
      );

      -- Who has confirmed that they have read it: once each.
      CREATE TABLE bulletin_receipt (
        bulletin_id  uuid NOT NULL REFERENCES bulletin,
        person_id    uuid NOT NULL,
        confirmed_at timestamptz NOT NULL,
        PRIMARY KEY (bulletin_id, person_id)
      );
      CREATE INDEX bulletin_receipt_person ON bulletin_receipt (person_id);

      -- Who of one union is asked to read.
      CREATE INDEX member_ref_union ON member_ref (union_id, person_id) WHERE state = 'active';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX member_ref_union;
      DROP TABLE bulletin_receipt;
      DROP TABLE bulletin_revision;
      DROP TABLE bulletin;
    `);
  }
}
