import { Injectable } from '@nestjs/common';
import { DomainError, type Period } from '@gongxiang/domain';
import { brokenConstraint, decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { QueryFailedError } from 'typeorm';
import { BookingRow } from './resource.entity.js';

export type Booking = Readonly<BookingRow>;

@Injectable()
export class BookingRepository {
  /**
   * Books a time in every unit at once.
   * @throws DomainError `SLOT_TAKEN`, which discloses no borrower (E119), and for a counted resource how many are  
   * left; `PIECE_OUT_OF_SERVICE`
   */
  async take(tx: Transaction, rows: readonly Booking[]): Promise<void> {
    await orTaken(() => tx.sql.insert(BookingRow, [...rows]));
  }

  /**
   * Books times of single things, one after the other, each unless it conflicts: the constraint itself decides, for
   * many as for one.
   * @returns the ids of the booked ones
   */
  async takeFree(tx: Transaction, rows: readonly Booking[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const taken: { id: string }[] = await tx.sql.query(
      `INSERT INTO booking (resource_id, id, kind, starts_at, occupied_until)
       SELECT resource_id, id, kind, starts_at, occupied_until
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) WITH ORDINALITY
         AS b(resource_id, id, kind, starts_at, occupied_until, place)
       ORDER BY place
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        rows.map((row) => row.resourceId),
        rows.map((row) => row.id),
        rows.map((row) => row.kind),
        rows.map((row) => row.startsAt),
        rows.map((row) => row.occupiedUntil),
      ],
    );
    return new Set(taken.map(({ id }) => id));
  }

  /**
   * Moves a booking, by the same rule, with the buffers around it.
   * @throws DomainError `SLOT_TAKEN`
   */
  async move(
    tx: Transaction,
    id: string,
    period: Period,
    least: { readonly setupMinutes: number; readonly turnaroundMinutes: number },
  ): Promise<void> {
    await orTaken(() =>
      tx.sql.query(
        `UPDATE booking b SET
           starts_at = $2::timestamptz - make_interval(mins => greatest(r.setup_minutes, $4)),
           occupied_until = $3::timestamptz + make_interval(mins => greatest(r.turnaround_minutes, $5))
         FROM resource r WHERE r.id = b.resource_id AND b.id = $1`,
        [id, period.start, period.end, least.setupMinutes, least.turnaroundMinutes],
      ),
    );
  }

  /** A booking that would end before it began is released. @throws DomainError `SLOT_TAKEN` */
  async endAt(tx: Transaction, id: string, end: Date, turnaroundMinutes: number): Promise<void> {
    const ended = `$2::timestamptz + make_interval(mins => greatest(r.turnaround_minutes, $3))`;
    const params = [id, end, turnaroundMinutes];
    await tx.sql.query(
      `DELETE FROM booking b USING resource r WHERE r.id = b.resource_id AND b.id = $1 AND b.starts_at >= ${ended}`,
      params,
    );
    await orTaken(() =>
      tx.sql.query(
        `UPDATE booking b SET occupied_until = ${ended} FROM resource r WHERE r.id = b.resource_id AND b.id = $1`,
        params,
      ),
    );
  }

  /** @throws DomainError `SLOT_TAKEN` */
  async beginBy(tx: Transaction, id: string, start: Date): Promise<void> {
    await orTaken(() =>
      tx.sql.query('UPDATE booking SET starts_at = $2 WHERE id = $1 AND starts_at > $2', [id, start]),
    );
  }

  async lessen(tx: Transaction, id: string, resourceId: string, by: number): Promise<void> {
    await tx.sql.query('DELETE FROM booking WHERE id = $1 AND resource_id = $2 AND quantity <= $3', [
      id,
      resourceId,
      by,
    ]);
    await tx.sql.query('UPDATE booking SET quantity = quantity - $3 WHERE id = $1 AND resource_id = $2', [
      id,
      resourceId,
      by,
    ]);
  }

  async release(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(BookingRow, { id });
  }

  /** Ends everything that keeps a piece out of service. */
  async releasePiece(tx: Transaction, pieceId: string): Promise<void> {
    await tx.sql.query('DELETE FROM booking WHERE piece_id = $1 AND occupied_until > $2', [pieceId, tx.now]);
  }

  findById(tx: Transaction, resourceId: string, id: string): Promise<BookingRow | null> {
    return tx.sql.findOneBy(BookingRow, { resourceId, id });
  }

  /** The current and future times out of service of a resource, by end. */
  blocks(
    tx: Transaction,
    filter: { readonly resourceId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<BookingRow[]> {
    const query = tx.sql
      .createQueryBuilder(BookingRow, 'b')
      .where('b.resourceId = :resourceId', { resourceId: filter.resourceId })
      .andWhere("b.kind = 'block'")
      .andWhere("tstzrange(b.startsAt, b.occupiedUntil, '[)') && tstzrange(:now, NULL, '[)')", {
        now: tx.now,
      })
      .orderBy('b.occupiedUntil')
      .addOrderBy('b.id');
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) {
      query.andWhere('(b.occupiedUntil, b.id) > (:after, :id)', { after: cursor[0], id: cursor[1] });
    }
    return query.limit(rowsFor(filter.limit)).getMany();
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

  /** The first time from now at which more than a number of a resource is booked. */
  async firstAbove(
    tx: Transaction,
    resourceId: string,
    quantity: number,
  ): Promise<{ readonly at: Date; readonly level: number } | null> {
    const rows: { at: Date; level: number }[] = await tx.sql.query(
      `SELECT at, level::integer AS level FROM stock_levels($1, $2, 'infinity') WHERE level > $3 ORDER BY at LIMIT 1`,
      [resourceId, tx.now, quantity],
    );
    return rows[0] ?? null;
  }
}

/** It discloses no borrower (E119). */
export function slotTaken(): DomainError {
  return new DomainError('SLOT_TAKEN', { pointer: '/startsAt' });
}

async function orTaken(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === 'booking_free') throw slotTaken();
    if (broken === 'booking_stock') {
      const params = { free: freeOf(error) };
      throw new DomainError('SLOT_TAKEN', {
        params,
        errors: [{ pointer: '/quantity', code: 'FEWER_LEFT', params }],
      });
    }
    if (broken === 'booking_piece') throw new DomainError('PIECE_OUT_OF_SERVICE', { pointer: '/pieceId' });
    throw error;
  }
}

/** The least quantity left, from the database's error. */
function freeOf(error: unknown): number {
  const { detail } = (error as QueryFailedError).driverError as { detail?: unknown };
  return Number(detail ?? 0);
}
