import {
  couponContract,
  type CouponPage,
  type ListCouponsRequest,
  type MyCouponView,
} from '@gongxiang/contracts/sharing/seats/coupon.contract';
import {
  giveAwayContract,
  type GiveAwayView,
  type SetGiveAwayRequest,
} from '@gongxiang/contracts/sharing/seats/give-away.contract';
import {
  redeemingContract,
  type RedemptionView,
} from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, insist } from '@gongxiang/testing';
import { DrawStage } from '../draw/draw.fixture.js';
import type { KnownUnion } from '../registration/registration.fixture.js';

export interface TestCounter {
  readonly id: string;
  readonly token: string;
}

/** A give-away and the steps taken with it. Redeeming is open from now for 20 days. */
export class GiveAwayStage extends DrawStage {
  set(
    activityId: string,
    union: KnownUnion,
    changes: Partial<SetGiveAwayRequest> = {},
    ifMatch = 0,
  ): Promise<GiveAwayView> {
    const request: SetGiveAwayRequest = {
      activityId,
      title: '电影通兑券',
      merchantName: '星光影城',
      howTo: '到柜台换票',
      redeemFrom: this.inHours(0),
      redeemUntil: this.inHours(480),
      ...changes,
    };
    return this.sharing.ask(giveAwayContract.set, request, union.officer, { ifMatch });
  }

  async counter(activityId: string, union: KnownUnion, name = '一号柜台'): Promise<TestCounter> {
    const request = { activityId, name };
    const { id, address } = await this.sharing.ask(redeemingContract.createPoint, request, union.officer);
    return { id, token: address?.replace('/redeem/', '') ?? '' };
  }

  /** A person's coupons of an activity, once there are so many in this state. */
  async mine(activityId: string, person: Actor, count: number, state = 'issued'): Promise<MyCouponView[]> {
    return eventually(async () => {
      const { items } = await this.sharing.ask(couponContract.listMine, { activityId }, person);
      const found = items.filter((one) => one.state === state);
      if (found.length !== count) throw new Error(`${found.length} coupons are ${state}, not ${count}`);
      return found;
    });
  }

  coupons(
    activityId: string,
    union: KnownUnion,
    filter: Partial<ListCouponsRequest> = {},
  ): Promise<CouponPage> {
    return this.sharing.ask(couponContract.list, { activityId, ...filter }, union.officer);
  }

  /** Redeems as a counter does: it repeats the same scan while the service is busy. */
  redeem({ token }: TestCounter, code: string | null, operationId = newId()): Promise<RedemptionView> {
    const request = { redeemToken: token, operationId, code: code ?? '' };
    return insist(() => this.sharing.ask(redeemingContract.redeem, request, null, { idempotencyKey: null }));
  }

  undo({ token }: TestCounter, { redemptionId }: RedemptionView): Promise<RedemptionView> {
    const request = { redeemToken: token, redemptionId: redemptionId ?? '' };
    return this.sharing.ask(redeemingContract.undo, request, null, { idempotencyKey: null });
  }
}
