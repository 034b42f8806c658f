import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of access. */
export const access: SchemaPart = {
  sql: `
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

-- Where people have signed in from, so that whoever guesses at an account from elsewhere slows everybody but its
-- owner. Failures are counted per network from now on, and over all of an account and of a network: what was
-- counted per address means something else, and is a day old at most.
CREATE TABLE familiar_network (
  -- Keyed, of person and network: nobody reads here who was where.
  hash    text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
-- Old ones are removed by age.
CREATE INDEX familiar_network_seen_at ON familiar_network (seen_at);
`,
  appendOnly: [],
};
