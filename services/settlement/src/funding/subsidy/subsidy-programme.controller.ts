import { Controller } from '@nestjs/common';
import {
  AnswerSubsidyObjectionRequest,
  CancelSubsidyProgrammeRequest,
  ChangeSubsidyProgrammeRequest,
  CreateSubsidyProgrammeRequest,
  ListSubsidyObjectionsRequest,
  ListSubsidyProgrammesRequest,
  ObjectToSubsidyRequest,
  type Page,
  subsidyNoticeContract,
  type SubsidyNoticeView,
  type SubsidyObjectionView,
  subsidyProgrammeContract,
  SubsidyProgrammeRequest,
  type SubsidyProgrammeView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SubsidyDecisionService } from './subsidy-decision.service.js';
import { SubsidyNoticeService } from './subsidy-notice.service.js';
import { SubsidyProgrammeService } from './subsidy-programme.service.js';

type Programme = Promise<Outcome<SubsidyProgrammeView>>;

@Controller()
export class SubsidyProgrammeController {
  constructor(
    private readonly programmes: SubsidyProgrammeService,
    private readonly decisions: SubsidyDecisionService,
    private readonly notices: SubsidyNoticeService,
  ) {}

  @HandlesCommand(subsidyProgrammeContract.create)
  create(@Request() request: CreateSubsidyProgrammeRequest, @Call() call: CallContext): Programme {
    return this.programmes.create(request, call);
  }

  @HandlesCommand(subsidyProgrammeContract.change)
  change(@Request() request: ChangeSubsidyProgrammeRequest, @Call() call: CallContext): Programme {
    return this.programmes.change(request, call);
  }

  @HandlesQuery(subsidyProgrammeContract.get)
  get(@Request() request: SubsidyProgrammeRequest, @Call() call: CallContext): Promise<SubsidyProgrammeView> {
    return this.programmes.get(request, call);
  }

  @HandlesQuery(subsidyProgrammeContract.list)
  list(
    @Request() request: ListSubsidyProgrammesRequest,
    @Call() call: CallContext,
  ): Promise<Page<SubsidyProgrammeView>> {
    return this.programmes.list(request, call);
  }

  @HandlesCommand(subsidyProgrammeContract.open)
  open(@Request() request: SubsidyProgrammeRequest, @Call() call: CallContext): Programme {
    return this.programmes.open(request, call);
  }

  @HandlesCommand(subsidyProgrammeContract.stop)
  stop(@Request() request: SubsidyProgrammeRequest, @Call() call: CallContext): Programme {
    return this.programmes.stop(request, call);
  }

  @HandlesCommand(subsidyProgrammeContract.approve)
  approve(@Request() request: SubsidyProgrammeRequest, @Call() call: CallContext): Programme {
    return this.decisions.approve(request, call);
  }

  @HandlesCommand(subsidyProgrammeContract.reopen)
  reopen(@Request() request: SubsidyProgrammeRequest, @Call() call: CallContext): Programme {
    return this.programmes.reopen(request, call);
  }

  @HandlesCommand(subsidyProgrammeContract.cancel)
  cancel(@Request() request: CancelSubsidyProgrammeRequest, @Call() call: CallContext): Programme {
    return this.programmes.cancel(request, call);
  }

  @HandlesQuery(subsidyNoticeContract.get)
  notice(@Request() request: SubsidyProgrammeRequest, @Call() call: CallContext): Promise<SubsidyNoticeView> {
    return this.notices.get(request, call);
  }

  @HandlesCommand(subsidyNoticeContract.object)
  object(
    @Request() request: ObjectToSubsidyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SubsidyObjectionView>> {
    return this.notices.object(request, call);
  }

  @HandlesQuery(subsidyNoticeContract.listObjections)
  listObjections(
    @Request() request: ListSubsidyObjectionsRequest,
    @Call() call: CallContext,
  ): Promise<Page<SubsidyObjectionView>> {
    return this.notices.listObjections(request, call);
  }

  @HandlesCommand(subsidyNoticeContract.answer)
  answer(
    @Request() request: AnswerSubsidyObjectionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SubsidyObjectionView>> {
    return this.notices.answer(request, call);
  }
}
