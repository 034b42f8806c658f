import { Controller } from '@nestjs/common';
import {
  type AmountLimitView,
  ledgerLimitContract,
  ListAmountLimitsRequest,
  ListOverdraftRulesRequest,
  type OverdraftRuleView,
  type Page,
  SetAmountLimitRequest,
  SetOverdraftRuleRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LimitService } from './limit.service.js';

@Controller()
export class LimitController {
  constructor(private readonly limits: LimitService) {}

  @HandlesQuery(ledgerLimitContract.listAmountLimits)
  listAmountLimits(
    @Request() request: ListAmountLimitsRequest,
    @Call() call: CallContext,
  ): Promise<Page<AmountLimitView>> {
    return this.limits.listAmountLimits(request, call);
  }

  @HandlesCommand(ledgerLimitContract.setAmountLimit)
  setAmountLimit(
    @Request() request: SetAmountLimitRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AmountLimitView>> {
    return this.limits.setAmountLimit(request, call);
  }

  @HandlesQuery(ledgerLimitContract.listOverdraftRules)
  listOverdraftRules(
    @Request() request: ListOverdraftRulesRequest,
    @Call() call: CallContext,
  ): Promise<Page<OverdraftRuleView>> {
    return this.limits.listOverdraftRules(request, call);
  }

  @HandlesCommand(ledgerLimitContract.setOverdraftRule)
  setOverdraftRule(
    @Request() request: SetOverdraftRuleRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<OverdraftRuleView>> {
    return this.limits.setOverdraftRule(request, call);
  }
}
