import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of reference. */
export const reference: SchemaPart = {
  sql: `
-- Small copies of what membership owns, fed by its events, so that no decision here waits for another service.
CREATE TABLE union_ref (
  id         uuid PRIMARY KEY,
  version    integer NOT NULL,
  path       text COLLATE "C" NOT NULL,
  name       text NOT NULL,
  active     boolean NOT NULL,
  -- Of its enterprise: a programme may be for unions of small ones. Null until the union is told anew.
  size_class text
);
-- Every union of a subtree.
CREATE INDEX union_ref_path ON union_ref (path);

CREATE TABLE party_ref (
  kind     text NOT NULL,
  id       uuid NOT NULL,
  version  integer NOT NULL,
  name     text NOT NULL,
  union_id uuid,
  active   boolean NOT NULL,
  PRIMARY KEY (kind, id)
);

CREATE TABLE role_ref (
  id         uuid PRIMARY KEY,
  version    integer NOT NULL,
  person_id  uuid NOT NULL,
  union_id   uuid NOT NULL,
  role       text NOT NULL,
  revoked_at timestamptz
);
-- Who holds a role at one union: the officers at the root, before the first posting.
CREATE INDEX role_ref_union ON role_ref (union_id, role);

-- A copy of what people are called, so that a page names who submitted, approved, proposed or confirmed. Where the
-- platform ran before, it stays empty until membership tells its members anew (deploy/README.md, Upgrade).
CREATE TABLE member_ref (
  person_id   uuid PRIMARY KEY,
  version     integer NOT NULL,
  masked_name text NOT NULL,
  -- Of which union somebody is a member; null in copies from before it was kept: republish member.
  union_id    uuid,
  state       text
);
CREATE INDEX member_ref_union ON member_ref (union_id) WHERE state <> 'ended';

-- Copies of the mandates by which one union keeps the books of another.
CREATE TABLE mandate_ref (
  id              uuid PRIMARY KEY,
  version         integer NOT NULL,
  from_union_id   uuid NOT NULL,
  to_union_id     uuid NOT NULL CHECK (to_union_id <> from_union_id),
  scopes          text[] NOT NULL,
  entry_limit_fen bigint CHECK (entry_limit_fen > 0),
  valid_from      timestamptz NOT NULL,
  valid_until     timestamptz NOT NULL,
  revoked_at      timestamptz,
  CHECK (valid_from < valid_until)
);
-- Who keeps the books of a union, at each act for it that its own people do not do; and whose books one keeps.
CREATE INDEX mandate_ref_from ON mandate_ref (from_union_id, id);
CREATE INDEX mandate_ref_to ON mandate_ref (to_union_id, id);
`,
  appendOnly: [],
};
