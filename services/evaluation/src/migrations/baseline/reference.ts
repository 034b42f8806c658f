import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of reference. */
export const reference: SchemaPart = {
  sql: `
-- A small copy of the union tree, fed by membership's events, so that no decision here waits for another service.
CREATE TABLE union_ref (
  id         uuid PRIMARY KEY,
  version    integer NOT NULL,
  path       text COLLATE "C" NOT NULL,
  name       text NOT NULL,
  size_class text,
  active     boolean NOT NULL,
  tier       text
);
-- A subtree is a range of it.
CREATE INDEX union_ref_path ON union_ref (path);

-- Copies of what sharing and settlement tell of activities: only what surveys and scores use.
CREATE TABLE activity_ref (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  title          text NOT NULL,
  function       text NOT NULL,
  business       text NOT NULL,
  state          text NOT NULL,
  union_id       uuid NOT NULL,
  ends_at        timestamptz NOT NULL,
  -- Not activities alone are scored: clubs, resources, unions and brands are, too, by what they did in a period.
  -- So the copies know whose an activity is and what was lent, and a score says what it is of and whose union
  -- stands behind it.
  organiser_kind text,
  organiser_id   uuid,
  brand_id       uuid,
  brand_name     text,
  brand_edition  integer,
  resource_id    uuid
);
-- What a union, a club or another organiser, a brand or a place has held within a period.
CREATE INDEX activity_ref_union ON activity_ref (union_id, ends_at);
CREATE INDEX activity_ref_organiser ON activity_ref (organiser_id, ends_at);
CREATE INDEX activity_ref_brand ON activity_ref (brand_id, ends_at) WHERE brand_id IS NOT NULL;
CREATE INDEX activity_ref_resource ON activity_ref (resource_id, ends_at) WHERE resource_id IS NOT NULL;
-- The activities of a period, for reports.
CREATE INDEX activity_ref_ends_at ON activity_ref (ends_at);

CREATE TABLE attendance_ref (
  activity_id uuid NOT NULL,
  person_id   uuid NOT NULL,
  union_id    uuid NOT NULL,
  heads       integer NOT NULL,
  -- Attendance is put right by a further fact: of each person the newest stands, which may say that nobody came.
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (activity_id, person_id),
  CHECK (heads >= 0)
);
-- What a person came to: the surveys which that person may answer.
CREATE INDEX attendance_ref_person ON attendance_ref (person_id);

CREATE TABLE activity_close (
  activity_id      uuid PRIMARY KEY,
  version          integer NOT NULL,
  fact_count       integer NOT NULL,
  facts_hash       text NOT NULL,
  registered_heads integer NOT NULL,
  capacity         integer NOT NULL,
  closed_at        timestamptz NOT NULL
);

CREATE TABLE cost_ref (
  cost_pool_id uuid PRIMARY KEY,
  version      integer NOT NULL,
  activity_id  uuid NOT NULL,
  total_fen    bigint NOT NULL
);
-- All the costs of an activity.
CREATE INDEX cost_ref_activity ON cost_ref (activity_id);

-- Pools that were taken back: a row of its own, so that it may come before the approval.
CREATE TABLE cost_reversal (
  cost_pool_id uuid PRIMARY KEY
);

CREATE TABLE loan_ref (
  id                uuid PRIMARY KEY,
  version           integer NOT NULL,
  borrower_union_id uuid NOT NULL,
  state             text NOT NULL,
  ends_at           timestamptz NOT NULL,
  returned_at       timestamptz,
  resource_id       uuid,
  owner_union_id    uuid,
  title             text,
  activity_id       uuid,
  starts_at         timestamptz,
  handed_over_at    timestamptz,
  -- A season that has not opened can be moved or called off, and then the same days may be asked about anew.
  -- Volunteers are asked, too: persons, by the loans of what is their own; without their names, and pooled alone.
  owner_person_id   uuid
);
-- The loans of a union that were due within a year.
CREATE INDEX loan_ref_borrower ON loan_ref (borrower_union_id, ends_at);
-- The loans of a resource, and those for an activity.
CREATE INDEX loan_ref_resource ON loan_ref (resource_id, ends_at);
CREATE INDEX loan_ref_activity ON loan_ref (activity_id) WHERE activity_id IS NOT NULL;
-- The loans that were due in a period.
CREATE INDEX loan_ref_ends_at ON loan_ref (ends_at);

-- How long lenders take to answer. Beside the copy of loans, as most loans are never asked for twice, or at all.
CREATE TABLE loan_reply (
  loan_id         uuid PRIMARY KEY,
  version         integer NOT NULL,
  lender_union_id uuid NOT NULL,
  requested_at    timestamptz NOT NULL,
  decided_at      timestamptz NOT NULL,
  CHECK (requested_at <= decided_at)
);
-- What a union answered within a year.
CREATE INDEX loan_reply_lender ON loan_reply (lender_union_id, decided_at);

-- What every kind of party thinks of the mechanism, asked once a season: who was invited, named answers, pooled
-- ones that know no party, and what was published of them. With it the copies by which a party is known, and what
-- it did.
CREATE TABLE party_ref (
  kind     text NOT NULL,
  id       uuid NOT NULL,
  version  integer NOT NULL,
  name     text NOT NULL,
  union_id uuid,
  active   boolean NOT NULL,
  PRIMARY KEY (kind, id)
);

CREATE TABLE activity_host_ref (
  activity_id uuid PRIMARY KEY,
  version     integer NOT NULL,
  -- The organiser first, each as kind:id.
  hosts       text[] NOT NULL
);

-- A copy of who is a member of which union, for one purpose: to count whom activities reach and whom they do not.
-- It has no name and no day of birth; the decade suffices to count by age. Where the platform ran before, it stays
-- empty until membership tells its members and unions anew (deploy/README.md, Upgrade).
CREATE TABLE member_ref (
  person_id    uuid PRIMARY KEY,
  version      integer NOT NULL,
  union_id     uuid,
  state        text NOT NULL CHECK (state IN ('imported', 'active', 'ended')),
  birth_decade smallint CHECK (birth_decade % 10 = 0),
  -- Of whoever has left, nothing is counted by age any more.
  CHECK (state <> 'ended' OR birth_decade IS NULL)
);
-- The members of a union.
CREATE INDEX member_ref_union ON member_ref (union_id) WHERE state <> 'ended';

-- Answers are kept sealed to a key that is in a file, and never plain: rows of before tell from their transactions
-- who wrote them. What is there of plain answers goes; the results of closed surveys stay. A survey that is open
-- has no such key and cannot get one, since nobody may tell its answers from later ones: it is void, and may be
-- held again.
CREATE TABLE sealed_answer (
  survey_id    uuid NOT NULL,
  token_hash   bytea NOT NULL,
  receipt_hash bytea NOT NULL CHECK (octet_length(receipt_hash) = 32),
  sealed       bytea NOT NULL,
  -- One insert burns the token and keeps the answer.
  PRIMARY KEY (survey_id, token_hash)
);
-- What is sealed does not get shorter.
ALTER TABLE sealed_answer ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE sealed_text (
  survey_id uuid NOT NULL,
  id        uuid NOT NULL,
  sealed    bytea NOT NULL,
  PRIMARY KEY (survey_id, id)
);
ALTER TABLE sealed_text ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Five answers protect nobody if four of them are of people who were invented once the survey was open, or whom
-- one union could have invented: since when somebody is an active member, as far as this service was told, and
-- whether those who are asked come from one union. Whoever was a member before counts as one since ever.
CREATE TABLE member_activation (
  person_id uuid PRIMARY KEY,
  known_at  timestamptz NOT NULL,
  -- Five answers protect nobody if one officer admitted the four others, for whichever unions: who admitted
  -- somebody, as a mark that can be compared and no more. \`republish member\` brings it for those who are members
  -- already; until then it is not known, and one unknown person stands for each union.
  admitter  text
);
`,
  appendOnly: [],
};
