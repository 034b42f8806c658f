import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What must hold of entries and postings is checked once for all that a statement writes: references and days that are looked
 * up for each row cost more than its insert and its indexes. No reference is lost by that, as neither entries nor accounts
 * are ever removed or renamed, which the database refuses to everyone.
 */
export class LedgerCheckedTogether1763600540000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accountsKept);
    await runner.query(`
      DROP TRIGGER posting_period_open ON posting;
      DROP TRIGGER entry_period_open ON entry;
      DROP FUNCTION refuse_closed_posting();
      DROP FUNCTION refuse_closed_period();
      ALTER TABLE posting
        DROP CONSTRAINT posting_entry_id_fkey,
        DROP CONSTRAINT posting_debit_account_fkey,
        DROP CONSTRAINT posting_credit_account_fkey;
    `);
    await runner.query(entriesChecked);
    await runner.query(postingsChecked);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER posting_checked ON posting;
      DROP TRIGGER entry_checked ON entry;
      DROP TRIGGER account_kept ON account;
      DROP FUNCTION check_postings();
      DROP FUNCTION check_entries();
      DROP FUNCTION refuse_account_change();
      DO $$ BEGIN EXECUTE format('GRANT DELETE ON account TO %I', current_schema()); END $$;
      ALTER TABLE posting
        ADD CONSTRAINT posting_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entry,
        ADD CONSTRAINT posting_debit_account_fkey FOREIGN KEY (debit_account) REFERENCES account,
        ADD CONSTRAINT posting_credit_account_fkey FOREIGN KEY (credit_account) REFERENCES account;
    `);
    await runner.query(checkedRowByRow);
  }
}

/** An account is closed for good, but stays: postings point at it. Entries and postings are append-only already. */
const accountsKept = `
  CREATE FUNCTION refuse_account_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    RAISE EXCEPTION 'an account is neither removed nor renamed' USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER account_kept BEFORE UPDATE OF id OR DELETE OR TRUNCATE ON account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_account_change();
  DO $$ BEGIN EXECUTE format('REVOKE DELETE ON account FROM %I', current_schema()); END $$;
`;

/**
 * An entry that began before midnight may arrive while its month is closed by somebody else: whoever has dated one in a month
 * shares a lock with all others who do, and who closes it waits for them. The month is looked at under that lock.
 */
const entriesChecked = `
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
  CREATE TRIGGER entry_checked AFTER INSERT ON entry REFERENCING NEW TABLE AS new_entry
    FOR EACH STATEMENT EXECUTE FUNCTION check_entries();
`;

/**
 * A further leg of an old entry would change a closed month as well, and a leg of another day would hide in it. What many
 * postings share is looked up once.
 */
const postingsChecked = `
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
  CREATE TRIGGER posting_checked AFTER INSERT ON posting REFERENCING NEW TABLE AS new_posting
    FOR EACH STATEMENT EXECUTE FUNCTION check_postings();
`;

/** As it was before. */
const checkedRowByRow = `
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
