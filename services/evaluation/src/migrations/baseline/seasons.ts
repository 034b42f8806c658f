import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of seasons. */
export const seasons: SchemaPart = {
  sql: `
CREATE TABLE efficacy_survey (
  id                  uuid PRIMARY KEY,
  version             integer NOT NULL,
  union_id            uuid NOT NULL,
  -- Its place when the survey opened: trees move, and what was pooled stays where it was.
  root_path           text COLLATE "C" NOT NULL,
  name                text NOT NULL,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  period_from         date NOT NULL,
  period_to           date NOT NULL,
  state               text NOT NULL,
  questions           jsonb NOT NULL,
  opens_at            timestamptz NOT NULL,
  closes_at           timestamptz NOT NULL,
  closed_at           timestamptz,
  created_at          timestamptz NOT NULL,
  sealing_key         bytea CHECK (octet_length(sealing_key) = 32),
  CHECK (opens_at < closes_at),
  CHECK (state IN ('scheduled', 'open', 'closing', 'closed', 'cancelled', 'void')),
  CONSTRAINT efficacy_survey_closed_at CHECK ((state IN ('closed', 'void')) = (closed_at IS NOT NULL)),
  CONSTRAINT efficacy_survey_sealed CHECK (state NOT IN ('open', 'closing') OR sealing_key IS NOT NULL),
  CONSTRAINT efficacy_survey_season EXCLUDE USING gist
    (union_id WITH =, daterange(period_from, period_to, '[]') WITH &&) WHERE (state NOT IN ('cancelled', 'void'))
);

CREATE TABLE efficacy_invitation (
  survey_id    uuid NOT NULL REFERENCES efficacy_survey,
  kind         text NOT NULL,
  party_kind   text NOT NULL,
  party_id     uuid NOT NULL,
  party_name   text NOT NULL,
  -- Whose officers answer for it.
  union_id     uuid NOT NULL,
  union_name   text NOT NULL,
  -- The smallest subtree with five such unions among the invited: all that is kept of where a pooled answer is from.
  pool_path    text COLLATE "C" NOT NULL,
  manner       text CHECK (manner IN ('named', 'pooled')),
  -- Of what was signed for a party: asked for again it is signed again, and anything else is not.
  blinded_hash bytea CHECK (octet_length(blinded_hash) = 32),
  PRIMARY KEY (survey_id, kind, party_kind, party_id),
  CHECK (kind IN ('union', 'enterprise', 'club', 'provider', 'borrower', 'organisation', 'volunteer')),
  CHECK (party_kind IN ('union', 'enterprise', 'club', 'organisation', 'person')),
  CONSTRAINT efficacy_invitation_volunteer CHECK ((kind = 'volunteer') = (party_kind = 'person')),
  CONSTRAINT efficacy_invitation_person CHECK (party_kind <> 'person' OR (party_name = '' AND manner IS DISTINCT FROM 'named')),
  CONSTRAINT efficacy_invitation_token CHECK (blinded_hash IS NULL OR manner = 'pooled')
);
-- What the officers of a union may answer.
CREATE INDEX efficacy_invitation_union ON efficacy_invitation (union_id, survey_id);
-- What a volunteer may answer.
CREATE INDEX efficacy_invitation_person_own ON efficacy_invitation (party_id, survey_id) WHERE party_kind = 'person';

CREATE TABLE efficacy_named_answer (
  survey_id  uuid NOT NULL,
  kind       text NOT NULL,
  party_kind text NOT NULL,
  party_id   uuid NOT NULL,
  answers    jsonb NOT NULL,
  PRIMARY KEY (survey_id, kind, party_kind, party_id),
  FOREIGN KEY (survey_id, kind, party_kind, party_id) REFERENCES efficacy_invitation
);

CREATE TABLE efficacy_result (
  survey_id uuid NOT NULL REFERENCES efficacy_survey,
  kind      text NOT NULL,
  dimension text NOT NULL CHECK (dimension IN ('all', 'party', 'pool')),
  key       text NOT NULL,
  name      text NOT NULL,
  is_rest   boolean NOT NULL,
  -- How many were asked, of all of a kind.
  invited   integer CHECK ((dimension = 'all') = (invited IS NOT NULL)),
  answers   integer NOT NULL CHECK (answers >= 0),
  opinions  jsonb NOT NULL,
  PRIMARY KEY (survey_id, kind, dimension, key),
  -- Five or more, or nothing.
  CHECK (dimension <> 'pool' OR answers >= 5),
  CHECK (dimension <> 'party' OR answers = 1)
);

CREATE TABLE efficacy_fact (
  survey_id uuid NOT NULL REFERENCES efficacy_survey,
  kind      text NOT NULL,
  fact      text NOT NULL,
  value     double precision,
  PRIMARY KEY (survey_id, kind, fact)
);

CREATE TABLE tuning_report (
  id                  uuid PRIMARY KEY,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  weight_version_id   uuid REFERENCES weight_version,
  starts_on           date NOT NULL,
  ends_on             date NOT NULL CHECK (ends_on >= starts_on),
  counts              jsonb NOT NULL,
  detail              jsonb NOT NULL,
  findings            jsonb NOT NULL,
  inputs_hash         text NOT NULL,
  created_at          timestamptz NOT NULL,
  -- The same from the same exists once.
  UNIQUE (indicator_system_id, inputs_hash)
);
-- The reports on one system, newest first.
CREATE INDEX tuning_report_list ON tuning_report (indicator_system_id, id DESC);

-- A report on the indicators is made step by step: a process that dies goes on where it was, and pages show how
-- far it is.
CREATE TABLE tuning_job (
  id                  uuid PRIMARY KEY,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  starts_on           date NOT NULL,
  ends_on             date NOT NULL CHECK (ends_on >= starts_on),
  state               text NOT NULL CHECK (state IN ('running', 'done')),
  done                integer NOT NULL CHECK (done BETWEEN 0 AND 4),
  -- What its steps have read so far; nothing of it once the report is made.
  gathered            jsonb NOT NULL,
  tuning_report_id    uuid REFERENCES tuning_report,
  requested_by        uuid NOT NULL,
  created_at          timestamptz NOT NULL,
  finished_at         timestamptz,
  CHECK ((state = 'done') = (finished_at IS NOT NULL)),
  CHECK ((state = 'done') = (tuning_report_id IS NOT NULL)),
  CHECK (state = 'running' OR (done = 4 AND gathered = '{}'))
);
-- The jobs of one system, newest first.
CREATE INDEX tuning_job_of_system ON tuning_job (indicator_system_id, id DESC);
-- The same is not computed twice at the same time.
CREATE UNIQUE INDEX tuning_job_running ON tuning_job (indicator_system_id, starts_on, ends_on)
WHERE state = 'running';

-- Pooled answers are kept sealed, each with the hash of a token, and never plain: rows of before tell from their
-- transactions which party wrote them. What is there of plain answers goes; the results of closed seasons stay. A
-- season that is open has no keys and cannot get any, since its answers could be told from later ones: it is void,
-- and may be held again.
CREATE TABLE efficacy_pool (
  survey_id   uuid NOT NULL REFERENCES efficacy_survey,
  id          uuid NOT NULL,
  kind        text NOT NULL,
  path        text COLLATE "C" NOT NULL,
  public_key  jsonb,
  private_key text CHECK (private_key IS NULL OR public_key IS NOT NULL),
  PRIMARY KEY (survey_id, id),
  -- One key for all of a pool: a second would mark those who have it.
  UNIQUE (survey_id, kind, path)
);

-- Whoever answers has been promised anonymity, these questions and these cuts: none of it can change, and a
-- closed survey stays as it is.
CREATE FUNCTION keep_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a survey keeps what it promised' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER survey_promise BEFORE UPDATE ON survey FOR EACH ROW
WHEN (OLD.state IN ('closed', 'void') OR (NEW.private_key IS NOT NULL AND NEW.private_key <> OLD.private_key)
  OR (NEW.activity_id, NEW.indicator_system_id, NEW.questions, NEW.cuts, NEW.public_key, NEW.opens_at, NEW.closes_at)
  IS DISTINCT FROM
     (OLD.activity_id, OLD.indicator_system_id, OLD.questions, OLD.cuts, OLD.public_key, OLD.opens_at, OLD.closes_at))
EXECUTE FUNCTION keep_promise();

CREATE TRIGGER efficacy_survey_promise BEFORE UPDATE ON efficacy_survey FOR EACH ROW
WHEN (OLD.state IN ('closed', 'cancelled', 'void') OR (NEW.union_id, NEW.indicator_system_id, NEW.questions, NEW.period_from, NEW.period_to)
    IS DISTINCT FROM (OLD.union_id, OLD.indicator_system_id, OLD.questions, OLD.period_from, OLD.period_to)
  OR (OLD.state <> 'scheduled' AND (NEW.name, NEW.opens_at, NEW.closes_at) IS DISTINCT FROM (OLD.name, OLD.opens_at, OLD.closes_at)))
EXECUTE FUNCTION keep_promise();

-- An answer stands: neither its manner nor who was invited changes.
CREATE TRIGGER efficacy_invitation_promise BEFORE UPDATE ON efficacy_invitation FOR EACH ROW
WHEN (OLD.manner IS NOT NULL OR NEW.pool_path <> OLD.pool_path OR NEW.union_id <> OLD.union_id)
EXECUTE FUNCTION keep_promise();

CREATE TRIGGER efficacy_pool_promise BEFORE UPDATE ON efficacy_pool FOR EACH ROW
WHEN ((NEW.survey_id, NEW.id, NEW.kind, NEW.path) IS DISTINCT FROM (OLD.survey_id, OLD.id, OLD.kind, OLD.path)
  OR (OLD.public_key IS NOT NULL AND NEW.public_key IS DISTINCT FROM OLD.public_key))
EXECUTE FUNCTION keep_promise();
`,
  appendOnly: ['efficacy_named_answer', 'efficacy_result', 'efficacy_fact', 'tuning_report'],
};
