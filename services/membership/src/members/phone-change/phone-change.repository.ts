import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { dayBefore } from '../entry-code/entry-code.model.js';
import { PhoneChangeRow } from './phone-change.entity.js';
import { shownSince } from './phone-change.model.js';

/** Old rows deleted with each new one. */
const deleteMax = 100;

@Injectable()
export class PhoneChangeRepository {
  findById(tx: Transaction, id: string): Promise<PhoneChangeRow | null> {
    return tx.sql.findOneBy(PhoneChangeRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<PhoneChangeRow | null> {
    return tx.sql.findOne(PhoneChangeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findByStopHash(tx: Transaction, stopHash: string): Promise<PhoneChangeRow | null> {
    return tx.sql.findOneBy(PhoneChangeRow, { stopHash });
  }

  findNewest(tx: Transaction, personId: string): Promise<PhoneChangeRow | null> {
    return tx.sql.findOne(PhoneChangeRow, { where: { personId }, order: { id: 'DESC' } });
  }

  /** The one that goes on; the person is locked. */
  findOpen(tx: Transaction, personId: string): Promise<PhoneChangeRow | null> {
    return tx.sql.findOne(PhoneChangeRow, {
      where: [
        { personId, state: 'asked' },
        { personId, state: 'waiting' },
      ],
    });
  }

  /** How many changes were asked for within a day by a person, and how many to a phone. */
  async askedWithinDay(
    tx: Transaction,
    { personId, newPhoneHash }: Pick<PhoneChangeRow, 'personId' | 'newPhoneHash'>,
  ): Promise<{ readonly byPerson: number; readonly toPhone: number }> {
    const [row] = (await tx.sql.query(
      `SELECT (SELECT count(*) FROM phone_change WHERE person_id = $1 AND correction_id IS NULL AND asked_at > $3)::int AS "byPerson",
         (SELECT count(*) FROM phone_change WHERE new_phone_hash = $2 AND correction_id IS NULL AND asked_at > $3)::int AS "toPhone"`,
      [personId, newPhoneHash, dayBefore(tx.now)],
    )) as [{ byPerson: number; toPhone: number }];
    return row;
  }

  /** Inserts a change, and deletes old ones that are shown to nobody any more. */
  async insert(tx: Transaction, row: PhoneChangeRow): Promise<void> {
    await tx.sql.insert(PhoneChangeRow, row);
    await tx.sql.query(
      `DELETE FROM phone_change WHERE id IN (
         SELECT id FROM phone_change WHERE ended_at < $1 LIMIT ${deleteMax} FOR UPDATE SKIP LOCKED)`,
      [shownSince(tx.now)],
    );
  }

  async update(tx: Transaction, row: PhoneChangeRow): Promise<void> {
    await tx.sql.update(PhoneChangeRow, { id: row.id }, row);
  }
}
