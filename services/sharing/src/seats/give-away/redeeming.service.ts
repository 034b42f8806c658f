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
import { Existing, Transactions } from '@gongxiang/persistence';
import { hashOf } from './coupon-code.js';
import { requireUndoable } from './give-away.model.js';
import { redemptionViewOf, termsViewOf } from './give-away.view.js';
import { RedeemingDesk } from './redeeming-desk.js';
import { Redemptions } from './redemptions.js';

/** What a counter of the merchant does. Nobody is signed in there: its secret address is all that it has, and enough. */
@Injectable()
export class RedeemingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: RedeemingDesk,
    private readonly redemptions: Redemptions,
  ) {}

  /** @throws DomainError `NOT_FOUND`, whether the counter never was, was revoked, or nothing is given away any more */
  @Handles(redeemingContract.open)
  open(request: OpenRedeemingRequest, call: CallContext): Promise<RedeemingView> {
    return this.transactions.read(call, async (tx) => {
      const { point, activity, giveAway } = await this.desk.find(tx, hashOf(request.redeemToken));
      const { recent, redeemed } = await this.desk.done(tx, point);
      return {
        activityTitle: activity.title,
        timeZone: activity.timeZone,
        pointName: point.name,
        terms: termsViewOf(giveAway),
        redeemed,
        recent: recent.map((told) => redemptionViewOf('redeemed', told, point.id)),
      };
    });
  }

  /** Exactly one scan of a coupon redeems it, whatever number of counters scan it at once; the others are told which. */
  @Handles(redeemingContract.redeem)
  redeem(request: RedeemCouponRequest, call: CallContext): Promise<Outcome<RedemptionView>> {
    return this.transactions.command(call, redeemingContract.redeem, request, async (tx) => {
      const counter = await this.desk.lock(tx, hashOf(request.redeemToken));
      const earlier = await this.desk.earlier(tx, counter, request.operationId);
      if (earlier !== null) return new Existing(earlier);
      const { coupon, result } = await this.desk.judge(tx, counter, request.code);
      if (result !== 'redeemed' || coupon === null)
        return new Existing(await this.desk.refusal(tx, counter, { coupon, result }));
      const { point, activity } = counter;
      const { operationId } = request;
      const redemption = await this.redemptions.redeem(tx, activity, { coupon, point, operationId });
      return this.desk.view(tx, counter, { result, redemption });
    });
  }

  /** What was scanned by mistake, for some minutes. Taken back once more, it is as it is. @throws DomainError `UNDO_TOO_LATE` */
  @Handles(redeemingContract.undo)
  undo(request: UndoRedemptionRequest, call: CallContext): Promise<Outcome<RedemptionView>> {
    return this.transactions.command(call, redeemingContract.undo, request, async (tx) => {
      const counter = await this.desk.lock(tx, hashOf(request.redeemToken));
      const { coupon, redemption } = await this.desk.own(tx, counter, request.redemptionId);
      const result = 'redeemed';
      if (redemption.undoneAt !== null)
        return new Existing(await this.desk.view(tx, counter, { result, redemption }));
      requireUndoable(redemption.redeemedAt, tx.now);
      await this.redemptions.undo(tx, counter.activity, { coupon, redemption, by: null });
      return this.desk.view(tx, counter, { result, redemption });
    });
  }
}
