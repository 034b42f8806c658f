import { DATABASE_SERVICES } from '../../local/services.js';
import { rowsOf } from '../rows.js';
import { type Violation } from './chaos-checks.js';
import { pause } from './chaos-wave.js';
import type { TestPlatform } from '../test-platform.js';

/** A guard of the platform, and how the administrator of a proof's own database takes it away and brings it back. */
export interface Guard {
  readonly off: string;
  readonly on: string;
}

/**
 * The lock of an activity. `FOR UPDATE` locks the rows of tables, also through a view, but none that a function has
 * returned: with the table behind a function, everybody reads the same seats at once. Between reading and writing
 * there is a moment for others, as on a machine that does more things at once than this one may.
 */
export const seatLock: Guard = {
  off: `
    ALTER TABLE sharing.activity RENAME TO activity_unlocked;
    CREATE FUNCTION sharing.unlocked() RETURNS SETOF sharing.activity_unlocked LANGUAGE plpgsql STABLE AS
      $$ BEGIN RETURN QUERY SELECT * FROM sharing.activity_unlocked; END $$;
    CREATE VIEW sharing.activity AS SELECT * FROM sharing.unlocked();
    GRANT SELECT, UPDATE ON sharing.activity TO sharing;
    CREATE FUNCTION sharing.slowly() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(0.2); RETURN NULL; END $$;
    CREATE TRIGGER slowly BEFORE INSERT ON sharing.registration EXECUTE FUNCTION sharing.slowly()`,
  on: `
    DROP TRIGGER slowly ON sharing.registration;
    DROP FUNCTION sharing.slowly();
    DROP VIEW sharing.activity;
    DROP FUNCTION sharing.unlocked();
    ALTER TABLE sharing.activity_unlocked RENAME TO activity`,
};

/** The second line behind that lock: no two in one place of the line. */
export const linePlaces: Guard = {
  off: 'ALTER TABLE sharing.registration DROP CONSTRAINT registration_activity_id_pool_id_rank_key',
  on: `
    DELETE FROM sharing.registration;
    ALTER TABLE sharing.registration ADD CONSTRAINT registration_activity_id_pool_id_rank_key UNIQUE (activity_id, pool_id, rank)`,
};

/** The marks of what was heard, with nothing that keeps a second one out: every delivery looks like the first. */
export const inbox: Guard = {
  off: 'ALTER TABLE settlement.inbox DROP CONSTRAINT inbox_pkey',
  on: `
    DELETE FROM settlement.inbox a USING settlement.inbox b
      WHERE a.ctid > b.ctid AND a.consumer = b.consumer AND a.message_id = b.message_id;
    ALTER TABLE settlement.inbox ADD PRIMARY KEY (consumer, message_id)`,
};

/**
 * The claims of keys, with nothing that keeps a second one out, and answers that are kept under keys that nobody has:
 * every request looks like the first.
 */
export const keysOf = (service: 'sharing' | 'settlement' | 'affairs'): Guard => ({
  off: `
    ALTER TABLE ${service}.idempotency DROP CONSTRAINT idempotency_pkey;
    CREATE FUNCTION ${service}.other_key() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.key := gen_random_uuid(); RETURN NEW; END $$;
    CREATE TRIGGER other_key BEFORE INSERT ON ${service}.idempotency FOR EACH ROW
      WHEN (NEW.outcome IS NOT NULL) EXECUTE FUNCTION ${service}.other_key()`,
  on: `
    DROP TRIGGER other_key ON ${service}.idempotency;
    DROP FUNCTION ${service}.other_key();
    DELETE FROM ${service}.idempotency;
    ALTER TABLE ${service}.idempotency ADD PRIMARY KEY (actor_id, route, key)`,
});

/** The second line behind the keys of costs, that an invoice counts once: each becomes another's. */
export const invoices: Guard = {
  off: `
    CREATE FUNCTION settlement.other_invoice() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.invoice_key := gen_random_uuid(); RETURN NEW; END $$;
    CREATE TRIGGER other_invoice BEFORE INSERT ON settlement.cost_item FOR EACH ROW
      EXECUTE FUNCTION settlement.other_invoice()`,
  on: `
    DROP TRIGGER other_invoice ON settlement.cost_item;
    DROP FUNCTION settlement.other_invoice()`,
};

/** What refuses to change a posting, whoever asks. */
export const appendOnly: Guard = {
  off: 'ALTER TABLE settlement.posting DISABLE TRIGGER posting_append_only',
  on: 'ALTER TABLE settlement.posting ENABLE TRIGGER posting_append_only',
};

/** That the relay takes back what it has told, when NATS comes back and may have lost it. */
export const toldAgain: Guard = {
  off: DATABASE_SERVICES.map(
    (owner) => `
    CREATE FUNCTION ${owner}.keep_told() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
    CREATE TRIGGER keep_told BEFORE UPDATE ON ${owner}.outbox FOR EACH ROW
      WHEN (OLD.published_at IS NOT NULL AND NEW.published_at IS NULL) EXECUTE FUNCTION ${owner}.keep_told();`,
  ).join('\n'),
  on: DATABASE_SERVICES.map(
    (owner) => `DROP TRIGGER keep_told ON ${owner}.outbox; DROP FUNCTION ${owner}.keep_told();`,
  ).join('\n'),
};

/** Does work without these guards, and brings them back whatever happens. */
export async function without<T>(
  platform: TestPlatform,
  guards: readonly Guard[],
  work: () => Promise<T>,
): Promise<T> {
  for (const { off } of guards) await rowsOf(platform, off);
  try {
    return await work();
  } finally {
    for (const { on } of [...guards].reverse()) await rowsOf(platform, on);
  }
}

const triesMax = 5;
const findsWithinMs = 60_000;

/** Tries to break something, a bounded number of times. @returns what the check has found in the end */
export async function provoked(
  kind: string,
  attempt: (number: number) => Promise<Violation[]>,
): Promise<Violation[]> {
  for (let number = 1; ; number += 1) {
    const found = await attempt(number);
    if (found.some((one) => one.startsWith(`${kind}:`)) || number === triesMax) return found;
  }
}

/** Looks again until the check finds something of this kind. @returns what it finds when the time is up, at the latest */
export async function found(kind: string, look: () => Promise<Violation[]>): Promise<Violation[]> {
  const deadline = Date.now() + findsWithinMs;
  for (;;) {
    const violations = await look();
    if (violations.some((one) => one.startsWith(`${kind}:`)) || Date.now() > deadline) return violations;
    await pause(100);
  }
}
