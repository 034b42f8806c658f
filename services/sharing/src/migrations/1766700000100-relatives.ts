import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a person brings along often, kept by themselves; or does not want to be offered any more. */
export class Relatives1766700000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relative (
        id                  uuid PRIMARY KEY,
        person_id           uuid NOT NULL,
        sealed_name         text NOT NULL,
        age_band            text,
        guardian_consent_at timestamptz,
        is_kept             boolean NOT NULL,
        created_at          timestamptz NOT NULL
      );
      CREATE INDEX relative_of_person ON relative (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE relative');
  }
}
