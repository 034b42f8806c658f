import { Controller } from '@nestjs/common';
import {
  factCheckContract,
  type FactCheckView,
  ListFactChecksRequest,
  type Page,
  RepeatFactCheckRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { FactCheckService } from './fact-check.service.js';

@Controller()
export class FactCheckController {
  constructor(private readonly checks: FactCheckService) {}

  @HandlesQuery(factCheckContract.list)
  list(@Request() request: ListFactChecksRequest, @Call() call: CallContext): Promise<Page<FactCheckView>> {
    return this.checks.list(request, call);
  }

  @HandlesCommand(factCheckContract.repeat)
  repeat(
    @Request() request: RepeatFactCheckRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<FactCheckView>> {
    return this.checks.repeat(request, call);
  }
}
