import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { scheduleCoupons } from '../../activities/activity/coupons.due.js';
import { CouponRepository } from './coupon.repository.js';
import { GiveAwayAccess } from './give-away-access.js';
import type { CouponRow, RedeemingPointRow, RedemptionRow } from './give-away.entity.js';
import { RedeemingRepository } from './redeeming.repository.js';

/** Redeems coupons and undoes redemptions. Callers hold the locks of the activity and the coupon. */
@Injectable()
export class Redemptions {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly redeeming: RedeemingRepository,
    private readonly access: GiveAwayAccess,
  ) {}

  ofCoupon(tx: Transaction, { activityId, id }: CouponRow): Promise<RedemptionRow | null> {
    return this.redeeming.findOfCoupon(tx, activityId, id);
  }

  /** @param operationId chosen by the device and repeated on retries */
  async redeem(
    tx: Transaction,
    activity: ActivityRow,
    scan: { readonly coupon: CouponRow; readonly point: RedeemingPointRow; readonly operationId: string },
  ): Promise<RedemptionRow> {
    const { coupon, point, operationId } = scan;
    const row: RedemptionRow = {
      activityId: activity.id,
      id: newId(),
      couponId: coupon.id,
      pointId: point.id,
      operationId,
      redeemedAt: tx.now,
      undoneAt: null,
      undoneBy: null,
      undoReason: null,
    };
    await this.redeeming.insert(tx, row);
    await this.change(tx, activity, { coupon, state: 'redeemed', auditDetails: { pointId: point.id } });
    return row;
  }

  /** @param by the officer and their reason; null if the counter undoes it itself */
  async undo(tx: Transaction, activity: ActivityRow, { coupon, redemption, by }: Undoing): Promise<void> {
    const undone = { undoneAt: tx.now, undoneBy: by?.personId ?? null, undoReason: by?.reason ?? null };
    await this.redeeming.update(tx, { ...redemption, ...undone });
    const auditDetails = { pointId: redemption.pointId, ...(by === null ? {} : { reason: by.reason }) };
    await this.change(tx, activity, { coupon, state: 'issued', auditDetails });
    // The seat may be gone by now, with the membership or the activity.
    await scheduleCoupons(tx, [activity.id]);
  }

  private async change(
    tx: Transaction,
    activity: ActivityRow,
    change: {
      readonly coupon: CouponRow;
      readonly state: CouponRow['state'];
      readonly auditDetails: Readonly<Record<string, string>>;
    },
  ): Promise<void> {
    const { coupon, state, auditDetails } = change;
    await this.coupons.update(tx, { ...coupon, state, version: coupon.version + 1 });
    tx.audit({
      noun: 'coupon',
      id: coupon.id,
      before: { state: coupon.state },
      after: { state, activityId: activity.id, ...auditDetails },
    });
    await this.access.hint(tx, activity, [coupon.personId]);
  }
}

interface Undoing {
  readonly coupon: CouponRow;
  readonly redemption: RedemptionRow;
  readonly by: { readonly personId: string; readonly reason: string } | null;
}
