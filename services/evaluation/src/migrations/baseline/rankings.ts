import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of rankings. */
export const rankings: SchemaPart = {
  sql: `
CREATE TABLE ranking (
  id                  uuid PRIMARY KEY,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  weight_version_id   uuid NOT NULL REFERENCES weight_version,
  method              text NOT NULL CHECK (method IN ('score', 'topsis')),
  -- It can change the winner, so it is kept.
  scaling             text CHECK (scaling IN ('vector', 'minMax')),
  created_at          timestamptz NOT NULL,
  version             integer NOT NULL,
  union_id            uuid NOT NULL,
  title               text NOT NULL,
  -- Never a person.
  subject_kind        text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
  group_by            text NOT NULL CHECK (group_by IN ('none', 'sizeClass', 'business', 'function')),
  minimum_answers     integer NOT NULL CHECK (minimum_answers = 0 OR minimum_answers >= 5),
  subject_ids         jsonb,
  period_from         date,
  period_to           date,
  ranked              integer NOT NULL,
  hash                text NOT NULL,
  revision            integer NOT NULL CHECK (revision > 0),
  -- A ranking is revised once: the next correction revises the revision.
  revision_of_id      uuid UNIQUE REFERENCES ranking,
  state               text NOT NULL CHECK (state IN (
    'draft', 'notice', 'revising', 'final', 'superseded', 'withdrawn')
  ),
  created_by          uuid,
  published_by        uuid,
  published_at        timestamptz,
  notice_ends_at      timestamptz,
  finalised_at        timestamptz,
  reason              text,
  left_out            integer NOT NULL,
  CHECK ((method = 'topsis') = (scaling IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (reason IS NOT NULL)),
  CHECK ((published_at IS NULL) = (notice_ends_at IS NULL) AND (published_at IS NULL) = (published_by IS NULL)),
  CHECK (state IN ('draft', 'withdrawn') OR published_at IS NOT NULL),
  -- Nothing counts before the notice is over.
  CHECK (finalised_at IS NULL OR finalised_at >= notice_ends_at),
  CHECK (state <> 'final' OR finalised_at IS NOT NULL)
);
-- The rankings by one system, newest first.
CREATE INDEX ranking_of_system ON ranking (indicator_system_id, id DESC);
DO $$ BEGIN EXECUTE format('REVOKE DELETE ON ranking FROM %I', current_schema()); END $$;

-- A ranking counts after a notice in which whoever is ranked may appeal. Its places are rows, so that ten thousand
-- of them cost what ten do for each; what it found never changes, only its state does.
CREATE TABLE ranking_entry (
  ranking_id   uuid NOT NULL REFERENCES ranking,
  place        integer NOT NULL CHECK (place > 0),
  subject_id   uuid NOT NULL,
  subject_name text NOT NULL,
  union_id     uuid NOT NULL,
  score_id     uuid NOT NULL REFERENCES score,
  score_hash   text NOT NULL,
  rank         integer NOT NULL CHECK (rank BETWEEN 1 AND place),
  group_key    text,
  group_rank   integer NOT NULL CHECK (group_rank > 0),
  score        double precision NOT NULL,
  -- Five or more, or nothing: what a survey suppressed stays so.
  answers      integer CHECK (answers >= 5),
  why          jsonb NOT NULL,
  PRIMARY KEY (ranking_id, place),
  UNIQUE (ranking_id, subject_id)
);

CREATE TABLE ranking_left_out (
  ranking_id   uuid NOT NULL REFERENCES ranking,
  subject_id   uuid NOT NULL,
  subject_name text NOT NULL,
  union_id     uuid NOT NULL,
  reason       text NOT NULL CHECK (reason IN ('noScore', 'valueMissing', 'tooFewAnswers')),
  -- What is left out of a ranking may belong into it once its score is revised: by which score it was left out.
  -- Null in rows from before, which never change.
  score_id     uuid REFERENCES score,
  PRIMARY KEY (ranking_id, subject_id)
);

CREATE TABLE ranking_appeal (
  ranking_id   uuid NOT NULL REFERENCES ranking,
  id           uuid NOT NULL,
  subject_id   uuid NOT NULL,
  subject_name text NOT NULL,
  union_id     uuid NOT NULL,
  person_id    uuid NOT NULL,
  text         text NOT NULL,
  state        text NOT NULL CHECK (state IN ('open', 'upheld', 'rejected')),
  answer       text,
  created_at   timestamptz NOT NULL,
  decided_by   uuid,
  decided_at   timestamptz,
  -- An appeal may bring what shows it: the key and hash of a file that whoever appealed has uploaded, and its
  -- name.
  file_key     text,
  file_hash    text,
  file_name    text,
  PRIMARY KEY (ranking_id, id),
  CHECK ((state = 'open') = (decided_at IS NULL) AND (state = 'open') = (answer IS NULL)),
  -- Nobody decides on their own appeal.
  CHECK (decided_by <> person_id),
  CHECK ((file_key IS NULL) = (file_hash IS NULL) AND (file_key IS NULL) = (file_name IS NULL))
);
-- One at a time about the same.
CREATE UNIQUE INDEX ranking_appeal_open ON ranking_appeal (ranking_id, subject_id) WHERE state = 'open';

-- What a final ranking was good for: recognitions, each with a code by which anyone can verify its certificate.
CREATE TABLE recognition (
  id              uuid PRIMARY KEY,
  version         integer NOT NULL,
  ranking_id      uuid NOT NULL REFERENCES ranking,
  -- Never a person.
  subject_kind    text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
  subject_id      uuid NOT NULL,
  subject_name    text NOT NULL,
  issuer_union_id uuid NOT NULL,
  issuer_name     text NOT NULL,
  title           text NOT NULL,
  level           text NOT NULL,
  year            integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  place           integer NOT NULL CHECK (place > 0),
  code            text NOT NULL UNIQUE,
  granted_by      uuid NOT NULL,
  granted_at      timestamptz NOT NULL,
  revoked_by      uuid,
  revoked_at      timestamptz,
  revoke_reason   text,
  -- One of a name for the same; the unique order serves a ranking's recognitions, too.
  UNIQUE (ranking_id, title, subject_id),
  CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL) AND (revoked_at IS NULL) = (revoked_by IS NULL))
);
-- What something was recognised for, newest first.
CREATE INDEX recognition_of_subject ON recognition (subject_id, id DESC);

CREATE FUNCTION keep_ranking() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'what a ranking found never changes' USING ERRCODE = 'insufficient_privilege';
END $$;

-- A certificate says what it said; it can be revoked, once.
CREATE FUNCTION keep_recognition() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'a recognition stays as it was granted' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER ranking_kept BEFORE UPDATE ON ranking FOR EACH ROW
WHEN (OLD.state IN ('superseded', 'withdrawn') OR (OLD.state <> 'draft' AND NEW.state = 'draft')
  OR (OLD.indicator_system_id, OLD.weight_version_id, OLD.union_id, OLD.title, OLD.subject_kind, OLD.method,
      OLD.scaling, OLD.group_by, OLD.minimum_answers, OLD.subject_ids, OLD.period_from, OLD.period_to, OLD.ranked,
      OLD.left_out, OLD.hash, OLD.revision, OLD.revision_of_id, OLD.created_by, OLD.created_at)
  IS DISTINCT FROM
     (NEW.indicator_system_id, NEW.weight_version_id, NEW.union_id, NEW.title, NEW.subject_kind, NEW.method,
      NEW.scaling, NEW.group_by, NEW.minimum_answers, NEW.subject_ids, NEW.period_from, NEW.period_to, NEW.ranked,
      NEW.left_out, NEW.hash, NEW.revision, NEW.revision_of_id, NEW.created_by, NEW.created_at))
EXECUTE FUNCTION keep_ranking();

CREATE TRIGGER ranking_stays BEFORE DELETE OR TRUNCATE ON ranking
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER recognition_kept BEFORE UPDATE ON recognition FOR EACH ROW
WHEN (OLD.revoked_at IS NOT NULL OR
  (OLD.ranking_id, OLD.subject_kind, OLD.subject_id, OLD.subject_name, OLD.issuer_union_id, OLD.issuer_name,
   OLD.title, OLD.level, OLD.year, OLD.place, OLD.code, OLD.granted_by, OLD.granted_at)
  IS DISTINCT FROM
  (NEW.ranking_id, NEW.subject_kind, NEW.subject_id, NEW.subject_name, NEW.issuer_union_id, NEW.issuer_name,
   NEW.title, NEW.level, NEW.year, NEW.place, NEW.code, NEW.granted_by, NEW.granted_at))
EXECUTE FUNCTION keep_recognition();

CREATE TRIGGER recognition_stays BEFORE DELETE OR TRUNCATE ON recognition
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`,
  appendOnly: ['ranking_entry', 'ranking_left_out'],
};
