import { Controller } from '@nestjs/common';
import {
  GiveMandateRequest,
  ListMandatesRequest,
  ListMandateUsesRequest,
  mandateContract,
  MandateRequest,
  RevokeMandateRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'mandates';

@Controller()
export class MandateController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'mandates', mandateContract.give, {
    tag,
    summary: 'Lets another union act for this one: sign up its members, see to its loans, or keep its books',
    freshRoles: true,
    example: {
      fromUnionId: '019a0000-0000-7000-8000-000000000001',
      toUnionId: '019a0000-0000-7000-8000-000000000002',
      scopes: ['signUp', 'lending', 'bookkeeping'],
      entryLimit: { amount: '500000', currency: 'CNY' },
      from: '2026-12-01T00:00:00+08:00',
      until: '2027-12-01T00:00:00+08:00',
      note: '人手不足，请代办报名和借用',
    },
  })
  give(@Input() request: GiveMandateRequest, @Call() call: CallContext) {
    return this.rpc.call(mandateContract.give, request, call);
  }

  @Endpoint('GET', 'mandates', mandateContract.list, {
    tag,
    summary: "Lists what the caller's unions have given or taken on, newest first",
  })
  list(@Input() request: ListMandatesRequest, @Call() call: CallContext) {
    return this.rpc.call(mandateContract.list, request, call);
  }

  @Endpoint('GET', 'mandates/:mandateId', mandateContract.get, {
    tag,
    summary: 'Shows a mandate to either side',
  })
  get(@Input() request: MandateRequest, @Call() call: CallContext) {
    return this.rpc.call(mandateContract.get, request, call);
  }

  @Endpoint('POST', 'mandates/:mandateId/revoke', mandateContract.revoke, {
    tag,
    summary: 'Ends a mandate at once, by either side; what was done by it stands',
    status: 200,
    freshRoles: true,
    example: { reason: '本工会已有专人负责' },
  })
  revoke(@Input() request: RevokeMandateRequest, @Call() call: CallContext) {
    return this.rpc.call(mandateContract.revoke, request, call);
  }

  @Endpoint('GET', 'mandates/:mandateId/uses', mandateContract.uses, {
    tag,
    summary: 'Lists when somebody acted by it, and what he did, the latest first',
  })
  uses(@Input() request: ListMandateUsesRequest, @Call() call: CallContext) {
    return this.rpc.call(mandateContract.uses, request, call);
  }
}
