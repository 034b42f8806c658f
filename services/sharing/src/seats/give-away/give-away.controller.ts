import { Controller } from '@nestjs/common';
import {
  couponContract,
  type CouponPage,
  type CouponView,
  type Done,
  giveAwayContract,
  GiveAwayRequest,
  type GiveAwayView,
  ListCouponsRequest,
  ListMyCouponsRequest,
  type MyCouponView,
  type Page,
  SetGiveAwayRequest,
  UndoCouponRedemptionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { CouponService } from './coupon.service.js';
import { GiveAwayService } from './give-away.service.js';

@Controller()
export class GiveAwayController {
  constructor(
    private readonly giveAways: GiveAwayService,
    private readonly coupons: CouponService,
  ) {}

  @HandlesQuery(giveAwayContract.get)
  get(@Request() request: GiveAwayRequest, @Call() call: CallContext): Promise<GiveAwayView> {
    return this.giveAways.get(request, call);
  }

  @HandlesCommand(giveAwayContract.set)
  set(@Request() request: SetGiveAwayRequest, @Call() call: CallContext): Promise<Outcome<GiveAwayView>> {
    return this.giveAways.set(request, call);
  }

  @HandlesCommand(giveAwayContract.remove)
  remove(@Request() request: GiveAwayRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.giveAways.remove(request, call);
  }

  @HandlesQuery(couponContract.list)
  list(@Request() request: ListCouponsRequest, @Call() call: CallContext): Promise<CouponPage> {
    return this.coupons.list(request, call);
  }

  @HandlesCommand(couponContract.undo)
  undo(
    @Request() request: UndoCouponRedemptionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CouponView>> {
    return this.coupons.undo(request, call);
  }

  @HandlesQuery(couponContract.listMine)
  listMine(@Request() request: ListMyCouponsRequest, @Call() call: CallContext): Promise<Page<MyCouponView>> {
    return this.coupons.listMine(request, call);
  }
}
