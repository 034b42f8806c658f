import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  couponContract,
  type CouponPage,
  type CouponView,
  type ListCouponsRequest,
  type ListMyCouponsRequest,
  type MyCouponView,
  type UndoCouponRedemptionRequest,
} from '@gongxiang/contracts/sharing/seats/coupon.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { CouponCodes } from './coupon-codes.js';
import { CouponRepository, type OwnCoupon } from './coupon.repository.js';
import { GiveAwayAccess } from './give-away-access.js';
import { couponViewOf, myCouponViewOf } from './give-away.view.js';
import { Redemptions } from './redemptions.js';

/** Coupons as their holders and the organiser's officers see them. */
@Injectable()
export class CouponService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: GiveAwayAccess,
    private readonly coupons: CouponRepository,
    private readonly codes: CouponCodes,
    private readonly redemptions: Redemptions,
  ) {}

  @Handles(couponContract.list)
  list(request: ListCouponsRequest, call: CallContext): Promise<CouponPage> {
    return this.transactions.read(call, async (tx) => {
      const { id } = await this.access.managed(tx, request.activityId);
      const rows = await this.coupons.list(tx, request);
      const page = toPage(rows.map(couponViewOf), { limit: request.limit, cursorOf: (view) => [view.id] });
      return { ...page, totals: await this.coupons.totals(tx, id) };
    });
  }

  @Handles(couponContract.listMine)
  listMine(request: ListMyCouponsRequest, call: CallContext): Promise<Page<MyCouponView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnCoupons, {});
      const rows = await this.coupons.own(tx, tx.personId, request);
      const views = rows.map((own) => myCouponViewOf(own, this.codeOf(own)));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  /**
   * An officer undoes, with a reason, what the counter can no longer undo. @throws DomainError `COUPON_NOT_REDEEMED`
   */
  @Handles(couponContract.undo)
  undo(request: UndoCouponRedemptionRequest, call: CallContext): Promise<Outcome<CouponView>> {
    return this.transactions.command(call, couponContract.undo, request, async (tx) => {
      const activity = await this.access.lockManaged(tx, request.activityId);
      const coupon = await this.coupons.lockById(tx, activity.id, request.couponId);
      if (coupon === null) throw new DomainError('NOT_FOUND');
      const redemption = await this.redemptions.ofCoupon(tx, coupon);
      if (redemption === null) throw new DomainError('COUPON_NOT_REDEEMED');
      const by = { personId: tx.personId, reason: request.reason };
      await this.redemptions.undo(tx, activity, { coupon, redemption, by });
      const view = await this.coupons.findListed(tx, activity.id, coupon.id);
      if (view === null) throw new DomainError('NOT_FOUND');
      return couponViewOf(view);
    });
  }

  /** The code of a used or void coupon is useless and is not shown. */
  private codeOf({ id, state, sealedCode }: OwnCoupon): string | null {
    return state === 'issued' ? this.codes.open(id, sealedCode) : null;
  }
}
