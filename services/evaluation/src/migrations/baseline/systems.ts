import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of systems. */
export const systems: SchemaPart = {
  sql: `
-- Indicator systems and their weights. What is published or computed never changes: old scores rest on it.
CREATE TABLE indicator_system (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  series_id      uuid NOT NULL REFERENCES indicator_system,
  version_number integer NOT NULL CHECK (version_number > 0),
  union_id       uuid NOT NULL,
  name           text NOT NULL,
  state          text NOT NULL,
  nodes          jsonb NOT NULL,
  published_at   timestamptz,
  created_at     timestamptz NOT NULL,
  -- A version is reviewed by somebody other than who wrote it, before it is published; and one that has had its
  -- time is retired: kept for what rests on it. Who did each step, and when, is kept with it.
  template       text,
  -- Null in what was drafted before it was kept.
  edited_by      uuid,
  reviewed_by    uuid,
  reviewed_at    timestamptz,
  returned_by    uuid,
  return_reason  text,
  published_by   uuid,
  retired_by     uuid,
  retired_at     timestamptz,
  UNIQUE (series_id, version_number),
  CHECK (state IN ('draft', 'reviewed', 'published', 'retired')),
  CONSTRAINT indicator_system_published_check CHECK ((state IN (
    'published', 'retired')) = (published_at IS NOT NULL)
  ),
  CONSTRAINT indicator_system_retired_check CHECK ((state = 'retired') = (retired_at IS NOT NULL)),
  -- Published versions from before reviews have none.
  CONSTRAINT indicator_system_reviewed_check CHECK (CASE state
    WHEN 'draft' THEN reviewed_at IS NULL WHEN 'reviewed' THEN reviewed_at IS NOT NULL ELSE true END),
  CONSTRAINT indicator_system_reviewer_check CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
  -- Nobody reviews what they wrote themselves.
  CONSTRAINT indicator_system_four_eyes CHECK (reviewed_by <> edited_by),
  CONSTRAINT indicator_system_returned_check CHECK ((returned_by IS NULL) = (return_reason IS NULL))
);

CREATE TABLE weight_version (
  id                  uuid PRIMARY KEY,
  version             integer NOT NULL,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  version_number      integer NOT NULL CHECK (version_number > 0),
  state               text NOT NULL CHECK (state IN ('computed', 'active', 'superseded')),
  acceptable          boolean NOT NULL,
  input               jsonb NOT NULL,
  nodes               jsonb NOT NULL,
  indicators          jsonb NOT NULL,
  activated_at        timestamptz,
  created_at          timestamptz NOT NULL,
  judgement_round_id  uuid,
  UNIQUE (indicator_system_id, version_number),
  -- A consistency ratio above 0.10 never comes into force.
  CHECK (acceptable OR state = 'computed'),
  CHECK ((state = 'computed') = (activated_at IS NULL))
);
-- One version of a system is in force.
CREATE UNIQUE INDEX weight_version_active ON weight_version (indicator_system_id) WHERE state = 'active';
-- The versions of a system, newest first.
CREATE INDEX weight_version_list ON weight_version (indicator_system_id, id DESC);

-- Rounds in which experts judge indicators in pairs, each by a secret link. What a judge has said counts as it
-- was said: once a round is closed neither its questions nor any judgement changes.
CREATE TABLE judgement_round (
  id                  uuid PRIMARY KEY,
  version             integer NOT NULL,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  name                text NOT NULL,
  state               text NOT NULL CHECK (state IN ('open', 'closed')),
  groups              jsonb NOT NULL,
  closes_at           timestamptz NOT NULL,
  closed_at           timestamptz,
  created_at          timestamptz NOT NULL,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);

ALTER TABLE weight_version ADD CONSTRAINT weight_version_judgement_round_id_fkey FOREIGN KEY (judgement_round_id) REFERENCES judgement_round;
-- The rounds of a system, newest first.
CREATE INDEX judgement_round_of_system ON judgement_round (indicator_system_id, id DESC);
-- The open ones, newest first; most are closed.
CREATE INDEX judgement_round_open ON judgement_round (id DESC) WHERE state = 'open';

CREATE TABLE judge (
  judgement_round_id uuid NOT NULL REFERENCES judgement_round,
  id                 uuid NOT NULL,
  name               text NOT NULL,
  -- Of the secret link, which is shown once and kept nowhere.
  token_hash         text NOT NULL UNIQUE,
  judgements         jsonb NOT NULL,
  invited_at         timestamptz NOT NULL,
  saved_at           timestamptz,
  revoked_at         timestamptz,
  PRIMARY KEY (judgement_round_id, id),
  -- Two of one name could not be told apart by whoever reads what each said.
  UNIQUE (judgement_round_id, name)
);

-- A published version may be retired, and nothing else of it ever changes.
CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_retiring CONSTANT text[] := ARRAY['state', 'version', 'retired_by', 'retired_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'retired'
     AND to_jsonb(NEW) - of_retiring = to_jsonb(OLD) - of_retiring THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published indicator system never changes' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION keep_round() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'a closed judging round never changes' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION keep_judgements() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM judgement_round WHERE id = OLD.judgement_round_id AND state = 'closed') THEN
    RAISE EXCEPTION 'the judgements of a closed round never change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER indicator_system_published BEFORE UPDATE OR DELETE ON indicator_system
FOR EACH ROW WHEN (OLD.state IN ('published', 'retired')) EXECUTE FUNCTION keep_published();

CREATE TRIGGER judgement_round_closed BEFORE UPDATE OR DELETE ON judgement_round
FOR EACH ROW WHEN (OLD.state = 'closed') EXECUTE FUNCTION keep_round();

-- Judges compare what they were asked about.
CREATE TRIGGER judgement_round_groups BEFORE UPDATE ON judgement_round
FOR EACH ROW WHEN (NEW.groups IS DISTINCT FROM OLD.groups
  OR NEW.indicator_system_id IS DISTINCT FROM OLD.indicator_system_id) EXECUTE FUNCTION keep_round();

CREATE TRIGGER judge_of_closed BEFORE UPDATE ON judge
FOR EACH ROW EXECUTE FUNCTION keep_judgements();
`,
  appendOnly: [],
};
