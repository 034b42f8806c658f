import { Injectable } from '@nestjs/common';
import type { RegistrationState } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import { In, IsNull } from 'typeorm';
import { RegistrationRow } from './registration.entity.js';
import type { Line } from './seating.model.js';

/**
 * The lines of an activity's pools, counted anew from their registrations each time. A stored counter would drift from
 * them; counting is safe because everybody who changes a registration holds the lock of its activity.
 */
@Injectable()
export class LineRepository {
  /** @param poolIds all pools of the activity where absent */
  async ofPools(
    tx: Transaction,
    activityId: string,
    poolIds: readonly string[] | null = null,
  ): Promise<Map<string, Line>> {
    const rows: (Line & { poolId: string })[] = await tx.sql.query(
      `SELECT p.id AS "poolId", p.capacity,
              coalesce(sum(r.heads) FILTER (WHERE r.state = 'confirmed'), 0)::int AS confirmed,
              coalesce(sum(r.heads) FILTER (WHERE r.state = 'held'), 0)::int AS held,
              coalesce(sum(r.heads) FILTER (WHERE r.state = 'waitlisted'), 0)::int AS "waitingHeads",
              (count(*) FILTER (WHERE r.state = 'waitlisted'))::int AS "waitingParties",
              (count(*) FILTER (WHERE r.state = 'waitlisted' AND r.heads <= p.capacity))::int AS "servableParties",
              coalesce(max(r.rank), 0) AS "lastRank"
       FROM pool p LEFT JOIN registration r ON r.activity_id = p.activity_id AND r.pool_id = p.id
       WHERE p.activity_id = $1 AND ($2::uuid[] IS NULL OR p.id = ANY($2))
       GROUP BY p.activity_id, p.id`,
      [activityId, poolIds],
    );
    return new Map(rows.map(({ poolId, ...line }) => [poolId, line]));
  }

  /** The waitlist from its front: only parties that the pool could ever seat. */
  waiting(
    tx: Transaction,
    pool: { activityId: string; id: string; capacity: number },
    limit: number,
  ): Promise<RegistrationRow[]> {
    return tx.sql
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ activityId: pool.activityId, poolId: pool.id, state: 'waitlisted' })
      .andWhere('r.heads <= :capacity', { capacity: pool.capacity })
      .orderBy('r.rank')
      .limit(limit)
      .getMany();
  }

  /** Who has a seat within the capacity, the last in first. */
  seated(tx: Transaction, activityId: string, poolId: string, limit: number): Promise<RegistrationRow[]> {
    return tx.sql.find(RegistrationRow, {
      where: { activityId, poolId, state: 'confirmed', overrideReason: IsNull() },
      order: { rank: 'DESC' },
      take: limit,
    });
  }

  async setState(
    tx: Transaction,
    rows: readonly RegistrationRow[],
    state: RegistrationState,
  ): Promise<RegistrationRow[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const personIds = rows.map((row) => row.personId);
    await tx.sql.update(
      RegistrationRow,
      { activityId: first.activityId, personId: In(personIds) },
      { state, version: () => 'version + 1' },
    );
    return rows.map((row) => ({ ...row, state, version: row.version + 1 }));
  }

  /** The place of a waiting registration in the waitlist of its pool, from 1. */
  async placeOf(tx: Transaction, row: RegistrationRow): Promise<number | null> {
    if (row.state !== 'waitlisted') return null;
    const rows: { place: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS place FROM registration
       WHERE activity_id = $1 AND pool_id = $2 AND state = 'waitlisted' AND rank <= $3`,
      [row.activityId, row.poolId, row.rank],
    );
    return rows[0]?.place ?? null;
  }
}
