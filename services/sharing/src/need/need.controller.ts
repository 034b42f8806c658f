import { Controller } from '@nestjs/common';
import {
  EditNeedRequest,
  GetNeedRequest,
  ListMatchesAwaitingRequest,
  ListMatchesRequest,
  ListNeedsRequest,
  matchContract,
  MatchRequest,
  type MatchView,
  needContract,
  type NeedView,
  type Page,
  PostNeedRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { MatchService } from './match.service.js';
import { NeedService } from './need.service.js';

@Controller()
export class NeedController {
  constructor(
    private readonly needs: NeedService,
    private readonly matches: MatchService,
  ) {}

  @HandlesCommand(needContract.post)
  post(@Request() request: PostNeedRequest, @Call() call: CallContext): Promise<Outcome<NeedView>> {
    return this.needs.post(request, call);
  }

  @HandlesCommand(needContract.edit)
  edit(@Request() request: EditNeedRequest, @Call() call: CallContext): Promise<Outcome<NeedView>> {
    return this.needs.edit(request, call);
  }

  @HandlesQuery(needContract.get)
  get(@Request() request: GetNeedRequest, @Call() call: CallContext): Promise<NeedView> {
    return this.needs.get(request, call);
  }

  @HandlesQuery(needContract.list)
  list(@Request() request: ListNeedsRequest, @Call() call: CallContext): Promise<Page<NeedView>> {
    return this.needs.list(request, call);
  }

  @HandlesQuery(matchContract.list)
  listMatches(@Request() request: ListMatchesRequest, @Call() call: CallContext): Promise<Page<MatchView>> {
    return this.matches.list(request, call);
  }

  @HandlesQuery(matchContract.listAwaiting)
  listAwaiting(
    @Request() request: ListMatchesAwaitingRequest,
    @Call() call: CallContext,
  ): Promise<Page<MatchView>> {
    return this.matches.listAwaiting(request, call);
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
}
