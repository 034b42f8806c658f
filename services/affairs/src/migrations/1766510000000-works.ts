import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls for works: what members send, who judges, and one ballot for each voter. */
export class Works1766510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE works_call (
        id               uuid PRIMARY KEY,
        version          integer NOT NULL,
        union_id         uuid NOT NULL,
        state            text NOT NULL CHECK (state IN ('draft', 'open', 'judging', 'closing', 'awarded', 'cancelled')),
        title            text NOT NULL,
        pinyin           text NOT NULL,
        text             text NOT NULL,
        audience         text NOT NULL CHECK (audience IN ('public', 'members', 'union')),
        -- Of audience and union, as bulletins have it: readers look for the few that are theirs.
        audience_key     text NOT NULL,
        submit_from      timestamptz NOT NULL,
        submit_until     timestamptz NOT NULL,
        judge_from       timestamptz NOT NULL,
        judge_until      timestamptz NOT NULL,
        works_per_person integer NOT NULL,
        file_kinds       text[] NOT NULL,
        criteria         jsonb NOT NULL,
        votes_per_person integer NOT NULL,
        vote_share       integer NOT NULL CHECK (vote_share BETWEEN 0 AND 10000),
        awards           jsonb NOT NULL,
        voters           integer,
        cancel_reason    text,
        created_by       uuid NOT NULL,
        CHECK (submit_from < submit_until AND submit_until <= judge_from AND judge_from < judge_until)
      );
      -- What is for a reader: a walk for each of the audiences to which they belong.
      CREATE INDEX works_call_shown ON works_call (audience_key, id DESC) WHERE state NOT IN ('draft', 'cancelled');
      CREATE INDEX works_call_union ON works_call (union_id, state, id DESC);
      CREATE INDEX works_call_title ON works_call USING gin (title gin_trgm_ops, pinyin gin_trgm_ops);

      CREATE TABLE works_juror (
        id        uuid PRIMARY KEY,
        call_id   uuid NOT NULL REFERENCES works_call,
        person_id uuid NOT NULL,
        named_by  uuid NOT NULL,
        UNIQUE (call_id, person_id)
      );
      CREATE INDEX works_juror_person ON works_juror (person_id, call_id DESC);

      CREATE TABLE work (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        call_id       uuid NOT NULL REFERENCES works_call,
        person_id     uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('sent', 'admitted', 'refused', 'withdrawn')),
        title         text NOT NULL,
        sealed_text   text,
        -- The name to which the author consents; null for "a member".
        sealed_name   text,
        sealed_reason text,
        decided_by    uuid,
        sent_at       timestamptz NOT NULL,
        -- As the result stands, so that an erasure of voters changes none.
        jury_score    integer,
        votes         integer,
        score         integer,
        place         integer,
        award         text,
        CHECK (state NOT IN ('admitted', 'refused') OR decided_by IS NOT NULL)
      );
      CREATE INDEX work_call ON work (call_id, id DESC);
      -- The gallery.
      CREATE INDEX work_place ON work (call_id, place, id);
      CREATE INDEX work_person ON work (person_id, id DESC);

      -- Each file is sealed under a key of its own, which is sealed here.
      CREATE TABLE work_file (
        id             uuid PRIMARY KEY,
        work_id        uuid NOT NULL REFERENCES work,
        content_type   text NOT NULL,
        size           integer NOT NULL,
        file_key       uuid NOT NULL,
        sha256         text NOT NULL,
        -- The upload that it was made of: a repeated request finds it.
        source_key     uuid NOT NULL,
        sealed_name    text,
        sealed_opening text,
        added_at       timestamptz NOT NULL,
        UNIQUE (work_id, source_key)
      );

      -- By the seat on the jury and not by the person: whoever reads scores learns nothing of people.
      CREATE TABLE work_score (
        work_id  uuid NOT NULL REFERENCES work,
        juror_id uuid NOT NULL REFERENCES works_juror,
        -- In the order of the criteria.
        points   integer[] NOT NULL,
        PRIMARY KEY (work_id, juror_id)
      );
      CREATE INDEX work_score_juror ON work_score (juror_id);

      -- One act for each person and call: choosing again writes it over.
      CREATE TABLE works_ballot (
        call_id   uuid NOT NULL REFERENCES works_call,
        person_id uuid NOT NULL,
        work_ids  uuid[] NOT NULL,
        cast_at   timestamptz NOT NULL,
        PRIMARY KEY (call_id, person_id)
      );
      CREATE INDEX works_ballot_person ON works_ballot (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE works_ballot;
      DROP TABLE work_score;
      DROP TABLE work_file;
      DROP TABLE work;
      DROP TABLE works_juror;
      DROP TABLE works_call;
    `);
  }
}
