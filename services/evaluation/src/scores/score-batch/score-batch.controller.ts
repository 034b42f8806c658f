import { Controller } from '@nestjs/common';
import {
  CreateScoreBatchRequest,
  ListScoreBatchesRequest,
  type Page,
  scoreBatchContract,
  ScoreBatchRequest,
  type ScoreBatchView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ScoreBatchService } from './score-batch.service.js';

@Controller()
export class ScoreBatchController {
  constructor(private readonly batches: ScoreBatchService) {}

  @HandlesCommand(scoreBatchContract.create)
  create(
    @Request() request: CreateScoreBatchRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ScoreBatchView>> {
    return this.batches.create(request, call);
  }

  @HandlesQuery(scoreBatchContract.get)
  get(@Request() request: ScoreBatchRequest, @Call() call: CallContext): Promise<ScoreBatchView> {
    return this.batches.get(request, call);
  }

  @HandlesQuery(scoreBatchContract.list)
  list(
    @Request() request: ListScoreBatchesRequest,
    @Call() call: CallContext,
  ): Promise<Page<ScoreBatchView>> {
    return this.batches.list(request, call);
  }
}
