import { Controller } from '@nestjs/common';
import {
  ChangeSubsidyApplicationRequest,
  CreateSubsidyApplicationRequest,
  DecideSubsidyApplicationRequest,
  ListSubsidyApplicationsRequest,
  type Page,
  subsidyApplicationContract,
  SubsidyApplicationFileRequest,
  SubsidyApplicationRequest,
  type SubsidyApplicationView,
  type SubsidyFilePlaceView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SubsidyApplicationService } from './subsidy-application.service.js';
import { SubsidyDecisionService } from './subsidy-decision.service.js';

type Application = Promise<Outcome<SubsidyApplicationView>>;

@Controller()
export class SubsidyApplicationController {
  constructor(
    private readonly applications: SubsidyApplicationService,
    private readonly decisions: SubsidyDecisionService,
  ) {}

  @HandlesCommand(subsidyApplicationContract.create)
  create(@Request() request: CreateSubsidyApplicationRequest, @Call() call: CallContext): Application {
    return this.applications.create(request, call);
  }

  @HandlesCommand(subsidyApplicationContract.change)
  change(@Request() request: ChangeSubsidyApplicationRequest, @Call() call: CallContext): Application {
    return this.applications.change(request, call);
  }

  @HandlesQuery(subsidyApplicationContract.get)
  get(
    @Request() request: SubsidyApplicationRequest,
    @Call() call: CallContext,
  ): Promise<SubsidyApplicationView> {
    return this.applications.get(request, call);
  }

  @HandlesQuery(subsidyApplicationContract.list)
  list(
    @Request() request: ListSubsidyApplicationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<SubsidyApplicationView>> {
    return this.applications.list(request, call);
  }

  @HandlesCommand(subsidyApplicationContract.submit)
  submit(@Request() request: SubsidyApplicationRequest, @Call() call: CallContext): Application {
    return this.applications.submit(request, call);
  }

  @HandlesCommand(subsidyApplicationContract.withdraw)
  withdraw(@Request() request: SubsidyApplicationRequest, @Call() call: CallContext): Application {
    return this.applications.withdraw(request, call);
  }

  @HandlesCommand(subsidyApplicationContract.decide)
  decide(@Request() request: DecideSubsidyApplicationRequest, @Call() call: CallContext): Application {
    return this.decisions.decide(request, call);
  }

  @HandlesQuery(subsidyApplicationContract.getFile)
  getFile(
    @Request() request: SubsidyApplicationFileRequest,
    @Call() call: CallContext,
  ): Promise<SubsidyFilePlaceView> {
    return this.applications.getFile(request, call);
  }
}
