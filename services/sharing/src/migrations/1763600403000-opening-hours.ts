import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a resource is open, and who may ask for it when and for how much. */
export class OpeningHours1763600403000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE opening_hours (
        resource_id  uuid PRIMARY KEY REFERENCES resource,
        version      integer NOT NULL,
        -- Null: open around the clock. Else a list of spans, each with its weekday.
        weekly       jsonb CHECK (jsonb_typeof(weekly) = 'array'),
        exceptions   jsonb NOT NULL CHECK (jsonb_typeof(exceptions) = 'array'),
        holidays     text NOT NULL CHECK (holidays IN ('closed', 'asUsual')),
        make_up_days text NOT NULL CHECK (make_up_days IN ('asWorkday', 'asUsual')),
        overnight    boolean NOT NULL,
        changed_by   uuid NOT NULL,
        changed_at   timestamptz NOT NULL
      );

      CREATE TABLE lending_rule (
        resource_id         uuid PRIMARY KEY REFERENCES resource,
        version             integer NOT NULL,
        bookable_days_ahead integer CHECK (bookable_days_ahead > 0),
        notice_hours        integer NOT NULL CHECK (notice_hours >= 0),
        small_earlier_days  integer NOT NULL CHECK (small_earlier_days >= 0),
        reserved            jsonb CHECK ((reserved->>'percent')::integer BETWEEN 1 AND 100),
        fair_use            jsonb CHECK ((fair_use->>'periodDays')::integer > 0),
        changed_by          uuid NOT NULL,
        changed_at          timestamptz NOT NULL,
        CHECK (small_earlier_days = 0 OR bookable_days_ahead IS NOT NULL)
      );

      -- What of a resource was and is lent around a time: fair use and the reserved share are counted from it.
      CREATE INDEX loan_times ON loan (resource_id, starts_at) WHERE state NOT IN ('refused', 'cancelled');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX loan_times;
      DROP TABLE lending_rule, opening_hours;
    `);
  }
}
