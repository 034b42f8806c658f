import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of clubs. */
export const clubs: SchemaPart = {
  sql: `
CREATE TABLE organisation (
  id         uuid PRIMARY KEY,
  version    integer NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('organisation', 'club')),
  name       text NOT NULL,
  union_id   uuid NOT NULL REFERENCES labour_union,
  uscc       text,
  uscc_check text CHECK (uscc_check IN ('passed', 'failed', 'reviewed')),
  active     boolean NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((uscc IS NULL) = (uscc_check IS NULL))
);
-- The list of either kind by name, and the search within names.
CREATE INDEX organisation_name ON organisation (kind, name, id);
CREATE INDEX organisation_name_search ON organisation USING gin (name gin_trgm_ops);

-- Who belongs to a club, and since when: an activity may be for the members of clubs.
CREATE TABLE club_member (
  club_id    uuid NOT NULL REFERENCES organisation,
  person_id  uuid NOT NULL REFERENCES person,
  id         uuid NOT NULL UNIQUE,
  version    integer NOT NULL,
  valid_from date NOT NULL,
  valid_to   date,
  end_reason text,
  ended_by   uuid REFERENCES person,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (club_id, person_id),
  CHECK (valid_to >= valid_from),
  CHECK ((valid_to IS NULL) = (ended_by IS NULL)),
  CHECK (end_reason IS NULL OR valid_to IS NOT NULL)
);
-- Those who are in a club, and those who have left it, each in the order in which they first came.
CREATE INDEX club_member_present ON club_member (club_id, id) WHERE valid_to IS NULL;
CREATE INDEX club_member_left ON club_member (club_id, id) WHERE valid_to IS NOT NULL;
`,
  appendOnly: [],
};
