import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { couponsActivityOf, couponsDue } from '../../activities/activity/coupons.due.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { CouponCodes } from './coupon-codes.js';
import { CouponRepository } from './coupon.repository.js';
import { GiveAwayAccess } from './give-away-access.js';
import type { CouponRow } from './give-away.entity.js';
import { GiveAwayRepository } from './give-away.repository.js';

/** Coupons issued, and coupons voided, per step. */
const couponsPerStep = 200;

/**
 * Synchronises the coupons of an activity with its seats. It reads the current state, so neither the order nor the
 * number of calls matters, nor whether the process died between the seat and the coupon.
 */
@Injectable()
export class CouponSync {
  constructor(
    private readonly activities: ActivityChanges,
    private readonly giveAways: GiveAwayRepository,
    private readonly coupons: CouponRepository,
    private readonly codes: CouponCodes,
    private readonly access: GiveAwayAccess,
    private readonly writer: NoticeWriter,
  ) {}

  /**
   * One step; it schedules the next. It does not take the lock of the activity, which a rush of sign-ups holds: a
   * seat given back meanwhile schedules another run, and a counter checks the seat itself.
   * @param key of due work of the kind {@link couponsDue}
   */
  async sync(tx: Transaction, key: string): Promise<void> {
    const activity = await this.activities.find(tx, couponsActivityOf(key));
    if (activity === null) return;
    const voided = await this.coupons.voidSeatless(tx, activity.id, couponsPerStep);
    const issued = await this.issue(tx, activity);
    if (voided.length + issued.length > 0) {
      const after = { issued: issued.length, voided: voided.length };
      tx.audit({ noun: 'coupons', id: activity.id, after });
      await this.access.hint(tx, activity, [...voided, ...issued]);
    }
    if (Math.max(voided.length, issued.length) < couponsPerStep) return;
    await schedule(tx, { kind: couponsDue, key, at: tx.now });
  }

  /** @returns the owner of each issued coupon */
  private async issue(tx: Transaction, { id: activityId, state }: ActivityRow): Promise<string[]> {
    const giveAway = await this.giveAways.find(tx, activityId);
    if (giveAway === null || state === 'cancelled' || tx.now >= giveAway.redeemUntil) return [];
    const heads = await this.coupons.missing(tx, activityId, couponsPerStep);
    const rows = heads.map(({ personId, number }): CouponRow => {
      const id = newId();
      return {
        activityId,
        id,
        version: 1,
        personId,
        number,
        state: 'issued',
        ...this.codes.create(id),
        issuedAt: tx.now,
        voidedAt: null,
      };
    });
    const owners = await this.coupons.insert(tx, rows);
    await this.writer.write(tx, [
      {
        personIds: owners,
        kind: 'couponIssued',
        why: 'registered',
        about: { activityId },
        // Once, however many come along and whenever they are added.
        cause: `couponIssued/${activityId}`,
        values: { at: giveAway.redeemUntil.toISOString() },
        until: giveAway.redeemUntil,
      },
    ]);
    return owners;
  }
}
