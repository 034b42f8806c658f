import { Controller } from '@nestjs/common';
import {
  lendingRuleContract,
  LendingRuleRequest,
  type LendingRuleView,
  SetLendingRuleRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LendingRuleService } from './lending-rule.service.js';

@Controller()
export class LendingRuleController {
  constructor(private readonly rules: LendingRuleService) {}

  @HandlesQuery(lendingRuleContract.get)
  get(@Request() request: LendingRuleRequest, @Call() call: CallContext): Promise<LendingRuleView> {
    return this.rules.get(request, call);
  }

  @HandlesCommand(lendingRuleContract.set)
  set(
    @Request() request: SetLendingRuleRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LendingRuleView>> {
    return this.rules.set(request, call);
  }
}
