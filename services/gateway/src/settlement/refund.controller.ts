import { Controller } from '@nestjs/common';
import {
  ListRefundsRequest,
  PreviewRefundRequest,
  ProposeRefundRequest,
  refundContract,
  RefundDecisionRequest,
  RefundRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'costs';
const someId = '01930000-0000-7000-8000-000000000001';
const lines = [{ itemId: someId, amount: { amount: '80000', currency: 'CNY' } }];

@Controller()
export class RefundController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'cost-pools/:costPoolId/refunds/preview', refundContract.preview, {
    tag,
    summary: 'What each party would get back if money came back on these bills; nothing is changed',
    example: { lines },
  })
  preview(@Input() request: PreviewRefundRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.preview, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/refunds', refundContract.propose, {
    tag,
    summary: 'Proposes a refund that was previewed, by the hash of the preview; another person approves it',
    freshRoles: true,
    example: {
      lines,
      reason: '场地少用一天，退回租金',
      creditNote: '24422000000099990001',
      previewHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  })
  propose(@Input() request: ProposeRefundRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.propose, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/refunds', refundContract.list, {
    tag,
    summary: 'The refunds of a pool with the part of each party, newest first',
  })
  list(@Input() request: ListRefundsRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.list, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/refunds/:refundId', refundContract.get, {
    tag,
    summary: 'A refund with the part of each party',
  })
  get(@Input() request: RefundRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.get, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/refunds/:refundId/approve', refundContract.approve, {
    tag,
    summary: 'Approves a refund, by another person than who proposed it, and posts it',
    status: 200,
    freshRoles: true,
  })
  approve(@Input() request: RefundRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.approve, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/refunds/:refundId/return', refundContract.return, {
    tag,
    summary: 'Returns a proposed refund, with the reason',
    status: 200,
    freshRoles: true,
    example: { reason: '退款凭证不清楚' },
  })
  return(@Input() request: RefundDecisionRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.return, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/refunds/:refundId/withdraw', refundContract.withdraw, {
    tag,
    summary: 'Withdraws a refund that nobody has decided yet',
    status: 200,
    freshRoles: true,
  })
  withdraw(@Input() request: RefundRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.withdraw, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/refunds/:refundId/reverse', refundContract.reverse, {
    tag,
    summary: 'Takes a posted refund back by the exact negation of its entry',
    status: 200,
    freshRoles: true,
    example: { reason: '退款被银行退回' },
  })
  reverse(@Input() request: RefundDecisionRequest, @Call() call: CallContext) {
    return this.rpc.call(refundContract.reverse, request, call);
  }
}
