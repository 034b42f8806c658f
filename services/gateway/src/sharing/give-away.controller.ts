import { Controller } from '@nestjs/common';
import {
  couponContract,
  giveAwayContract,
  GiveAwayRequest,
  ListCouponsRequest,
  ListMyCouponsRequest,
  SetGiveAwayRequest,
  UndoCouponRedemptionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'give-aways';

@Controller()
export class GiveAwayController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/give-away', giveAwayContract.get, {
    tag,
    summary:
      'Shows what an activity gives away to each head with a seat, and where and until when it is redeemed',
  })
  get(@Input() request: GiveAwayRequest, @Call() call: CallContext) {
    return this.rpc.call(giveAwayContract.get, request, call);
  }

  @Endpoint('PUT', 'activities/:activityId/give-away', giveAwayContract.set, {
    tag,
    summary: 'Says what is given away; every head with a seat has a coupon for it from then on',
    ifMatch: true,
    example: {
      title: '电影通兑券',
      faceValue: { amount: '4000', currency: 'CNY' },
      merchantName: '星光影城',
      howTo: '凭二维码到影院柜台换票',
      redeemFrom: '2026-12-01T09:00:00+08:00',
      redeemUntil: '2026-12-31T22:00:00+08:00',
      claimHours: 48,
    },
  })
  set(@Input() request: SetGiveAwayRequest, @Call() call: CallContext) {
    return this.rpc.call(giveAwayContract.set, request, call);
  }

  @Endpoint('DELETE', 'activities/:activityId/give-away', giveAwayContract.remove, {
    tag,
    summary:
      'Takes a give-away back as long as nothing is redeemed: its coupons are void, its counters revoked',
  })
  remove(@Input() request: GiveAwayRequest, @Call() call: CallContext) {
    return this.rpc.call(giveAwayContract.remove, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/coupons', couponContract.list, {
    tag,
    summary: 'Lists the coupons of an activity with masked names, and how many are redeemed',
  })
  list(@Input() request: ListCouponsRequest, @Call() call: CallContext) {
    return this.rpc.call(couponContract.list, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/coupons/:couponId/undo-redemption', couponContract.undo, {
    tag,
    summary: 'Takes a redemption back for a reason: the coupon can be redeemed again',
    status: 200,
    example: { reason: '收银台误扫，未兑换' },
  })
  undo(@Input() request: UndoCouponRedemptionRequest, @Call() call: CallContext) {
    return this.rpc.call(couponContract.undo, request, call);
  }

  @Endpoint('GET', 'me/coupons', couponContract.listMine, {
    tag,
    summary: "Lists the caller's own coupons with their codes, the newest first",
  })
  listMine(@Input() request: ListMyCouponsRequest, @Call() call: CallContext) {
    return this.rpc.call(couponContract.listMine, request, call);
  }
}
