import { Controller } from '@nestjs/common';
import {
  AskExtensionRequest,
  extensionRequestContract,
  ExtensionRequestRequest,
  ExtensionRequestsRequest,
  RefuseExtensionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';
const base = 'loans/:loanId/extension-requests';

@Controller()
export class ExtensionRequestController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', base, extensionRequestContract.ask, {
    tag,
    summary:
      'Asks to keep something for longer, and holds the time; granted at once where the right is automatic',
    example: { endsAt: '2026-12-01T13:00:00+08:00', reason: '活动加演一场' },
  })
  ask(@Input() request: AskExtensionRequest, @Call() call: CallContext) {
    return this.rpc.call(extensionRequestContract.ask, request, call);
  }

  @Endpoint('GET', base, extensionRequestContract.list, {
    tag,
    summary: 'Lists what extensions of a loan were asked for, and what was decided',
  })
  list(@Input() request: ExtensionRequestsRequest, @Call() call: CallContext) {
    return this.rpc.call(extensionRequestContract.list, request, call);
  }

  @Endpoint('POST', `${base}/:extensionRequestId/approve`, extensionRequestContract.approve, {
    tag,
    summary: 'Approves an extension, as the owner',
    status: 200,
    freshRoles: true,
  })
  approve(@Input() request: ExtensionRequestRequest, @Call() call: CallContext) {
    return this.rpc.call(extensionRequestContract.approve, request, call);
  }

  @Endpoint('POST', `${base}/:extensionRequestId/refuse`, extensionRequestContract.refuse, {
    tag,
    summary: 'Refuses an extension with a reason, as the owner; what was held is free again',
    status: 200,
    freshRoles: true,
    example: { reason: '之后要检修' },
  })
  refuse(@Input() request: RefuseExtensionRequest, @Call() call: CallContext) {
    return this.rpc.call(extensionRequestContract.refuse, request, call);
  }

  @Endpoint('POST', `${base}/:extensionRequestId/withdraw`, extensionRequestContract.withdraw, {
    tag,
    summary: 'Withdraws a request for an extension, as the borrower',
    status: 200,
  })
  withdraw(@Input() request: ExtensionRequestRequest, @Call() call: CallContext) {
    return this.rpc.call(extensionRequestContract.withdraw, request, call);
  }
}
