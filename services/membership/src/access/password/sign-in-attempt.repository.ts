import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

const retention = "interval '1 day'";

/** Failed attempts at a key (an account) from a network; the empty text stands for all of either. */
export interface SignInAttempt {
  readonly key: string;
  readonly network: string;
  readonly failures: number;
  readonly lastAt: Date;
}

@Injectable()
export class SignInAttemptRepository {
  /** Locks names until the commit, in this order. Advisory locks, as the first attempts have no row yet. */
  async lock(tx: Transaction, names: readonly string[]): Promise<void> {
    for (const name of names)
      await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [name]);
  }

  /** The attempts at these keys from a network and from everywhere, and those of the network at all keys. */
  async find(tx: Transaction, keys: readonly string[], network: string): Promise<SignInAttempt[]> {
    return tx.sql.query(
      `SELECT account_hash AS key, origin AS network, failures, last_at AS "lastAt" FROM sign_in_attempt
       WHERE (account_hash = ANY($1) AND origin IN ($2, $3)) OR (account_hash = $3 AND origin = $2)`,
      [keys, network, ''],
    );
  }

  /** Stores the current counts, and deletes some old ones. */
  async save(tx: Transaction, attempts: readonly Omit<SignInAttempt, 'lastAt'>[]): Promise<void> {
    await tx.sql.query(
      `INSERT INTO sign_in_attempt (account_hash, origin, failures, last_at)
       SELECT key, network, failures, $4 FROM unnest($1::text[], $2::text[], $3::integer[]) AS failed (key, network, failures)
       ON CONFLICT (account_hash, origin) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at`,
      [
        attempts.map(({ key }) => key),
        attempts.map(({ network }) => network),
        attempts.map(({ failures }) => failures),
        tx.now,
      ],
    );
    await tx.sql.query(
      `DELETE FROM sign_in_attempt WHERE (account_hash, origin) IN (
         SELECT account_hash, origin FROM sign_in_attempt WHERE last_at < $1::timestamptz - ${retention}
         LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [tx.now],
    );
  }

  async delete(tx: Transaction, keys: readonly string[], network: string): Promise<void> {
    await tx.sql.query(`DELETE FROM sign_in_attempt WHERE account_hash = ANY($1) AND origin = $2`, [
      keys,
      network,
    ]);
  }
}
