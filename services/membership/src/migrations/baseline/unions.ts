import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of unions. */
export const unions: SchemaPart = {
  sql: `
-- Two unions under the same one do not have the same name, however it is typed: \`folded_name\` leaves out width,
-- case, blanks and what is not seen. It is checked under the lock of the union above, and no constraint: some may
-- be there twice already.
CREATE FUNCTION folded_name(name text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN lower(regexp_replace(
normalize(name, NFKC), '[\\s\\u00ad\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]', '', 'g'));

-- The union tree. A subtree is a range of paths, which needs byte order: hence the C collation.
CREATE TABLE labour_union (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL,
  parent_id     uuid REFERENCES labour_union,
  path          text COLLATE "C" NOT NULL UNIQUE,
  -- The number that the next union below gets: given under the row's lock, so that no two get the same.
  next_child    integer NOT NULL DEFAULT 1,
  name          text NOT NULL,
  uscc          text UNIQUE,
  uscc_check    text CHECK (uscc_check IN ('passed', 'failed', 'reviewed')),
  enterprise_id uuid UNIQUE,
  active        boolean NOT NULL,
  created_at    timestamptz NOT NULL,
  -- What a union is in the tree, and where it is to be found: an activity may be for the neighbours of its
  -- organiser.
  tier          text CHECK (tier IN (
    'national', 'province', 'city', 'district', 'street', 'park', 'community', 'enterprise', 'branch')),
  longitude     double precision CHECK (longitude BETWEEN -180 AND 180),
  latitude      double precision CHECK (latitude BETWEEN -90 AND 90),
  address       text,
  CHECK (path ~ '^1\\.([0-9a-z]+\\.)*$'),
  CHECK ((uscc IS NULL) = (uscc_check IS NULL)),
  CONSTRAINT labour_union_place CHECK (
    (longitude IS NULL) = (latitude IS NULL) AND (address IS NULL OR longitude IS NOT NULL))
);
-- The list of a union's children, by name.
CREATE INDEX labour_union_children ON labour_union (parent_id, name, id);
-- The list of all unions, by name, and the search within names.
CREATE INDEX labour_union_name ON labour_union (name, id);
CREATE INDEX labour_union_name_search ON labour_union USING gin (name gin_trgm_ops);
CREATE INDEX labour_union_sibling_name ON labour_union (parent_id, folded_name(name));

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

-- Enterprises, outside organisations and clubs: whoever may be a party beside unions and people.
CREATE TABLE enterprise (
  id              uuid PRIMARY KEY,
  version         integer NOT NULL,
  name            text NOT NULL,
  uscc            text NOT NULL UNIQUE,
  uscc_check      text NOT NULL CHECK (uscc_check IN ('passed', 'failed', 'reviewed')),
  uscc_evidence   text,
  sector          text,
  employees       integer CHECK (employees >= 0),
  revenue_wan     double precision CHECK (revenue_wan >= 0),
  assets_wan      double precision CHECK (assets_wan >= 0),
  size_class      text NOT NULL CHECK (size_class IN ('large', 'medium', 'small', 'micro', 'unclassified')),
  size_basis      text[] NOT NULL,
  keeper_union_id uuid NOT NULL REFERENCES labour_union,
  active          boolean NOT NULL,
  created_at      timestamptz NOT NULL,
  CHECK (uscc_check <> 'reviewed' OR uscc_evidence IS NOT NULL)
);

ALTER TABLE labour_union ADD CONSTRAINT labour_union_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprise;
-- The list by name, whole or of one size class, and the search within names.
CREATE INDEX enterprise_name ON enterprise (name, id);
CREATE INDEX enterprise_size_class ON enterprise (size_class, name, id);
CREATE INDEX enterprise_name_search ON enterprise USING gin (name gin_trgm_ops);

-- Changes that a union cannot decide alone, until somebody of the union above confirms or refuses them; and who
-- took a person in, since whoever did may not at once give them the other hand over money. Of memberships that are
-- there already the audit trail and the imports know it; only those of the last thirty days matter.
CREATE TABLE pending_change (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL,
  kind          text NOT NULL,
  state         text NOT NULL,
  -- The union above this one confirms it.
  union_id      uuid NOT NULL REFERENCES labour_union,
  person_id     uuid REFERENCES person,
  role          text,
  enterprise_id uuid REFERENCES enterprise,
  -- Field by field: what it was when it was proposed, and what it is to be.
  changes       jsonb NOT NULL,
  proposed_by   uuid NOT NULL REFERENCES person,
  proposed_at   timestamptz NOT NULL,
  decided_by    uuid REFERENCES person,
  decided_at    timestamptz,
  -- Encrypted.
  reason        text,
  -- A role is offered, and held once its person has accepted it. Those that were confirmed before count as
  -- accepted then.
  accepted_at   timestamptz,
  CONSTRAINT pending_change_check2 CHECK ((kind = 'enterprise') = (enterprise_id IS NOT NULL)),
  CONSTRAINT pending_change_check4 CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT pending_change_check5 CHECK ((state = 'refused') = (reason IS NOT NULL)),
  -- The other hand is another person's.
  CONSTRAINT pending_change_check6 CHECK (state NOT IN ('confirmed', 'refused') OR decided_by <> proposed_by),
  CONSTRAINT pending_change_check7 CHECK (state <> 'confirmed' OR person_id IS NULL OR decided_by <> person_id),
  CHECK (kind IN ('role', 'union', 'enterprise', 'passwordReset')),
  CHECK
    ((kind IN ('role', 'passwordReset')) = (person_id IS NOT NULL)),
  CHECK ((kind = 'role') = (role IS NOT NULL)),
  CHECK (state IN ('waiting', 'offered', 'confirmed', 'refused', 'withdrawn')),
  -- Nobody but its person has to agree to most roles: those are decided by nobody else.
  CHECK (CASE state
    WHEN 'waiting' THEN decided_at IS NULL
    WHEN 'offered' THEN kind = 'role'
    WHEN 'confirmed' THEN decided_at IS NOT NULL OR accepted_at IS NOT NULL
    ELSE decided_at IS NOT NULL END),
  CONSTRAINT pending_change_accepted_check CHECK ((kind = 'role' AND state = 'confirmed') = (accepted_at IS NOT NULL))
);
CREATE UNIQUE INDEX pending_change_of_name ON pending_change (union_id) WHERE state = 'waiting' AND kind = 'union';
CREATE UNIQUE INDEX pending_change_of_size ON pending_change (enterprise_id)
WHERE state = 'waiting' AND kind = 'enterprise';
-- Newest first: those of a union, those in a state, one's own, those about a person.
CREATE INDEX pending_change_of_union ON pending_change (union_id, id DESC);
CREATE INDEX pending_change_in_state ON pending_change (state, id DESC);
CREATE INDEX pending_change_of_proposer ON pending_change (proposed_by, id DESC);
CREATE INDEX pending_change_about_person ON pending_change (person_id, id DESC) WHERE person_id IS NOT NULL;
-- One of a person waits at a time.
CREATE UNIQUE INDEX pending_change_of_password ON pending_change (person_id)
WHERE state = 'waiting' AND kind = 'passwordReset';
-- One of a kind waits at a time.
CREATE UNIQUE INDEX pending_change_of_role ON pending_change (union_id, person_id, role)
WHERE state IN ('waiting', 'offered') AND kind = 'role';
`,
  appendOnly: [],
};
