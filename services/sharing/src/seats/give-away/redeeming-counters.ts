import { Injectable } from '@nestjs/common';
import type { RedemptionResult, RedemptionView } from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { RegistrationRepository } from '../registration/registration.repository.js';
import { hashOfCode } from './coupon-code.js';
import { CouponRepository } from './coupon.repository.js';
import type { CouponRow, GiveAwayRow, RedeemingPointRow, RedemptionRow } from './give-away.entity.js';
import { judgeRedemption } from './give-away.model.js';
import { GiveAwayRepository } from './give-away.repository.js';
import { redemptionViewOf, refusalViewOf } from './give-away.view.js';
import { RedeemingRepository, type CounterRedemption } from './redeeming.repository.js';

/** A counter with the give-away it serves. */
interface Counter {
  readonly point: RedeemingPointRow;
  readonly activity: ActivityRow;
  readonly giveAway: GiveAwayRow;
}

/** Looks up what a counter asks for by the hash of its token, limited to what a counter may know. */
@Injectable()
export class RedeemingCounters {
  constructor(
    private readonly activities: ActivityChanges,
    private readonly registrations: RegistrationRepository,
    private readonly giveAways: GiveAwayRepository,
    private readonly coupons: CouponRepository,
    private readonly redeeming: RedeemingRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, tokenHash: string): Promise<Counter> {
    const point = await this.pointOf(tx, tokenHash);
    const activity = await this.activities.find(tx, point.activityId);
    const giveAway = await this.giveAways.find(tx, point.activityId);
    if (activity === null || giveAway === null) throw new DomainError('NOT_FOUND');
    return { point, activity, giveAway };
  }

  /** The same under the lock of the activity: the counter is read again, as it may have been revoked meanwhile. */
  async lock(tx: Transaction, tokenHash: string): Promise<Counter> {
    const before = await this.pointOf(tx, tokenHash);
    const activity = await this.activities.lock(tx, before.activityId);
    const point = await this.pointOf(tx, tokenHash);
    const giveAway = await this.giveAways.find(tx, activity.id);
    if (giveAway === null) throw new DomainError('NOT_FOUND');
    return { point, activity, giveAway };
  }

  /** The counter's latest redemptions and their number. */
  async done(
    tx: Transaction,
    point: RedeemingPointRow,
  ): Promise<{ readonly recent: readonly CounterRedemption[]; readonly redeemed: number }> {
    const [counted] = await this.redeeming.points(tx, point.activityId, point.id);
    return { recent: await this.redeeming.recent(tx, point), redeemed: counted?.redeemed ?? 0 };
  }

  /** The answer to an earlier request with the same operation id; null if it is new. */
  async earlier(tx: Transaction, counter: Counter, operationId: string): Promise<RedemptionView | null> {
    const redemption = await this.redeeming.findByOperation(tx, counter.point, operationId);
    return redemption && this.view(tx, counter, { result: 'redeemed', redemption });
  }

  async judge(
    tx: Transaction,
    { activity, giveAway }: Counter,
    code: string,
  ): Promise<{ readonly coupon: CouponRow | null; readonly result: RedemptionResult }> {
    const coupon = await this.coupons.lockByCode(tx, activity.id, hashOfCode(code));
    const seat = coupon && (await this.registrations.findOfPerson(tx, activity.id, coupon.personId));
    const result = judgeRedemption(
      {
        couponState: coupon?.state ?? null,
        hasSeat: seat?.state === 'confirmed' && coupon !== null && coupon.number <= seat.heads,
        isCancelled: activity.state === 'cancelled',
        window: giveAway,
      },
      tx.now,
    );
    return { coupon, result };
  }

  async refusal(
    tx: Transaction,
    counter: Counter,
    { coupon, result }: { readonly coupon: CouponRow | null; readonly result: RedemptionResult },
  ): Promise<RedemptionView> {
    if (result !== 'already' || coupon === null) return refusalViewOf(result);
    const redemption = await this.redeeming.findOfCoupon(tx, coupon.activityId, coupon.id);
    return redemption === null ? refusalViewOf(result) : this.view(tx, counter, { result, redemption });
  }

  async view(
    tx: Transaction,
    { point }: Counter,
    { result, redemption }: { readonly result: RedemptionResult; readonly redemption: RedemptionRow },
  ): Promise<RedemptionView> {
    const redemptionOfCounter = await this.redeeming.findForCounter(tx, redemption.activityId, redemption.id);
    return redemptionOfCounter === null
      ? refusalViewOf(result)
      : redemptionViewOf(result, redemptionOfCounter, point.id);
  }

  /** A redemption of this counter, with its coupon locked. @throws DomainError `NOT_FOUND` */
  async own(
    tx: Transaction,
    { point }: Counter,
    redemptionId: string,
  ): Promise<{ readonly coupon: CouponRow; readonly redemption: RedemptionRow }> {
    const redemption = await this.redeeming.find(tx, point.activityId, redemptionId);
    if (redemption?.pointId !== point.id) throw new DomainError('NOT_FOUND');
    const coupon = await this.coupons.lockById(tx, point.activityId, redemption.couponId);
    if (coupon === null) throw new DomainError('NOT_FOUND');
    return { coupon, redemption };
  }

  private async pointOf(tx: Transaction, tokenHash: string): Promise<RedeemingPointRow> {
    const point = await this.redeeming.findByToken(tx, tokenHash);
    if (point === null) throw new DomainError('NOT_FOUND');
    return point;
  }
}
