import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicator systems and their weights. What is published or computed never changes: old scores rest on it. */
export class IndicatorSystems1763600420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indicator_system (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        series_id      uuid NOT NULL REFERENCES indicator_system,
        version_number integer NOT NULL CHECK (version_number > 0),
        union_id       uuid NOT NULL,
        name           text NOT NULL,
        state          text NOT NULL CHECK (state IN ('draft', 'published')),
        nodes          jsonb NOT NULL,
        published_at   timestamptz,
        created_at     timestamptz NOT NULL,
        UNIQUE (series_id, version_number),
        CHECK ((state = 'published') = (published_at IS NOT NULL))
      );
      CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published indicator system never changes' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER indicator_system_published BEFORE UPDATE OR DELETE ON indicator_system
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION keep_published();

      CREATE TABLE weight_version (
        id                  uuid PRIMARY KEY,
        version             integer NOT NULL,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        version_number      integer NOT NULL CHECK (version_number > 0),
        state               text NOT NULL CHECK (state IN ('computed', 'active', 'superseded')),
        acceptable          boolean NOT NULL,
        input               jsonb NOT NULL,
        nodes               jsonb NOT NULL,
        indicators          jsonb NOT NULL,
        activated_at        timestamptz,
        created_at          timestamptz NOT NULL,
        UNIQUE (indicator_system_id, version_number),
        -- A consistency ratio above 0.10 never comes into force.
        CHECK (acceptable OR state = 'computed'),
        CHECK ((state = 'computed') = (activated_at IS NULL))
      );
      -- One version of a system is in force.
      CREATE UNIQUE INDEX weight_version_active ON weight_version (indicator_system_id) WHERE state = 'active';
      -- The versions of a system, newest first.
      CREATE INDEX weight_version_list ON weight_version (indicator_system_id, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE weight_version, indicator_system; DROP FUNCTION keep_published()');
  }
}
