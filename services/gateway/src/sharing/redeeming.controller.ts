import { Controller } from '@nestjs/common';
import {
  CreateRedeemingPointRequest,
  OpenRedeemingRequest,
  RedeemCouponRequest,
  redeemingContract,
  RedeemingPointsRequest,
  RevokeRedeemingPointRequest,
  UndoRedemptionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'give-aways';

@Controller()
export class RedeemingController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/redeeming-points', redeemingContract.createPoint, {
    tag,
    summary:
      'Makes an address, `/redeem/{redeemToken}`, at which a counter of the merchant redeems; shown once',
    example: { name: '一号柜台' },
  })
  createPoint(@Input() request: CreateRedeemingPointRequest, @Call() call: CallContext) {
    return this.rpc.call(redeemingContract.createPoint, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/redeeming-points', redeemingContract.listPoints, {
    tag,
    summary: 'Lists the counters with how many coupons each has redeemed, without their addresses',
  })
  listPoints(@Input() request: RedeemingPointsRequest, @Call() call: CallContext) {
    return this.rpc.call(redeemingContract.listPoints, request, call);
  }

  @Endpoint(
    'POST',
    'activities/:activityId/redeeming-points/:pointId/revoke',
    redeemingContract.revokePoint,
    {
      tag,
      summary: 'Revokes a counter: its address leads nowhere from now on, and what it has redeemed stays',
      status: 200,
    },
  )
  revokePoint(@Input() request: RevokeRedeemingPointRequest, @Call() call: CallContext) {
    return this.rpc.call(redeemingContract.revokePoint, request, call);
  }

  @Endpoint('GET', 'redeeming/:redeemToken', redeemingContract.open, {
    tag,
    summary: 'Shows a counter what it redeems, and what it did last',
    public: true,
  })
  open(@Input() request: OpenRedeemingRequest, @Call() call: CallContext) {
    return this.rpc.call(redeemingContract.open, request, call);
  }

  @Endpoint('POST', 'redeeming/:redeemToken/redemptions', redeemingContract.redeem, {
    tag,
    summary:
      'Redeems a coupon at a counter, exactly once: 201 where this scan did; else 200 with what is in the way',
    public: true,
    idempotent: false,
    example: {
      operationId: '019a0000-0000-7000-8000-000000000001',
      code: '7K2M-9QXR-41TD-VB6H-0WZN-5PCE-8J',
    },
  })
  redeem(@Input() request: RedeemCouponRequest, @Call() call: CallContext) {
    return this.rpc.call(redeemingContract.redeem, request, call);
  }

  @Endpoint('POST', 'redeeming/:redeemToken/redemptions/:redemptionId/undo', redeemingContract.undo, {
    tag,
    summary: 'Takes back what the same counter has redeemed within the last ten minutes',
    public: true,
    idempotent: false,
    status: 200,
  })
  undo(@Input() request: UndoRedemptionRequest, @Call() call: CallContext) {
    return this.rpc.call(redeemingContract.undo, request, call);
  }
}
