import { Controller } from '@nestjs/common';
import {
  ChangeSurveyPlanRequest,
  CreateSurveyPlanRequest,
  ListSurveyPlansRequest,
  type Page,
  surveyPlanContract,
  SurveyPlanRequest,
  type SurveyPlanView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SurveyPlanService } from './survey-plan.service.js';

@Controller()
export class SurveyPlanController {
  constructor(private readonly plans: SurveyPlanService) {}

  @HandlesCommand(surveyPlanContract.create)
  create(
    @Request() request: CreateSurveyPlanRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SurveyPlanView>> {
    return this.plans.create(request, call);
  }

  @HandlesCommand(surveyPlanContract.change)
  change(
    @Request() request: ChangeSurveyPlanRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SurveyPlanView>> {
    return this.plans.change(request, call);
  }

  @HandlesCommand(surveyPlanContract.end)
  end(@Request() request: SurveyPlanRequest, @Call() call: CallContext): Promise<Outcome<SurveyPlanView>> {
    return this.plans.end(request, call);
  }

  @HandlesQuery(surveyPlanContract.get)
  get(@Request() request: SurveyPlanRequest, @Call() call: CallContext): Promise<SurveyPlanView> {
    return this.plans.get(request, call);
  }

  @HandlesQuery(surveyPlanContract.list)
  list(@Request() request: ListSurveyPlansRequest, @Call() call: CallContext): Promise<Page<SurveyPlanView>> {
    return this.plans.list(request, call);
  }
}
