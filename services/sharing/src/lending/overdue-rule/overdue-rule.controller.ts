import { Controller } from '@nestjs/common';
import {
  overdueRuleContract,
  OverdueRuleRequest,
  type OverdueRuleView,
  SetOverdueRuleRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { OverdueRuleService } from './overdue-rule.service.js';

@Controller()
export class OverdueRuleController {
  constructor(private readonly rules: OverdueRuleService) {}

  @HandlesQuery(overdueRuleContract.get)
  get(@Request() request: OverdueRuleRequest, @Call() call: CallContext): Promise<OverdueRuleView> {
    return this.rules.get(request, call);
  }

  @HandlesCommand(overdueRuleContract.set)
  set(
    @Request() request: SetOverdueRuleRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<OverdueRuleView>> {
    return this.rules.set(request, call);
  }
}
