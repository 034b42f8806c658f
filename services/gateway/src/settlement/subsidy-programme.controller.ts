import { Controller } from '@nestjs/common';
import {
  AnswerSubsidyObjectionRequest,
  CancelSubsidyProgrammeRequest,
  ChangeSubsidyProgrammeRequest,
  CreateSubsidyProgrammeRequest,
  ListSubsidyObjectionsRequest,
  ListSubsidyProgrammesRequest,
  ObjectToSubsidyRequest,
  subsidyNoticeContract,
  subsidyProgrammeContract,
  SubsidyProgrammeRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'subsidies';
const base = 'subsidy-programmes';
const one = `${base}/:programmeId`;
const someId = '01930000-0000-7000-8000-000000000001';
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const terms = {
  title: '2026年社区共建项目补助',
  text: '补助小微企业工会开展的社区共建活动。',
  expenseCodes: ['1.2'],
  sizeClasses: ['small', 'micro'],
  smallFirst: true,
  budget: yuan('1000000'),
  basis: 'graded',
  grades: [
    { name: 'A', amount: yuan('200000') },
    { name: 'B', amount: yuan('100000') },
    { name: 'C', amount: yuan('50000') },
  ],
  closesAt: '2099-12-31T18:00:00+08:00',
  noticeDays: 5,
  reportDays: 30,
  conditions: '专款专用，30日内报送使用情况和凭证。',
  needsReceipts: true,
  payment: 'netting',
};

@Controller()
export class SubsidyProgrammeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', base, subsidyProgrammeContract.create, {
    tag,
    summary: 'Drafts a programme of subsidies for the unions below',
    example: { ...terms, unionId: someId },
  })
  create(@Input() request: CreateSubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.create, request, call);
  }

  @Endpoint('GET', base, subsidyProgrammeContract.list, {
    tag,
    summary: 'The programmes of my unions, and the published ones of all unions above, newest first',
  })
  list(@Input() request: ListSubsidyProgrammesRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.list, request, call);
  }

  @Endpoint('GET', one, subsidyProgrammeContract.get, {
    tag,
    summary: 'A programme; once published it is there for everybody below its giver',
  })
  get(@Input() request: SubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.get, request, call);
  }

  @Endpoint('PUT', one, subsidyProgrammeContract.change, {
    tag,
    summary: 'Writes a draft anew; If-Match names its version',
    ifMatch: true,
    example: terms,
  })
  change(@Input() request: ChangeSubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.change, request, call);
  }

  @Endpoint('POST', `${one}/open`, subsidyProgrammeContract.open, {
    tag,
    summary: 'Publishes a draft: from here on nothing that it says changes',
    status: 200,
    freshRoles: true,
  })
  open(@Input() request: SubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.open, request, call);
  }

  @Endpoint('POST', `${one}/stop`, subsidyProgrammeContract.stop, {
    tag,
    summary: 'Ends a round of a standing programme; a call with an end stops by itself',
    status: 200,
  })
  stop(@Input() request: SubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.stop, request, call);
  }

  @Endpoint('POST', `${one}/approve`, subsidyProgrammeContract.approve, {
    tag,
    summary: 'Approves the decided awards, by somebody who decided none of them; the public notice begins',
    status: 200,
    freshRoles: true,
  })
  approve(@Input() request: SubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.approve, request, call);
  }

  @Endpoint('POST', `${one}/reopen`, subsidyProgrammeContract.reopen, {
    tag,
    summary: 'Opens a standing programme for another round, with what is left of its budget',
    status: 200,
  })
  reopen(@Input() request: SubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.reopen, request, call);
  }

  @Endpoint('POST', `${one}/cancel`, subsidyProgrammeContract.cancel, {
    tag,
    summary: 'Cancels a programme before it has given anything in this round, with the reason',
    status: 200,
    freshRoles: true,
    example: { reason: '经费预算调整' },
  })
  cancel(@Input() request: CancelSubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyProgrammeContract.cancel, request, call);
  }

  @Endpoint('GET', `${one}/notice`, subsidyNoticeContract.get, {
    tag,
    summary: 'The public notice: what is to be given to which union, for everybody below the giver',
  })
  notice(@Input() request: SubsidyProgrammeRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyNoticeContract.get, request, call);
  }

  @Endpoint('POST', `${one}/objections`, subsidyNoticeContract.object, {
    tag,
    summary: 'Objects to an award in public notice; only the giver learns by whom',
    example: { applicationId: someId, reason: '该活动去年已获得同类补助。' },
  })
  object(@Input() request: ObjectToSubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyNoticeContract.object, request, call);
  }

  @Endpoint('GET', `${one}/objections`, subsidyNoticeContract.listObjections, {
    tag,
    summary: 'The objections and their answers: all of them for the giver, for others their own',
  })
  listObjections(@Input() request: ListSubsidyObjectionsRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyNoticeContract.listObjections, request, call);
  }

  @Endpoint('POST', `${one}/objections/:objectionId/answer`, subsidyNoticeContract.answer, {
    tag,
    summary: 'Answers an objection; one that is upheld has the awards decided anew',
    status: 200,
    example: { answer: '经核实，去年的补助已退回。', upheld: false },
  })
  answer(@Input() request: AnswerSubsidyObjectionRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyNoticeContract.answer, request, call);
  }
}
