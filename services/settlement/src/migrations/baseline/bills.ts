import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of bills. */
export const bills: SchemaPart = {
  sql: `
-- The bills of an activity, and what each party owes of them.
-- How many pools the same parties have had: the rotation of the next one.
CREATE TABLE pool_sequence (
  parties_hash text PRIMARY KEY,
  next         integer NOT NULL
);

CREATE TABLE cost_pool (
  id                   uuid PRIMARY KEY,
  version              integer NOT NULL,
  activity_id          uuid NOT NULL,
  union_id             uuid NOT NULL,
  agreement_id         uuid NOT NULL,
  agreement_version    integer NOT NULL,
  -- Copied in, so that no later version of the agreement changes what is split here.
  terms                jsonb NOT NULL,
  state                text NOT NULL CHECK (state IN ('open', 'submitted', 'approved', 'reversed')),
  parties_hash         text NOT NULL,
  rotation             integer NOT NULL CHECK (rotation >= 0),
  usage                jsonb,
  facts_hash           text,
  total_fen            bigint CHECK (total_fen >= 0),
  subsidy_fen          bigint CHECK (subsidy_fen >= 0),
  submitted_by         uuid,
  approved_by          uuid,
  approved_at          timestamptz,
  entry_id             uuid REFERENCES entry,
  return_reason        text,
  created_at           timestamptz NOT NULL,
  -- Since when things wait for somebody, and the few that do, so that a page of things to do is one look at an
  -- index.
  submitted_at         timestamptz,
  -- The pool of the activity that this one adds to: never another supplement, so that a chain is one look at an index.
  supplement_of        uuid REFERENCES cost_pool CONSTRAINT cost_pool_check4 CHECK (supplement_of <> id),
  usage_reason         text,
  subsidy_returned_fen bigint NOT NULL DEFAULT 0,
  -- What the shares of a supplement rest on is kept, not its hash alone: they are explained by it after a refund
  -- as well.
  earlier              jsonb,
  -- Which pool of the same parties it is (\`sequence\`) and how far its parties are rotated for ties (\`rotation\`)
  -- are two things: the turn goes round in one order of the parties, in whichever order an agreement names them.
  -- Pools that are there keep the rotation by which they were split.
  sequence             integer CHECK (sequence >= 0) NOT NULL,
  CHECK (state = 'open' OR (total_fen IS NOT NULL AND submitted_by IS NOT NULL)),
  -- Nobody approves what they submitted themselves.
  CHECK (approved_by <> submitted_by),
  CHECK ((state IN ('approved', 'reversed')) = (approved_by IS NOT NULL)),
  CHECK ((submitted_by IS NULL) = (submitted_at IS NULL)),
  -- The source gets no more back than it gave.
  CONSTRAINT cost_pool_subsidy_returned CHECK (subsidy_returned_fen BETWEEN 0 AND coalesce(subsidy_fen, 0)),
  UNIQUE (parties_hash, sequence)
);

ALTER TABLE fund_rule_override ADD CONSTRAINT fund_rule_override_cost_pool_id_fkey FOREIGN KEY (cost_pool_id) REFERENCES cost_pool;

ALTER TABLE subsidy_move ADD CONSTRAINT subsidy_move_cost_pool_id_fkey FOREIGN KEY (cost_pool_id) REFERENCES cost_pool;
CREATE INDEX cost_pool_submitted ON cost_pool (id DESC) WHERE state = 'submitted';
-- One pool an activity, supplements apart; one that was reversed makes room for its correction.
CREATE UNIQUE INDEX cost_pool_activity ON cost_pool (activity_id) WHERE state <> 'reversed' AND supplement_of IS NULL;
-- One supplement after another: each rests on what the ones before it came to.
CREATE UNIQUE INDEX cost_pool_supplement_open ON cost_pool (supplement_of) WHERE state NOT IN ('approved', 'reversed');
-- The supplements of a pool, the earliest first.
CREATE INDEX cost_pool_chain ON cost_pool (supplement_of, id);
CREATE INDEX cost_pool_organiser ON cost_pool (union_id, id);

-- Whose officers see the pool: the unions behind its parties, its organiser and its source of subsidy.
CREATE TABLE cost_pool_union (
  cost_pool_id uuid NOT NULL REFERENCES cost_pool,
  union_id     uuid NOT NULL,
  PRIMARY KEY (cost_pool_id, union_id)
);
CREATE INDEX cost_pool_union_pools ON cost_pool_union (union_id, cost_pool_id);

CREATE TABLE cost_item (
  cost_pool_id   uuid NOT NULL REFERENCES cost_pool,
  id             uuid NOT NULL,
  payer_kind     text NOT NULL,
  payer_id       uuid NOT NULL,
  union_id       uuid NOT NULL,
  title          text NOT NULL,
  amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
  income_kind    text NOT NULL,
  expense_code   text NOT NULL,
  file_key       text NOT NULL,
  sha256         text NOT NULL,
  invoice_number text NOT NULL,
  created_by     uuid NOT NULL,
  created_at     timestamptz NOT NULL,
  -- Its pool was reversed: it no longer counts, and its invoice may stand in the correction.
  reversed       boolean NOT NULL DEFAULT false,
  returned_fen   bigint NOT NULL DEFAULT 0,
  use            jsonb CHECK (use ->> 'kind' IN
    ('prize', 'souvenir', 'gift', 'outing', 'meal', 'lodging', 'fee', 'other')),
  -- An invoice is known by its number without case, blanks and width (\`invoice_key\`). It counts once for a payer,
  -- once in a pool, and once anywhere for the same amount: the same paper is not reimbursed to two. Bills that are
  -- there twice keep their places under a key of their own.
  invoice_key    text NOT NULL,
  PRIMARY KEY (cost_pool_id, id),
  CONSTRAINT cost_item_returned CHECK (returned_fen BETWEEN 0 AND amount_fen)
);
-- What a union has spent in a year, where a rule bounds it.
CREATE INDEX cost_item_union ON cost_item (union_id, expense_code);
CREATE UNIQUE INDEX cost_item_invoice ON cost_item (payer_kind, payer_id, invoice_key) WHERE NOT reversed;
CREATE UNIQUE INDEX cost_item_invoice_of_pool ON cost_item (cost_pool_id, invoice_key) WHERE NOT reversed;
CREATE UNIQUE INDEX cost_item_invoice_of_amount ON cost_item (invoice_key, amount_fen) WHERE NOT reversed;

CREATE TABLE cost_share (
  cost_pool_id uuid NOT NULL REFERENCES cost_pool,
  position     integer NOT NULL,
  party_kind   text NOT NULL,
  party_id     uuid NOT NULL,
  amount_fen   bigint NOT NULL,
  headcount    integer,
  trace        jsonb NOT NULL,
  -- What was refunded: no party gets back more than its share, and no bill more than it was.
  returned_fen bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (cost_pool_id, position),
  UNIQUE (cost_pool_id, party_kind, party_id),
  CONSTRAINT cost_share_returned CHECK (returned_fen BETWEEN 0 AND amount_fen)
);
-- What a union bore in a year: its shares, without reading those of all others.
CREATE INDEX cost_share_party ON cost_share (party_kind, party_id, cost_pool_id);

-- What was damaged while it was lent is owed like any other cost; its entry has a kind of its own.
CREATE TABLE loan_damage (
  id                uuid PRIMARY KEY,
  version           integer NOT NULL,
  loan_id           uuid NOT NULL,
  owner_union_id    uuid NOT NULL,
  borrower_union_id uuid NOT NULL,
  title             text NOT NULL,
  owed_fen          bigint NOT NULL CHECK (owed_fen >= 0),
  decided_by        uuid NOT NULL,
  reason            text,
  CHECK (owner_union_id <> borrower_union_id)
);
-- The damages of a loan, each time something is posted of it.
CREATE INDEX loan_damage_loan ON loan_damage (loan_id, id);

-- The deposit of a loan is held, kept for damages and released, and its fee is owed: entries of kinds of their
-- own.
CREATE TABLE loan_ref (
  id                uuid PRIMARY KEY,
  version           integer NOT NULL,
  owner_union_id    uuid NOT NULL,
  borrower_union_id uuid NOT NULL,
  title             text NOT NULL,
  requested_by      uuid NOT NULL,
  deposit_fen       bigint CHECK (deposit_fen >= 0),
  fee_due_fen       bigint CHECK (fee_due_fen >= 0),
  is_handed_over    boolean NOT NULL,
  is_closed         boolean NOT NULL,
  CHECK (owner_union_id <> borrower_union_id),
  CHECK (is_handed_over OR NOT is_closed)
);

-- What comes before and after the split of a pool: plans, supplements, the loans of its activity, and its trail.
-- What is expected to be spent, before the bills come.
CREATE TABLE planned_item (
  cost_pool_id uuid NOT NULL REFERENCES cost_pool,
  id           uuid NOT NULL,
  title        text NOT NULL,
  expense_code text NOT NULL,
  amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
  created_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (cost_pool_id, id)
);

-- What participants paid themselves: neither split nor posted.
CREATE TABLE self_payment (
  cost_pool_id   uuid NOT NULL REFERENCES cost_pool,
  id             uuid NOT NULL,
  title          text NOT NULL,
  heads          integer NOT NULL CHECK (heads > 0),
  amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
  collector_kind text NOT NULL,
  collector_id   uuid NOT NULL,
  -- The union behind the collector, which records it.
  union_id       uuid NOT NULL,
  created_by     uuid NOT NULL,
  created_at     timestamptz NOT NULL,
  PRIMARY KEY (cost_pool_id, id)
);

-- Who did what to a pool, and when. It outlives the pool, so it refers to none.
CREATE TABLE pool_step (
  cost_pool_id uuid NOT NULL,
  number       integer NOT NULL,
  kind         text NOT NULL,
  done_by      uuid,
  done_at      timestamptz NOT NULL,
  subject      text,
  amount_fen   bigint,
  reason       text,
  PRIMARY KEY (cost_pool_id, number)
);

-- Money that comes back on the bills of an approved pool.
CREATE TABLE refund (
  id                 uuid PRIMARY KEY,
  version            integer NOT NULL,
  cost_pool_id       uuid NOT NULL REFERENCES cost_pool,
  state              text NOT NULL CHECK (state IN ('proposed', 'posted', 'returned', 'withdrawn', 'reversed')),
  total_fen          bigint NOT NULL CHECK (total_fen > 0),
  -- What the source of the subsidy gets of it.
  subsidy_fen        bigint NOT NULL CHECK (subsidy_fen >= 0),
  -- What it had back before, or was about to have.
  subsidy_before_fen bigint NOT NULL CHECK (subsidy_before_fen >= 0),
  reason             text NOT NULL,
  credit_note        text NOT NULL,
  -- Of what was previewed and proposed: who gets what back.
  preview_hash       text NOT NULL,
  proposed_by        uuid NOT NULL,
  proposed_at        timestamptz NOT NULL,
  -- Who approved, returned or withdrew it.
  decided_by         uuid,
  decided_at         timestamptz,
  decision_reason    text,
  entry_id           uuid REFERENCES entry,
  -- When a refund was posted stays known after it was taken back: one that left nobody owing has no entry that
  -- could tell. Of such a one that was taken back before now only that day is known, so that it counts on no
  -- other.
  posted_at          timestamptz,
  UNIQUE (id, cost_pool_id),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  -- Nobody approves what they proposed themselves.
  CHECK (state NOT IN ('posted', 'reversed') OR decided_by <> proposed_by),
  CHECK (entry_id IS NULL OR state IN ('posted', 'reversed')),
  CONSTRAINT refund_posted CHECK ((posted_at IS NOT NULL) = (state IN ('posted', 'reversed')))
);
-- The refunds of a pool, newest first.
CREATE INDEX refund_pool ON refund (cost_pool_id, id DESC);
-- A credit note counts once.
CREATE UNIQUE INDEX refund_credit_note ON refund (cost_pool_id, credit_note) WHERE state IN ('proposed', 'posted');

-- A line names a bill of the very pool that is refunded.
CREATE TABLE refund_line (
  refund_id    uuid NOT NULL,
  item_id      uuid NOT NULL,
  cost_pool_id uuid NOT NULL,
  amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (refund_id, item_id),
  FOREIGN KEY (refund_id, cost_pool_id) REFERENCES refund (id, cost_pool_id),
  FOREIGN KEY (cost_pool_id, item_id) REFERENCES cost_item
);

-- What is the party's of it; to which share it belongs is said by the position.
CREATE TABLE refund_part (
  refund_id    uuid NOT NULL,
  position     integer NOT NULL,
  cost_pool_id uuid NOT NULL,
  -- What the party had back before, or was about to have.
  before_fen   bigint NOT NULL CHECK (before_fen >= 0),
  amount_fen   bigint NOT NULL CHECK (amount_fen >= 0),
  PRIMARY KEY (refund_id, position),
  FOREIGN KEY (refund_id, cost_pool_id) REFERENCES refund (id, cost_pool_id),
  FOREIGN KEY (cost_pool_id, position) REFERENCES cost_share
);

-- Each side of what is posted is asked whether it agrees, and may dispute it. What was posted before this was
-- never asked, and is netted as it was.
CREATE TABLE confirmation (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL,
  entry_id     uuid NOT NULL REFERENCES entry,
  -- Null where it is not of a cost pool.
  cost_pool_id uuid REFERENCES cost_pool,
  kind         text NOT NULL CHECK (kind IN ('costs', 'damage', 'loanFee')),
  title        text NOT NULL,
  party        text NOT NULL,
  union_id     uuid NOT NULL,
  owes_fen     bigint NOT NULL CHECK (owes_fen >= 0),
  owed_fen     bigint NOT NULL CHECK (owed_fen >= 0),
  state        text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'disputed', 'lapsed')),
  -- A bill is disputed, on which every share of the entry rests: none of its postings is netted.
  holds_all    boolean NOT NULL DEFAULT false,
  silence      text NOT NULL CHECK (silence IN ('agrees', 'disputes')),
  asked_at     timestamptz NOT NULL,
  confirm_by   timestamptz NOT NULL,
  way          text CHECK (way IN ('answer', 'silence', 'withdrawal', 'decision')),
  answered_by  uuid,
  answered_at  timestamptz,
  -- A party is asked once of an entry; also how netting finds whether a posting is held back.
  UNIQUE (entry_id, party),
  CHECK (confirm_by > asked_at),
  CHECK (owes_fen + owed_fen > 0),
  CHECK (state <> 'confirmed' OR way IS NOT NULL),
  CHECK (NOT holds_all OR state = 'disputed')
);
-- What a union was asked, and of it what waits.
CREATE INDEX confirmation_union ON confirmation (union_id, id);
CREATE INDEX confirmation_waiting ON confirmation (union_id, id) WHERE state = 'waiting';
-- The shares of a pool.
CREATE INDEX confirmation_pool ON confirmation (cost_pool_id, id);

CREATE TABLE dispute (
  id                uuid PRIMARY KEY,
  version           integer NOT NULL,
  confirmation_id   uuid NOT NULL REFERENCES confirmation,
  entry_id          uuid NOT NULL REFERENCES entry,
  cost_pool_id      uuid,
  item_id           uuid,
  title             text NOT NULL,
  -- Null where silence has opened it.
  reason            text,
  opened_by         uuid,
  opened_at         timestamptz NOT NULL,
  talk_until        timestamptz NOT NULL,
  referred_at       timestamptz,
  -- Whose approver decides: the nearest union above all sides when it was opened.
  deciding_union_id uuid NOT NULL,
  -- Who spoke last: it is for the other sides to answer.
  last_union_id     uuid,
  message_count     integer NOT NULL DEFAULT 0 CHECK (message_count >= 0),
  state             text NOT NULL CHECK (state IN ('open', 'dismissed', 'upheld', 'withdrawn')),
  ended_by          uuid,
  ended_at          timestamptz,
  end_reason        text,
  reversal_id       uuid REFERENCES entry,
  FOREIGN KEY (cost_pool_id, item_id) REFERENCES cost_item,
  CHECK ((opened_by IS NULL) = (reason IS NULL)),
  CHECK ((state = 'open') = (ended_at IS NULL)),
  -- Nobody decides what they have raised themselves.
  CHECK (state NOT IN ('dismissed', 'upheld') OR ended_by <> opened_by),
  CHECK (state <> 'upheld' OR reversal_id IS NOT NULL)
);
-- A share is disputed by one dispute at a time.
CREATE UNIQUE INDEX dispute_open ON dispute (confirmation_id) WHERE state = 'open';
-- What ends when an entry is reversed.
CREATE INDEX dispute_entry ON dispute (entry_id) WHERE state = 'open';

-- The unions between which it is: whose officers see it and talk.
CREATE TABLE dispute_side (
  dispute_id uuid NOT NULL REFERENCES dispute,
  union_id   uuid NOT NULL,
  PRIMARY KEY (dispute_id, union_id)
);
CREATE INDEX dispute_side_union ON dispute_side (union_id, dispute_id);

CREATE TABLE dispute_message (
  dispute_id uuid NOT NULL REFERENCES dispute,
  number     integer NOT NULL CHECK (number > 0),
  union_id   uuid NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  text       text NOT NULL,
  PRIMARY KEY (dispute_id, number)
);

-- Of each closed activity: are the facts on which money rests those that were counted where people came?
CREATE TABLE fact_check (
  activity_id  uuid PRIMARY KEY,
  told_count   integer NOT NULL,
  told_hash    text NOT NULL,
  here_count   integer NOT NULL,
  here_heads   integer NOT NULL,
  here_hash    text NOT NULL,
  cost_pool_id uuid,
  problem      text CHECK (problem IN ('missing', 'surplus', 'different', 'poolBehind')),
  since        timestamptz,
  checked_at   timestamptz NOT NULL,
  CHECK ((problem IS NULL) = (since IS NULL))
);
-- Those that do not agree are few: they are listed, and counted every minute.
CREATE INDEX fact_check_differing ON fact_check (activity_id) WHERE problem IS NOT NULL;

-- Shares and subsidy make the total, whatever program writes them; looked at when the transaction commits.
CREATE FUNCTION check_cost_pool_sum() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  pool_id uuid := (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> TG_ARGV[0])::uuid;
  pool    cost_pool;
  shared  bigint;
BEGIN
  SELECT * INTO pool FROM cost_pool WHERE id = pool_id;
  SELECT coalesce(sum(amount_fen), 0) INTO shared FROM cost_share WHERE cost_pool_id = pool_id;
  IF shared + coalesce(pool.subsidy_fen, 0) <> coalesce(pool.total_fen, 0) THEN
    RAISE EXCEPTION 'the shares of cost pool % do not make its total', pool_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Lines and parts make the same total, whatever program writes them; looked at when the transaction commits.
CREATE FUNCTION check_refund_sum() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  whole refund;
  lines bigint;
  parts bigint;
BEGIN
  SELECT * INTO whole FROM refund WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  SELECT coalesce(sum(amount_fen), 0) INTO lines FROM refund_line WHERE refund_id = whole.id;
  SELECT coalesce(sum(amount_fen), 0) INTO parts FROM refund_part WHERE refund_id = whole.id;
  IF lines <> whole.total_fen OR parts + whole.subsidy_fen <> whole.total_fen THEN
    RAISE EXCEPTION 'the parts of refund % do not make its total', whole.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- A pool that only changes its state keeps its total: its shares need not be summed up again, for one or for
-- hundreds at a time.
CREATE CONSTRAINT TRIGGER cost_pool_sum AFTER INSERT OR UPDATE OF id, total_fen, subsidy_fen ON cost_pool
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_cost_pool_sum('id');

CREATE CONSTRAINT TRIGGER cost_share_sum AFTER INSERT OR UPDATE OR DELETE ON cost_share
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_cost_pool_sum('cost_pool_id');

CREATE CONSTRAINT TRIGGER refund_sum AFTER INSERT OR UPDATE ON refund
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum('id');

CREATE CONSTRAINT TRIGGER refund_line_sum AFTER INSERT OR UPDATE ON refund_line
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum('refund_id');

CREATE CONSTRAINT TRIGGER refund_part_sum AFTER INSERT OR UPDATE ON refund_part
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum('refund_id');
`,
  appendOnly: ['pool_step'],
};
