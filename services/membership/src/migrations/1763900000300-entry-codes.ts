import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes by which a person gets in: what others know of them, a name and a number, is not enough. Of a code only a keyed hash is
 * kept. Wrong tries are counted over all addresses, since whoever guesses has many.
 */
export class EntryCodes1763900000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entry_code (
        id         uuid PRIMARY KEY,
        person_id  uuid NOT NULL REFERENCES person,
        purpose    text NOT NULL CHECK (purpose IN ('activation')),
        channel    text NOT NULL CHECK (channel IN ('textMessage', 'printed')),
        code_hash  text NOT NULL,
        -- Of a printed one: by which officer; null where the operator of the installation made it.
        issued_by  uuid,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        tries      integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
        used_at    timestamptz,
        CHECK (expires_at > created_at),
        CHECK (channel = 'printed' OR issued_by IS NULL)
      );
      -- The newest of a person, which alone counts, and how many were sent within a day.
      CREATE INDEX entry_code_of_person ON entry_code (person_id, id DESC);
      -- Old ones are removed by age.
      CREATE INDEX entry_code_expires_at ON entry_code (expires_at);

      CREATE TABLE entry_attempt (
        -- Of what somebody claimed to be, also where nobody is: a count must not tell who exists.
        claim_hash text PRIMARY KEY,
        -- Whom it would have let in.
        person_id  uuid REFERENCES person,
        failures   integer NOT NULL CHECK (failures > 0),
        began_at   timestamptz NOT NULL
      );
      -- In the list of members it is shown whose tries were refused.
      CREATE INDEX entry_attempt_of_person ON entry_attempt (person_id) WHERE person_id IS NOT NULL;
      -- Old ones are removed by age.
      CREATE INDEX entry_attempt_began_at ON entry_attempt (began_at);

      CREATE TABLE entry_request (
        origin text NOT NULL,
        hour   timestamptz NOT NULL,
        asked  integer NOT NULL CHECK (asked > 0),
        PRIMARY KEY (origin, hour)
      );
      -- Old ones are removed by age.
      CREATE INDEX entry_request_hour ON entry_request (hour);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entry_request, entry_attempt, entry_code');
  }
}
