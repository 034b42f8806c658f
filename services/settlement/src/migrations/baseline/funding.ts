import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of funding. */
export const funding: SchemaPart = {
  sql: `
-- Money from a tier above: programmes, applications, objections, and what was given with every fen that went of
-- it.
CREATE TABLE subsidy_programme (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  union_id       uuid NOT NULL,
  title          text NOT NULL,
  text           text NOT NULL,
  expense_codes  text[] NOT NULL,
  size_classes   text[] NOT NULL,
  small_first    boolean NOT NULL,
  budget_fen     bigint NOT NULL CHECK (budget_fen > 0),
  -- What is proposed and given of it, in all rounds.
  awarded_fen    bigint NOT NULL CHECK (awarded_fen BETWEEN 0 AND budget_fen),
  basis          text NOT NULL CHECK (basis IN ('graded', 'percent')),
  -- [{ name, amount }]
  grades         jsonb NOT NULL,
  percent        text,
  cap_fen        bigint CHECK (cap_fen > 0),
  opens_at       timestamptz,
  closes_at      timestamptz,
  notice_days    integer NOT NULL CHECK (notice_days >= 0),
  report_days    integer NOT NULL CHECK (report_days >= 0),
  conditions     text NOT NULL,
  needs_receipts boolean NOT NULL,
  payment        text NOT NULL CHECK (payment IN ('netting', 'bank')),
  state          text NOT NULL CHECK (state IN ('draft', 'open', 'deciding', 'notice', 'closed', 'cancelled')),
  round          integer NOT NULL CHECK (round > 0),
  notice_ends_at timestamptz,
  cancel_reason  text,
  created_by     uuid NOT NULL,
  created_at     timestamptz NOT NULL,
  approved_by    uuid,
  CHECK (opens_at < closes_at),
  CHECK ((basis = 'percent') = (percent IS NOT NULL AND cap_fen IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
  CHECK (state <> 'notice' OR (notice_ends_at IS NOT NULL AND approved_by IS NOT NULL))
);

CREATE TABLE subsidy_application (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL,
  programme_id  uuid NOT NULL REFERENCES subsidy_programme,
  round         integer NOT NULL,
  union_id      uuid NOT NULL,
  activity_id   uuid,
  title         text NOT NULL,
  plan          text NOT NULL,
  use_until     date NOT NULL,
  requested_fen bigint NOT NULL CHECK (requested_fen > 0),
  planned_fen   bigint NOT NULL,
  -- [{ name, fileKey, sha256, ownerId }]
  files         jsonb NOT NULL,
  state         text NOT NULL CHECK (state IN
    ('draft', 'submitted', 'proposed', 'rejected', 'granted', 'refused', 'withdrawn', 'lapsed')),
  grade         text,
  award_fen     bigint CHECK (award_fen > 0),
  reason        text,
  submitted_by  uuid,
  submitted_at  timestamptz,
  decided_by    uuid,
  decided_at    timestamptz,
  created_by    uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  CHECK (requested_fen <= planned_fen),
  CHECK ((state IN ('proposed', 'granted')) = (award_fen IS NOT NULL)),
  CHECK (state NOT IN ('submitted', 'proposed', 'rejected', 'granted', 'refused') OR submitted_by IS NOT NULL),
  CONSTRAINT subsidy_application_two_people CHECK (decided_by <> created_by AND decided_by <> submitted_by)
);
-- The applications of a programme, and what its awards come to.
CREATE INDEX subsidy_application_programme ON subsidy_application (programme_id, id);
-- Those of a union.
CREATE INDEX subsidy_application_union ON subsidy_application (union_id, id);
-- An activity is asked for once in a programme, unless that came to nothing.
CREATE UNIQUE INDEX subsidy_application_activity ON subsidy_application (programme_id, activity_id)
WHERE state NOT IN ('refused', 'withdrawn', 'lapsed');

CREATE TABLE subsidy_objection (
  id             uuid PRIMARY KEY,
  programme_id   uuid NOT NULL REFERENCES subsidy_programme,
  application_id uuid NOT NULL REFERENCES subsidy_application,
  person_id      uuid NOT NULL,
  reason         text NOT NULL,
  created_at     timestamptz NOT NULL,
  answer         text,
  upheld         boolean,
  answered_by    uuid,
  answered_at    timestamptz,
  CHECK ((answer IS NULL) = (upheld IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  CHECK (answered_by <> person_id)
);
-- Those of a programme, and whether one of them holds its notice back.
CREATE INDEX subsidy_objection_programme ON subsidy_objection (programme_id, id);
-- Nobody objects twice before they have an answer.
CREATE UNIQUE INDEX subsidy_objection_open ON subsidy_objection (application_id, person_id) WHERE answer IS NULL;

CREATE TABLE subsidy (
  id                uuid PRIMARY KEY,
  version           integer NOT NULL,
  programme_id      uuid NOT NULL REFERENCES subsidy_programme,
  application_id    uuid NOT NULL UNIQUE REFERENCES subsidy_application,
  giver_union_id    uuid NOT NULL,
  receiver_union_id uuid NOT NULL,
  activity_id       uuid,
  title             text NOT NULL,
  payment           text NOT NULL,
  percent           text,
  granted_fen       bigint NOT NULL CHECK (granted_fen > 0),
  drawn_fen         bigint NOT NULL CHECK (drawn_fen >= 0),
  returned_fen      bigint NOT NULL CHECK (returned_fen >= 0),
  state             text NOT NULL CHECK (state IN
    ('offered', 'accepted', 'active', 'reported', 'accounted', 'closed', 'declined')),
  report_due_at     timestamptz NOT NULL,
  reminded_at       timestamptz,
  overdue_at        timestamptz,
  -- Who approved the award: the entry of what is given is theirs.
  approved_by       uuid NOT NULL,
  accepted_by       uuid,
  accepted_at       timestamptz,
  bank_reference    text,
  sent_by           uuid,
  sent_at           timestamptz,
  received_by       uuid,
  received_at       timestamptz,
  entry_id          uuid REFERENCES entry,
  -- { text, lines: [{ title, amount, expenseCode, receipt }] }
  report            jsonb,
  reported_by       uuid,
  reported_at       timestamptz,
  reviewed_by       uuid,
  reason            text,
  created_at        timestamptz NOT NULL,
  CHECK (giver_union_id <> receiver_union_id),
  -- Never more goes of it than was given.
  CHECK (drawn_fen + returned_fen <= granted_fen),
  CHECK ((state IN ('offered', 'accepted', 'declined')) = (entry_id IS NULL)),
  CHECK (sent_by <> received_by),
  CHECK (reported_by <> reviewed_by),
  CONSTRAINT subsidy_two_people CHECK (accepted_by <> approved_by)
);
-- What a pool of an activity may draw on.
CREATE INDEX subsidy_activity ON subsidy (activity_id, id);
CREATE INDEX subsidy_giver ON subsidy (giver_union_id, id);
CREATE INDEX subsidy_receiver ON subsidy (receiver_union_id, id);

CREATE TABLE subsidy_move (
  id           uuid PRIMARY KEY,
  subsidy_id   uuid NOT NULL REFERENCES subsidy,
  kind         text NOT NULL CHECK (kind IN ('drawn', 'restored', 'used', 'returned')),
  amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
  cost_pool_id uuid,
  -- What was drawn is restored once.
  restores     uuid UNIQUE REFERENCES subsidy_move,
  entry_id     uuid REFERENCES entry,
  reason       text,
  moved_by     uuid NOT NULL,
  moved_at     timestamptz NOT NULL,
  CHECK ((kind IN ('drawn', 'restored')) = (cost_pool_id IS NOT NULL)),
  CHECK ((kind = 'restored') = (restores IS NOT NULL)),
  -- What a report says was used was paid by the receiver itself: nobody owes anything by it.
  CHECK ((kind = 'used') = (entry_id IS NULL))
);
CREATE INDEX subsidy_move_subsidy ON subsidy_move (subsidy_id, id);
-- What a pool drew, when it is reversed.
CREATE INDEX subsidy_move_pool ON subsidy_move (cost_pool_id) WHERE kind = 'drawn';

-- What a union means to spend in a year, by expense code, and what a score has cost: budgets with their versions,
-- and scores.
CREATE TABLE budget (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL,
  union_id      uuid NOT NULL,
  year          integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  -- 1 for the first of the year, then one more for each amendment.
  number        integer NOT NULL CHECK (number > 0),
  state         text NOT NULL CHECK (state IN ('draft', 'submitted', 'adopted', 'superseded')),
  reason        text,
  return_reason text,
  created_by    uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  submitted_by  uuid,
  submitted_at  timestamptz,
  adopted_by    uuid,
  adopted_at    timestamptz,
  UNIQUE (union_id, year, number),
  CHECK ((number = 1) = (reason IS NULL)),
  CHECK ((state = 'draft') = (submitted_by IS NULL)),
  CHECK ((submitted_by IS NULL) = (submitted_at IS NULL)),
  CHECK ((state IN ('adopted', 'superseded')) = (adopted_by IS NOT NULL)),
  CHECK ((adopted_by IS NULL) = (adopted_at IS NULL)),
  -- Nobody adopts what they submitted themselves.
  CHECK (adopted_by <> submitted_by),
  -- The second person of an act is another one by the database as well. Not valid for what is there: a row of
  -- before may name one person twice, and stays readable as it was decided.
  CONSTRAINT budget_two_people CHECK (adopted_by <> created_by)
);
-- One budget of a year is in force.
CREATE UNIQUE INDEX budget_adopted ON budget (union_id, year) WHERE state = 'adopted';
CREATE INDEX budget_union ON budget (union_id, id);

CREATE TABLE budget_line (
  budget_id    uuid NOT NULL REFERENCES budget,
  expense_code text NOT NULL,
  amount_fen   bigint NOT NULL CHECK (amount_fen >= 0),
  note         text,
  PRIMARY KEY (budget_id, expense_code)
);

CREATE TABLE activity_score (
  activity_id uuid PRIMARY KEY,
  score       double precision NOT NULL CHECK (score BETWEEN 0 AND 100),
  computed_at timestamptz NOT NULL
);

-- What a programme has awarded is what its applications were awarded, whatever program writes them.
CREATE FUNCTION check_subsidy_awards() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_id uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF (SELECT awarded_fen FROM subsidy_programme WHERE id = of_id)
    <> (SELECT coalesce(sum(award_fen), 0) FROM subsidy_application WHERE programme_id = of_id) THEN
    RAISE EXCEPTION 'the awards of subsidy programme % are not what it says', of_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- drawn + returned + left = granted: the sums of a subsidy are those of its moves, looked at when the transaction commits.
CREATE FUNCTION check_subsidy_moves() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_id uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  held  subsidy;
  drawn bigint;
  back  bigint;
BEGIN
  SELECT * INTO held FROM subsidy WHERE id = of_id;
  SELECT coalesce(sum(CASE kind WHEN 'restored' THEN -amount_fen WHEN 'returned' THEN 0 ELSE amount_fen END), 0),
         coalesce(sum(amount_fen) FILTER (WHERE kind = 'returned'), 0)
    INTO drawn, back FROM subsidy_move WHERE subsidy_id = of_id;
  IF held.drawn_fen <> drawn OR held.returned_fen <> back THEN
    RAISE EXCEPTION 'the moves of subsidy % do not make its sums', of_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER subsidy_programme_awards AFTER INSERT OR UPDATE ON subsidy_programme
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_awards('id');

CREATE CONSTRAINT TRIGGER subsidy_application_awards AFTER INSERT OR UPDATE ON subsidy_application
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_awards('programme_id');

CREATE CONSTRAINT TRIGGER subsidy_sums AFTER INSERT OR UPDATE ON subsidy
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_moves('id');

CREATE CONSTRAINT TRIGGER subsidy_move_sums AFTER INSERT ON subsidy_move
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_moves('subsidy_id');
`,
  appendOnly: ['subsidy_move'],
};
