import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have decided about purposes. New tables only, which nothing reads before this release. */
export class Consents1764808101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_consent (
        person_id uuid NOT NULL,
        purpose text NOT NULL,
        text_version integer NOT NULL,
        given boolean NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (person_id, purpose)
      );
      CREATE TABLE purpose_text (
        purpose text PRIMARY KEY,
        version integer NOT NULL
      );
      INSERT INTO purpose_text (purpose, version) VALUES ('mutualInterest', 1), ('proposals', 1);
      -- The participations that end when somebody withdraws.
      CREATE INDEX interest_participant_of_person ON interest_participant (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE person_consent; DROP TABLE purpose_text; DROP INDEX interest_participant_of_person',
    );
  }
}
