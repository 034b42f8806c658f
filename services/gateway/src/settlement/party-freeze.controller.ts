import { Controller } from '@nestjs/common';
import {
  FreezePartyRequest,
  GetPartyFreezeRequest,
  ListPartyFreezesRequest,
  partyFreezeContract,
  ReleasePartyRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'netting';

@Controller()
export class PartyFreezeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'party-freezes', partyFreezeContract.freeze, {
    tag,
    summary: 'Freezes a party, by an approver above it: nothing of it is netted or paid until it is released',
    freshRoles: true,
    example: {
      party: { kind: 'union', id: '01930000-0000-7000-8000-000000000001' },
      reason: '财务审计期间暂停结算',
    },
  })
  freeze(@Input() request: FreezePartyRequest, @Call() call: CallContext) {
    return this.rpc.call(partyFreezeContract.freeze, request, call);
  }

  @Endpoint('GET', 'party-freezes', partyFreezeContract.list, {
    tag,
    summary: 'Who is and was frozen among the parties of my unions, why and by whom, newest first',
  })
  list(@Input() request: ListPartyFreezesRequest, @Call() call: CallContext) {
    return this.rpc.call(partyFreezeContract.list, request, call);
  }

  @Endpoint('GET', 'party-freezes/:partyFreezeId', partyFreezeContract.get, {
    tag,
    summary: 'The freeze of a party',
  })
  get(@Input() request: GetPartyFreezeRequest, @Call() call: CallContext) {
    return this.rpc.call(partyFreezeContract.get, request, call);
  }

  @Endpoint('POST', 'party-freezes/:partyFreezeId/release', partyFreezeContract.release, {
    tag,
    summary: 'Releases a party, by an approver above it',
    status: 200,
    freshRoles: true,
    example: { reason: '审计已结束' },
  })
  release(@Input() request: ReleasePartyRequest, @Call() call: CallContext) {
    return this.rpc.call(partyFreezeContract.release, request, call);
  }
}
