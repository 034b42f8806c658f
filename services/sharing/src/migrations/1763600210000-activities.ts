import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people sign up for. Pools, registrations and agreements hang on its id. */
export class Activities1763600210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity (
        id                 uuid PRIMARY KEY,
        version            integer NOT NULL,
        title              text NOT NULL,
        description        text,
        kind               text NOT NULL,
        function           text NOT NULL,
        business           text NOT NULL,
        state              text NOT NULL CHECK (state IN ('draft', 'published', 'closing', 'closed', 'cancelled')),
        organiser_kind     text NOT NULL,
        organiser_id       uuid NOT NULL,
        organiser_name     text NOT NULL,
        union_id           uuid NOT NULL,
        union_path         text COLLATE "C" NOT NULL,
        co_hosts           jsonb NOT NULL,
        party_union_ids    uuid[] NOT NULL,
        venue              text,
        resource_id        uuid,
        loan_id            uuid,
        starts_at          timestamptz NOT NULL,
        ends_at            timestamptz NOT NULL,
        time_zone          text NOT NULL,
        sign_up_opens_at   timestamptz NOT NULL,
        sign_up_closes_at  timestamptz NOT NULL,
        companions_max     integer NOT NULL CHECK (companions_max >= 0),
        agreement_id       uuid,
        agreement_required boolean NOT NULL,
        created_by         uuid NOT NULL,
        created_at         timestamptz NOT NULL,
        published_at       timestamptz,
        closed_at          timestamptz,
        cancel_reason      text,
        fact_count         integer,
        facts_hash         text,
        CHECK (starts_at < ends_at),
        CHECK (sign_up_opens_at < sign_up_closes_at AND sign_up_closes_at <= ends_at),
        -- Facts are frozen at the close: both of them, or none.
        CHECK ((fact_count IS NULL) = (facts_hash IS NULL)),
        CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        CHECK (state NOT IN ('published', 'closing', 'closed') OR published_at IS NOT NULL),
        CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
      );
      -- The calendar of everything, and of one state.
      CREATE INDEX activity_starts ON activity (starts_at, id);
      CREATE INDEX activity_state_starts ON activity (state, starts_at, id);
      -- The activities of a union with all below it: a range of paths.
      CREATE INDEX activity_union ON activity (union_path, starts_at, id);
      -- The activities of one union, also where the union has moved in the tree.
      CREATE INDEX activity_union_id ON activity (union_id);
      -- One organiser's activities.
      CREATE INDEX activity_organiser ON activity (organiser_id, organiser_kind, starts_at, id);
      -- The search within titles.
      CREATE INDEX activity_title_search ON activity USING gin (title gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE activity');
  }
}
