import { Controller } from '@nestjs/common';
import { rehearsalContract, RehearseRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class RehearsalController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/rehearsals', rehearsalContract.run, {
    tag: 'activities',
    summary:
      'Rehearses sign-up, cancellations and check-in with invented people, by the rules of the real ones; saves nothing',
    status: 200,
    idempotent: false,
    example: { people: 100, partyShare: 20, cancelShare: 10, presentShare: 90, walkIns: 5 },
  })
  run(@Input() request: RehearseRequest, @Call() call: CallContext) {
    return this.rpc.call(rehearsalContract.run, request, call);
  }
}
