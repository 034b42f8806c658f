import { Controller } from '@nestjs/common';
import {
  confirmationContract,
  ConfirmationRequest,
  DecideDisputeRequest,
  disputeContract,
  DisputeRequest,
  ListConfirmationsRequest,
  ListDisputeMessagesRequest,
  ListDisputesRequest,
  OpenDisputeRequest,
  WriteDisputeMessageRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'costs';

/** What each party says to its share, and what becomes of it where it does not agree. */
@Controller()
export class ConfirmationController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'confirmations', confirmationContract.list, {
    tag,
    summary:
      'What the parties of my unions were asked to confirm, or all that was asked of a pool; newest first',
  })
  list(@Input() request: ListConfirmationsRequest, @Call() call: CallContext) {
    return this.rpc.call(confirmationContract.list, request, call);
  }

  @Endpoint('GET', 'confirmations/:confirmationId', confirmationContract.get, {
    tag,
    summary: 'What a party was asked: its share, the way to it in words, and whom it owes',
  })
  get(@Input() request: ConfirmationRequest, @Call() call: CallContext) {
    return this.rpc.call(confirmationContract.get, request, call);
  }

  @Endpoint('POST', 'confirmations/:confirmationId/confirm', confirmationContract.confirm, {
    tag,
    summary: 'Agrees to a share for the party that was asked; what both sides have confirmed is netted',
    status: 200,
    freshRoles: true,
  })
  confirm(@Input() request: ConfirmationRequest, @Call() call: CallContext) {
    return this.rpc.call(confirmationContract.confirm, request, call);
  }

  @Endpoint('POST', 'confirmations/:confirmationId/dispute', disputeContract.open, {
    tag,
    summary: 'Disputes a share, or a bill that it rests on: it is frozen until the dispute is over',
    freshRoles: true,
    example: { reason: '午餐只有八人，账单按十人计' },
  })
  dispute(@Input() request: OpenDisputeRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.open, request, call);
  }

  @Endpoint('GET', 'disputes', disputeContract.list, {
    tag,
    summary: 'The disputes of my unions, newest first',
  })
  listDisputes(@Input() request: ListDisputesRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.list, request, call);
  }

  @Endpoint('GET', 'disputes/:disputeId', disputeContract.get, {
    tag,
    summary: 'A dispute: what about, until when both sides may come to terms, and how it ended',
  })
  getDispute(@Input() request: DisputeRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.get, request, call);
  }

  @Endpoint('GET', 'disputes/:disputeId/messages', disputeContract.listMessages, {
    tag,
    summary: 'What both sides have said, in order',
  })
  listMessages(@Input() request: ListDisputeMessagesRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.listMessages, request, call);
  }

  @Endpoint('POST', 'disputes/:disputeId/messages', disputeContract.write, {
    tag,
    summary: 'Says something for one’s side',
    example: { text: '名单上是十人，附签到表' },
  })
  write(@Input() request: WriteDisputeMessageRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.write, request, call);
  }

  @Endpoint('POST', 'disputes/:disputeId/refer', disputeContract.refer, {
    tag,
    summary: 'Puts it to the nearest union above both sides before the time to talk is over',
    status: 200,
  })
  refer(@Input() request: DisputeRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.refer, request, call);
  }

  @Endpoint('POST', 'disputes/:disputeId/decide', disputeContract.decide, {
    tag,
    summary: 'Dismisses it, so that the share stands, or upholds it, so that its entry is reversed',
    status: 200,
    freshRoles: true,
    example: { outcome: 'dismissed', reason: '签到表为十人，份额成立' },
  })
  decide(@Input() request: DecideDisputeRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.decide, request, call);
  }

  @Endpoint('POST', 'disputes/:disputeId/withdraw', disputeContract.withdraw, {
    tag,
    summary: 'Takes it back: the party agrees to its share after all',
    status: 200,
    freshRoles: true,
  })
  withdraw(@Input() request: DisputeRequest, @Call() call: CallContext) {
    return this.rpc.call(disputeContract.withdraw, request, call);
  }
}
