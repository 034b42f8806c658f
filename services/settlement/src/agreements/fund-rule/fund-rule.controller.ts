import { Controller } from '@nestjs/common';
import {
  ChangeFundRuleSetRequest,
  CreateFundRuleSetRequest,
  fundRuleContract,
  FundRuleSetRequest,
  type FundRuleSetView,
  ListFundRuleSetsRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { FundRuleService } from './fund-rule.service.js';

@Controller()
export class FundRuleController {
  constructor(private readonly sets: FundRuleService) {}

  @HandlesCommand(fundRuleContract.create)
  create(
    @Request() request: CreateFundRuleSetRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<FundRuleSetView>> {
    return this.sets.create(request, call);
  }

  @HandlesCommand(fundRuleContract.change)
  change(
    @Request() request: ChangeFundRuleSetRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<FundRuleSetView>> {
    return this.sets.change(request, call);
  }

  @HandlesCommand(fundRuleContract.publish)
  publish(
    @Request() request: FundRuleSetRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<FundRuleSetView>> {
    return this.sets.publish(request, call);
  }

  @HandlesCommand(fundRuleContract.copy)
  copy(@Request() request: FundRuleSetRequest, @Call() call: CallContext): Promise<Outcome<FundRuleSetView>> {
    return this.sets.copy(request, call);
  }

  @HandlesQuery(fundRuleContract.get)
  get(@Request() request: FundRuleSetRequest, @Call() call: CallContext): Promise<FundRuleSetView> {
    return this.sets.get(request, call);
  }

  @HandlesQuery(fundRuleContract.list)
  list(
    @Request() request: ListFundRuleSetsRequest,
    @Call() call: CallContext,
  ): Promise<Page<FundRuleSetView>> {
    return this.sets.list(request, call);
  }
}
