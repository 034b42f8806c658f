import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { couponsDue } from '../../activities/activity/coupons.due.js';
import { CouponSync } from './coupon-sync.js';
import { CouponReminder, couponReminderDue } from './coupon-reminder.js';

/** Due work of coupons. */
@Injectable()
export class GiveAwayConsumer {
  constructor(
    private readonly couponSync: CouponSync,
    private readonly reminder: CouponReminder,
  ) {}

  @OnDue(couponsDue)
  seatsChanged(tx: Transaction, key: string): Promise<void> {
    return this.couponSync.sync(tx, key);
  }

  @OnDue(couponReminderDue)
  endsSoon(tx: Transaction, activityId: string, payload: unknown): Promise<void> {
    return this.reminder.remind(tx, activityId, payload as { redeemUntil?: string; after?: string | null });
  }
}
