import { Controller } from '@nestjs/common';
import {
  ComputeScoreRequest,
  efficacyContract,
  EfficacyRequest,
  ListScoresRequest,
  scoreContract,
  scoreExplanationContract,
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
    summary: 'Scores an activity, or a club, resource, union or brand by days, under the weights in force',
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

  @Endpoint('GET', 'scores/:scoreId/waterfall', scoreExplanationContract.waterfall, {
    tag: 'scores',
    summary: 'How a score is made up, from the indicators to the total, in hundredths of a point',
  })
  waterfall(@Input() request: ScoreRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreExplanationContract.waterfall, request, call);
  }

  @Endpoint('GET', 'scores/:scoreId/verification', scoreExplanationContract.verify, {
    tag: 'scores',
    summary: 'Computes a score again from what was kept with it, and says whether it is the same',
  })
  verify(@Input() request: ScoreRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreExplanationContract.verify, request, call);
  }

  @Endpoint('GET', 'scores/:scoreId/revisions', scoreExplanationContract.revisions, {
    tag: 'scores',
    summary: 'All revisions of a score, and what each has changed',
  })
  revisions(@Input() request: ScoreRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreExplanationContract.revisions, request, call);
  }

  @Endpoint('GET', 'efficacy', efficacyContract.get, {
    tag: 'scores',
    summary: 'What those who came think, by resource function and business',
  })
  efficacy(@Input() request: EfficacyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacyContract.get, request, call);
  }
}
