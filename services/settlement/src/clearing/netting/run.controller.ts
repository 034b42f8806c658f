import { Controller } from '@nestjs/common';
import {
  ConfirmNettingRunRequest,
  CreateNettingRunRequest,
  GetNettingRunRequest,
  ListNettingLinesRequest,
  ListNettingRunsRequest,
  nettingContract,
  type NettingLineView,
  type NettingRunSummaryView,
  type NettingRunView,
  type Page,
  WithdrawNettingRunRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { RunDecisionService } from './run-decision.service.js';
import { NettingRunService } from './run.service.js';

@Controller()
export class NettingRunController {
  constructor(
    private readonly runs: NettingRunService,
    private readonly decisions: RunDecisionService,
  ) {}

  @HandlesCommand(nettingContract.create)
  create(
    @Request() request: CreateNettingRunRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<NettingRunView>> {
    return this.runs.create(request, call);
  }

  @HandlesQuery(nettingContract.get)
  get(@Request() request: GetNettingRunRequest, @Call() call: CallContext): Promise<NettingRunView> {
    return this.runs.get(request, call);
  }

  @HandlesQuery(nettingContract.listLines)
  listLines(
    @Request() request: ListNettingLinesRequest,
    @Call() call: CallContext,
  ): Promise<Page<NettingLineView>> {
    return this.runs.listLines(request, call);
  }

  @HandlesQuery(nettingContract.list)
  list(
    @Request() request: ListNettingRunsRequest,
    @Call() call: CallContext,
  ): Promise<Page<NettingRunSummaryView>> {
    return this.runs.list(request, call);
  }

  @HandlesCommand(nettingContract.confirm)
  confirm(
    @Request() request: ConfirmNettingRunRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<NettingRunView>> {
    return this.decisions.confirm(request, call);
  }

  @HandlesCommand(nettingContract.withdraw)
  withdraw(
    @Request() request: WithdrawNettingRunRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<NettingRunView>> {
    return this.decisions.withdraw(request, call);
  }
}
