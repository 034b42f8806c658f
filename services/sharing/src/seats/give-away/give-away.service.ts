import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  giveAwayContract,
  type GiveAwayRequest,
  type GiveAwayView,
  type SetGiveAwayRequest,
} from '@gongxiang/contracts/sharing/seats/give-away.contract';
import { type CallContext, DomainError, fromWire } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { scheduleCoupons } from '../../activities/activity/coupons.due.js';
import { CouponReminder } from './coupon-reminder.js';
import { GiveAwayAccess } from './give-away-access.js';
import type { GiveAwayRow } from './give-away.entity.js';
import { requireWindow } from './give-away.model.js';
import { GiveAwayRepository } from './give-away.repository.js';
import { giveAwayViewOf, termsViewOf } from './give-away.view.js';
import { IssuedCoupons } from './issued-coupons.js';

/**
 * The give-away of an activity: managed by the organiser's officers, visible to everybody who sees the activity.
 */
@Injectable()
export class GiveAwayService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: GiveAwayAccess,
    private readonly giveAways: GiveAwayRepository,
    private readonly issued: IssuedCoupons,
    private readonly reminder: CouponReminder,
  ) {}

  @Handles(giveAwayContract.get)
  get({ activityId }: GiveAwayRequest, call: CallContext): Promise<GiveAwayView> {
    return this.transactions.read(call, async (tx) => {
      await this.access.seen(tx, activityId);
      return giveAwayViewOf(activityId, await this.giveAways.find(tx, activityId));
    });
  }

  /** @throws DomainError `ACTIVITY_CANCELLED`, `PERIOD_EMPTY`, `REDEEMING_ENDED`, `GIVE_AWAY_MERCHANT`, `MERCHANT_UNKNOWN` */
  @Handles(giveAwayContract.set)
  set(request: SetGiveAwayRequest, call: CallContext): Promise<Outcome<GiveAwayView>> {
    return this.transactions.command(call, giveAwayContract.set, request, async (tx) => {
      const activity = await this.access.lockManaged(tx, request.activityId);
      const before = await this.giveAways.find(tx, activity.id);
      requireVersion(tx, before?.version ?? 0);
      if (activity.state === 'cancelled') throw new DomainError('ACTIVITY_CANCELLED');
      const row = await this.rowOf(tx, request, (before?.version ?? 0) + 1);
      await this.giveAways.save(tx, row);
      await this.reminder.plan(tx, activity, row);
      await scheduleCoupons(tx, [activity.id]);
      tx.audit({
        noun: 'give-away',
        id: activity.id,
        before: before && { ...termsViewOf(before) },
        after: { ...termsViewOf(row) },
      });
      await this.access.hint(tx, activity);
      return giveAwayViewOf(activity.id, row);
    });
  }

  /** Unredeemed coupons become void, and no counter redeems any more. @throws DomainError `GIVE_AWAY_REDEEMED` */
  @Handles(giveAwayContract.remove)
  remove(request: GiveAwayRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, giveAwayContract.remove, request, async (tx) => {
      const activity = await this.access.lockManaged(tx, request.activityId);
      const before = await this.giveAways.find(tx, activity.id);
      if (before === null) throw new DomainError('NOT_FOUND');
      const holders = await this.issued.revoke(tx, activity);
      await this.giveAways.remove(tx, activity.id);
      await this.reminder.forget(tx, activity.id);
      const after = { coupons: holders.length };
      tx.audit({ noun: 'give-away', id: activity.id, before: { ...termsViewOf(before) }, after });
      await this.access.hint(tx, activity, holders);
      return new Done();
    });
  }

  private async rowOf(tx: Transaction, request: SetGiveAwayRequest, version: number): Promise<GiveAwayRow> {
    const { activityId, title, faceValue, howTo } = request;
    const redeemFrom = new Date(request.redeemFrom);
    const redeemUntil = new Date(request.redeemUntil);
    requireWindow({ redeemFrom, redeemUntil }, tx.now);
    return {
      activityId,
      version,
      title,
      howTo,
      redeemFrom,
      redeemUntil,
      ...(await this.merchantOf(tx, request)),
      faceValueFen: faceValue ? worthOf(faceValue) : null,
      claimHours: request.claimHours ?? null,
    };
  }

  private async merchantOf(
    tx: Transaction,
    { merchantId, merchantName }: SetGiveAwayRequest,
  ): Promise<Pick<GiveAwayRow, 'merchantId' | 'merchantName'>> {
    if (merchantId && !merchantName) {
      const known = await this.giveAways.merchant(tx, merchantId);
      if (known === null) throw new DomainError('MERCHANT_UNKNOWN', { pointer: '/merchantId' });
      return { merchantId: known.id, merchantName: known.name };
    }
    if (!merchantId && merchantName) return { merchantId: null, merchantName };
    throw new DomainError('GIVE_AWAY_MERCHANT', { pointer: '/merchantName' });
  }
}

/** @throws DomainError `AMOUNT_NOT_POSITIVE` */
function worthOf(faceValue: NonNullable<SetGiveAwayRequest['faceValue']>): bigint {
  const pointer = '/faceValue';
  const fen = fromWire(faceValue, pointer);
  if (fen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer });
  return fen;
}
