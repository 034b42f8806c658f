import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

const familiarFor = "interval '30 days'";
/** Refreshed no more often than this: people sign in several times a day. */
const refreshedAfter = "interval '1 day'";

@Injectable()
export class FamiliarNetworkRepository {
  async exists(tx: Transaction, hash: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM familiar_network WHERE hash = $1 AND seen_at > $2::timestamptz - ${familiarFor}`,
      [hash, tx.now],
    );
    return rows.length > 0;
  }

  /** Stores or refreshes a hash, and deletes some old ones. */
  async save(tx: Transaction, hash: string): Promise<void> {
    await tx.sql.query(
      `INSERT INTO familiar_network AS stored (hash, seen_at) VALUES ($1, $2)
       ON CONFLICT (hash) DO UPDATE SET seen_at = excluded.seen_at
         WHERE stored.seen_at < excluded.seen_at - ${refreshedAfter}`,
      [hash, tx.now],
    );
    await tx.sql.query(
      `DELETE FROM familiar_network WHERE hash IN (
         SELECT hash FROM familiar_network WHERE seen_at < $1::timestamptz - ${familiarFor}
         LIMIT 10 FOR UPDATE SKIP LOCKED)`,
      [tx.now],
    );
  }
}
