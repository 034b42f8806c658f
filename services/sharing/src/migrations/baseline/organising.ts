import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of organising. */
export const organising: SchemaPart = {
  sql: `
-- Activities that were made by one rule. An occurrence is an activity like any other: it only knows of which
-- series it is, and which of its fields were changed for it alone.
CREATE TABLE activity_series (
  id               uuid PRIMARY KEY,
  version          integer NOT NULL,
  title            text NOT NULL,
  organiser_kind   text NOT NULL,
  organiser_id     uuid NOT NULL,
  organiser_name   text NOT NULL,
  union_id         uuid NOT NULL,
  rule_text        text NOT NULL,
  rule             jsonb NOT NULL,
  starts_on        date NOT NULL,
  time_zone        text NOT NULL,
  holidays         text NOT NULL CHECK (holidays IN ('keep', 'skip', 'move')),
  size             integer NOT NULL CHECK (size BETWEEN 1 AND 200),
  skipped          jsonb NOT NULL,
  moved            jsonb NOT NULL,
  holidays_unknown jsonb NOT NULL,
  created_by       uuid NOT NULL,
  created_at       timestamptz NOT NULL
);

ALTER TABLE activity ADD CONSTRAINT activity_series_id_fkey FOREIGN KEY (series_id) REFERENCES activity_series;
-- The search within titles.
CREATE INDEX activity_series_title_search ON activity_series USING gin (title gin_trgm_ops);

-- Successes that others hold too. An edition is an activity like any other: it only knows of which brand it is.
CREATE TABLE brand (
  id                uuid PRIMARY KEY,
  version           integer NOT NULL,
  name              text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  story             text NOT NULL CHECK (char_length(story) BETWEEN 1 AND 4000),
  state             text NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  adoption          text NOT NULL CHECK (adoption IN ('open', 'onRequest')),
  founder_union_id  uuid NOT NULL,
  founder_name      text NOT NULL,
  first_activity_id uuid NOT NULL UNIQUE REFERENCES activity,
  kind              text NOT NULL,
  function          text NOT NULL,
  business          text NOT NULL,
  template_version  integer NOT NULL CHECK (template_version > 0),
  editions          integer NOT NULL CHECK (editions > 0),
  search_terms      text[] NOT NULL,
  created_by        uuid NOT NULL,
  created_at        timestamptz NOT NULL,
  published_at      timestamptz,
  CHECK (state <> 'published' OR published_at IS NOT NULL)
);
-- The list for everybody: the newest first, or those with the most editions.
CREATE INDEX brand_published ON brand (id) WHERE state = 'published';
CREATE INDEX brand_by_editions ON brand (editions, id) WHERE state = 'published';
-- The list of those who keep brands.
CREATE INDEX brand_founder ON brand (founder_union_id, id);
CREATE INDEX brand_search ON brand USING gin (search_terms);

CREATE TABLE brand_template (
  brand_id   uuid NOT NULL REFERENCES brand,
  version    integer NOT NULL CHECK (version > 0),
  template   jsonb NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (brand_id, version)
);

CREATE TABLE brand_adoption_request (
  brand_id   uuid NOT NULL REFERENCES brand,
  id         uuid NOT NULL,
  version    integer NOT NULL,
  union_id   uuid NOT NULL,
  union_name text NOT NULL,
  asked_by   uuid NOT NULL,
  note       text CHECK (char_length(note) <= 1000),
  state      text NOT NULL CHECK (state IN ('requested', 'approved', 'refused')),
  reason     text,
  created_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  CHECK (state <> 'refused' OR reason IS NOT NULL),
  CHECK ((state = 'requested') = (decided_at IS NULL)),
  PRIMARY KEY (brand_id, id)
);
-- A union asks once at a time, and who was approved need not ask; it is looked up when a union adopts.
CREATE UNIQUE INDEX brand_adoption_of_union ON brand_adoption_request (brand_id, union_id) WHERE state <> 'refused';

-- Loans by a rule: what was asked for, what came of each of its days.
CREATE TABLE loan_series (
  id                uuid PRIMARY KEY,
  resource_id       uuid NOT NULL REFERENCES resource,
  borrower_union_id uuid NOT NULL,
  requested_by      uuid NOT NULL,
  purpose           text NOT NULL,
  rule_text         text NOT NULL,
  rule              jsonb NOT NULL,
  size              integer NOT NULL CHECK (size > 0),
  skipped           jsonb NOT NULL,
  moved             jsonb NOT NULL,
  holidays_unknown  jsonb NOT NULL,
  created_at        timestamptz NOT NULL,
  quantity          integer NOT NULL CHECK (quantity > 0)
);
-- The list of whoever asked, and of the union that borrows, newest first.
CREATE INDEX loan_series_requested_by ON loan_series (requested_by, id DESC);
CREATE INDEX loan_series_borrower ON loan_series (borrower_union_id, id DESC);

CREATE TABLE loan_series_day (
  series_id uuid NOT NULL REFERENCES loan_series,
  number    integer NOT NULL CHECK (number > 0),
  -- The day of the rule, from which it may be moved past a holiday.
  date      date NOT NULL,
  -- Of which series is a loan? Of one at most.
  loan_id   uuid NOT NULL UNIQUE REFERENCES loan,
  PRIMARY KEY (series_id, number)
);
`,
  appendOnly: [],
};
