import { Injectable } from '@nestjs/common';
import { DomainError, networkOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type Attempt, failuresLeft, type Scope, secondsLeft, slowDownMs } from './sign-in-guard.model.js';

const retention = "interval '1 day'";
/** Wildcard for all accounts in a network's row, and for all networks in an account's row. */
const every = '';

interface Row extends Attempt {
  readonly key: string;
  readonly network: string;
}

/**
 * Slows down password guessing, see `sign-in-guard.model.ts`. A person on a familiar network waits only for their own
 * failures, so that no stranger can lock them out.
 */
@Injectable()
export class SignInGuard {
  /**
   * Refuses a caller who has to wait, before their credentials are examined.
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async refuseEarly(tx: Transaction, keys: readonly string[], isFamiliar = false): Promise<void> {
    refuse(await rowsOf(tx, keys), tx.now, isFamiliar);
  }

  /** Delays the caller as required by failures elsewhere. Holds no connection meanwhile. */
  async slowDown(tx: Transaction, keys: readonly string[]): Promise<void> {
    const delayMs = slowDownMs(await rowsOf(tx, keys), tx.now);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  }

  /**
   * Records the outcome of an attempt. A thousand concurrent attempts are counted one after the other here, and once
   * a wait applies even the right one among them is refused: guessing in parallel gains nothing.
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async recordOutcome(
    tx: Transaction,
    keys: readonly string[],
    isRight: boolean,
    isFamiliar = false,
  ): Promise<void> {
    const network = networkOf(tx.call.from);
    // Advisory locks instead of row locks: the first attempts have no row yet, and all of them would pass. Sorted, to
    // avoid deadlocks. Successful attempts do not lock the network: a factory's morning sign-ins come from one network.
    const locks = isRight ? [...keys].sort() : [...[...keys].sort(), network];
    for (const lock of locks)
      await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [lock]);
    const rows = await rowsOf(tx, keys);
    refuse(rows, tx.now, isFamiliar);
    if (!isRight) return count(tx, keys, rows);
    if (rows.length === 0) return;
    await tx.sql.query(`DELETE FROM sign_in_attempt WHERE account_hash = ANY($1) AND origin = $2`, [
      keys,
      network,
    ]);
  }
}

async function count(tx: Transaction, keys: readonly string[], rows: readonly Row[]): Promise<void> {
  const network = networkOf(tx.call.from);
  const places = [
    ...keys.flatMap((key) => [
      { key, network },
      { key, network: every },
    ]),
    { key: every, network },
  ];
  const failures = places.map((place) => {
    const row = rows.find((one) => one.key === place.key && one.network === place.network);
    return (row ? failuresLeft(row, tx.now) : 0) + 1;
  });
  await tx.sql.query(
    `INSERT INTO sign_in_attempt (account_hash, origin, failures, last_at)
     SELECT key, network, failures, $4 FROM unnest($1::text[], $2::text[], $3::integer[]) AS failed (key, network, failures)
     ON CONFLICT (account_hash, origin) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at`,
    [places.map(({ key }) => key), places.map((place) => place.network), failures, tx.now],
  );
  await tx.sql.query(
    `DELETE FROM sign_in_attempt WHERE (account_hash, origin) IN (
       SELECT account_hash, origin FROM sign_in_attempt WHERE last_at < $1::timestamptz - ${retention}
       LIMIT 100 FOR UPDATE SKIP LOCKED)`,
    [tx.now],
  );
}

async function rowsOf(tx: Transaction, keys: readonly string[]): Promise<Row[]> {
  const network = networkOf(tx.call.from);
  const rows: Omit<Row, 'scope'>[] = await tx.sql.query(
    `SELECT account_hash AS key, origin AS network, failures, last_at AS "lastAt" FROM sign_in_attempt
     WHERE (account_hash = ANY($1) AND origin IN ($2, $3)) OR (account_hash = $3 AND origin = $2)`,
    [keys, network, every],
  );
  return rows.map((row) => ({ ...row, scope: scopeOf(row) }));
}

function scopeOf({ key, network }: Pick<Row, 'key' | 'network'>): Scope {
  if (key === every) return 'network';
  return network === every ? 'account' : 'accountFromNetwork';
}

function refuse(rows: readonly Row[], now: Date, isFamiliar: boolean): void {
  const seconds = secondsLeft(rows, now, isFamiliar);
  if (seconds > 0)
    throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
}
