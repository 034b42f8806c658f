import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of reports. */
export const reports: SchemaPart = {
  sql: `
-- What is told of reach is decided once for each period, over the whole tree of unions, and stays: answers that
-- were suppressed one by one, when they were asked for, could be subtracted from each other. What is held back is
-- not kept here.
CREATE TABLE reach_freeze (
  -- 2026 or 2026-Q4
  period    text PRIMARY KEY CHECK (period ~ '^\\d{4}(-Q[1-4])?$'),
  -- Of the rule by which was decided what is told.
  version   integer NOT NULL CHECK (version > 0),
  frozen_at timestamptz NOT NULL
);

-- The tree as it was then.
CREATE TABLE reach_union (
  period      text NOT NULL REFERENCES reach_freeze,
  union_id    uuid NOT NULL,
  path        text COLLATE "C" NOT NULL,
  name        text NOT NULL,
  size_class  text,
  own_members integer NOT NULL CHECK (own_members >= 0),
  PRIMARY KEY (period, union_id)
);
CREATE INDEX reach_union_path ON reach_union (period, path);

CREATE TABLE reach_cell (
  period      text NOT NULL,
  union_id    uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('all', 'own', 'sizeClass', 'decade', 'rest')),
  key         text NOT NULL,
  members     integer CHECK (members > 0),
  members_max integer NOT NULL CHECK (members_max >= members),
  -- Nobody, five or more, or held back.
  served      integer CHECK (served = 0 OR served >= 5),
  PRIMARY KEY (period, union_id, kind, key),
  FOREIGN KEY (period, union_id) REFERENCES reach_union
);
`,
  appendOnly: ['reach_freeze', 'reach_union', 'reach_cell'],
};
