import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { HeldTerms } from './match.model.js';

type Seats = HeldTerms['seats'];

/** Reads the free seats of activities on offer. */
@Injectable()
export class FreeSeatsRepository {
  /**
   * The free seats of each pool, limited by the caps over it; released seats count in their current pool. Concurrent
   * sign-ups may change them.
   */
  async ofActivities(tx: Transaction, ids: readonly string[]): Promise<Map<string, Seats>> {
    const rows: (Seats[number] & { activityId: string })[] = await tx.sql.query(
      // Seats of a club are for its members of any union: no union owns them.
      `SELECT p.activity_id AS "activityId", p.size_classes AS "sizeClasses",
         CASE WHEN p.union_id IS NULL AND p.club_id IS NULL THEN NULL ELSE coalesce(u.path, '!') END AS "unionPath",
         least(p.capacity - coalesce(l.confirmed + l.held, 0), capped.free)::int AS free
       FROM pool p LEFT JOIN union_ref u ON u.id = p.union_id
       LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
       CROSS JOIN LATERAL (
         SELECT min(c.capacity - (
           SELECT coalesce(sum(o.confirmed + o.held), 0) FROM pool_line o JOIN pool op ON op.activity_id = o.activity_id AND op.id = o.pool_id
           LEFT JOIN union_ref ou ON ou.id = op.union_id
           WHERE o.activity_id = p.activity_id AND (c.union_id IS NULL OR starts_with(ou.path, cu.path)))) AS free
         FROM seat_cap c LEFT JOIN union_ref cu ON cu.id = c.union_id
         WHERE c.activity_id = p.activity_id AND (c.union_id IS NULL OR starts_with(u.path, cu.path))) AS capped
       WHERE p.activity_id = ANY($1)`,
      [ids],
    );
    const seats = new Map<string, Seats>();
    for (const { activityId, ...pool } of rows)
      seats.set(activityId, [...(seats.get(activityId) ?? []), pool]);
    return seats;
  }
}
