import { Controller } from '@nestjs/common';
import {
  CoHostingPlanRequest,
  type CoHostingPlanView,
  ListMatchesAwaitingRequest,
  ListMatchesRequest,
  matchContract,
  MatchRequest,
  type MatchView,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { CoHostingPlanService } from './co-hosting-plan.service.js';
import { MatchReader } from './match.reader.js';
import { MatchService } from './match.service.js';

@Controller()
export class MatchController {
  constructor(
    private readonly reader: MatchReader,
    private readonly matches: MatchService,
    private readonly plans: CoHostingPlanService,
  ) {}

  @HandlesQuery(matchContract.get)
  get(@Request() request: MatchRequest, @Call() call: CallContext): Promise<MatchView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(matchContract.list)
  list(@Request() request: ListMatchesRequest, @Call() call: CallContext): Promise<Page<MatchView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(matchContract.listAwaiting)
  listAwaiting(
    @Request() request: ListMatchesAwaitingRequest,
    @Call() call: CallContext,
  ): Promise<Page<MatchView>> {
    return this.reader.listAwaiting(request, call);
  }

  @HandlesCommand(matchContract.propose)
  propose(@Request() request: MatchRequest, @Call() call: CallContext): Promise<Outcome<MatchView>> {
    return this.matches.propose(request, call);
  }

  @HandlesCommand(matchContract.accept)
  accept(@Request() request: MatchRequest, @Call() call: CallContext): Promise<Outcome<MatchView>> {
    return this.matches.accept(request, call);
  }

  @HandlesCommand(matchContract.decline)
  decline(@Request() request: MatchRequest, @Call() call: CallContext): Promise<Outcome<MatchView>> {
    return this.matches.decline(request, call);
  }

  @HandlesQuery(matchContract.plan)
  plan(@Request() request: CoHostingPlanRequest, @Call() call: CallContext): Promise<CoHostingPlanView> {
    return this.plans.find(request, call);
  }
}
