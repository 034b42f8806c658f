import { Controller } from '@nestjs/common';
import {
  ChangeSurveyPlanRequest,
  CreateSurveyPlanRequest,
  ListSurveyPlansRequest,
  surveyPlanContract,
  SurveyPlanRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'surveys';

@Controller()
export class SurveyPlanController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'survey-plans', surveyPlanContract.create, {
    tag,
    summary: 'Has every activity of a union asked about once it is closed and all its facts are known',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      questions: [{ key: 'words', text: '您的建议', kind: 'text' }],
      daysOpen: 7,
      validFrom: '2026-12-01',
    },
  })
  create(@Input() request: CreateSurveyPlanRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyPlanContract.create, request, call);
  }

  @Endpoint('GET', 'survey-plans', surveyPlanContract.list, {
    tag,
    summary: 'Standing orders of the unions that the caller works for, and those from above that hold there',
  })
  list(@Input() request: ListSurveyPlansRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyPlanContract.list, request, call);
  }

  @Endpoint('GET', 'survey-plans/:planId', surveyPlanContract.get, { tag, summary: 'One standing order' })
  get(@Input() request: SurveyPlanRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyPlanContract.get, request, call);
  }

  @Endpoint('PATCH', 'survey-plans/:planId', surveyPlanContract.change, {
    tag,
    summary: 'Changes a standing order for activities that are closed from now on',
    ifMatch: true,
    example: { daysOpen: 10 },
  })
  change(@Input() request: ChangeSurveyPlanRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyPlanContract.change, request, call);
  }

  @Endpoint('POST', 'survey-plans/:planId/end', surveyPlanContract.end, {
    tag,
    summary: 'Ends a standing order; surveys that it has opened go on',
    status: 200,
  })
  end(@Input() request: SurveyPlanRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyPlanContract.end, request, call);
  }
}
