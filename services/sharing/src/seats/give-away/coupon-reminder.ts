import { Injectable } from '@nestjs/common';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { outsideQuietHours } from '../../activities/reminder/quiet-hours.js';
import { CouponRepository } from './coupon.repository.js';
import type { GiveAwayRow } from './give-away.entity.js';
import { remindAt } from './give-away.model.js';
import { GiveAwayRepository } from './give-away.repository.js';

/** Due work, keyed by the activity's id: people who have not redeemed are reminded. */
export const couponReminderDue = 'coupon-reminder';
/** People reminded per step. */
const remindedPerStep = 200;

/** State carried from step to step. */
interface Step {
  /** The end it reminds of: if the give-away has a different one by now, the reminder goes at another time. */
  readonly redeemUntil?: string;
  readonly after?: string | null;
}

/** Reminds holders of coupons shortly before they expire. */
@Injectable()
export class CouponReminder {
  constructor(
    private readonly giveAways: GiveAwayRepository,
    private readonly coupons: CouponRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Schedules the reminder, unless its time has passed. The caller holds the lock of the activity. */
  async plan(tx: Transaction, { id, timeZone }: ActivityRow, giveAway: GiveAwayRow): Promise<void> {
    const at = remindAt(giveAway, tx.now);
    if (at === null) return this.forget(tx, id);
    const { redeemUntil } = giveAway;
    const payload = { redeemUntil: redeemUntil.toISOString(), after: null };
    const when = outsideQuietHours(at, redeemUntil, timeZone);
    await schedule(tx, { kind: couponReminderDue, key: id, at: when, payload });
  }

  forget(tx: Transaction, activityId: string): Promise<void> {
    return unschedule(tx, couponReminderDue, activityId);
  }

  /** One step; it schedules the next. Each person is reminded once per end, however often a step runs. */
  async remind(tx: Transaction, activityId: string, step: Step): Promise<void> {
    const giveAway = await this.giveAways.find(tx, activityId);
    const until = giveAway?.redeemUntil.toISOString();
    // After an outage it may be too late to be useful.
    if (giveAway === null || until !== step.redeemUntil || tx.now >= giveAway.redeemUntil) return;
    const personIds = await this.coupons.holders(tx, activityId, step.after ?? null, remindedPerStep);
    await this.writer.write(tx, [
      {
        personIds,
        about: { activityId },
        kind: 'couponUnredeemed',
        why: 'registered',
        cause: ['coupon', activityId, until].join('/'),
        values: { at: until },
        until: giveAway.redeemUntil,
      },
    ]);
    if (personIds.length < remindedPerStep) return;
    const payload = { redeemUntil: until, after: personIds.at(-1) ?? null };
    await schedule(tx, { kind: couponReminderDue, key: activityId, at: tx.now, payload });
  }
}
