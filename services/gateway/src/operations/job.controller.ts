import { Controller } from '@nestjs/common';
import { query } from '@gongxiang/contracts/core/contract';
import { OneOf } from '@gongxiang/contracts/core/fields';
import {
  GetJobRequest,
  JobView,
  membershipJobContract,
} from '@gongxiang/contracts/membership/members/job.contract';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

/** The services with background jobs, and the contract that shows one. */
const contracts = { membership: membershipJobContract.get } as const;

class ServiceJobRequest extends GetJobRequest {
  @OneOf(Object.keys(contracts)) service: keyof typeof contracts;
}

const contract = query('operations.get-job', ServiceJobRequest, JobView, {
  http: 'GET jobs/:service/:jobId',
  tag: 'operations',
  summary: 'How far long work is',
});

/** Progress of background jobs: whatever answered 202 is found here by its id. */
@Controller()
export class JobController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(contract)
  get(@Input() { service, ...request }: ServiceJobRequest, @Call() call: CallContext) {
    return this.rpc.call(contracts[service], request, call);
  }
}
