import { Controller } from '@nestjs/common';
import {
  CreateScoreBatchRequest,
  ListScoreBatchesRequest,
  scoreBatchContract,
  ScoreBatchRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ScoreBatchController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'score-batches', scoreBatchContract.create, {
    tag: 'scores',
    summary: 'Scores all subjects of one kind by some days, as a job',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000001',
      subjectKind: 'club',
      from: '2026-01-01',
      to: '2026-06-30',
    },
  })
  create(@Input() request: CreateScoreBatchRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreBatchContract.create, request, call);
  }

  @Endpoint('GET', 'score-batches', scoreBatchContract.list, {
    tag: 'scores',
    summary: 'Jobs that score many, newest first',
  })
  list(@Input() request: ListScoreBatchesRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreBatchContract.list, request, call);
  }

  @Endpoint('GET', 'score-batches/:batchId', scoreBatchContract.get, {
    tag: 'scores',
    summary: 'How far a job is, and what could not be scored and why',
  })
  get(@Input() request: ScoreBatchRequest, @Call() call: CallContext) {
    return this.rpc.call(scoreBatchContract.get, request, call);
  }
}
