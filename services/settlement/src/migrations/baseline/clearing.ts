import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of clearing. */
export const clearing: SchemaPart = {
  sql: `
-- Few payments instead of many: runs, the postings that went into them, and their transfers.
CREATE TABLE netting_run (
  id              uuid PRIMARY KEY,
  version         integer NOT NULL,
  mode            text NOT NULL CHECK (mode IN ('bilateral', 'hub', 'fewest')),
  hub             text,
  union_id        uuid NOT NULL,
  period_from     date NOT NULL,
  period_to       date NOT NULL,
  parties         jsonb,
  state           text NOT NULL,
  optimal         boolean,
  -- [{ from, to, amountFen }], as proposed.
  transfers       jsonb NOT NULL,
  created_by      uuid NOT NULL,
  created_at      timestamptz NOT NULL,
  confirmed_by    uuid,
  confirmed_at    timestamptz,
  entry_id        uuid REFERENCES entry,
  -- A run says what stayed out of it and why, and can be withdrawn; its payments have a day by which they are due.
  -- Payments of before are given the thirty days that are now the default.
  -- No balance of these.
  excluded        jsonb,
  -- [{ reason, count, amountFen, parties }], as at the proposal.
  stayed_out      jsonb NOT NULL DEFAULT '[]',
  pay_within_days integer NOT NULL DEFAULT 30 CHECK (pay_within_days BETWEEN 1 AND 180),
  withdrawn_by    uuid,
  withdrawn_at    timestamptz,
  withdraw_reason text,
  CHECK (period_from <= period_to),
  CHECK ((mode = 'hub') = (hub IS NOT NULL)),
  CHECK ((state = 'confirmed') = (confirmed_by IS NOT NULL)),
  CHECK (confirmed_by <> created_by),
  CHECK (state IN ('proposed', 'confirmed', 'withdrawn')),
  CONSTRAINT netting_run_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_by IS NOT NULL)
    AND (withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_by IS NULL) = (withdraw_reason IS NULL))
);
CREATE INDEX netting_run_proposed ON netting_run (id DESC) WHERE state = 'proposed';
-- A small union's list reads its own rows, newest first, and not those of the whole network until it has found its
-- own. The tables named here led from a union to its rows by no index, or by one that does not have them in the
-- order of the list.
CREATE INDEX netting_run_union ON netting_run (union_id, id);

-- The debts that a run nets, each a posting of the ledger.
CREATE TABLE netting_line (
  run_id      uuid NOT NULL REFERENCES netting_run,
  number      integer NOT NULL,
  entry_id    uuid NOT NULL,
  line        integer NOT NULL,
  from_party  text NOT NULL,
  to_party    text NOT NULL,
  amount_fen  bigint NOT NULL CHECK (amount_fen > 0),
  income_kind text NOT NULL,
  PRIMARY KEY (run_id, number),
  FOREIGN KEY (entry_id, line) REFERENCES posting
);
-- Which proposals have the same debts, each time one is shown.
CREATE INDEX netting_line_posting ON netting_line (entry_id, line);

-- A posting is settled by one confirmed run: its key refuses a second.
CREATE TABLE netted_posting (
  entry_id uuid NOT NULL,
  line     integer NOT NULL,
  run_id   uuid NOT NULL REFERENCES netting_run,
  PRIMARY KEY (entry_id, line),
  FOREIGN KEY (entry_id, line) REFERENCES posting
);

CREATE TABLE payment (
  id                 uuid PRIMARY KEY,
  version            integer NOT NULL,
  run_id             uuid NOT NULL REFERENCES netting_run,
  union_id           uuid NOT NULL,
  payer              text NOT NULL,
  payer_union_id     uuid NOT NULL,
  payee              text NOT NULL,
  payee_union_id     uuid NOT NULL,
  amount_fen         bigint NOT NULL CHECK (amount_fen > 0),
  state              text NOT NULL CHECK (state IN ('open', 'settled', 'failed')),
  bank_reference     text,
  sent_at            timestamptz,
  sent_by            uuid,
  received_at        timestamptz,
  received_by        uuid,
  fail_reason        text,
  entry_id           uuid REFERENCES entry,
  -- A payment begins when its run is confirmed.
  created_at         timestamptz NOT NULL,
  due_on             date NOT NULL,
  reminder_count     integer NOT NULL DEFAULT 0 CHECK (reminder_count >= 0),
  reminded_at        timestamptz,
  received_reference text,
  UNIQUE (run_id, payer, payee),
  CHECK (payer <> payee),
  CHECK (state <> 'settled' OR (sent_at IS NOT NULL AND received_at IS NOT NULL)),
  CHECK (sent_by <> received_by),
  CHECK ((state = 'open') = (entry_id IS NULL))
);
-- What a union has to pay, and what it waits for.
CREATE INDEX payment_payer ON payment (payer_union_id, id);
CREATE INDEX payment_payee ON payment (payee_union_id, id);
CREATE INDEX payment_open ON payment (id DESC) WHERE state = 'open';

-- A party of which nothing is netted or paid, from its freezing by somebody above it to its release.
CREATE TABLE party_freeze (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  party          text NOT NULL,
  -- The union behind the party, by which it is found for those who may see it.
  union_id       uuid NOT NULL,
  reason         text NOT NULL,
  frozen_by      uuid NOT NULL,
  frozen_at      timestamptz NOT NULL,
  released_by    uuid,
  released_at    timestamptz,
  release_reason text,
  CHECK ((released_at IS NULL) = (released_by IS NULL)),
  CHECK ((released_at IS NULL) = (release_reason IS NULL))
);
-- A party is frozen once at a time; and each payment and run asks who is.
CREATE UNIQUE INDEX party_freeze_held ON party_freeze (party) WHERE released_at IS NULL;
CREATE INDEX party_freeze_union ON party_freeze (union_id, id);

-- Lines of bank accounts as the bank exports them, by which payments are confirmed.
CREATE TABLE bank_statement (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL,
  union_id      uuid NOT NULL,
  account       text NOT NULL,
  file_key      text NOT NULL,
  encoding      text NOT NULL,
  state         text NOT NULL CHECK (state IN ('imported', 'undone')),
  line_count    integer NOT NULL CHECK (line_count >= 0),
  known_count   integer NOT NULL CHECK (known_count >= 0),
  used_count    integer NOT NULL DEFAULT 0 CHECK (used_count BETWEEN 0 AND line_count),
  skipped_count integer NOT NULL CHECK (skipped_count >= 0),
  -- [{ row, code }], the first fifty.
  skipped       jsonb NOT NULL,
  first_on      date,
  last_on       date,
  imported_by   uuid NOT NULL,
  imported_at   timestamptz NOT NULL,
  undone_by     uuid,
  undone_at     timestamptz,
  CHECK ((state = 'undone') = (undone_at IS NOT NULL)),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  CHECK (state = 'imported' OR used_count = 0)
);
-- The imports of a union, newest first.
CREATE INDEX bank_statement_union ON bank_statement (union_id, id);

CREATE TABLE bank_line (
  statement_id uuid NOT NULL REFERENCES bank_statement,
  -- The row of the file.
  number       integer NOT NULL,
  union_id     uuid NOT NULL,
  account      text NOT NULL,
  -- What makes it this line and no other of the account, as hex.
  hash         text NOT NULL,
  booked_on    date NOT NULL,
  direction    text NOT NULL CHECK (direction IN ('in', 'out')),
  amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
  counterparty text NOT NULL,
  summary      text NOT NULL,
  serial       text,
  payment_id   uuid REFERENCES payment,
  used_at      timestamptz,
  used_by      uuid,
  PRIMARY KEY (statement_id, number),
  -- The same file once more brings nothing.
  UNIQUE (union_id, account, hash),
  CHECK ((payment_id IS NULL) = (used_at IS NULL)),
  CHECK ((payment_id IS NULL) = (used_by IS NULL))
);
`,
  appendOnly: [],
};
