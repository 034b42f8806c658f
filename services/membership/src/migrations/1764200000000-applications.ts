import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications to join, codes that prove a phone, policies of joining, and invitations. New tables only. */
export class Applications1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joining_policy (
        union_id               uuid PRIMARY KEY REFERENCES labour_union,
        version                integer NOT NULL,
        accepts_direct_members boolean NOT NULL,
        -- Of the root only, for all unions.
        working_days           integer CHECK (working_days BETWEEN 1 AND 30)
      );

      -- Codes to phones of people who need not be on record: entry_code belongs to a person.
      CREATE TABLE phone_code (
        id         uuid PRIMARY KEY,
        phone_hash text NOT NULL,
        code_hash  text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        tries      integer NOT NULL CHECK (tries >= 0),
        used_at    timestamptz,
        CHECK (expires_at > created_at)
      );
      -- The newest of a phone, which alone counts, and how many were sent within a day.
      CREATE INDEX phone_code_of_phone ON phone_code (phone_hash, id DESC);
      -- Old ones are deleted by age.
      CREATE INDEX phone_code_expires_at ON phone_code (expires_at);

      CREATE TABLE join_invitation (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        union_id   uuid NOT NULL REFERENCES labour_union,
        token      text NOT NULL,
        token_hash text NOT NULL,
        note       text,
        uses_max   integer NOT NULL CHECK (uses_max BETWEEN 1 AND 10000),
        uses       integer NOT NULL CHECK (uses BETWEEN 0 AND uses_max),
        messages   integer NOT NULL CHECK (messages >= 0),
        expires_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      -- A link is looked up by its token.
      CREATE UNIQUE INDEX join_invitation_token ON join_invitation (token_hash);
      -- The invitations of a union, newest first.
      CREATE INDEX join_invitation_of_union ON join_invitation (union_id, id DESC);

      CREATE TABLE application (
        id                   uuid PRIMARY KEY,
        version              integer NOT NULL,
        number               text NOT NULL,
        state                text NOT NULL CHECK (state IN ('waiting', 'admitted', 'refused', 'transfer', 'withdrawn')),
        -- Personal values are sealed, and null once they are deleted.
        name                 text,
        name_hash            text,
        masked_name          text NOT NULL,
        resident_number      text,
        resident_number_hash text,
        phone                text,
        phone_hash           text,
        employer_kind        text NOT NULL CHECK (employer_kind IN ('enterprise', 'notHere', 'noUnion', 'none')),
        enterprise_id        uuid REFERENCES enterprise,
        workplace            text,
        employer_hidden      boolean NOT NULL,
        union_id             uuid NOT NULL REFERENCES labour_union,
        appealed             boolean NOT NULL,
        consent_version      text NOT NULL,
        invitation_id        uuid REFERENCES join_invitation,
        membership_id        uuid REFERENCES union_membership,
        created_at           timestamptz NOT NULL,
        due_at               timestamptz,
        decided_at           timestamptz,
        decided_by           uuid REFERENCES person,
        CHECK ((employer_kind = 'enterprise') = (enterprise_id IS NOT NULL)),
        CHECK ((state = 'waiting') = (due_at IS NOT NULL)),
        CHECK ((state = 'waiting') = (decided_at IS NULL)),
        CHECK ((state = 'admitted') = (membership_id IS NOT NULL))
      );
      -- An applicant names it.
      CREATE UNIQUE INDEX application_number ON application (number);
      -- Sent twice from the same phone it is one application. From another phone it is another: somebody else must not
      -- be able to stand in the way.
      CREATE UNIQUE INDEX application_waiting_once ON application (phone_hash, resident_number_hash)
        WHERE state = 'waiting';
      -- An officer looks for one by the name or the number; those of a phone are in the index above while they wait.
      CREATE INDEX application_name ON application (name_hash) WHERE name_hash IS NOT NULL;
      CREATE INDEX application_resident_number ON application (resident_number_hash)
        WHERE resident_number_hash IS NOT NULL;
      -- The list of a union: those that wait by deadline, then the newest.
      CREATE INDEX application_waiting ON application (union_id, due_at, id) WHERE state = 'waiting';
      CREATE INDEX application_of_union ON application (union_id, id DESC);

      CREATE TABLE application_turn (
        application_id uuid NOT NULL REFERENCES application,
        number         integer NOT NULL,
        union_id       uuid NOT NULL REFERENCES labour_union,
        kind           text NOT NULL CHECK (kind IN ('sent', 'escalated', 'forwarded', 'appealed')),
        began_at       timestamptz NOT NULL,
        due_at         timestamptz NOT NULL,
        ended_at       timestamptz,
        outcome        text CHECK (outcome IN ('admitted', 'refused', 'transfer', 'forwarded', 'escalated', 'withdrawn')),
        reason         text,
        PRIMARY KEY (application_id, number),
        CHECK ((ended_at IS NULL) = (outcome IS NULL))
      );
      -- An application is with one union at a time.
      CREATE UNIQUE INDEX application_turn_open ON application_turn (application_id) WHERE ended_at IS NULL;
      -- What the statistics of a union count, within a year.
      CREATE INDEX application_turn_of_union ON application_turn (union_id, began_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE application_turn, application, join_invitation, phone_code, joining_policy',
    );
  }
}
