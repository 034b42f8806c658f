import { Injectable } from '@nestjs/common';
import type { SeatState } from '@gongxiang/contracts/sharing/sharing-events';
import type { Transaction } from '@gongxiang/persistence';
import { ReminderPlanRow, ReminderRoundRow, ReminderWishRow } from './reminder.entity.js';

/** A person whom a round is to reach. */
export interface Reminded {
  readonly personId: string;
  readonly poolId: string;
  readonly poolName: string;
  /** Null for people who only asked to be notified. */
  readonly state: SeatState | null;
  readonly offerExpiresAt: Date | null;
}

/** People whom no earlier reminder of the same time has reached, for late rounds. */
const notReached = `(NOT $4 OR NOT EXISTS (SELECT 1 FROM reminder_reached n WHERE n.activity_id = $1 AND n.person_id = p.person_id
  AND n.anchor = $5 AND n.base_at = $6))`;
const notRegistered = `NOT EXISTS (SELECT 1 FROM registration r WHERE r.activity_id = p.activity_id
  AND r.person_id = p.person_id AND r.state NOT IN ('cancelled', 'expired'))`;

const seatedSql = `SELECT p.person_id AS "personId", p.pool_id AS "poolId", o.name AS "poolName", p.state,
    p.offer_expires_at AS "offerExpiresAt"
  FROM registration p JOIN pool o ON o.activity_id = p.activity_id AND o.id = p.pool_id
  WHERE p.activity_id = $1 AND p.state IN ('confirmed', 'held') AND ($2::uuid IS NULL OR p.person_id > $2)
    AND ${notReached} ORDER BY p.person_id LIMIT $3`;

const askedSql = (ofPool: string): string =>
  `SELECT DISTINCT ON (p.person_id) p.person_id AS "personId", p.pool_id AS "poolId", o.name AS "poolName",
     NULL AS state, NULL AS "offerExpiresAt"
   FROM reminder_wish p JOIN pool o ON o.activity_id = p.activity_id AND o.id = p.pool_id
   WHERE p.activity_id = $1 AND ($2::uuid IS NULL OR p.person_id > $2) AND ${ofPool} AND ${notRegistered}
     AND ${notReached} ORDER BY p.person_id, p.pool_id LIMIT $3`;

@Injectable()
export class ReminderRepository {
  findPlan(tx: Transaction, activityId: string): Promise<ReminderPlanRow | null> {
    return tx.sql.findOneBy(ReminderPlanRow, { activityId });
  }

  async savePlan(tx: Transaction, row: ReminderPlanRow): Promise<void> {
    await tx.sql.upsert(ReminderPlanRow, row, ['activityId']);
  }

  /** All rounds of an activity, including finished ones. */
  rounds(tx: Transaction, activityId: string): Promise<ReminderRoundRow[]> {
    return tx.sql.find(ReminderRoundRow, { where: { activityId }, order: { key: 'ASC' } });
  }

  /** The same, locked against concurrent sending. */
  lockRounds(tx: Transaction, activityId: string): Promise<ReminderRoundRow[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.sql.find(ReminderRoundRow, { where: { activityId }, order: { key: 'ASC' }, lock });
  }

  lockRound(tx: Transaction, activityId: string, key: string): Promise<ReminderRoundRow | null> {
    return tx.sql.findOne(ReminderRoundRow, {
      where: { activityId, key },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async saveRound(tx: Transaction, row: ReminderRoundRow): Promise<void> {
    await tx.sql.upsert(ReminderRoundRow, row, ['activityId', 'key']);
  }

  async removeRound(tx: Transaction, { activityId, key }: ReminderRoundRow): Promise<void> {
    await tx.sql.delete(ReminderRoundRow, { activityId, key });
  }

  /** The next people a round is to reach, in id order. */
  reached(tx: Transaction, round: ReminderRoundRow, limit: number): Promise<Reminded[]> {
    const { activityId, afterId, isLate, anchor, baseAt, poolId } = round;
    const values = [activityId, afterId, limit, isLate, anchor, baseAt];
    if (anchor === 'start') return tx.sql.query(seatedSql, values);
    if (poolId === null) return tx.sql.query(askedSql('true'), values);
    return tx.sql.query(askedSql('p.pool_id = $7'), [...values, poolId]);
  }

  async recordReached(
    tx: Transaction,
    { activityId, anchor, baseAt }: ReminderRoundRow,
    personIds: readonly string[],
  ): Promise<void> {
    await tx.sql.query(
      `INSERT INTO reminder_reached (activity_id, person_id, anchor, base_at)
       SELECT $1, person_id, $2, $3 FROM unnest($4::uuid[]) AS t(person_id) ON CONFLICT DO NOTHING`,
      [activityId, anchor, baseAt, personIds],
    );
  }

  /** The last round of a time is over: nobody asks any more whom the earlier ones reached. */
  async forgetReached(tx: Transaction, { activityId, anchor }: ReminderRoundRow): Promise<void> {
    await tx.sql.query(`DELETE FROM reminder_reached WHERE activity_id = $1 AND anchor = $2`, [
      activityId,
      anchor,
    ]);
  }

  /** The pools that people wait for. */
  async wishedPools(tx: Transaction, activityId: string): Promise<string[]> {
    const rows: { poolId: string }[] = await tx.sql.query(
      `SELECT p.id AS "poolId" FROM pool p WHERE p.activity_id = $1
       AND EXISTS (SELECT 1 FROM reminder_wish w WHERE w.activity_id = $1 AND w.pool_id = p.id) ORDER BY p.id`,
      [activityId],
    );
    return rows.map(({ poolId }) => poolId);
  }

  findWish(
    tx: Transaction,
    wish: { readonly activityId: string; readonly poolId: string; readonly personId: string },
  ): Promise<ReminderWishRow | null> {
    return tx.sql.findOneBy(ReminderWishRow, wish);
  }

  async addWish(tx: Transaction, row: ReminderWishRow): Promise<void> {
    await tx.sql.insert(ReminderWishRow, row);
  }

  async removeWish(
    tx: Transaction,
    { activityId, poolId, personId }: Omit<ReminderWishRow, 'createdAt'>,
  ): Promise<void> {
    await tx.sql.delete(ReminderWishRow, { activityId, poolId, personId });
  }
}
