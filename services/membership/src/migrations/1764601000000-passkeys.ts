import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, and which challenges were answered. New tables only, which nothing reads before this release. */
export class Passkeys1764601000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        -- As the authenticator names it, in base64url: a browser answers with it.
        credential_id text NOT NULL UNIQUE,
        -- COSE, in base64url.
        public_key text NOT NULL,
        -- Signatures so far, by the authenticator's own count; 0 for one that counts none.
        counter bigint NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        used_at timestamptz
      );
      -- Those of a person are listed in the order in which they were added.
      CREATE INDEX passkey_of_person ON passkey (person_id, id);
      CREATE TABLE answered_challenge (
        nonce text PRIMARY KEY,
        expires_at timestamptz NOT NULL
      );
      -- Old ones are removed by age.
      CREATE INDEX answered_challenge_expires_at ON answered_challenge (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE answered_challenge; DROP TABLE passkey');
  }
}
