import { Controller } from '@nestjs/common';
import {
  ChangeSubsidyApplicationRequest,
  CreateSubsidyApplicationRequest,
  DecideSubsidyApplicationRequest,
  ListSubsidyApplicationsRequest,
  subsidyApplicationContract,
  SubsidyApplicationRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'subsidies';
const base = 'subsidy-applications';
const one = `${base}/:applicationId`;
const someId = '01930000-0000-7000-8000-000000000001';

const terms = {
  activityId: someId,
  title: '职工健步走',
  plan: '组织周边三家小微企业职工健步走，约120人。',
  useUntil: '2099-12-31',
  requested: { amount: '150000', currency: 'CNY' },
  planned: { amount: '300000', currency: 'CNY' },
  files: [],
};

@Controller()
export class SubsidyApplicationController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', base, subsidyApplicationContract.create, {
    tag,
    summary: 'Drafts an application of a union, for an activity or another purpose',
    example: { ...terms, programmeId: someId, unionId: someId },
  })
  create(@Input() request: CreateSubsidyApplicationRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyApplicationContract.create, request, call);
  }

  @Endpoint('GET', base, subsidyApplicationContract.list, {
    tag,
    summary: 'The applications of my unions and of those below them, newest first',
  })
  list(@Input() request: ListSubsidyApplicationsRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyApplicationContract.list, request, call);
  }

  @Endpoint('GET', one, subsidyApplicationContract.get, { tag, summary: 'An application with its decision' })
  get(@Input() request: SubsidyApplicationRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyApplicationContract.get, request, call);
  }

  @Endpoint('PUT', one, subsidyApplicationContract.change, {
    tag,
    summary: 'Writes an application anew, while the programme takes applications; If-Match names its version',
    ifMatch: true,
    example: terms,
  })
  change(@Input() request: ChangeSubsidyApplicationRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyApplicationContract.change, request, call);
  }

  @Endpoint('POST', `${one}/submit`, subsidyApplicationContract.submit, {
    tag,
    summary: 'Hands an application in',
    status: 200,
  })
  submit(@Input() request: SubsidyApplicationRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyApplicationContract.submit, request, call);
  }

  @Endpoint('POST', `${one}/withdraw`, subsidyApplicationContract.withdraw, {
    tag,
    summary: 'Withdraws an application before anything is given',
    status: 200,
  })
  withdraw(@Input() request: SubsidyApplicationRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyApplicationContract.withdraw, request, call);
  }

  @Endpoint('POST', `${one}/decide`, subsidyApplicationContract.decide, {
    tag,
    summary: 'Proposes an award or a refusal, with the reason; again until the awards are approved',
    status: 200,
    freshRoles: true,
    example: { outcome: 'award', grade: 'B', reason: '方案完整，惠及三家小微企业' },
  })
  decide(@Input() request: DecideSubsidyApplicationRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyApplicationContract.decide, request, call);
  }
}
