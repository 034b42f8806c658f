import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Activities that were made by one rule. An occurrence is an activity like any other: it only knows of which series it is,
 * and which of its fields were changed for it alone.
 */
export class ActivitySeries1763600310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity_series (
        id               uuid PRIMARY KEY,
        version          integer NOT NULL,
        title            text NOT NULL,
        organiser_kind   text NOT NULL,
        organiser_id     uuid NOT NULL,
        organiser_name   text NOT NULL,
        union_id         uuid NOT NULL,
        rule_text        text NOT NULL,
        rule             jsonb NOT NULL,
        starts_on        date NOT NULL,
        time_zone        text NOT NULL,
        holidays         text NOT NULL CHECK (holidays IN ('keep', 'skip', 'move')),
        size             integer NOT NULL CHECK (size BETWEEN 1 AND 200),
        skipped          jsonb NOT NULL,
        moved            jsonb NOT NULL,
        holidays_unknown jsonb NOT NULL,
        created_by       uuid NOT NULL,
        created_at       timestamptz NOT NULL
      );
      -- The search within titles.
      CREATE INDEX activity_series_title_search ON activity_series USING gin (title gin_trgm_ops);
      ALTER TABLE activity
        ADD COLUMN series_id     uuid REFERENCES activity_series,
        ADD COLUMN series_date   date,
        ADD COLUMN series_number integer,
        ADD COLUMN series_size   integer,
        ADD COLUMN series_own    text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT activity_series_whole CHECK (num_nulls(series_id, series_date, series_number, series_size) IN (0, 4)),
        ADD CONSTRAINT activity_series_place CHECK (series_number BETWEEN 1 AND series_size);
      -- The occurrences of a series in their order, each number once.
      CREATE UNIQUE INDEX activity_series_number ON activity (series_id, series_number) WHERE series_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX activity_series_number;
      ALTER TABLE activity DROP COLUMN series_id, DROP COLUMN series_date, DROP COLUMN series_number,
        DROP COLUMN series_size, DROP COLUMN series_own;
    `);
    await runner.query('DROP TABLE activity_series');
  }
}
