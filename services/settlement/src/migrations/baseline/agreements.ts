import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of agreements. */
export const agreements: SchemaPart = {
  sql: `
-- Copies of what sharing owns: agreement versions with their terms, activities, and who came.
CREATE TABLE agreement_ref (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  activity_id    uuid NOT NULL,
  version_number integer NOT NULL,
  hash           text NOT NULL,
  state          text NOT NULL,
  terms          jsonb NOT NULL
);
-- The version in force of an activity.
CREATE INDEX agreement_ref_activity ON agreement_ref (activity_id, version_number);

CREATE TABLE activity_ref (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL,
  title        text NOT NULL,
  state        text NOT NULL,
  union_id     uuid NOT NULL,
  agreement_id uuid,
  -- On which days an activity was; null in copies from before it was kept: republish activity.
  starts_at    timestamptz,
  ends_at      timestamptz
);
CREATE INDEX activity_ref_union ON activity_ref (union_id, id);

-- What the facts of a closed activity must come to before money rests on them.
CREATE TABLE activity_close (
  activity_id uuid PRIMARY KEY,
  version     integer NOT NULL,
  fact_count  integer NOT NULL,
  facts_hash  text NOT NULL,
  closed_at   timestamptz NOT NULL
);

CREATE TABLE attendance_fact (
  activity_id uuid NOT NULL,
  person_id   uuid NOT NULL,
  union_id    uuid NOT NULL,
  heads       integer NOT NULL,
  -- Attendance is put right by a further fact: of each person the newest stands, which may say that nobody came.
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (activity_id, person_id),
  CHECK (heads >= 0)
);

-- The things that were borrowed for an activity and handed over, as sharing tells of them.
CREATE TABLE loan_use (
  loan_id           uuid PRIMARY KEY,
  version           integer NOT NULL,
  activity_id       uuid NOT NULL,
  borrower_union_id uuid NOT NULL,
  title             text NOT NULL,
  pieces            integer NOT NULL CHECK (pieces > 0),
  handed_over_at    timestamptz NOT NULL,
  -- The return, or the agreed end while it is out.
  until             timestamptz NOT NULL,
  is_returned       boolean NOT NULL
);
CREATE INDEX loan_use_activity ON loan_use (activity_id, loan_id);

-- Rules of spending: dated sets of limits, what bills were for, and what an approver above has let pass.
CREATE TABLE fund_rule_set (
  id               uuid PRIMARY KEY,
  version          integer NOT NULL,
  union_id         uuid NOT NULL,
  version_number   integer CHECK (version_number > 0),
  name             text NOT NULL,
  source           jsonb NOT NULL,
  valid_from       date NOT NULL,
  valid_until      date CHECK (valid_until >= valid_from),
  state            text NOT NULL CHECK (state IN ('draft', 'published', 'superseded')),
  rules            jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
  copied_from_id   uuid REFERENCES fund_rule_set,
  created_by       uuid NOT NULL,
  created_at       timestamptz NOT NULL,
  published_by     uuid,
  published_at     timestamptz,
  superseded_by_id uuid REFERENCES fund_rule_set,
  -- The sets that a union has published are one line: the later number comes after.
  UNIQUE (union_id, version_number),
  CHECK ((state = 'draft') = (version_number IS NULL)),
  CHECK ((state = 'draft') = (published_at IS NULL)),
  CHECK ((state = 'draft') = (published_by IS NULL)),
  CHECK ((state = 'superseded') = (superseded_by_id IS NOT NULL))
);
-- Which set of a union has begun on a day: asked for each union above a payer, at each submission.
CREATE INDEX fund_rule_set_begun ON fund_rule_set (union_id, valid_from, version_number)
WHERE state <> 'draft';

CREATE TABLE fund_rule_override (
  cost_pool_id uuid NOT NULL,
  id           uuid NOT NULL,
  -- Not a reference: a bill may be taken out again, and what was let pass is shown for ever.
  item_id      uuid NOT NULL,
  item_title   text NOT NULL,
  -- Who pays it: whoever lets it pass stands above.
  union_id     uuid NOT NULL,
  set_id       uuid NOT NULL REFERENCES fund_rule_set,
  rule_key     text NOT NULL,
  measure      text NOT NULL,
  allowed      bigint NOT NULL CHECK (allowed >= 0),
  -- What is over this is let pass by nobody.
  actual       bigint NOT NULL CHECK (actual > allowed),
  over_fen     bigint NOT NULL CHECK (over_fen >= 0),
  reason       text NOT NULL,
  lifted_by    uuid NOT NULL,
  lifted_at    timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (cost_pool_id, id),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
  -- What a prize may cost is said by the piece: beside what is too much of several, the amount of one looked
  -- wrong.
  CHECK (measure IN ('money', 'perPiece', 'heads', 'days'))
);
-- A breach is let pass once at a time.
CREATE UNIQUE INDEX fund_rule_override_live ON fund_rule_override (cost_pool_id, item_id, set_id, rule_key)
WHERE withdrawn_at IS NULL;

-- What is published binds what was spent under it, so whatever program writes, its words stay.
CREATE FUNCTION keep_published_rules() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF OLD.state <> 'draft' AND (TG_OP = 'DELETE' OR
     (NEW.union_id, NEW.version_number, NEW.name, NEW.source, NEW.valid_from, NEW.rules)
       IS DISTINCT FROM
     (OLD.union_id, OLD.version_number, OLD.name, OLD.source, OLD.valid_from, OLD.rules)
     OR NEW.valid_until IS DISTINCT FROM OLD.valid_until) THEN
    RAISE EXCEPTION 'fund rule set % is published', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER fund_rule_set_kept BEFORE UPDATE OR DELETE ON fund_rule_set
FOR EACH ROW EXECUTE FUNCTION keep_published_rules();
`,
  appendOnly: [],
};
