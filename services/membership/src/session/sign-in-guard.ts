import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { secondsLeft, slowDownMs } from './session.model.js';

interface Attempt {
  readonly failures: number;
  readonly lastAt: Date;
}

const forgottenAfter = "interval '1 day'";
const attackWindow = "interval '15 minutes'";

/**
 * Slows down whoever guesses. What failed is counted per account and address, so that a stranger who guesses elsewhere
 * closes nothing to the owner; over all addresses an account only answers up to two seconds later.
 */
@Injectable()
export class SignInGuard {
  /** Refuses an address that must wait, without looking at what it brought. @throws DomainError `TOO_MANY_REQUESTS` */
  async refuseEarly(tx: Transaction, keys: readonly string[]): Promise<void> {
    refuse(await attemptsOf(tx, keys), tx.now);
  }

  /** Waits for as long as the failures of the last quarter of an hour ask for. Holds no connection meanwhile. */
  async slowDown(tx: Transaction, keys: readonly string[]): Promise<void> {
    const rows: { total: number }[] = await tx.sql.query(
      `SELECT coalesce(sum(failures), 0)::int AS total FROM sign_in_attempt
       WHERE account_hash = ANY($1) AND last_at > $2::timestamptz - ${attackWindow}`,
      [keys, tx.now],
    );
    const delayMs = slowDownMs(rows[0]?.total ?? 0);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  }

  /**
   * Counts the outcome of a try. A thousand tries that were under way at once are counted one after the other here, and
   * from the fifth failure on the right one among them is refused too: guessing in parallel gains nothing.
   * @throws DomainError `TOO_MANY_REQUESTS`
   */
  async settle(tx: Transaction, keys: readonly string[], isRight: boolean): Promise<void> {
    const { from } = tx.call;
    // Not the rows' locks: the first tries have no row yet, and all of them would pass. In one order, against deadlocks.
    for (const key of [...keys].sort())
      await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${key} ${from}`]);
    const attempts = await attemptsOf(tx, keys);
    refuse(attempts, tx.now);
    if (!isRight) return this.count(tx, keys);
    if (attempts.length === 0) return;
    await tx.sql.query(`DELETE FROM sign_in_attempt WHERE account_hash = ANY($1) AND origin = $2`, [
      keys,
      from,
    ]);
  }

  private async count(tx: Transaction, keys: readonly string[]): Promise<void> {
    await tx.sql.query(
      `INSERT INTO sign_in_attempt AS kept (account_hash, origin, failures, last_at)
       SELECT key, $2, 1, $3 FROM unnest($1::text[]) AS key
       ON CONFLICT (account_hash, origin) DO UPDATE SET failures = kept.failures + 1, last_at = excluded.last_at`,
      [keys, tx.call.from, tx.now],
    );
    await tx.sql.query(
      `DELETE FROM sign_in_attempt WHERE (account_hash, origin) IN (
         SELECT account_hash, origin FROM sign_in_attempt WHERE last_at < $1::timestamptz - ${forgottenAfter}
         LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [tx.now],
    );
  }
}

function attemptsOf(tx: Transaction, keys: readonly string[]): Promise<Attempt[]> {
  return tx.sql.query(
    `SELECT failures, last_at AS "lastAt" FROM sign_in_attempt WHERE account_hash = ANY($1) AND origin = $2`,
    [keys, tx.call.from],
  );
}

function refuse(attempts: readonly Attempt[], now: Date): void {
  const retryAfterSeconds = Math.max(0, ...attempts.map((attempt) => secondsLeft(attempt, now)));
  if (retryAfterSeconds > 0) throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds });
}
