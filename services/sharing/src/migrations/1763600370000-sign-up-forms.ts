import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked at sign-up, version by version. The activity carries the version in force, so that a sign-up sees without
 * another look that nothing is asked; a registration keeps the version that it answered.
 */
export class SignUpForms1763600370000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_up_form (
        activity_id uuid NOT NULL REFERENCES activity,
        version     integer NOT NULL CHECK (version > 0),
        questions   jsonb NOT NULL,
        keep_days   integer NOT NULL CHECK (keep_days BETWEEN 1 AND 730),
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        PRIMARY KEY (activity_id, version)
      );
      ALTER TABLE activity ADD COLUMN form_version integer NOT NULL DEFAULT 0 CHECK (form_version >= 0);
      ALTER TABLE registration ADD COLUMN form_version integer NOT NULL DEFAULT 0 CHECK (form_version >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registration DROP COLUMN form_version;
      ALTER TABLE activity DROP COLUMN form_version;
    `);
    await runner.query('DROP TABLE sign_up_form');
  }
}
