import { Controller } from '@nestjs/common';
import {
  type CreatedRedeemingPointView,
  CreateRedeemingPointRequest,
  OpenRedeemingRequest,
  RedeemCouponRequest,
  redeemingContract,
  RedeemingPointsRequest,
  type RedeemingPointsView,
  type RedeemingPointView,
  type RedeemingView,
  type RedemptionView,
  RevokeRedeemingPointRequest,
  UndoRedemptionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { RedeemingPointService } from './redeeming-point.service.js';
import { RedeemingService } from './redeeming.service.js';

@Controller()
export class RedeemingController {
  constructor(
    private readonly points: RedeemingPointService,
    private readonly redeeming: RedeemingService,
  ) {}

  @HandlesCommand(redeemingContract.createPoint)
  createPoint(
    @Request() request: CreateRedeemingPointRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CreatedRedeemingPointView>> {
    return this.points.create(request, call);
  }

  @HandlesQuery(redeemingContract.listPoints)
  listPoints(
    @Request() request: RedeemingPointsRequest,
    @Call() call: CallContext,
  ): Promise<RedeemingPointsView> {
    return this.points.list(request, call);
  }

  @HandlesCommand(redeemingContract.revokePoint)
  revokePoint(
    @Request() request: RevokeRedeemingPointRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RedeemingPointView>> {
    return this.points.revoke(request, call);
  }

  @HandlesQuery(redeemingContract.open)
  open(@Request() request: OpenRedeemingRequest, @Call() call: CallContext): Promise<RedeemingView> {
    return this.redeeming.open(request, call);
  }

  @HandlesCommand(redeemingContract.redeem)
  redeem(
    @Request() request: RedeemCouponRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RedemptionView>> {
    return this.redeeming.redeem(request, call);
  }

  @HandlesCommand(redeemingContract.undo)
  undo(
    @Request() request: UndoRedemptionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RedemptionView>> {
    return this.redeeming.undo(request, call);
  }
}
