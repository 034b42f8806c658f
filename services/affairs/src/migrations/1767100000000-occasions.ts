import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom officers visit, and for what. The sources of a matter are widened by one, which no version before writes. */
export class Occasions1767100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the record of a person: no year of birth, and nothing once they are no member.
      CREATE TABLE occasion_day (
        person_id   uuid PRIMARY KEY,
        version     integer NOT NULL,
        union_id    uuid,
        birth_month smallint CHECK (birth_month BETWEEN 1 AND 12),
        birth_day   smallint CHECK (birth_day BETWEEN 1 AND 31),
        retired_on  date,
        CHECK ((birth_month IS NULL) = (birth_day IS NULL))
      );
      CREATE INDEX occasion_day_birthday ON occasion_day (union_id, birth_month) WHERE birth_month IS NOT NULL;
      CREATE INDEX occasion_day_retired ON occasion_day (union_id, retired_on) WHERE retired_on IS NOT NULL;

      -- What somebody has decided last about being visited for days of their record.
      CREATE TABLE occasion_choice (
        person_id uuid PRIMARY KEY,
        given     boolean NOT NULL,
        at        timestamptz NOT NULL
      );

      -- What a member has told, and what was done for a day of a record. What was told is sealed: it may be of somebody's health.
      CREATE TABLE occasion (
        id            uuid PRIMARY KEY,
        person_id     uuid NOT NULL,
        source        text NOT NULL CHECK (source IN ('birthday', 'retirement', 'told')),
        sealed_kind   text,
        happened_on   date NOT NULL,
        state         text NOT NULL CHECK (state IN ('told', 'opened', 'skipped')),
        union_id      uuid,
        matter_id     uuid REFERENCES matter,
        sealed_reason text,
        done_by       uuid,
        done_at       timestamptz,
        created_at    timestamptz NOT NULL,
        CHECK ((source = 'told') = (sealed_kind IS NOT NULL)),
        CHECK (source = 'told' OR state <> 'told'),
        CHECK ((state = 'opened') = (matter_id IS NOT NULL)),
        CHECK ((state = 'told') = (done_at IS NULL))
      );
      CREATE INDEX occasion_person ON occasion (person_id, happened_on);
      CREATE INDEX occasion_told ON occasion (happened_on) WHERE source = 'told';

      ALTER TABLE matter DROP CONSTRAINT matter_source_check;
      ALTER TABLE matter ADD CONSTRAINT matter_source_check
        CHECK (source IN ('online', 'phone', 'counter', 'letter', 'occasion')) NOT VALID;
      ALTER TABLE matter VALIDATE CONSTRAINT matter_source_check;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter DROP CONSTRAINT matter_source_check;
      UPDATE matter SET source = 'counter' WHERE source = 'occasion';
      ALTER TABLE matter ADD CONSTRAINT matter_source_check
        CHECK (source IN ('online', 'phone', 'counter', 'letter'));
      DROP TABLE occasion;
      DROP TABLE occasion_choice;
      DROP TABLE occasion_day;
    `);
  }
}
