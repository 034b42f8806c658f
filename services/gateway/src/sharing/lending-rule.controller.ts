import { Controller } from '@nestjs/common';
import { lendingRuleContract, LendingRuleRequest, SetLendingRuleRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';

@Controller()
export class LendingRuleController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'resources/:resourceId/lending-rule', lendingRuleContract.get, {
    tag,
    summary: 'Who may ask for a resource when and for how much, and what that means for the caller',
  })
  get(@Input() request: LendingRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(lendingRuleContract.get, request, call);
  }

  @Endpoint('PUT', 'resources/:resourceId/lending-rule', lendingRuleContract.set, {
    tag,
    summary: 'Says who may ask when and for how much: small and micro unions first, and fair use',
    ifMatch: true,
    example: {
      bookableDaysAhead: 30,
      noticeHours: 24,
      smallEarlierDays: 14,
      reserved: { percent: 40, per: 'week', releasedDaysBefore: 7 },
      fairUse: { periodDays: 28, loansMax: 4, hoursMax: 16, gapHours: 24 },
    },
  })
  set(@Input() request: SetLendingRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(lendingRuleContract.set, request, call);
  }
}
