import { Injectable } from '@nestjs/common';
import type { CodePurpose } from '@gongxiang/contracts/membership/membership-events';
import { networkOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { EntryAttemptRow, type EntryChannel, EntryCodeRow } from './entry-code.entity.js';
import { dayBefore, hourOf } from './entry-code.model.js';

/** Old rows deleted with each new one. */
const deleteMax = 100;

@Injectable()
export class EntryCodeRepository {
  /** Inserts a code, and deletes old ones that are expired and count for no limit. */
  async insert(tx: Transaction, row: EntryCodeRow): Promise<void> {
    await tx.sql.insert(EntryCodeRow, row);
    await tx.sql.query(
      `DELETE FROM entry_code WHERE id IN (
         SELECT id FROM entry_code WHERE expires_at < $1 LIMIT ${deleteMax} FOR UPDATE SKIP LOCKED)`,
      [dayBefore(tx.now)],
    );
  }

  findNewest(
    tx: Transaction,
    sought: {
      readonly personId: string;
      readonly purpose: CodePurpose;
      readonly channel: EntryChannel;
    },
  ): Promise<EntryCodeRow | null> {
    return tx.sql.findOne(EntryCodeRow, { where: sought, order: { id: 'DESC' } });
  }

  /** Creation times of a person's text messages of the last day, newest first, for any purpose. */
  async sentWithinDay(tx: Transaction, personId: string): Promise<Date[]> {
    const rows: { createdAt: Date }[] = await tx.sql.query(
      `SELECT created_at AS "createdAt" FROM entry_code
       WHERE person_id = $1 AND channel = 'textMessage' AND created_at > $2 ORDER BY id DESC`,
      [personId, dayBefore(tx.now)],
    );
    return rows.map(({ createdAt }) => createdAt);
  }

  async countAttempt(tx: Transaction, id: string): Promise<void> {
    await tx.sql.increment(EntryCodeRow, { id }, 'tries', 1);
  }

  /** Invalidates all codes of a person for this purpose. */
  async markAllUsed(tx: Transaction, personId: string, purpose: CodePurpose): Promise<void> {
    await tx.sql.query(
      `UPDATE entry_code SET used_at = $3 WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL`,
      [personId, purpose, tx.now],
    );
  }

  /** Serialises attempts at the same claim until the commit: guessing in parallel gains nothing. */
  async lockClaim(tx: Transaction, claimHash: string): Promise<void> {
    // An advisory lock, as the first attempts have no row yet.
    await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [claimHash]);
  }

  findAttempt(tx: Transaction, claimHash: string): Promise<EntryAttemptRow | null> {
    return tx.sql.findOneBy(EntryAttemptRow, { claimHash });
  }

  /** Counts a wrong attempt; a day after the first the count restarts. @returns the current count */
  async countFailure(tx: Transaction, claimHash: string, personId: string | null): Promise<number> {
    const rows: { failures: number }[] = await tx.sql.query(
      `INSERT INTO entry_attempt AS stored (claim_hash, person_id, failures, began_at) VALUES ($1, $2, 1, $3)
       ON CONFLICT (claim_hash) DO UPDATE SET person_id = excluded.person_id,
         failures = CASE WHEN stored.began_at > $4 THEN stored.failures + 1 ELSE 1 END,
         began_at = CASE WHEN stored.began_at > $4 THEN stored.began_at ELSE excluded.began_at END
       RETURNING failures`,
      [claimHash, personId, tx.now, dayBefore(tx.now)],
    );
    await tx.sql.query(
      `DELETE FROM entry_attempt WHERE claim_hash IN (
         SELECT claim_hash FROM entry_attempt WHERE began_at < $1 LIMIT ${deleteMax} FOR UPDATE SKIP LOCKED)`,
      [dayBefore(tx.now)],
    );
    return rows[0]?.failures ?? 0;
  }

  async deleteFailures(tx: Transaction, claimHash: string): Promise<void> {
    await tx.sql.delete(EntryAttemptRow, { claimHash });
  }

  /**
   * Counts a request of the caller's network.
   * @param what is counted by itself; requests for entry codes where absent
   * @returns the count of this hour
   */
  async countRequest(tx: Transaction, what?: string): Promise<number> {
    const hour = hourOf(tx.now);
    const rows: { asked: number }[] = await tx.sql.query(
      `INSERT INTO entry_request AS stored (origin, hour, asked) VALUES ($1, $2, 1)
       ON CONFLICT (origin, hour) DO UPDATE SET asked = stored.asked + 1 RETURNING asked`,
      [what === undefined ? networkOf(tx.call.from) : `${what}:${networkOf(tx.call.from)}`, hour],
    );
    await tx.sql.query(
      `DELETE FROM entry_request WHERE (origin, hour) IN (
         SELECT origin, hour FROM entry_request WHERE hour < $1 LIMIT ${deleteMax} FOR UPDATE SKIP LOCKED)`,
      [hour],
    );
    return rows[0]?.asked ?? 0;
  }
}
