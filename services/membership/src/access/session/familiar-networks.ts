import { Injectable } from '@nestjs/common';
import { networkOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';

const familiarFor = "interval '30 days'";
/** Refreshed no more often than this: people sign in several times a day. */
const refreshedAfter = "interval '1 day'";

/**
 * The networks from which people have signed in. Only a keyed hash is stored, which reveals neither person nor
 * network.
 */
@Injectable()
export class FamiliarNetworks {
  constructor(private readonly personalData: PersonalData) {}

  /** @param personId null if there is no such account: the query runs all the same, so that it takes as long */
  async isFamiliar(tx: Transaction, personId: string | null): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM familiar_network WHERE hash = $1 AND seen_at > $2::timestamptz - ${familiarFor}`,
      [this.hashOf(tx, personId ?? 'nobody'), tx.now],
    );
    return rows.length > 0;
  }

  async save(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.query(
      `INSERT INTO familiar_network AS kept (hash, seen_at) VALUES ($1, $2)
       ON CONFLICT (hash) DO UPDATE SET seen_at = excluded.seen_at
         WHERE kept.seen_at < excluded.seen_at - ${refreshedAfter}`,
      [this.hashOf(tx, personId), tx.now],
    );
    await tx.sql.query(
      `DELETE FROM familiar_network WHERE hash IN (
         SELECT hash FROM familiar_network WHERE seen_at < $1::timestamptz - ${familiarFor}
         LIMIT 10 FOR UPDATE SKIP LOCKED)`,
      [tx.now],
    );
  }

  private hashOf(tx: Transaction, personId: string): string {
    return this.personalData.hash('network', `${personId}:${networkOf(tx.call.from)}`);
  }
}
