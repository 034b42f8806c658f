import { Controller } from '@nestjs/common';
import {
  type CostPoolView,
  DiscardCostPoolRequest,
  type Done,
  ListPoolStepsRequest,
  OpenSupplementRequest,
  type Page,
  type PoolStepView,
  PoolUsageRequest,
  type PoolUsageView,
  supplementContract,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PoolReader } from './pool-reader.service.js';
import { SupplementService } from './supplement.service.js';

@Controller()
export class SupplementController {
  constructor(
    private readonly supplements: SupplementService,
    private readonly reader: PoolReader,
  ) {}

  @HandlesCommand(supplementContract.open)
  open(@Request() request: OpenSupplementRequest, @Call() call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.supplements.open(request, call);
  }

  @HandlesCommand(supplementContract.discard)
  discard(@Request() request: DiscardCostPoolRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.supplements.discard(request, call);
  }

  @HandlesQuery(supplementContract.getUsage)
  usage(@Request() request: PoolUsageRequest, @Call() call: CallContext): Promise<PoolUsageView> {
    return this.reader.usage(request, call);
  }

  @HandlesQuery(supplementContract.listSteps)
  steps(@Request() request: ListPoolStepsRequest, @Call() call: CallContext): Promise<Page<PoolStepView>> {
    return this.reader.steps(request, call);
  }
}
