import { Controller } from '@nestjs/common';
import {
  InterestChoiceRequest,
  mutualInterestContract,
  MutualInterestRequest,
  TakePartInInterestRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'matchmaking';

@Controller()
export class MutualInterestController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/mutual-interest', mutualInterestContract.get, {
    tag,
    summary: 'Shows who takes part, whom the caller has chosen, and who chose him and was chosen by him',
  })
  get(@Input() request: MutualInterestRequest, @Call() call: CallContext) {
    return this.rpc.call(mutualInterestContract.get, request, call);
  }

  @Endpoint('PUT', 'activities/:activityId/mutual-interest/me', mutualInterestContract.takePart, {
    tag,
    summary: 'Takes part, or changes what the others see; for those who were there',
    example: { tag: '12 号 小林', introduction: '喜欢爬山和做饭', contact: '微信 lin-12' },
  })
  takePart(@Input() request: TakePartInInterestRequest, @Call() call: CallContext) {
    return this.rpc.call(mutualInterestContract.takePart, request, call);
  }

  @Endpoint('DELETE', 'activities/:activityId/mutual-interest/me', mutualInterestContract.leave, {
    tag,
    summary: 'Takes part no more: choices are erased, and nobody sees the caller’s line any more',
  })
  leave(@Input() request: MutualInterestRequest, @Call() call: CallContext) {
    return this.rpc.call(mutualInterestContract.leave, request, call);
  }

  @Endpoint(
    'PUT',
    'activities/:activityId/mutual-interest/choices/:participantId',
    mutualInterestContract.choose,
    {
      tag,
      summary: 'Says yes in secret; only if the other one does too, both learn it',
    },
  )
  choose(@Input() request: InterestChoiceRequest, @Call() call: CallContext) {
    return this.rpc.call(mutualInterestContract.choose, request, call);
  }

  @Endpoint(
    'DELETE',
    'activities/:activityId/mutual-interest/choices/:participantId',
    mutualInterestContract.withdraw,
    {
      tag,
      summary: 'Takes the yes back without a trace; where both had said it, neither sees the other’s line',
    },
  )
  withdraw(@Input() request: InterestChoiceRequest, @Call() call: CallContext) {
    return this.rpc.call(mutualInterestContract.withdraw, request, call);
  }
}
