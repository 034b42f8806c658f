import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { couponsDue } from '../../activities/activity/coupons.due.js';
import { CouponKeeper } from './coupon-keeper.js';
import { CouponReminder, couponReminderDue } from './coupon-reminder.js';

/** What time and seats do to coupons. */
@Injectable()
export class GiveAwayConsumer {
  constructor(
    private readonly keeper: CouponKeeper,
    private readonly reminder: CouponReminder,
  ) {}

  @OnDue(couponsDue)
  seatsChanged(tx: Transaction, key: string): Promise<void> {
    return this.keeper.keep(tx, key);
  }

  @OnDue(couponReminderDue)
  endsSoon(tx: Transaction, activityId: string, payload: unknown): Promise<void> {
    return this.reminder.remind(tx, activityId, payload as { redeemUntil?: string; after?: string | null });
  }
}
