import { Controller } from '@nestjs/common';
import {
  ChangeJudgementRoundRequest,
  CreateJudgementRoundRequest,
  type InvitedJudgeView,
  InviteJudgeRequest,
  judgementRoundContract,
  JudgementRoundRequest,
  type JudgementRoundResultView,
  type JudgementRoundView,
  JudgeRequest,
  type JudgeView,
  ListJudgementRoundsRequest,
  type Page,
  WeighByRoundRequest,
  type WeightVersionView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { JudgeService } from './judge.service.js';
import { JudgementRoundReader } from './judgement-round-reader.service.js';
import { JudgementRoundService } from './judgement-round.service.js';
import { RoundWeighingService } from './round-weighing.service.js';

@Controller()
export class JudgementRoundController {
  constructor(
    private readonly rounds: JudgementRoundService,
    private readonly reader: JudgementRoundReader,
    private readonly judges: JudgeService,
    private readonly weighing: RoundWeighingService,
  ) {}

  @HandlesCommand(judgementRoundContract.create)
  create(
    @Request() request: CreateJudgementRoundRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<JudgementRoundView>> {
    return this.rounds.create(request, call);
  }

  @HandlesQuery(judgementRoundContract.list)
  list(
    @Request() request: ListJudgementRoundsRequest,
    @Call() call: CallContext,
  ): Promise<Page<JudgementRoundView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(judgementRoundContract.get)
  get(@Request() request: JudgementRoundRequest, @Call() call: CallContext): Promise<JudgementRoundView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(judgementRoundContract.result)
  result(
    @Request() request: JudgementRoundRequest,
    @Call() call: CallContext,
  ): Promise<JudgementRoundResultView> {
    return this.reader.result(request, call);
  }

  @HandlesCommand(judgementRoundContract.change)
  change(
    @Request() request: ChangeJudgementRoundRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<JudgementRoundView>> {
    return this.rounds.change(request, call);
  }

  @HandlesCommand(judgementRoundContract.close)
  close(
    @Request() request: JudgementRoundRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<JudgementRoundView>> {
    return this.rounds.close(request, call);
  }

  @HandlesCommand(judgementRoundContract.invite)
  invite(
    @Request() request: InviteJudgeRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<InvitedJudgeView>> {
    return this.judges.invite(request, call);
  }

  @HandlesCommand(judgementRoundContract.revoke)
  revoke(@Request() request: JudgeRequest, @Call() call: CallContext): Promise<Outcome<JudgeView>> {
    return this.judges.revoke(request, call);
  }

  @HandlesCommand(judgementRoundContract.renew)
  renew(@Request() request: JudgeRequest, @Call() call: CallContext): Promise<Outcome<InvitedJudgeView>> {
    return this.judges.renew(request, call);
  }

  @HandlesCommand(judgementRoundContract.weigh)
  weigh(
    @Request() request: WeighByRoundRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<WeightVersionView>> {
    return this.weighing.weigh(request, call);
  }
}
