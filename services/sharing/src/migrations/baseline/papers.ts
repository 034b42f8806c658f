import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of papers. */
export const papers: SchemaPart = {
  sql: `
-- The addresses under which calendars fetch what a person takes part in.
CREATE TABLE calendar_feed (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL,
  name            text NOT NULL,
  -- The address itself is known to the person's calendar alone.
  token_hash      text NOT NULL UNIQUE,
  locale          text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
  created_at      timestamptz NOT NULL,
  last_fetched_on date
);
-- A person's own, the newest first.
CREATE INDEX calendar_feed_person ON calendar_feed (person_id, id DESC);

-- Certificates and other letters, from a union's own templates. No name in full is kept: only what is masked.
CREATE TABLE letter_template (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL,
  union_id     uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('certificate', 'invitation', 'thanks', 'proof')),
  name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  -- The file as it was looked at: another content under the key is not found.
  file_key     uuid NOT NULL,
  sha256       text NOT NULL,
  placeholders text[] NOT NULL,
  warnings     text[] NOT NULL,
  pages        integer NOT NULL CHECK (pages > 0),
  retired_at   timestamptz,
  created_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL
);
-- The list of a union, the newest first; ids rise with time.
CREATE INDEX letter_template_of_union ON letter_template (union_id, id);

-- The last number that a union has given in a year: whoever issues waits here for their own.
CREATE TABLE letter_counter (
  union_id uuid NOT NULL,
  year     integer NOT NULL,
  last     integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (union_id, year)
);

CREATE TABLE letter (
  activity_id   uuid NOT NULL REFERENCES activity,
  id            uuid NOT NULL,
  version       integer NOT NULL,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  template_id   uuid NOT NULL REFERENCES letter_template,
  kind          text NOT NULL CHECK (kind IN ('certificate', 'invitation', 'thanks', 'proof')),
  number        text NOT NULL,
  code          text NOT NULL,
  masked_name   text NOT NULL,
  companions    integer NOT NULL CHECK (companions >= 0),
  -- What it says of the activity, as it was when it was issued.
  facts         jsonb NOT NULL,
  issued_by     uuid NOT NULL,
  issued_at     timestamptz NOT NULL,
  revoked_at    timestamptz,
  revoke_reason text,
  CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL)),
  -- The list of an activity, in the order of the numbers: ids rise with them.
  PRIMARY KEY (activity_id, id)
);
-- A person has one letter of a kind from an activity, unless the earlier is revoked.
CREATE UNIQUE INDEX letter_of_person ON letter (activity_id, person_id, kind) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX letter_number ON letter (union_id, number);
-- Whoever verifies a letter names its code.
CREATE UNIQUE INDEX letter_code ON letter (code);
-- A person's own, the newest first.
CREATE INDEX letter_own ON letter (person_id, id) WHERE revoked_at IS NULL;
`,
  appendOnly: [],
};
