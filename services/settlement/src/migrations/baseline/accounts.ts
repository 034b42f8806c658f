import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of accounts. */
export const accounts: SchemaPart = {
  sql: `
-- The end of a party's accounts: what is left goes to a successor, by an entry of its own kind, and nothing comes
-- after.
-- A party that has no account of a kind of money yet shall not get one either.
CREATE TABLE closed_party (
  party_kind text NOT NULL,
  party_id   uuid NOT NULL,
  closed_at  timestamptz NOT NULL,
  PRIMARY KEY (party_kind, party_id)
);

CREATE TABLE account_closure (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  party_kind     text NOT NULL,
  party_id       uuid NOT NULL,
  -- The union that stands behind the party: whose officers see it.
  union_id       uuid NOT NULL,
  successor_kind text,
  successor_id   uuid,
  reason         text NOT NULL,
  state          text NOT NULL CHECK (state IN ('proposed', 'closed', 'withdrawn')),
  -- [{ incomeKind, amountFen }], what was moved.
  moved          jsonb NOT NULL DEFAULT '[]',
  proposed_by    uuid NOT NULL,
  proposed_at    timestamptz NOT NULL,
  decided_by     uuid,
  decided_at     timestamptz,
  entry_id       uuid REFERENCES entry,
  CHECK ((successor_kind IS NULL) = (successor_id IS NULL)),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK (state <> 'closed' OR proposed_by <> decided_by)
);
-- One proposal at a time, and one end.
CREATE UNIQUE INDEX account_closure_party ON account_closure (party_kind, party_id) WHERE state <> 'withdrawn';
CREATE INDEX account_closure_union ON account_closure (union_id, id);

-- What unions tell their members of a year, frozen, and the reminders of what they have not told; subjects of
-- vouchers.
CREATE TABLE disclosure (
  id            uuid PRIMARY KEY,
  union_id      uuid NOT NULL,
  year          integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  number        integer NOT NULL CHECK (number > 0),
  reason        text,
  content       jsonb NOT NULL,
  content_hash  text NOT NULL CHECK (length(content_hash) = 64),
  last_entry_id uuid REFERENCES entry,
  published_by  uuid NOT NULL,
  published_at  timestamptz NOT NULL,
  UNIQUE (union_id, year, number),
  -- A correction says why.
  CHECK ((number = 1) = (reason IS NULL))
);
CREATE INDEX disclosure_union ON disclosure (union_id, id);

CREATE TABLE disclosure_reminder (
  union_id    uuid NOT NULL,
  year        integer NOT NULL,
  reminded_at timestamptz NOT NULL,
  PRIMARY KEY (union_id, year)
);

-- Only what a union maps otherwise than the default: [{ subject, code, name }].
CREATE TABLE voucher_subject_map (
  union_id   uuid PRIMARY KEY,
  version    integer NOT NULL,
  subjects   jsonb NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL
);

-- The first reminder is of this year, in next January; each notes the one after it.
INSERT INTO due (kind, key, due_at)
SELECT 'disclosure-reminder', this.year::text,
       make_timestamptz(this.year + 1, 1, 8, 9, 0, 0, 'Asia/Shanghai')
FROM (SELECT extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS year) AS this
ON CONFLICT (kind, key) DO NOTHING;
`,
  appendOnly: ['disclosure'],
};
