import { Controller } from '@nestjs/common';
import { lendingRuleContract, LendingRuleRequest, SetLendingRuleRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';

@Controller()
export class LendingRuleController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'unions/:unionId/lending-rule', lendingRuleContract.get, {
    tag,
    summary: 'Shows whether an overdue loan keeps from borrowing what a union owns, and who has set it',
  })
  get(@Input() request: LendingRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(lendingRuleContract.get, request, call);
  }

  @Endpoint('PUT', 'unions/:unionId/lending-rule', lendingRuleContract.set, {
    tag,
    summary: 'Sets it for a union and those below it that have set nothing else',
    example: { overdueBlock: 'sameOwner', graceHours: 24 },
  })
  set(@Input() request: SetLendingRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(lendingRuleContract.set, request, call);
  }
}
