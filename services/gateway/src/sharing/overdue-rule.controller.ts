import { Controller } from '@nestjs/common';
import { overdueRuleContract, OverdueRuleRequest, SetOverdueRuleRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';

@Controller()
export class OverdueRuleController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'unions/:unionId/overdue-rule', overdueRuleContract.get, {
    tag,
    summary: 'Shows whether an overdue loan keeps from borrowing what a union owns, and who has set it',
  })
  get(@Input() request: OverdueRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(overdueRuleContract.get, request, call);
  }

  @Endpoint('PUT', 'unions/:unionId/overdue-rule', overdueRuleContract.set, {
    tag,
    summary: 'Sets it for a union and those below it that have set nothing else',
    example: { overdueBlock: 'sameOwner', graceHours: 24 },
  })
  set(@Input() request: SetOverdueRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(overdueRuleContract.set, request, call);
  }
}
