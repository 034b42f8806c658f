import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever for six months neither pays dues nor takes part is warned before their membership lapses. So copies of attendance have the day:
 * those of before count as of today, which is later than it was and thus never to anybody's harm. A warning stays as what the end rests on.
 */
export class LapseWarnings1767374000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE census_attendance ADD COLUMN attended_on date NOT NULL DEFAULT CURRENT_DATE;
      ALTER TABLE census_attendance ALTER COLUMN attended_on DROP DEFAULT;

      CREATE TABLE lapse_warning (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        membership_id uuid NOT NULL REFERENCES union_membership,
        person_id     uuid NOT NULL REFERENCES person,
        state         text NOT NULL CHECK (state IN ('open', 'mended', 'withdrawn', 'ended')),
        warned_by     uuid NOT NULL REFERENCES person,
        warned_at     timestamptz NOT NULL,
        endable_from  date NOT NULL,
        months_unpaid integer NOT NULL CHECK (months_unpaid >= 6),
        last_paid_on  date,
        last_part_on  date,
        answer        text,
        answered_at   timestamptz,
        closed_at     timestamptz,
        CHECK (endable_from > (warned_at AT TIME ZONE 'Asia/Shanghai')::date),
        CHECK (answer IS NULL OR answered_at IS NOT NULL),
        CHECK ((closed_at IS NULL) = (state = 'open'))
      );
      -- The warnings of a membership, of which the list of a union reads the open one.
      CREATE INDEX lapse_warning_of_membership ON lapse_warning (membership_id);
      -- The last one of a person, for themselves.
      CREATE INDEX lapse_warning_of_person ON lapse_warning (person_id, warned_at);
      -- One at a time, also where two officers warn at once.
      CREATE UNIQUE INDEX lapse_warning_open_key ON lapse_warning (membership_id) WHERE state = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE lapse_warning;
      ALTER TABLE census_attendance DROP COLUMN attended_on;
    `);
  }
}
