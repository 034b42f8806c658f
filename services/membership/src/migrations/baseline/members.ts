import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of members. */
export const members: SchemaPart = {
  sql: `
CREATE TABLE union_membership (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES person,
  union_id        uuid NOT NULL REFERENCES labour_union,
  state           text NOT NULL CHECK (state IN ('imported', 'active', 'ended')),
  valid_from      date NOT NULL,
  valid_to        date,
  created_at      timestamptz NOT NULL,
  -- On what terms a member works, as far as their union has said it: an activity may be for some kinds of
  -- employment.
  employment_kind text CHECK (employment_kind IN ('regular', 'dispatched', 'newForm', 'partTime', 'retired')),
  admitted_by     uuid,
  CHECK (valid_to >= valid_from),
  CHECK ((state = 'ended') = (valid_to IS NOT NULL))
);
-- At most one membership of a person has not ended.
CREATE UNIQUE INDEX union_membership_one_open ON union_membership (person_id) WHERE state <> 'ended';
-- The members of a union, in the order of the list.
CREATE INDEX union_membership_of_union ON union_membership (union_id, id);
-- The history of a person.
CREATE INDEX union_membership_of_person ON union_membership (person_id, id);

-- Imports of rosters, with a report for each row that holds no personal value.
CREATE TABLE member_import (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL,
  union_id     uuid NOT NULL REFERENCES labour_union,
  file_key     text NOT NULL,
  dry_run      boolean NOT NULL,
  state        text NOT NULL CHECK (state IN ('waiting', 'running', 'checked', 'done', 'undone', 'failed')),
  encoding     text,
  delimiter    text,
  failure      text,
  total        integer,
  -- How many rows are behind it: whoever goes on after a crash begins here.
  position     integer NOT NULL DEFAULT 0,
  created      integer NOT NULL DEFAULT 0,
  updated      integer NOT NULL DEFAULT 0,
  unchanged    integer NOT NULL DEFAULT 0,
  rejected     integer NOT NULL DEFAULT 0,
  -- Which worker has it, and until when another may not take it.
  worker       uuid,
  leased_until timestamptz,
  attempts     integer NOT NULL DEFAULT 0,
  requested_by uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  finished_at  timestamptz,
  -- What somebody should look at in a roster although it is loaded: a phone that two give, a sex that the number
  -- contradicts …
  warned       integer NOT NULL DEFAULT 0,
  CHECK (created + updated + unchanged + rejected = position),
  CHECK ((state = 'failed') = (failure IS NOT NULL))
);
-- The imports into a union, newest first.
CREATE INDEX member_import_of_union ON member_import (union_id, id DESC);

CREATE TABLE member_import_row (
  import_id     uuid NOT NULL REFERENCES member_import,
  row_number    integer NOT NULL,
  state         text NOT NULL CHECK (state IN ('created', 'updated', 'unchanged', 'rejected')),
  code          text,
  field         text,
  person_id     uuid,
  -- The keyed hash of the resident number, by which a second row of the same person is found.
  identity_hash text,
  warnings      jsonb NOT NULL DEFAULT '[]',
  -- The keyed hash of the phone, by which a second row that gives it is found.
  phone_hash    text,
  PRIMARY KEY (import_id, row_number)
);
CREATE INDEX member_import_row_state ON member_import_row (import_id, state, row_number);
CREATE UNIQUE INDEX member_import_row_identity ON member_import_row (import_id, identity_hash);
CREATE INDEX member_import_row_phone ON member_import_row (import_id, phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX member_import_row_warned ON member_import_row (import_id, row_number) WHERE warnings <> '[]';

-- Codes by which a person gets in: what others know of them, a name and a number, is not enough. Of a code only a
-- keyed hash is kept. Wrong tries are counted over all addresses, since whoever guesses has many.
CREATE TABLE entry_code (
  id                uuid PRIMARY KEY,
  person_id         uuid NOT NULL REFERENCES person,
  purpose           text NOT NULL,
  channel           text NOT NULL CHECK (channel IN ('textMessage', 'printed')),
  code_hash         text NOT NULL,
  -- Of a printed one: by which officer; null where the operator of the installation made it.
  issued_by         uuid,
  created_at        timestamptz NOT NULL,
  expires_at        timestamptz NOT NULL,
  tries             integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  used_at           timestamptz,
  pending_change_id uuid REFERENCES pending_change,
  CHECK (expires_at > created_at),
  CHECK (channel = 'printed' OR issued_by IS NULL),
  -- Codes that set a password anew. One that an officer prints gives them the account of somebody else, so it
  -- works once a second person has confirmed it, as a role does.
  CHECK (purpose IN ('activation', 'passwordReset')),
  -- An officer's code for another password is confirmed by somebody; nobody else's is.
  CONSTRAINT entry_code_confirmation_check CHECK
    ((pending_change_id IS NOT NULL) = (purpose = 'passwordReset' AND issued_by IS NOT NULL))
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

-- How many numbers an officer was refused in a day since somebody is on record by them: with enough tries that is
-- a register.
CREATE TABLE member_refusal (
  person_id    uuid NOT NULL REFERENCES person,
  -- In China.
  day          date NOT NULL,
  refused      integer NOT NULL,
  -- How many rows of rosters an officer was refused in a day since somebody is on record by their numbers: a
  -- roster asks after many.
  rows_refused integer NOT NULL DEFAULT 0,
  PRIMARY KEY (person_id, day),
  CONSTRAINT member_refusal_refused_check CHECK (refused + rows_refused > 0 AND refused >= 0)
);
`,
  appendOnly: [],
};
