import { Controller } from '@nestjs/common';
import { judgementContract, OpenJudgementsRequest, SaveJudgementsRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'indicators';

@Controller()
export class JudgementController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'judgements/:judgeToken', judgementContract.open, {
    tag,
    summary: 'What a judge is asked, and what he has said so far; for whoever has his address',
    public: true,
  })
  open(@Input() request: OpenJudgementsRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementContract.open, request, call);
  }

  @Endpoint('PUT', 'judgements/:judgeToken', judgementContract.save, {
    tag,
    summary:
      'Saves what a judge says of some groups, in place of what he said of them before, until the round ends',
    public: true,
    idempotent: false,
    example: { groups: [{ parentKey: null, upper: [['1/3', null], ['5']] }] },
  })
  save(@Input() request: SaveJudgementsRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementContract.save, request, call);
  }
}
