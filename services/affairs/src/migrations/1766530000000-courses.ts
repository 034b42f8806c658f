import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Courses in editions, and who takes them. The attempts of one person stand with what they have taken: they are few, are
 * read with it, and one lock decides on all of them.
 */
export class Courses1766530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE course (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        union_id     uuid NOT NULL,
        state        text NOT NULL CHECK (state IN ('draft', 'published', 'ended')),
        edition      integer NOT NULL,
        title        text NOT NULL,
        pinyin       text NOT NULL,
        summary      text NOT NULL,
        audience     text NOT NULL CHECK (audience IN ('public', 'members', 'union')),
        audience_key text NOT NULL,
        written_by   uuid NOT NULL
      );
      CREATE INDEX course_audience ON course (audience_key, id DESC) WHERE state = 'published';
      CREATE INDEX course_union ON course (union_id, state, id DESC);

      CREATE TABLE course_edition (
        course_id  uuid NOT NULL REFERENCES course,
        number     integer NOT NULL,
        definition jsonb NOT NULL,
        PRIMARY KEY (course_id, number)
      );

      CREATE TABLE course_taking (
        id                 uuid PRIMARY KEY,
        course_id          uuid NOT NULL,
        person_id          uuid NOT NULL,
        -- That to which the person belonged as they began; figures do not change with a transfer.
        union_id           uuid,
        edition            integer NOT NULL,
        begun_at           timestamptz NOT NULL,
        lessons_read       integer NOT NULL,
        attempts           jsonb NOT NULL,
        state              text NOT NULL CHECK (state IN ('begun', 'passed', 'failed')),
        certificate_number text UNIQUE,
        sealed_name        text,
        record_id          uuid,
        UNIQUE (course_id, person_id),
        FOREIGN KEY (course_id, edition) REFERENCES course_edition,
        CHECK ((state = 'passed') = (certificate_number IS NOT NULL AND record_id IS NOT NULL))
      );
      CREATE INDEX course_taking_person ON course_taking (person_id, course_id DESC);

      -- A course that was passed here is verified by its marks, and by no officer.
      ALTER TABLE person_record ADD course_id uuid REFERENCES course;
      ALTER TABLE person_record DROP CONSTRAINT person_record_check,
        ADD CONSTRAINT person_record_verified CHECK (
          state NOT IN ('verified', 'revoked') OR verified_by IS NOT NULL OR course_id IS NOT NULL) NOT VALID;
      ALTER TABLE person_record VALIDATE CONSTRAINT person_record_verified;
      CREATE INDEX person_record_course ON person_record (course_id) WHERE course_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM person_record WHERE course_id IS NOT NULL;
      ALTER TABLE person_record DROP CONSTRAINT person_record_verified, DROP course_id,
        ADD CONSTRAINT person_record_check CHECK (state NOT IN ('verified', 'revoked') OR verified_by IS NOT NULL);
      DROP TABLE course_taking;
      DROP TABLE course_edition;
      DROP TABLE course;
    `);
  }
}
