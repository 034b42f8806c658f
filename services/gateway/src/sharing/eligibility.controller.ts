import { Controller } from '@nestjs/common';
import { eligibilityContract, EligibilityRequest, SetEligibilityRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'registrations';

@Controller()
export class EligibilityController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/eligibility', eligibilityContract.get, {
    tag,
    summary: 'Shows who may come, and whether the caller may',
  })
  get(@Input() request: EligibilityRequest, @Call() call: CallContext) {
    return this.rpc.call(eligibilityContract.get, request, call);
  }

  @Endpoint('PUT', 'activities/:activityId/eligibility', eligibilityContract.set, {
    tag,
    summary: 'Says who may come from now on; whoever has a seat or waits keeps what he has',
    ifMatch: true,
    example: {
      unionIds: ['019a0000-0000-7000-8000-000000000001'],
      sizeClasses: ['small', 'micro'],
      ageFrom: 18,
      ageTo: 35,
      noShow: { effect: 'blocked', countFrom: 3, withinDays: 180, blockedDays: 30 },
    },
  })
  set(@Input() request: SetEligibilityRequest, @Call() call: CallContext) {
    return this.rpc.call(eligibilityContract.set, request, call);
  }
}
