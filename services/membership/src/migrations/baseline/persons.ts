import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of persons. */
export const persons: SchemaPart = {
  sql: `
-- People, what they belong to and are granted, and how they sign in.
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
`,
  appendOnly: [],
};
