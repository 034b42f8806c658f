import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sought, and the best offers for it, computed ahead so that reading them writes nothing. */
export class Needs1763600232000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE need (
        id                  uuid PRIMARY KEY,
        version             integer NOT NULL,
        party_kind          text NOT NULL,
        party_id            uuid NOT NULL,
        union_id            uuid NOT NULL,
        title               text NOT NULL,
        text                text NOT NULL,
        wants               jsonb NOT NULL,
        functions           text[] NOT NULL CHECK (cardinality(functions) > 0),
        windows             jsonb NOT NULL,
        district            text,
        latitude            double precision CHECK (latitude BETWEEN -90 AND 90),
        longitude           double precision CHECK (longitude BETWEEN -180 AND 180),
        headcount           integer NOT NULL CHECK (headcount > 0),
        budget_fen          bigint CHECK (budget_fen >= 0),
        state               text NOT NULL CHECK (state IN ('open', 'closed')),
        posted_by           uuid NOT NULL,
        matches_computed_at timestamptz,
        created_at          timestamptz NOT NULL,
        CHECK ((latitude IS NULL) = (longitude IS NULL))
      );
      -- The list, newest first.
      CREATE INDEX need_state ON need (state, id DESC);
      -- The open needs that a new offer may answer.
      CREATE INDEX need_functions ON need USING gin (functions) WHERE state = 'open';

      CREATE TABLE need_match (
        need_id        uuid NOT NULL REFERENCES need,
        id             uuid NOT NULL UNIQUE,
        version        integer NOT NULL,
        resource_id    uuid NOT NULL REFERENCES resource,
        owner_union_id uuid NOT NULL,
        want           integer NOT NULL,
        score          integer NOT NULL CHECK (score BETWEEN 0 AND 100),
        reasons        jsonb NOT NULL,
        state          text NOT NULL CHECK (state IN ('suggested', 'proposed', 'accepted', 'declined')),
        computed_at    timestamptz NOT NULL,
        PRIMARY KEY (need_id, id),
        -- A match keeps its id when it is computed again.
        UNIQUE (need_id, resource_id)
      );
      -- The list of a need's matches, best first.
      CREATE INDEX need_match_ranked ON need_match (need_id, score DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE need_match, need');
  }
}
