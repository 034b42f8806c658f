import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { MemberRef } from '../../reference/reference.entity.js';
import { CalendarFeedRow } from './calendar-feed.entity.js';

@Injectable()
export class CalendarFeedRepository {
  async insert(tx: Transaction, row: CalendarFeedRow): Promise<void> {
    await tx.sql.insert(CalendarFeedRow, row);
  }

  /** Serialises additions of feeds per person until the commit: they are counted, and two could count the same. */
  async lockPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `calendar-feed ${personId}`,
    ]);
  }

  count(tx: Transaction, personId: string): Promise<number> {
    return tx.sql.countBy(CalendarFeedRow, { personId });
  }

  /** A person's, newest first. */
  list(
    tx: Transaction,
    personId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<CalendarFeedRow[]> {
    const query = tx.sql
      .createQueryBuilder(CalendarFeedRow, 'f')
      .where('f.personId = :personId', { personId })
      .orderBy('f.id', 'DESC');
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null) query.andWhere('f.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(page.limit)).getMany();
  }

  lockById(tx: Transaction, id: string): Promise<CalendarFeedRow | null> {
    return tx.sql.findOne(CalendarFeedRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(CalendarFeedRow, { id });
  }

  findByToken(tx: Transaction, tokenHash: string): Promise<CalendarFeedRow | null> {
    return tx.sql.findOneBy(CalendarFeedRow, { tokenHash });
  }

  async recordFetch(tx: Transaction, id: string, day: string): Promise<void> {
    await tx.sql.update(CalendarFeedRow, { id }, { lastFetchedOn: day });
  }

  /** Null for a person who was never in a roster. */
  memberOf(tx: Transaction, personId: string): Promise<MemberRef | null> {
    return tx.sql.findOneBy(MemberRef, { personId });
  }
}
