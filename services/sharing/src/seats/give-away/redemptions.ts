import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { noteCoupons } from '../../activities/activity/coupons.due.js';
import { CouponRepository } from './coupon.repository.js';
import { GiveAwayDesk } from './give-away-desk.js';
import type { CouponRow, RedeemingPointRow, RedemptionRow } from './give-away.entity.js';
import { RedeemingRepository } from './redeeming.repository.js';

/** Redeems coupons and takes it back. Its callers hold the lock of the activity, and that of the coupon. */
@Injectable()
export class Redemptions {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly redeeming: RedeemingRepository,
    private readonly desk: GiveAwayDesk,
  ) {}

  ofCoupon(tx: Transaction, { activityId, id }: CouponRow): Promise<RedemptionRow | null> {
    return this.redeeming.findOfCoupon(tx, activityId, id);
  }

  /** @param operationId of the device, by which it asks again */
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
    await this.change(tx, activity, { coupon, state: 'redeemed', told: { pointId: point.id } });
    return row;
  }

  /** @param by the officer and his reason; null where the counter takes it back itself */
  async undo(tx: Transaction, activity: ActivityRow, { coupon, redemption, by }: Undoing): Promise<void> {
    const undone = { undoneAt: tx.now, undoneBy: by?.personId ?? null, undoReason: by?.reason ?? null };
    await this.redeeming.update(tx, { ...redemption, ...undone });
    const told = { pointId: redemption.pointId, ...(by === null ? {} : { reason: by.reason }) };
    await this.change(tx, activity, { coupon, state: 'issued', told });
    // Its seat may be gone by now, with the membership or the activity.
    await noteCoupons(tx, [activity.id]);
  }

  private async change(
    tx: Transaction,
    activity: ActivityRow,
    change: {
      readonly coupon: CouponRow;
      readonly state: CouponRow['state'];
      readonly told: Readonly<Record<string, string>>;
    },
  ): Promise<void> {
    const { coupon, state, told } = change;
    await this.coupons.update(tx, { ...coupon, state, version: coupon.version + 1 });
    tx.audit({
      noun: 'coupon',
      id: coupon.id,
      before: { state: coupon.state },
      after: { state, activityId: activity.id, ...told },
    });
    await this.desk.hint(tx, activity, [coupon.personId]);
  }
}

interface Undoing {
  readonly coupon: CouponRow;
  readonly redemption: RedemptionRow;
  readonly by: { readonly personId: string; readonly reason: string } | null;
}
