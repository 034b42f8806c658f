import { Controller } from '@nestjs/common';
import {
  CreateTuningJobRequest,
  ListTuningJobsRequest,
  tuningJobContract,
  TuningJobRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class TuningJobController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'tuning-jobs', tuningJobContract.create, {
    tag: 'indicators',
    summary: 'Computes what a season says of an indicator system, as a job',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000001',
      from: '2026-07-01',
      to: '2026-12-31',
    },
  })
  create(@Input() request: CreateTuningJobRequest, @Call() call: CallContext) {
    return this.rpc.call(tuningJobContract.create, request, call);
  }

  @Endpoint('GET', 'tuning-jobs', tuningJobContract.list, {
    tag: 'indicators',
    summary: 'Jobs that make reports on indicator systems, newest first',
  })
  list(@Input() request: ListTuningJobsRequest, @Call() call: CallContext) {
    return this.rpc.call(tuningJobContract.list, request, call);
  }

  @Endpoint('GET', 'tuning-jobs/:tuningJobId', tuningJobContract.get, {
    tag: 'indicators',
    summary: 'How far a job is, and the report that came of it',
  })
  get(@Input() request: TuningJobRequest, @Call() call: CallContext) {
    return this.rpc.call(tuningJobContract.get, request, call);
  }
}
