import { Controller } from '@nestjs/common';
import {
  coHostContract,
  CoHostInvitationIdRequest,
  CounterCoHostInvitationRequest,
  DeclineCoHostInvitationRequest,
  InviteCoHostRequest,
  ListCoHostInvitationsRequest,
  ListCoHostsRequest,
  WithdrawCoHostInvitationRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'co-hosting';

@Controller()
export class CoHostController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/co-hosts', coHostContract.invite, {
    tag,
    summary: 'Invites a party to host the activity too',
    example: {
      party: { kind: 'union', id: '019a0000-0000-7000-8000-000000000002' },
      message: '名额各半，费用按到场人数分摊',
    },
  })
  invite(@Input() request: InviteCoHostRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.invite, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/co-hosts', coHostContract.list, {
    tag,
    summary: 'Lists who was invited, in order, and what they answered',
  })
  list(@Input() request: ListCoHostsRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.list, request, call);
  }

  @Endpoint('GET', 'co-host-invitations', coHostContract.listInvitations, {
    tag,
    summary: 'Lists the invitations to parties for which the caller may speak, newest first',
  })
  listInvitations(@Input() request: ListCoHostInvitationsRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.listInvitations, request, call);
  }

  @Endpoint('GET', 'co-host-invitations/:invitationId', coHostContract.get, {
    tag,
    summary: 'Shows one invitation, for its party and all hosts',
  })
  get(@Input() request: CoHostInvitationIdRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.get, request, call);
  }

  @Endpoint('POST', 'co-host-invitations/:invitationId/accept', coHostContract.accept, {
    tag,
    summary: 'Consents to host the activity too',
    status: 200,
    freshRoles: true,
  })
  accept(@Input() request: CoHostInvitationIdRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.accept, request, call);
  }

  @Endpoint('POST', 'co-host-invitations/:invitationId/decline', coHostContract.decline, {
    tag,
    summary: 'Declines an invitation, with the reason',
    status: 200,
    example: { reason: '当天本会另有安排' },
  })
  decline(@Input() request: DeclineCoHostInvitationRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.decline, request, call);
  }

  @Endpoint('POST', 'co-host-invitations/:invitationId/counter-propose', coHostContract.counter, {
    tag,
    summary: 'Answers an invitation with other terms; the invitation stays open to both sides',
    status: 200,
    example: { note: '名额我们要 30 个，大巴由贵会安排' },
  })
  counter(@Input() request: CounterCoHostInvitationRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.counter, request, call);
  }

  @Endpoint('POST', 'co-host-invitations/:invitationId/withdraw', coHostContract.withdraw, {
    tag,
    summary: 'Takes an invitation back, or parts with a co-host as long as no agreement is in force',
    status: 200,
    example: { reason: '名额无法再增加' },
  })
  withdraw(@Input() request: WithdrawCoHostInvitationRequest, @Call() call: CallContext) {
    return this.rpc.call(coHostContract.withdraw, request, call);
  }
}
