import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, what they belong to and are granted, and how they sign in. */
export class PeopleAndSessions1763600110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(people);
    await runner.query(signIn);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE api_key, sign_in_attempt, sign_in_session, role_grant, union_membership, person',
    );
  }
}

const people = `
  CREATE TABLE person (
    id                   uuid PRIMARY KEY,
    version              integer NOT NULL,
    account              text UNIQUE CHECK (account = lower(account)),
    password_hash        text,
    -- Encrypted: cipher, key id and text in one. The hashes are keyed, and serve look-up.
    name                 text NOT NULL,
    name_hash            text NOT NULL,
    masked_name          text NOT NULL,
    resident_number      text,
    -- One person per number, whatever is imported at the same time.
    resident_number_hash text UNIQUE,
    phone                text,
    phone_hash           text,
    locale               text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
    created_at           timestamptz NOT NULL,
    CHECK ((resident_number IS NULL) = (resident_number_hash IS NULL)),
    CHECK ((phone IS NULL) = (phone_hash IS NULL))
  );
  -- A family may share a phone in the rosters, but only one person can sign in with it.
  CREATE UNIQUE INDEX person_signs_in_by_phone ON person (phone_hash)
    WHERE password_hash IS NOT NULL AND account IS NULL;
  -- Search by the exact name.
  CREATE INDEX person_name_hash ON person (name_hash);
  CREATE INDEX person_phone_hash ON person (phone_hash);

  CREATE TABLE union_membership (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person,
    union_id   uuid NOT NULL REFERENCES labour_union,
    state      text NOT NULL CHECK (state IN ('imported', 'active', 'ended')),
    valid_from date NOT NULL,
    valid_to   date,
    created_at timestamptz NOT NULL,
    CHECK (valid_to >= valid_from),
    CHECK ((state = 'ended') = (valid_to IS NOT NULL))
  );
  -- At most one membership of a person has not ended.
  CREATE UNIQUE INDEX union_membership_one_open ON union_membership (person_id) WHERE state <> 'ended';
  -- The members of a union, in the order of the list.
  CREATE INDEX union_membership_of_union ON union_membership (union_id, id);
  -- The history of a person.
  CREATE INDEX union_membership_of_person ON union_membership (person_id, id);

  CREATE TABLE role_grant (
    id         uuid PRIMARY KEY,
    version    integer NOT NULL,
    person_id  uuid NOT NULL REFERENCES person,
    union_id   uuid NOT NULL REFERENCES labour_union,
    role       text NOT NULL CHECK (role IN
      ('officer', 'organiser', 'finance', 'approver', 'evaluator', 'auditor', 'operator')),
    granted_by uuid REFERENCES person,
    granted_at timestamptz NOT NULL,
    revoked_at timestamptz
  );
  -- A role is held once at a union; also what a person holds is read by this.
  CREATE UNIQUE INDEX role_grant_held ON role_grant (person_id, union_id, role) WHERE revoked_at IS NULL;
  -- The grants at a union, in the order of the list.
  CREATE INDEX role_grant_at_union ON role_grant (union_id, id) WHERE revoked_at IS NULL;
`;

const signIn = `
  CREATE TABLE sign_in_session (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person,
    generation integer NOT NULL CHECK (generation > 0),
    origin     text NOT NULL,
    created_at timestamptz NOT NULL,
    renewed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  );
  -- The living sessions of a person, newest first.
  CREATE INDEX sign_in_session_living ON sign_in_session (person_id, id DESC) WHERE revoked_at IS NULL;

  CREATE TABLE sign_in_attempt (
    account_hash text NOT NULL,
    origin       text NOT NULL,
    failures     integer NOT NULL CHECK (failures > 0),
    last_at      timestamptz NOT NULL,
    PRIMARY KEY (account_hash, origin)
  );
  -- Old ones are removed by age.
  CREATE INDEX sign_in_attempt_last_at ON sign_in_attempt (last_at);

  CREATE TABLE api_key (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person,
    name       text NOT NULL,
    scopes     text[] NOT NULL,
    key_hash   text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  );
  CREATE INDEX api_key_of_person ON api_key (person_id, id DESC) WHERE revoked_at IS NULL;
`;
