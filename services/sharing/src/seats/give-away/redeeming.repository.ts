import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import { RedeemingPointRow, RedemptionRow } from './give-away.entity.js';

/** A counter with how many coupons it has redeemed. */
export interface CountedPoint {
  readonly id: string;
  readonly name: string;
  readonly redeemed: number;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** A redemption with what the counter may know of its coupon. */
export interface CounterRedemption {
  readonly id: string;
  readonly pointId: string;
  readonly pointName: string;
  readonly maskedName: string;
  readonly number: number;
  readonly redeemedAt: Date;
  readonly undoneAt: Date | null;
}

const pointsShownMax = 500;
const recentMax = 20;

@Injectable()
export class RedeemingRepository {
  async insertPoint(tx: Transaction, row: RedeemingPointRow): Promise<void> {
    await tx.sql.insert(RedeemingPointRow, row);
  }

  findPoint(tx: Transaction, activityId: string, id: string): Promise<RedeemingPointRow | null> {
    return tx.sql.findOneBy(RedeemingPointRow, { activityId, id });
  }

  /** A counter in use. */
  findByToken(tx: Transaction, tokenHash: string): Promise<RedeemingPointRow | null> {
    return tx.sql.findOneBy(RedeemingPointRow, { tokenHash, revokedAt: IsNull() });
  }

  countPoints(tx: Transaction, activityId: string): Promise<number> {
    return tx.sql.countBy(RedeemingPointRow, { activityId, revokedAt: IsNull() });
  }

  /** @param id null revokes all counters in use */
  async revoke(tx: Transaction, activityId: string, id: string | null): Promise<void> {
    const which = { activityId, revokedAt: IsNull(), ...(id === null ? {} : { id }) };
    await tx.sql.update(RedeemingPointRow, which, { revokedAt: tx.now });
  }

  /** Newest first. @param id null lists all */
  points(tx: Transaction, activityId: string, id: string | null = null): Promise<CountedPoint[]> {
    return tx.sql.query(
      `SELECT p.id, p.name, p.created_at AS "createdAt", p.revoked_at AS "revokedAt", (
         SELECT count(*)::int FROM redemption d
         WHERE d.activity_id = p.activity_id AND d.point_id = p.id AND d.undone_at IS NULL) AS redeemed
       FROM redeeming_point p WHERE p.activity_id = $1 AND ($2::uuid IS NULL OR p.id = $2)
       ORDER BY p.id DESC LIMIT ${pointsShownMax}`,
      [activityId, id],
    );
  }

  async insert(tx: Transaction, row: RedemptionRow): Promise<void> {
    await tx.sql.insert(RedemptionRow, row);
  }

  async update(tx: Transaction, row: RedemptionRow): Promise<void> {
    await tx.sql.update(RedemptionRow, { activityId: row.activityId, id: row.id }, row);
  }

  find(tx: Transaction, activityId: string, id: string): Promise<RedemptionRow | null> {
    return tx.sql.findOneBy(RedemptionRow, { activityId, id });
  }

  findByOperation(
    tx: Transaction,
    { activityId, id: pointId }: RedeemingPointRow,
    operationId: string,
  ): Promise<RedemptionRow | null> {
    return tx.sql.findOneBy(RedemptionRow, { activityId, pointId, operationId });
  }

  /** The current redemption of a coupon. */
  findOfCoupon(tx: Transaction, activityId: string, couponId: string): Promise<RedemptionRow | null> {
    return tx.sql.findOneBy(RedemptionRow, { activityId, couponId, undoneAt: IsNull() });
  }

  async findForCounter(tx: Transaction, activityId: string, id: string): Promise<CounterRedemption | null> {
    const [found] = await this.counterRedemptionsWhere(tx, 'd.activity_id = $1 AND d.id = $2', [
      activityId,
      id,
    ]);
    return found ?? null;
  }

  /** The latest redemptions of a counter, newest first. */
  recent(tx: Transaction, { activityId, id }: RedeemingPointRow): Promise<CounterRedemption[]> {
    const condition = `d.activity_id = $1 AND d.point_id = $2 ORDER BY d.id DESC LIMIT ${recentMax}`;
    return this.counterRedemptionsWhere(tx, condition, [activityId, id]);
  }

  private counterRedemptionsWhere(
    tx: Transaction,
    condition: string,
    values: readonly unknown[],
  ): Promise<CounterRedemption[]> {
    return tx.sql.query(
      `SELECT d.id, d.point_id AS "pointId", p.name AS "pointName", coalesce(m.masked_name, '*') AS "maskedName",
              c.number, d.redeemed_at AS "redeemedAt", d.undone_at AS "undoneAt"
       FROM redemption d JOIN redeeming_point p ON p.activity_id = d.activity_id AND p.id = d.point_id
       JOIN coupon c ON c.activity_id = d.activity_id AND c.id = d.coupon_id
       LEFT JOIN member_ref m ON m.person_id = c.person_id WHERE ${condition}`,
      [...values],
    );
  }
}
