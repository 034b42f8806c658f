import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What unions write to many people. */
export class Announcements1765300000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its words stand here once, and in no inbox, so that they can be withdrawn.
      CREATE TABLE announcement (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        union_id      uuid NOT NULL,
        title         text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
        text          text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
        audience_kind text NOT NULL CHECK (audience_kind IN ('union', 'club', 'registered', 'attended', 'notReached')),
        audience_id   uuid NOT NULL,
        audience_days integer CHECK (audience_days > 0),
        urgency       text NOT NULL CHECK (urgency IN ('soon', 'whenever')),
        activity_id   uuid REFERENCES activity,
        state         text NOT NULL CHECK (state IN ('draft', 'scheduled', 'sending', 'sent', 'withdrawn')),
        send_at       timestamptz,
        recipients    integer CHECK (recipients >= 0),
        sent          integer NOT NULL CHECK (sent >= 0),
        -- The last recipient so far: they are written to in the order of their ids.
        after_id      uuid,
        created_by    uuid NOT NULL,
        created_at    timestamptz NOT NULL,
        started_at    timestamptz,
        finished_at   timestamptz,
        withdrawn_at  timestamptz,
        CHECK ((audience_kind = 'notReached') = (audience_days IS NOT NULL)),
        CHECK ((recipients IS NULL) = (started_at IS NULL)),
        CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
        CHECK (state NOT IN ('scheduled', 'sending', 'sent') OR send_at IS NOT NULL)
      );
      -- The list of a union, the newest first.
      CREATE INDEX announcement_union ON announcement (union_id, id DESC);

      -- The members of a few unions, in the order in which they are written to.
      CREATE INDEX member_ref_union ON member_ref (union_id, person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'announcement-sending';
      DROP INDEX member_ref_union;
      DROP TABLE announcement;
    `);
  }
}
