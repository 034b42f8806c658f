import { Controller } from '@nestjs/common';
import {
  CreateTuningJobRequest,
  ListTuningJobsRequest,
  type Page,
  tuningJobContract,
  TuningJobRequest,
  type TuningJobView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { TuningJobService } from './tuning-job.service.js';

@Controller()
export class TuningJobController {
  constructor(private readonly jobs: TuningJobService) {}

  @HandlesCommand(tuningJobContract.create)
  create(
    @Request() request: CreateTuningJobRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<TuningJobView>> {
    return this.jobs.create(request, call);
  }

  @HandlesQuery(tuningJobContract.get)
  get(@Request() request: TuningJobRequest, @Call() call: CallContext): Promise<TuningJobView> {
    return this.jobs.get(request, call);
  }

  @HandlesQuery(tuningJobContract.list)
  list(@Request() request: ListTuningJobsRequest, @Call() call: CallContext): Promise<Page<TuningJobView>> {
    return this.jobs.list(request, call);
  }
}
