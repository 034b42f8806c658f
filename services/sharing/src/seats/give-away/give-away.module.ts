import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { CouponCodes } from './coupon-codes.js';
import { CouponKeeper } from './coupon.keeper.js';
import { CouponReminder } from './coupon.reminder.js';
import { CouponRepository } from './coupon.repository.js';
import { CouponService } from './coupon.service.js';
import { GiveAwayConsumer } from './give-away.consumer.js';
import { GiveAwayController } from './give-away.controller.js';
import { GiveAwayDesk } from './give-away.desk.js';
import { GiveAwayRepository } from './give-away.repository.js';
import { GiveAwayService } from './give-away.service.js';
import { GivenOut } from './given-out.js';
import { RedeemingPointService } from './redeeming-point.service.js';
import { RedeemingController } from './redeeming.controller.js';
import { RedeemingDesk } from './redeeming.desk.js';
import { RedeemingRepository } from './redeeming.repository.js';
import { RedeemingService } from './redeeming.service.js';
import { Redemptions } from './redemptions.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule, RegistrationModule],
  controllers: [GiveAwayController, RedeemingController],
  providers: [
    CouponCodes,
    CouponKeeper,
    CouponReminder,
    CouponRepository,
    CouponService,
    GiveAwayConsumer,
    GiveAwayDesk,
    GiveAwayRepository,
    GiveAwayService,
    GivenOut,
    RedeemingDesk,
    RedeemingPointService,
    RedeemingRepository,
    RedeemingService,
    Redemptions,
  ],
  exports: [CouponService],
})
export class GiveAwayModule {}
