import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of surveys. */
export const surveys: SchemaPart = {
  sql: `
-- Surveys in two halves that nothing joins: who had a token signed, and what was answered with a token. The
-- answers know a hash and nothing else.
CREATE TABLE survey (
  id                  uuid PRIMARY KEY,
  version             integer NOT NULL,
  activity_id         uuid NOT NULL,
  activity_title      text NOT NULL,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  union_id            uuid NOT NULL,
  state               text NOT NULL,
  questions           jsonb NOT NULL,
  cuts                jsonb NOT NULL,
  public_key          jsonb NOT NULL,
  private_key         text,
  opens_at            timestamptz NOT NULL,
  closes_at           timestamptz NOT NULL,
  closed_at           timestamptz,
  created_at          timestamptz NOT NULL,
  plan_id             uuid,
  came_count          integer CHECK (came_count >= 0),
  token_count         integer CHECK (token_count >= 0),
  sealing_key         bytea CHECK (octet_length(sealing_key) = 32),
  single_source       boolean,
  CHECK (opens_at < closes_at),
  -- While it is open they would be a running total.
  CONSTRAINT survey_counts_after_close CHECK (state = 'closed' OR (came_count IS NULL AND token_count IS NULL)),
  CONSTRAINT survey_counts_together CHECK ((came_count IS NULL) = (token_count IS NULL)),
  CONSTRAINT survey_state_known CHECK (state IN ('open', 'closing', 'closed', 'void')),
  CONSTRAINT survey_closed_at CHECK ((state IN ('closed', 'void')) = (closed_at IS NOT NULL)),
  -- After the end nothing is signed any more.
  CONSTRAINT survey_signs CHECK ((state = 'open') = (private_key IS NOT NULL)),
  CONSTRAINT survey_sealed CHECK (state NOT IN ('open', 'closing') OR sealing_key IS NOT NULL)
);

ALTER TABLE sealed_text ADD CONSTRAINT sealed_text_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES survey;
-- How many surveys a standing order has opened.
CREATE INDEX survey_plan_surveys ON survey (plan_id) WHERE plan_id IS NOT NULL;
-- One survey of an activity by the same indicators: a second would be subtracted from the first. A void one has no results.
CREATE UNIQUE INDEX survey_once ON survey (activity_id, indicator_system_id) WHERE state <> 'void';
-- A small union's list of surveys reads its own, newest first, and not those of the whole network until it has
-- found its own.
CREATE INDEX survey_union ON survey (union_id, id);
-- Those of an activity that somebody came to; the unique one leaves out those that are void.
CREATE INDEX survey_activity ON survey (activity_id, id);

-- No time: the order of signatures would be a hint to the order of answers.
CREATE TABLE survey_token_grant (
  survey_id       uuid NOT NULL REFERENCES survey,
  person_id       uuid NOT NULL,
  blinded_hash    bytea NOT NULL,
  blind_signature bytea NOT NULL,
  PRIMARY KEY (survey_id, person_id)
);

CREATE TABLE survey_result (
  survey_id    uuid NOT NULL REFERENCES survey,
  dimension    text NOT NULL,
  key          text NOT NULL,
  question_key text NOT NULL,
  -- Five or more, or nothing.
  answer_count integer CHECK (answer_count >= 5),
  answer_sum   double precision,
  function     text,
  business     text,
  direction    text,
  frozen_on    date NOT NULL,
  -- Questions from 0 to 10 and choices beside those from 1 to 5: sums of other scales, which choices without
  -- values do not have at all, and how the answers divide. What is there was asked from 1 to 5.
  distribution jsonb,
  scale_min    double precision,
  scale_max    double precision,
  PRIMARY KEY (survey_id, dimension, key, question_key),
  CONSTRAINT survey_result_sum_counted CHECK (answer_sum IS NULL OR answer_count IS NOT NULL),
  -- Five or more of each that is told, and nothing of what is suppressed.
  CONSTRAINT survey_result_distribution_told CHECK (distribution IS NULL OR (answer_count IS NOT NULL
    AND jsonb_typeof(distribution) = 'array' AND NOT jsonb_path_exists(distribution, '$[*] ? (@.count < 5)')))
);
-- What was published within a period.
CREATE INDEX survey_result_frozen_on ON survey_result (frozen_on)
WHERE dimension = 'all' AND answer_count IS NOT NULL AND function IS NOT NULL;

CREATE TABLE survey_text_result (
  survey_id    uuid NOT NULL REFERENCES survey,
  question_key text NOT NULL,
  texts        jsonb NOT NULL,
  PRIMARY KEY (survey_id, question_key)
);

-- Standing orders to ask those who came; and of each survey, once it is closed, how many came and fetched a token.
CREATE TABLE survey_plan (
  id                  uuid PRIMARY KEY,
  version             integer NOT NULL,
  union_id            uuid NOT NULL,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  questions           jsonb NOT NULL,
  days_open           integer NOT NULL CHECK (days_open BETWEEN 1 AND 60),
  valid_from          date NOT NULL,
  state               text NOT NULL CHECK (state IN ('active', 'ended')),
  created_at          timestamptz NOT NULL,
  ended_at            timestamptz,
  CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);

ALTER TABLE survey ADD CONSTRAINT survey_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES survey_plan;
-- One in force for each union, so that it is clear which one asks.
CREATE UNIQUE INDEX survey_plan_in_force ON survey_plan (union_id) WHERE state = 'active';

-- Sums over the answers of a closed survey, and reports on the indicators that are computed from them and from
-- scores.
CREATE TABLE survey_moment (
  survey_id           uuid PRIMARY KEY REFERENCES survey,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  -- From few answers their sums of products would tell what each of them was.
  answer_count        integer NOT NULL CHECK (answer_count >= 20),
  nodes               jsonb NOT NULL,
  frozen_on           date NOT NULL
);
-- The surveys of a season by one system.
CREATE INDEX survey_moment_season ON survey_moment (indicator_system_id, frozen_on);
`,
  appendOnly: ['survey_result', 'survey_text_result', 'survey_moment'],
};
