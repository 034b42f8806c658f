import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PoolRow, SeatCapRow } from './pool.entity.js';
import { isForEverybody, type PoolPlace } from './pool.model.js';

/** A pool with the current path of its union. */
export interface PlacedPool extends PoolPlace {
  readonly id: string;
  readonly name: string;
  readonly opensAt: Date | null;
}

/** A cap with its pools. */
export interface PlacedCap {
  readonly id: string;
  readonly name: string;
  readonly unionId: string | null;
  readonly capacity: number;
  readonly poolIds: readonly string[];
}

/** The plan of a pool. */
export type PoolPlan = Pick<
  PoolRow,
  | ('name' | 'unionId' | 'clubId' | 'sizeClasses' | 'sex' | 'capacity')
  | ('opensAt' | 'releasesAt' | 'offerHours' | 'promotionUntil')
>;

@Injectable()
export class PoolRepository {
  /** A pool changes only under the lock of its activity, so it needs no lock of its own. */
  findById(tx: Transaction, activityId: string, id: string): Promise<PoolRow | null> {
    return tx.sql.findOneBy(PoolRow, { activityId, id });
  }

  async findCommon(tx: Transaction, activityId: string): Promise<PoolRow | null> {
    return (await this.rowsOf(tx, activityId)).find(isForEverybody) ?? null;
  }

  rowsOf(tx: Transaction, activityId: string): Promise<PoolRow[]> {
    return tx.sql.find(PoolRow, { where: { activityId }, order: { id: 'ASC' } });
  }

  /** All pools of an activity (at most 200), in order of creation. */
  async ofActivity(tx: Transaction, activityId: string): Promise<PlacedPool[]> {
    return tx.sql.query(
      `SELECT p.id, p.name, p.union_id AS "unionId", u.path AS "unionPath", p.opens_at AS "opensAt",
              p.released_at AS "releasedAt", p.sex, p.club_id AS "clubId", p.size_classes AS "sizeClasses"
       FROM pool p LEFT JOIN union_ref u ON u.id = p.union_id WHERE p.activity_id = $1 ORDER BY p.id`,
      [activityId],
    );
  }

  /** The caps of an activity (at most 20), each with the pools of its union's subtree, or with all. */
  async capsOf(tx: Transaction, activityId: string): Promise<PlacedCap[]> {
    return tx.sql.query(
      `SELECT c.id, c.name, c.union_id AS "unionId", c.capacity, array(
         SELECT p.id FROM pool p LEFT JOIN union_ref u ON u.id = p.union_id
         WHERE p.activity_id = c.activity_id AND (c.union_id IS NULL OR starts_with(u.path, cu.path))) AS "poolIds"
       FROM seat_cap c LEFT JOIN union_ref cu ON cu.id = c.union_id WHERE c.activity_id = $1 ORDER BY c.id`,
      [activityId],
    );
  }

  /**
   * The plans of an activity's pools for another one. Their times keep their distance from its start in local time
   * (E36); released seats return to where they were planned.
   */
  async movedTo(tx: Transaction, fromId: string, toId: string): Promise<PoolPlan[]> {
    const moved = (column: string): string =>
      `((p.${column} AT TIME ZONE a.time_zone) - (a.starts_at AT TIME ZONE a.time_zone)
        + (b.starts_at AT TIME ZONE a.time_zone)) AT TIME ZONE a.time_zone`;
    return tx.sql.query(
      `SELECT * FROM (
         SELECT p.id, p.name, p.union_id AS "unionId", p.club_id AS "clubId", p.size_classes AS "sizeClasses", p.sex,
                e.is_common AS "isCommon", ${moved('opens_at')} AS "opensAt",
                ${moved('releases_at')} AS "releasesAt", p.offer_hours AS "offerHours",
                ${moved('promotion_until')} AS "promotionUntil", r.seats AS released,
                CASE WHEN e.is_common THEN p.capacity - r.seats ELSE p.capacity + p.released_seats END AS capacity
         FROM pool p JOIN activity a ON a.id = p.activity_id JOIN activity b ON b.id = $2
         CROSS JOIN (SELECT coalesce(sum(released_seats), 0)::int AS seats FROM pool WHERE activity_id = $1) r
         CROSS JOIN LATERAL (
           SELECT p.union_id IS NULL AND p.club_id IS NULL AND p.sex IS NULL AND p.size_classes = '{}' AS is_common) e
         WHERE p.activity_id = $1) plan
       WHERE NOT ("isCommon" AND released > 0 AND capacity <= 0) ORDER BY id`,
      [fromId, toId],
    );
  }

  /**
   * Moves the times planned before the start along with it, the same distance in local time; a past release stays.
   */
  async moveTimes(
    tx: Transaction,
    before: { readonly id: string; readonly startsAt: Date; readonly timeZone: string },
    after: { readonly startsAt: Date; readonly timeZone: string },
  ): Promise<void> {
    const moved = (column: string): string =>
      `((${column} AT TIME ZONE $3) - ($2::timestamptz AT TIME ZONE $3) + ($4::timestamptz AT TIME ZONE $5)) AT TIME ZONE $5`;
    await tx.sql.query(
      `UPDATE pool SET version = version + 1, promotion_until = ${moved('promotion_until')},
         releases_at = CASE WHEN released_at IS NULL THEN ${moved('releases_at')} ELSE releases_at END
       WHERE activity_id = $1
       AND (promotion_until IS NOT NULL OR (releases_at IS NOT NULL AND released_at IS NULL))`,
      [before.id, before.startsAt, before.timeZone, after.startsAt, after.timeZone],
    );
  }

  /** Copies the caps of one activity to another. */
  async copyCaps(tx: Transaction, fromId: string, toId: string): Promise<void> {
    const caps = await tx.sql.find(SeatCapRow, { where: { activityId: fromId }, order: { id: 'ASC' } });
    const copies = caps.map((cap) => ({ ...cap, id: newId(), activityId: toId, createdAt: tx.now }));
    if (copies.length > 0) await tx.sql.insert(SeatCapRow, copies);
  }

  /** Moves free seats of a pool to another; the caller holds the lock of the activity. */
  async moveSeats(
    tx: Transaction,
    from: { readonly activityId: string; readonly id: string },
    toId: string,
    seats: number,
  ): Promise<void> {
    await tx.sql.query(
      `UPDATE pool SET version = version + 1, capacity = capacity + CASE WHEN id = $2 THEN -$4::int ELSE $4::int END,
         released_seats = released_seats + CASE WHEN id = $2 THEN $4::int ELSE 0 END
       WHERE activity_id = $1 AND id IN ($2, $3)`,
      [from.activityId, from.id, toId, seats],
    );
  }

  insertCap(tx: Transaction, row: SeatCapRow): Promise<unknown> {
    return tx.sql.insert(SeatCapRow, row);
  }

  findCap(tx: Transaction, activityId: string, id: string): Promise<SeatCapRow | null> {
    return tx.sql.findOneBy(SeatCapRow, { activityId, id });
  }

  async removeCap(tx: Transaction, { activityId, id }: SeatCapRow): Promise<void> {
    await tx.sql.delete(SeatCapRow, { activityId, id });
  }

  /** Seats of all pools together. */
  async seatsOf(tx: Transaction, activityId: string): Promise<number> {
    return (await tx.sql.sum(PoolRow, 'capacity', { activityId })) ?? 0;
  }

  async insert(tx: Transaction, row: PoolRow): Promise<void> {
    await tx.sql.insert(PoolRow, row);
  }

  async update(tx: Transaction, row: PoolRow): Promise<void> {
    await tx.sql.update(PoolRow, { activityId: row.activityId, id: row.id }, row);
  }
}
