import { Injectable } from '@nestjs/common';
import { DomainError, type Period } from '@gongxiang/domain';
import { brokenConstraint, decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { BookingRow } from './resource.entity.js';

@Injectable()
export class BookingRepository {
  /**
   * Takes the time in every unit: the resource, and its parts where it is a whole.
   * @throws DomainError `SLOT_TAKEN`, which says nothing of whoever has it (E119)
   */
  async take(
    tx: Transaction,
    unitIds: readonly string[],
    booking: Omit<BookingRow, 'resourceId'>,
  ): Promise<void> {
    await orTaken(() =>
      tx.sql.insert(
        BookingRow,
        unitIds.map((resourceId) => ({ ...booking, resourceId })),
      ),
    );
  }

  /** Gives a booking another period, by the same rule. @throws DomainError `SLOT_TAKEN` */
  async move(tx: Transaction, id: string, period: Period): Promise<void> {
    await orTaken(() =>
      tx.sql.update(BookingRow, { id }, { startsAt: period.start, occupiedUntil: period.end }),
    );
  }

  async release(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(BookingRow, { id });
  }

  findById(tx: Transaction, resourceId: string, id: string): Promise<BookingRow | null> {
    return tx.sql.findOneBy(BookingRow, { resourceId, id });
  }

  /**
   * The times out of service of a resource that are not over, the next first. Bookings of one resource never meet, so
   * their ends tell them apart; the constraint's own index finds them.
   */
  blocks(
    tx: Transaction,
    filter: { readonly resourceId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<BookingRow[]> {
    return tx.sql
      .createQueryBuilder(BookingRow, 'b')
      .where('b.resourceId = :resourceId', { resourceId: filter.resourceId })
      .andWhere("b.kind = 'block'")
      .andWhere("tstzrange(b.startsAt, b.occupiedUntil, '[)') && tstzrange(:after, NULL, '[)')", {
        after: decodeCursor(filter.cursor, 1)?.[0] ?? tx.now,
      })
      .orderBy('b.occupiedUntil')
      .limit(rowsFor(filter.limit))
      .getMany();
  }

  /** A new part is taken whenever its whole is. The caller holds the whole's lock. */
  async copyToPart(tx: Transaction, wholeId: string, partId: string): Promise<void> {
    await tx.sql.query(
      `INSERT INTO booking (resource_id, id, kind, starts_at, occupied_until, reason)
       SELECT $2, id, kind, starts_at, occupied_until, reason FROM booking
       WHERE resource_id = $1 AND occupied_until > $3`,
      [wholeId, partId, tx.now],
    );
  }

  /** When a resource, or any part of it, is taken within a window: cut to it, joined where they meet, in order. */
  busy(tx: Transaction, resourceId: string, window: Period): Promise<Period[]> {
    return tx.sql.query(
      `SELECT lower(taken) AS start, upper(taken) AS end FROM unnest((
         SELECT range_agg(tstzrange(starts_at, occupied_until, '[)') * tstzrange($2, $3, '[)')) FROM booking
         WHERE tstzrange(starts_at, occupied_until, '[)') && tstzrange($2, $3, '[)')
           AND resource_id IN (SELECT $1::uuid UNION ALL SELECT id FROM resource WHERE part_of_id = $1::uuid)
       )) AS taken ORDER BY start`,
      [resourceId, window.start, window.end],
    );
  }

  /** When some resources are taken within a window, by resource. At most `max` periods in all. */
  async busyOf(
    tx: Transaction,
    resourceIds: readonly string[],
    window: Period,
    max: number,
  ): Promise<Map<string, Period[]>> {
    const rows: (Period & { resourceId: string })[] = await tx.sql.query(
      `SELECT unit.whole AS "resourceId", b.starts_at AS start, b.occupied_until AS end
       FROM (SELECT id AS whole, id FROM unnest($1::uuid[]) AS one(id)
             UNION ALL SELECT part_of_id, id FROM resource WHERE part_of_id = ANY($1::uuid[])) AS unit
       JOIN booking b ON b.resource_id = unit.id
       WHERE tstzrange(b.starts_at, b.occupied_until, '[)') && tstzrange($2, $3, '[)')
       LIMIT $4`,
      [resourceIds, window.start, window.end, max],
    );
    const busy = new Map<string, Period[]>();
    for (const { resourceId, start, end } of rows) {
      busy.set(resourceId, [...(busy.get(resourceId) ?? []), { start, end }]);
    }
    return busy;
  }
}

async function orTaken(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (brokenConstraint(error) === 'booking_free')
      throw new DomainError('SLOT_TAKEN', { pointer: '/startsAt' });
    throw error;
  }
}
