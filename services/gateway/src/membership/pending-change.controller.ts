import { Controller } from '@nestjs/common';
import {
  ListPendingChangesRequest,
  pendingChangeContract,
  PendingChangeIdRequest,
  RefusePendingChangeRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'unions';

@Controller()
export class PendingChangeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'pending-changes', pendingChangeContract.list, {
    tag,
    summary:
      'Roles, names, tiers and size classes that wait for the union above, or have waited, newest first',
  })
  list(@Input() request: ListPendingChangesRequest, @Call() call: CallContext) {
    return this.rpc.call(pendingChangeContract.list, request, call);
  }

  @Endpoint('GET', 'pending-changes/:pendingChangeId', pendingChangeContract.get, {
    tag,
    summary: 'One of them, for both unions, for whoever proposed it and for the person whom it is about',
  })
  get(@Input() request: PendingChangeIdRequest, @Call() call: CallContext) {
    return this.rpc.call(pendingChangeContract.get, request, call);
  }

  @Endpoint('POST', 'pending-changes/:pendingChangeId/confirm', pendingChangeContract.confirm, {
    tag,
    summary:
      'Lets it take effect, by an officer of the union above who is neither its proposer nor its person',
    status: 200,
    freshRoles: true,
  })
  confirm(@Input() request: PendingChangeIdRequest, @Call() call: CallContext) {
    return this.rpc.call(pendingChangeContract.confirm, request, call);
  }

  @Endpoint('POST', 'pending-changes/:pendingChangeId/refuse', pendingChangeContract.refuse, {
    tag,
    summary: 'Refuses it with a reason, by whoever may confirm it',
    status: 200,
    freshRoles: true,
    example: { reason: '请先由上级工会核实此人身份' },
  })
  refuse(@Input() request: RefusePendingChangeRequest, @Call() call: CallContext) {
    return this.rpc.call(pendingChangeContract.refuse, request, call);
  }

  @Endpoint('POST', 'pending-changes/:pendingChangeId/withdraw', pendingChangeContract.withdraw, {
    tag,
    summary: 'Takes it back, by whoever has proposed it',
    status: 200,
  })
  withdraw(@Input() request: PendingChangeIdRequest, @Call() call: CallContext) {
    return this.rpc.call(pendingChangeContract.withdraw, request, call);
  }
}
