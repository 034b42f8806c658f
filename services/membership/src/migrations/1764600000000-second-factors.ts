import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authenticator apps, recovery codes, and of whom the federation asks a second factor. New tables only, which nothing reads before this release. */
export class SecondFactors1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE totp_factor (
        person_id uuid PRIMARY KEY REFERENCES person,
        secret text NOT NULL,
        begun_at timestamptz NOT NULL,
        -- Null until a code has been typed: it is asked for nothing before.
        confirmed_at timestamptz,
        -- The time step of the last code that was accepted: it and earlier ones are refused.
        last_step bigint NOT NULL DEFAULT 0
      );
      CREATE TABLE recovery_code (
        -- Keyed, of person and code, so that what is typed is found by this alone.
        hash text PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL,
        used_at timestamptz
      );
      -- Those of a person are counted, and replaced together.
      CREATE INDEX recovery_code_of_person ON recovery_code (person_id);
      CREATE TABLE sign_in_policy (
        -- One row.
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        version integer NOT NULL,
        -- Since when each is asked for a second factor; null where it is not.
        finance_since timestamptz,
        approver_since timestamptz,
        root_officer_since timestamptz
      );
      INSERT INTO sign_in_policy (version) VALUES (1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_policy; DROP TABLE recovery_code; DROP TABLE totp_factor');
  }
}
