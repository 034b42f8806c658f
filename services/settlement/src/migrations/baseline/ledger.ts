import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of ledger. */
export const ledger: SchemaPart = {
  sql: `
-- Double entry. Entries and postings are append-only: what was wrong is reversed, once, and never changed.
CREATE TABLE account (
  id          uuid PRIMARY KEY,
  party_kind  text NOT NULL,
  party_id    uuid NOT NULL,
  -- The union that stands behind the party: whose officers see the account.
  union_id    uuid NOT NULL,
  income_kind text NOT NULL,
  purpose     text NOT NULL,
  created_at  timestamptz NOT NULL,
  closed_at   timestamptz,
  UNIQUE (party_kind, party_id, income_kind, purpose),
  CHECK (purpose IN ('current', 'clearing', 'deposit'))
);
-- The accounts that a union stands behind.
CREATE INDEX account_union ON account (union_id, id);
DO $$ BEGIN EXECUTE format('REVOKE DELETE ON account FROM %I', current_schema()); END $$;

CREATE TABLE entry (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL,
  title       text NOT NULL,
  posted_on   date NOT NULL,
  posted_at   timestamptz NOT NULL,
  posted_by   uuid NOT NULL,
  -- Under whose authority it was posted: whose approver may reverse it.
  union_id    uuid NOT NULL,
  source_id   uuid NOT NULL,
  reason      text,
  -- At most one reversal, however many ask at once.
  reversal_of uuid UNIQUE REFERENCES entry,
  row_hash    text NOT NULL,
  CHECK ((kind = 'reversal') = (reversal_of IS NOT NULL)),
  CHECK (kind IN (
    'costs', 'reversal', 'netting', 'payment', 'restored', 'damage', 'depositHeld', 'depositKept',
    'depositReleased', 'loanFee', 'refund', 'closing', 'subsidy', 'subsidyPaid', 'subsidyDrawn',
    'subsidyReturned')
  )
);
-- A pool, run or payment is posted once.
CREATE UNIQUE INDEX entry_source ON entry (source_id, kind) WHERE kind <> 'reversal';
-- The balances of a period.
CREATE INDEX entry_posted_on ON entry (posted_on, id);

CREATE TABLE posting (
  entry_id       uuid NOT NULL,
  line           integer NOT NULL,
  debit_account  uuid NOT NULL,
  credit_account uuid NOT NULL,
  amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
  income_kind    text NOT NULL,
  posted_on      date NOT NULL,
  PRIMARY KEY (entry_id, line),
  CHECK (debit_account <> credit_account)
);
-- The postings of an account, on either side, by day, and sums of days without reading the table.
CREATE INDEX posting_debit ON posting (debit_account, posted_on, entry_id, line) INCLUDE (amount_fen);
CREATE INDEX posting_credit ON posting (credit_account, posted_on, entry_id, line) INCLUDE (amount_fen);

-- Months that are closed: nothing may be dated in them any more, and each account's sums at their end are written,
-- from which a balance of any later day is read without the history before. A posting knows its day, by which its
-- tail is found.
-- A month without a row is open.
CREATE TABLE ledger_period (
  month          date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  state          text NOT NULL CHECK (state IN ('open', 'closing', 'closed')),
  accounts_done  integer NOT NULL CHECK (accounts_done >= 0),
  accounts_total integer NOT NULL CHECK (accounts_total >= accounts_done),
  entry_count    integer,
  turnover_fen   bigint,
  CHECK ((state = 'closed') = (turnover_fen IS NOT NULL AND entry_count IS NOT NULL))
);

-- Who closed a month, and who opened it again and why.
CREATE TABLE ledger_period_act (
  id        uuid PRIMARY KEY,
  month     date NOT NULL REFERENCES ledger_period,
  act       text NOT NULL CHECK (act IN ('closed', 'reopened')),
  person_id uuid NOT NULL,
  at        timestamptz NOT NULL,
  reason    text,
  CHECK ((act = 'reopened') = (reason IS NOT NULL))
);
-- The history of a month, newest first.
CREATE INDEX ledger_period_act_month ON ledger_period_act (month, id DESC);

-- What was debited and credited from the beginning to the end of the month. It counts only while its month is closed.
CREATE TABLE account_snapshot (
  account_id  uuid NOT NULL REFERENCES account,
  month       date NOT NULL REFERENCES ledger_period,
  debits_fen  bigint NOT NULL CHECK (debits_fen >= 0),
  credits_fen bigint NOT NULL CHECK (credits_fen >= 0),
  PRIMARY KEY (account_id, month)
);

-- Each entry carries the hash of itself and its postings, and committed entries are chained by seals, as the audit
-- trail is.
CREATE TABLE entry_seal (
  number    integer PRIMARY KEY,
  at        timestamptz NOT NULL,
  row_count integer NOT NULL CHECK (row_count > 0),
  hash      text NOT NULL
);

CREATE TABLE entry_sealed (
  seal_number integer NOT NULL REFERENCES entry_seal,
  position    integer NOT NULL,
  record_id   uuid NOT NULL UNIQUE,
  PRIMARY KEY (seal_number, position)
);

-- How much one approver may pass, and how far an account may go below zero. Both are decisions: the newest holds.
CREATE TABLE amount_limit (
  id        uuid PRIMARY KEY,
  union_id  uuid NOT NULL,
  -- Null: the limit was lifted.
  limit_fen bigint CHECK (limit_fen >= 0),
  reason    text NOT NULL,
  set_by    uuid NOT NULL,
  set_at    timestamptz NOT NULL
);
-- The decision on a union that holds, and its history.
CREATE INDEX amount_limit_union ON amount_limit (union_id, id DESC);

CREATE TABLE overdraft_rule (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  limit_fen  bigint CHECK (limit_fen >= 0),
  reason     text NOT NULL,
  set_by     uuid NOT NULL,
  set_at     timestamptz NOT NULL
);
-- The rule of an account that holds, and its history.
CREATE INDEX overdraft_rule_account ON overdraft_rule (account_id, id DESC);

-- What was proved from the postings, when, and what did not agree.
CREATE TABLE reconciliation (
  id               uuid PRIMARY KEY,
  state            text NOT NULL CHECK (state IN ('running', 'done')),
  checks_done      integer NOT NULL,
  compared         integer NOT NULL,
  difference_count integer NOT NULL,
  -- [{ check, subjectId, stated, found }], the first of each check.
  differences      jsonb NOT NULL DEFAULT '[]',
  -- Null: it came by itself, at night.
  requested_by     uuid,
  started_at       timestamptz NOT NULL,
  finished_at      timestamptz,
  CHECK ((state = 'done') = (finished_at IS NOT NULL))
);
-- One at a time: who asks meanwhile is shown the one that runs.
CREATE UNIQUE INDEX reconciliation_running ON reconciliation (state) WHERE state = 'running';

-- What must hold of entries and postings is checked once for all that a statement writes: references and days that
-- are looked up for each row cost more than its insert and its indexes. No reference is lost by that, as neither
-- entries nor accounts are ever removed or renamed, which the database refuses to everyone.
CREATE FUNCTION refuse_account_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'an account is neither removed nor renamed' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION check_entries() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  closed date;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('ledger_period'), month)
    FROM (SELECT DISTINCT to_char(posted_on, 'YYYYMM')::integer AS month FROM new_entry ORDER BY 1) m;
  SELECT n.posted_on INTO closed FROM new_entry n
    JOIN ledger_period p ON p.month = date_trunc('month', n.posted_on)::date WHERE p.state <> 'open' LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the month of % is closed', closed
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_period_open';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION check_postings() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT entry_id FROM new_posting) n
             WHERE NOT EXISTS (SELECT FROM entry e WHERE e.id = n.entry_id)) THEN
    RAISE EXCEPTION 'a posting is of an entry that is not there'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'posting_entry';
  END IF;
  IF EXISTS (SELECT FROM (SELECT DISTINCT id FROM (SELECT debit_account AS id FROM new_posting
                                                   UNION ALL SELECT credit_account FROM new_posting) s) n
             WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = n.id)) THEN
    RAISE EXCEPTION 'a posting is of an account that is not there'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'posting_account';
  END IF;
  IF EXISTS (SELECT FROM (SELECT DISTINCT entry_id, posted_on FROM new_posting) n JOIN entry e ON e.id = n.entry_id
             LEFT JOIN ledger_period p ON p.month = date_trunc('month', e.posted_on)::date
             WHERE n.posted_on <> e.posted_on OR p.state <> 'open') THEN
    RAISE EXCEPTION 'a posting is not of its entry''s day, or of a month that is closed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_period_open';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER account_kept BEFORE UPDATE OF id OR DELETE OR TRUNCATE ON account
FOR EACH STATEMENT EXECUTE FUNCTION refuse_account_change();

CREATE TRIGGER entry_checked AFTER INSERT ON entry REFERENCING NEW TABLE AS new_entry
FOR EACH STATEMENT EXECUTE FUNCTION check_entries();

CREATE TRIGGER posting_checked AFTER INSERT ON posting REFERENCING NEW TABLE AS new_posting
FOR EACH STATEMENT EXECUTE FUNCTION check_postings();

-- The first night; each notes the next.
INSERT INTO due (kind, key, due_at, payload)
  VALUES ('reconcile-nightly', 'ledger', date_trunc('day', now(), 'UTC') + interval '1 day 18 hours 30 minutes', '{}')
  ON CONFLICT (kind, key) DO NOTHING;
`,
  appendOnly: [
    'entry',
    'posting',
    'ledger_period_act',
    'entry_seal',
    'entry_sealed',
    'amount_limit',
    'overdraft_rule',
  ],
};
