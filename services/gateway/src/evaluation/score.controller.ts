import { Controller } from '@nestjs/common';
import {
  ComputeScoreRequest,
  efficacyContract,
  EfficacyRequest,
  ListScoresRequest,
  scoreContract,
  ScoreRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ScoreController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'scores', scoreContract.compute, {
    tag: 'scores',
    summary: 'Scores an activity under the weights in force',
    example: {
      activityId: '01936d5e-0000-7000-8000-000000000001',
      weightVersionId: '01936d5e-0000-7000-8000-000000000002',
      missing: 'omit',
    },
  })
  compute(@Input() request: ComputeScoreRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreContract.compute, request, call);
  }

  @Endpoint('GET', 'scores', scoreContract.list, { tag: 'scores', summary: 'Scores, newest first' })
  list(@Input() request: ListScoresRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreContract.list, request, call);
  }

  @Endpoint('GET', 'scores/:scoreId', scoreContract.get, {
    tag: 'scores',
    summary: 'One score, and why it is what it is',
  })
  get(@Input() request: ScoreRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreContract.get, request, call);
  }

  @Endpoint('GET', 'efficacy', efficacyContract.get, {
    tag: 'scores',
    summary: 'What those who came think, by resource function and business',
  })
  efficacy(@Input() request: EfficacyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacyContract.get, request, call);
  }
}
