import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { dayBefore } from '../../members/entry-code/entry-code.model.js';
import { PhoneCodeRow } from './phone-code.entity.js';

/** Old rows deleted with each new one. */
const deleteMax = 100;

@Injectable()
export class PhoneCodeRepository {
  /** Serialises codes and attempts of one phone until the commit; an advisory lock, as the first has no row yet. */
  async lockPhone(tx: Transaction, phoneHash: string): Promise<void> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [phoneHash]);
  }

  /** Inserts a code, and deletes old ones that count for no limit. */
  async insert(tx: Transaction, row: PhoneCodeRow): Promise<void> {
    await tx.sql.insert(PhoneCodeRow, row);
    await tx.sql.query(
      `DELETE FROM phone_code WHERE id IN (
         SELECT id FROM phone_code WHERE expires_at < $1 LIMIT ${deleteMax} FOR UPDATE SKIP LOCKED)`,
      [dayBefore(tx.now)],
    );
  }

  findNewest(tx: Transaction, phoneHash: string): Promise<PhoneCodeRow | null> {
    return tx.sql.findOne(PhoneCodeRow, { where: { phoneHash }, order: { id: 'DESC' } });
  }

  /** When codes were sent to a phone within the last day, newest first. */
  async sentWithinDay(tx: Transaction, phoneHash: string): Promise<Date[]> {
    const rows: { createdAt: Date }[] = await tx.sql.query(
      `SELECT created_at AS "createdAt" FROM phone_code WHERE phone_hash = $1 AND created_at > $2 ORDER BY id DESC`,
      [phoneHash, dayBefore(tx.now)],
    );
    return rows.map(({ createdAt }) => createdAt);
  }

  async countAttempt(tx: Transaction, id: string): Promise<void> {
    await tx.sql.increment(PhoneCodeRow, { id }, 'tries', 1);
  }

  async markUsed(tx: Transaction, id: string): Promise<void> {
    await tx.sql.update(PhoneCodeRow, { id }, { usedAt: tx.now });
  }
}
