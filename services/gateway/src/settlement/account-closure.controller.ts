import { Controller } from '@nestjs/common';
import {
  accountClosureContract,
  ClosureRequest,
  ListClosuresRequest,
  PageRequest,
  ProposeClosureRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'ledger';

@Controller()
export class AccountClosureController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'account-closures', accountClosureContract.propose, {
    tag,
    summary: 'Proposes to close the accounts of a party, and who takes over what is left',
    freshRoles: true,
    example: {
      party: { kind: 'union', id: '019a9a5e-3c00-7000-8000-000000000001' },
      successor: { kind: 'union', id: '019a9a5e-3c00-7000-8000-000000000002' },
      reason: '两家企业工会合并',
    },
  })
  propose(@Input() request: ProposeClosureRequest, @Call() call: CallContext) {
    return this.rpc.call(accountClosureContract.propose, request, call);
  }

  @Endpoint('GET', 'account-closures', accountClosureContract.list, {
    tag,
    summary: 'Closures of accounts, the newest first',
  })
  list(@Input() request: ListClosuresRequest, @Call() call: CallContext) {
    return this.rpc.call(accountClosureContract.list, request, call);
  }

  @Endpoint('GET', 'account-closures/:closureId', accountClosureContract.get, {
    tag,
    summary: 'A closure with what is left, or what was moved',
  })
  get(@Input() request: ClosureRequest, @Call() call: CallContext) {
    return this.rpc.call(accountClosureContract.get, request, call);
  }

  @Endpoint('POST', 'account-closures/:closureId/approve', accountClosureContract.approve, {
    tag,
    summary: 'Moves the exact remainder to the successor and closes the accounts for good',
    status: 200,
    freshRoles: true,
  })
  approve(@Input() request: ClosureRequest, @Call() call: CallContext) {
    return this.rpc.call(accountClosureContract.approve, request, call);
  }

  @Endpoint('POST', 'account-closures/:closureId/withdraw', accountClosureContract.withdraw, {
    tag,
    summary: 'Takes a proposal back',
    status: 200,
  })
  withdraw(@Input() request: ClosureRequest, @Call() call: CallContext) {
    return this.rpc.call(accountClosureContract.withdraw, request, call);
  }

  @Endpoint('GET', 'ledger/accounts-to-close', accountClosureContract.listEnded, {
    tag,
    summary: 'Parties that have ended in the network, and whose accounts are still open',
  })
  listEnded(@Input() request: PageRequest, @Call() call: CallContext) {
    return this.rpc.call(accountClosureContract.listEnded, request, call);
  }
}
