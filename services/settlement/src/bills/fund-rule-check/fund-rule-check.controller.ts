import { Controller } from '@nestjs/common';
import {
  fundRuleCheckContract,
  FundRuleCheckRequest,
  type FundRuleCheckView,
  FundRuleOverrideRequest,
  type FundRuleOverrideView,
  type FundRuleTrialView,
  LiftFundRuleRequest,
  TrialFundRuleSetRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { FundRuleCheckService } from './fund-rule-check.service.js';
import { FundRuleLifter } from './fund-rule-lifter.service.js';
import { FundRuleTrialService } from './fund-rule-trial.service.js';

@Controller()
export class FundRuleCheckController {
  constructor(
    private readonly checks: FundRuleCheckService,
    private readonly lifter: FundRuleLifter,
    private readonly trials: FundRuleTrialService,
  ) {}

  @HandlesQuery(fundRuleCheckContract.get)
  get(@Request() request: FundRuleCheckRequest, @Call() call: CallContext): Promise<FundRuleCheckView> {
    return this.checks.get(request, call);
  }

  @HandlesCommand(fundRuleCheckContract.lift)
  lift(
    @Request() request: LiftFundRuleRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<FundRuleOverrideView>> {
    return this.lifter.lift(request, call);
  }

  @HandlesCommand(fundRuleCheckContract.withdraw)
  withdraw(
    @Request() request: FundRuleOverrideRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<FundRuleOverrideView>> {
    return this.lifter.withdraw(request, call);
  }

  @HandlesQuery(fundRuleCheckContract.trial)
  trial(@Request() request: TrialFundRuleSetRequest, @Call() call: CallContext): Promise<FundRuleTrialView> {
    return this.trials.try(request, call);
  }
}
