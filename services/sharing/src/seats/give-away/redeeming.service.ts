import { Injectable } from '@nestjs/common';
import {
  type OpenRedeemingRequest,
  type RedeemCouponRequest,
  redeemingContract,
  type RedeemingView,
  type RedemptionView,
  type UndoRedemptionRequest,
} from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, hashOfSecret, Transactions } from '@gongxiang/persistence';
import { requireUndoable } from './give-away.model.js';
import { redemptionViewOf, termsViewOf } from './give-away.view.js';
import { RedeemingCounters } from './redeeming-counters.js';
import { Redemptions } from './redemptions.js';

/** Commands of a merchant's counter. Nobody signs in there: its secret address is its only credential. */
@Injectable()
export class RedeemingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly counters: RedeemingCounters,
    private readonly redemptions: Redemptions,
  ) {}

  /** @throws DomainError `NOT_FOUND` if the counter does not exist, was revoked, or the give-away is over */
  @Handles(redeemingContract.open)
  open(request: OpenRedeemingRequest, call: CallContext): Promise<RedeemingView> {
    return this.transactions.read(call, async (tx) => {
      const { point, activity, giveAway } = await this.counters.find(tx, hashOfSecret(request.redeemToken));
      const { recent, redeemed } = await this.counters.done(tx, point);
      return {
        activityTitle: activity.title,
        timeZone: activity.timeZone,
        pointName: point.name,
        terms: termsViewOf(giveAway),
        redeemed,
        recent: recent.map((redemption) => redemptionViewOf('redeemed', redemption, point.id)),
      };
    });
  }

  /**
   * Exactly one scan redeems a coupon, however many counters scan it at once; the others are told which one did.
   */
  @Handles(redeemingContract.redeem)
  redeem(request: RedeemCouponRequest, call: CallContext): Promise<Outcome<RedemptionView>> {
    return this.transactions.command(call, redeemingContract.redeem, request, async (tx) => {
      const counter = await this.counters.lock(tx, hashOfSecret(request.redeemToken));
      const earlier = await this.counters.earlier(tx, counter, request.operationId);
      if (earlier !== null) return new ExistingResult(earlier);
      const { coupon, result } = await this.counters.judge(tx, counter, request.code);
      if (result !== 'redeemed' || coupon === null)
        return new ExistingResult(await this.counters.refusal(tx, counter, { coupon, result }));
      const { point, activity } = counter;
      const { operationId } = request;
      const redemption = await this.redemptions.redeem(tx, activity, { coupon, point, operationId });
      return this.counters.view(tx, counter, { result, redemption });
    });
  }

  /**
   * Undoes a mistaken scan within some minutes. Repeating it changes nothing. @throws DomainError `UNDO_TOO_LATE`
   */
  @Handles(redeemingContract.undo)
  undo(request: UndoRedemptionRequest, call: CallContext): Promise<Outcome<RedemptionView>> {
    return this.transactions.command(call, redeemingContract.undo, request, async (tx) => {
      const counter = await this.counters.lock(tx, hashOfSecret(request.redeemToken));
      const { coupon, redemption } = await this.counters.own(tx, counter, request.redemptionId);
      const result = 'redeemed';
      if (redemption.undoneAt !== null)
        return new ExistingResult(await this.counters.view(tx, counter, { result, redemption }));
      requireUndoable(redemption.redeemedAt, tx.now);
      await this.redemptions.undo(tx, counter.activity, { coupon, redemption, by: null });
      return this.counters.view(tx, counter, { result, redemption });
    });
  }
}
