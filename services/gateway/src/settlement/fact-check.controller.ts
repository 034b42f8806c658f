import { Controller } from '@nestjs/common';
import { factCheckContract, ListFactChecksRequest, RepeatFactCheckRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'costs';

@Controller()
export class FactCheckController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'fact-checks', factCheckContract.list, {
    tag,
    summary: 'Lists whether the attendance on which money rests is what was counted where people came',
  })
  list(@Input() request: ListFactChecksRequest, @Call() call: CallContext) {
    return this.rpc.call(factCheckContract.list, request, call);
  }

  @Endpoint('POST', 'fact-checks/:activityId/repeat', factCheckContract.repeat, {
    tag,
    summary: 'Compares the attendance of an activity once more, at once',
    status: 200,
  })
  repeat(@Input() request: RepeatFactCheckRequest, @Call() call: CallContext) {
    return this.rpc.call(factCheckContract.repeat, request, call);
  }
}
