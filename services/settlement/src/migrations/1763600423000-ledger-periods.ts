import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Months that are closed: nothing may be dated in them any more, and each account's sums at their end are written, from which a
 * balance of any later day is read without the history before. A posting knows its day, by which its tail is found.
 */
export class LedgerPeriods1763600423000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(periodTables);
    await runner.query(dayOfPostings);
    await runner.query(guards);
    await makeAppendOnly(runner, 'ledger_period_act');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER posting_period_open ON posting;
      DROP TRIGGER entry_period_open ON entry;
      DROP FUNCTION refuse_closed_posting();
      DROP FUNCTION refuse_closed_period();
      DROP INDEX posting_debit, posting_credit;
      CREATE INDEX posting_debit ON posting (debit_account, entry_id, line) INCLUDE (amount_fen);
      CREATE INDEX posting_credit ON posting (credit_account, entry_id, line) INCLUDE (amount_fen);
      ALTER TABLE posting DROP COLUMN posted_on;
      DROP TABLE account_snapshot, ledger_period_act, ledger_period;
      DELETE FROM due WHERE kind = 'close-period';
    `);
  }
}

const periodTables = `
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
`;

/** Postings are append-only for everyone; a column that repeats their entry's day is added before anybody can ask for it. */
const dayOfPostings = `
  ALTER TABLE posting ADD COLUMN posted_on date;
  ALTER TABLE posting DISABLE TRIGGER posting_append_only;
  UPDATE posting p SET posted_on = e.posted_on FROM entry e WHERE e.id = p.entry_id;
  ALTER TABLE posting ENABLE TRIGGER posting_append_only;
  ALTER TABLE posting ALTER COLUMN posted_on SET NOT NULL;
  DROP INDEX posting_debit, posting_credit;
  -- The postings of an account, on either side, by day, and sums of days without reading the table.
  CREATE INDEX posting_debit ON posting (debit_account, posted_on, entry_id, line) INCLUDE (amount_fen);
  CREATE INDEX posting_credit ON posting (credit_account, posted_on, entry_id, line) INCLUDE (amount_fen);
`;

/**
 * An entry that began before midnight may arrive while its month is closed by somebody else: whoever dates an entry in a month
 * shares a lock with all others who do, and who closes it waits for them.
 */
const guards = `
  CREATE FUNCTION refuse_closed_period() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('ledger_period'), to_char(NEW.posted_on, 'YYYYMM')::integer);
    IF EXISTS (SELECT 1 FROM ledger_period
               WHERE month = date_trunc('month', NEW.posted_on)::date AND state <> 'open') THEN
      RAISE EXCEPTION 'the month of % is closed', NEW.posted_on
        USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_period_open';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER entry_period_open BEFORE INSERT ON entry
    FOR EACH ROW EXECUTE FUNCTION refuse_closed_period();

  -- A further leg of an old entry would change a closed month as well, and a leg of another day would hide in it.
  CREATE FUNCTION refuse_closed_posting() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM new_posting n JOIN entry e ON e.id = n.entry_id
               LEFT JOIN ledger_period p ON p.month = date_trunc('month', e.posted_on)::date
               WHERE n.posted_on <> e.posted_on OR p.state <> 'open') THEN
      RAISE EXCEPTION 'a posting is not of its entry''s day, or of a month that is closed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_period_open';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER posting_period_open AFTER INSERT ON posting REFERENCING NEW TABLE AS new_posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_posting();
`;
